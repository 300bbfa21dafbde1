import { expect, test } from "vitest";
import { levelMarks, onBaseline } from "../../../../src/engine/recognize/formulas/symbol-glyphs.js";
import type { Glyph } from "../../../../src/page.js";

test("a letter whose foot reaches below the baseline stands on that of its line, a raised one does not", () => {
  const letter = (y: number) => onBaseline({ text: "O", y, size: 30 } as Glyph, 100).y;
  expect([letter(101.7), letter(98), letter(95), letter(105)]).toEqual([100, 100, 95, 105]);
});

test("a comma in a script stands on the baseline of the letters beside it", () => {
  const glyph = (text: string, x0: number, y: number, size = 24) =>
    ({ text, y, size, box: { x0, y0: y - 12, x1: x0 + 10, y1: y } }) as Glyph;
  const levelled = levelMarks([
    glyph("X", 60, 80, 34),
    glyph(")", 75, 61.6),
    glyph(",", 90, 59.4),
    glyph("x", 104, 61.9),
  ]);
  expect(levelled.map(({ y }) => y)).toEqual([80, 61.6, 61.9, 61.9]);
  // Far from all letters of its size it stays.
  expect(levelMarks([glyph("x", 20, 62), glyph(",", 90, 59)]).map(({ y }) => y)).toEqual([62, 59]);
});
