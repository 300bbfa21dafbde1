import type { Glyph } from "../../src/page.js";

/** Advance of the glyphs of `makeGlyph`, px. */
export const ADVANCE = 14;

/** An upright black glyph, 14 px wide and 15 px high, with its pen at x on the baseline y. */
export function makeGlyph(text: string, font: number, size: number, x: number, y: number): Glyph {
  return {
    text,
    identity: "unicode",
    code: 0,
    font,
    size,
    x,
    y,
    advance: ADVANCE,
    angle: 0,
    box: { x0: x, y0: y - 15, x1: x + ADVANCE, y1: y },
    exact: true,
    visible: true,
    color: 0,
    confidence: 1,
  };
}
