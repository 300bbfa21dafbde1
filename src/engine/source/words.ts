import type { Glyph } from "../../page.js";

const LETTER = /\p{L}/u;
/** Gap between pens, in font sizes, that separates words; and how far the baseline may stray within one. */
const WORD_GAP = 0.2;
const BASELINE_DRIFT = 0.3;

/** Calls `visit` with each run of letters of one font that follow each other on a baseline, in painting order. */
export function eachWord(glyphs: Iterable<Glyph>, visit: (word: string, font: number) => void): void {
  let word = "";
  let last: Glyph | undefined;
  for (const glyph of glyphs) {
    const letter = LETTER.test(glyph.text);
    if (last && (!letter || last.font !== glyph.font || !follows(last, glyph))) {
      visit(word, last.font);
      word = "";
    }
    last = letter ? glyph : undefined;
    if (letter) word += glyph.text;
  }
  if (last) visit(word, last.font);
}

function follows(before: Glyph, glyph: Glyph): boolean {
  const radians = (before.angle * Math.PI) / 180;
  const dx = glyph.x - before.x;
  const dy = glyph.y - before.y;
  const along = dx * Math.cos(radians) + dy * Math.sin(radians) - before.advance;
  const across = dy * Math.cos(radians) - dx * Math.sin(radians);
  return Math.abs(across) < BASELINE_DRIFT * before.size && Math.abs(along) < WORD_GAP * before.size;
}
