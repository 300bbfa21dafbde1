import type { Line } from "../types.js";

/** Lines looked at before and after one, the least of them at its left edge, and the share of those that start with a term. */
const WINDOW = 12;
const LEAST = 5;
const SHARE = 0.8;
/** Left edges that agree, in sizes. */
const FLUSH = 0.2;
/** Most words of a line that is all term. */
const TERM_WORDS = 3;

/**
 * Per line whether it starts an entry of a glossary or an index: it opens with a term in bold or typewriter face, and so do nearly all
 * lines around that start at its left edge. Its text goes on further in.
 */
export function entryStarts(lines: readonly Line[], bodyFont: number): boolean[] {
  const termed = lines.map((line) => opensWithTerm(line, bodyFont));
  return lines.map((line, index) => {
    if (!termed[index]) return false;
    let [flush, terms] = [0, 0];
    for (let at = Math.max(0, index - WINDOW); at < Math.min(lines.length, index + WINDOW + 1); at++) {
      if (Math.abs(lines[at]!.box.x0 - line.box.x0) > FLUSH * line.size) continue;
      flush++;
      if (termed[at]) terms++;
    }
    return flush >= LEAST && terms >= SHARE * flush;
  });
}

/** A bold or typewritten term, and text in another face behind it; or nothing but the term. */
function opensWithTerm(line: Line, bodyFont: number): boolean {
  const glyphs = line.words.flatMap((word) => word.glyphs);
  const font = glyphs[0]?.font;
  if (font === undefined || font === bodyFont) return false;
  const end = glyphs.findIndex((glyph) => glyph.font !== font);
  const lead = end < 0 ? 1 : end / glyphs.length;
  if (line.bold < lead - 0.02 && line.monospace < lead - 0.02) return false;
  return lead < 1 || line.words.length <= TERM_WORDS;
}
