import type { FontInfo, Glyph } from "../../page.js";

const MINUS = "\u2212";

/**
 * Minus signs that stand for the hyphen of the keyboard: in program text, where troff and LaTeX print them, and in the options of commands
 * (`−−prefix`) that are printed in the type of the text.
 */
export function withKeyedHyphens(glyphs: readonly Glyph[], fonts: readonly FontInfo[]): Glyph[] {
  return glyphs.map((glyph, at) => {
    if (glyph.text !== MINUS) return glyph;
    const keyed = fonts[glyph.font]?.monospace === true || isOption(glyphs, at);
    return keyed ? { ...glyph, text: "-" } : glyph;
  });
}

/** One of two minus signs with a letter of their font right behind them. */
function isOption(glyphs: readonly Glyph[], at: number): boolean {
  const first = glyphs[at - 1]?.text === MINUS ? at - 1 : at;
  const three = [glyphs[first], glyphs[first + 1], glyphs[first + 2]] as const;
  const [one, two, letter] = three;
  if (!one || !two || !letter || two.text !== MINUS || !/^\p{L}$/u.test(letter.text)) return false;
  return three.every((glyph) => glyph!.font === one.font && glyph!.y === one.y) && letter.x - one.x < 2 * one.size;
}
