import type { Glyph } from "../../page.js";

/** How far letters of the TeX logos stand off the baseline, in sizes: E is lowered by 0.5 ex, A raised to the height of T. */
const LEAST_SHIFT = 0.1;
const MOST_SHIFT = 0.36;
/** Least overlap with the letter before, in sizes: T and E are kerned by 0.17 em, L and A by 0.36 em; scripts are not. */
const KERN = 0.08;

/**
 * Letters that a logo shifts off the baseline (TeX, LaTeX, BibTeX, LuaTeX …) put back on it and spelt small, as the names are
 * written, so that they neither make a line of their own nor a script. Such a letter is a capital pulled back over the one before it, and the next one over it or on.
 */
export function settleLogos(glyphs: readonly Glyph[]): Glyph[] {
  return glyphs.map((glyph, index) => {
    if (/^[ε𝜀]$/u.test(glyph.text)) return isEdition(glyphs, index) ? { ...glyph, y: glyphs[index - 1]!.y } : glyph;
    if (plain(glyph) === "M") return isOfSociety(glyphs, index) ? { ...glyph, y: glyphs[index - 1]!.y } : glyph;
    if (glyph.text !== "E" && glyph.text !== "A" && glyph.text !== "Ǝ") return glyph;
    const before = glyphs[index - 1];
    const after = glyphs[index + 1];
    if (!before || !after || !isShifted(glyph, before, after)) return glyph;
    return { ...glyph, text: glyph.text.toLowerCase(), y: before.y };
  });
}

/** The letter of LaTeX2ε: lowered behind the figure, and as large. */
function isEdition(glyphs: readonly Glyph[], index: number): boolean {
  const [letter, figure, glyph] = [glyphs[index - 2], glyphs[index - 1], glyphs[index]!];
  if (letter?.text !== "X" || figure?.text !== "2" || Math.abs(glyph.size - figure.size) > 0.1 * figure.size)
    return false;
  const gap = Math.abs(figure.x + figure.advance - glyph.x) / figure.size;
  return gap < KERN && shiftOf(glyph, figure) < MOST_SHIFT;
}

/** The logo is set in script letters. */
function plain(glyph: Glyph | undefined): string | undefined {
  return glyph?.text.normalize("NFKC");
}

/** The M of AMS, lowered between its neighbours. */
function isOfSociety(glyphs: readonly Glyph[], index: number): boolean {
  const [before, glyph, after] = [glyphs[index - 1], glyphs[index]!, glyphs[index + 1]];
  return plain(before) === "A" && plain(after) === "S" && isShifted(glyph, before!, after!);
}

function shiftOf(glyph: Glyph, before: Glyph): number {
  return Math.abs(glyph.y - before.y) / before.size;
}

function isShifted(glyph: Glyph, before: Glyph, after: Glyph): boolean {
  if (glyph.angle !== 0 || !/^\p{Lu}$/u.test(before.text) || !/^\p{Lu}$/u.test(after.text)) return false;
  // In `LaTeX` the E after the T is still off its baseline when A is looked at; T itself is on it.
  if (Math.abs(before.y - after.y) > 0.02 * before.size) return false;
  const shift = shiftOf(glyph, before);
  const kern = (before.x + before.advance - glyph.x) / before.size;
  return shift > LEAST_SHIFT && shift < MOST_SHIFT && kern > KERN && after.x > glyph.x;
}
