import { expect, test } from "vitest";
import { isReadIn } from "../../../../src/engine/recognize/formulas/is-read-in.js";
import type { Glyph } from "../../../../src/page.js";

const EM = 30;
const glyph = (text: string, x0: number, x1: number) => ({ text, box: { x0, x1, y0: 0, y1: 20 } }) as Glyph;
/** `F[2` in a place of a line. */
const span = {
  box: { x0: 100, y0: 0, x1: 160, y1: 20 },
  glyphs: [glyph("F", 100, 118), glyph("[", 126, 132), glyph("2", 140, 160)],
};

test("letters inside a formula's place are replaced, those around it stay", () => {
  expect(isReadIn(span, glyph("F", 102, 116), EM)).toBe(true);
  expect(isReadIn(span, glyph("q", 102, 116), EM)).toBe(true);
  expect(isReadIn(span, glyph(".", 166, 170), EM)).toBe(false);
  expect(isReadIn(span, glyph(" ", 160, 160), EM)).toBe(false);
});

test("a full stop behind the half-way line stays although the last sign's ink reaches over it", () => {
  const place = { ...span.box, x1: 152 };
  expect(isReadIn({ ...span, place }, glyph(".", 152, 160), EM)).toBe(false);
  expect(isReadIn(span, glyph(".", 152, 160), EM)).toBe(true);
});

test("a closing bracket at the end stays where the formula has none there", () => {
  expect(isReadIn(span, glyph("]", 154, 162), EM)).toBe(false);
  const closed = { ...span, glyphs: [...span.glyphs, glyph("}", 155, 160)] };
  expect(isReadIn(closed, glyph(")", 154, 162), EM)).toBe(true);
});
