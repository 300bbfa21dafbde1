import type { FontInfo, Glyph } from "../../page.js";

/** Pens of letters within a word meet, but for kerning: in sizes. */
const KERN = 0.12;
const JOIN = 0.012;
/** Narrowest blank of words, in sizes: TeX's word space shrinks to 0.22 em, its thin space is 0.17. */
const WORD_BLANK = 0.21;
/** Signs with blanks of their own about them tell nothing. */
const SIGN = /^[\p{Sm}−∗*:]$/u;

interface Run {
  glyphs: Glyph[];
  /** Blank before and behind it on its line, in sizes; infinite at an end. */
  before: number;
  after: number;
  /** What stands there. */
  left: string;
  right: string;
}

/**
 * Letters of words that are set in the text's italic, which in many fonts is that of the variables, too: their pens meet, where products have
 * the side bearings of maths, and a blank of words parts them from an operand.
 */
export function italicWords(glyphs: readonly Glyph[], fonts: readonly FontInfo[]): ReadonlySet<Glyph> {
  const found = new Set<Glyph>();
  const runs = runsOf(glyphs, fonts);
  for (const run of runs) {
    const text = run.glyphs.map((glyph) => glyph.text).join("");
    // `dx dy`.
    if (run.glyphs.length < 2 || /^d[^aeiou]$/.test(text)) continue;
    const free = (blank: number, mark: RegExp, beside: string) => blank > WORD_BLANK || mark.test(beside);
    if (!free(run.before, /^[([{,;]$/, run.left) || !free(run.after, /^[)\]},;.]$/, run.right)) continue;
    const parted = (blank: number, beside: string) =>
      blank > WORD_BLANK && Number.isFinite(blank) && !SIGN.test(beside) && !/^[,;]$/.test(beside);
    if (parted(run.before, run.left) || parted(run.after, run.right)) for (const glyph of run.glyphs) found.add(glyph);
  }
  return found;
}

function runsOf(glyphs: readonly Glyph[], fonts: readonly FontInfo[]): Run[] {
  const runs: Run[] = [];
  const sorted = [...glyphs].sort((a, b) => a.x - b.x);
  for (const [index, glyph] of sorted.entries()) {
    if (!isItalic(glyph, fonts)) continue;
    const open = runs.find((run) => {
      const last = run.glyphs.at(-1)!;
      const gap = (glyph.x - last.x - last.advance) / glyph.size;
      return sameLine(last, glyph) && last.font === glyph.font && gap > -KERN && gap < JOIN;
    });
    if (open) open.glyphs.push(glyph);
    else {
      const last = sorted.slice(0, index).findLast((other) => onLine(other, glyph));
      const before = last ? (glyph.x - last.x - last.advance) / glyph.size : Infinity;
      runs.push({ glyphs: [glyph], before, after: Infinity, left: last?.text ?? "", right: "" });
    }
  }
  for (const run of runs) {
    const last = run.glyphs.at(-1)!;
    const next = sorted.slice(sorted.indexOf(last) + 1).find((other) => onLine(other, last));
    if (!next) continue;
    const blank = (from: Glyph, to: Glyph) => (to.x - from.x - from.advance) / last.size;
    // `resp. x`.
    const behind =
      next.text === "." ? sorted.slice(sorted.indexOf(next) + 1).find((other) => onLine(other, last)) : undefined;
    run.after = behind ? blank(next, behind) : blank(last, next);
    run.right = behind?.text ?? next.text;
  }
  return runs;
}

function isItalic(glyph: Glyph, fonts: readonly FontInfo[]): boolean {
  const font = fonts[glyph.font];
  return font?.italic === true && !font.math && /^\p{L}+$/u.test(glyph.text);
}

function sameLine(a: Glyph, b: Glyph): boolean {
  return Math.abs(a.y - b.y) < 0.05 * b.size && Math.abs(a.size - b.size) < 0.05 * b.size;
}

/** On the letter's line, or a script or a tall sign that reaches it. */
function onLine(other: Glyph, letter: Glyph): boolean {
  return other.box.y0 < letter.y && other.box.y1 > letter.y - 0.6 * letter.size;
}
