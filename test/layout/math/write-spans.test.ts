import { expect, test } from "vitest";
import { mathSpanWriter } from "../../../src/layout/math/write-spans.js";
import type { Line } from "../../../src/layout/types.js";
import type { FontInfo, Glyph, RecognizedFormula } from "../../../src/page.js";
import { makeGlyph } from "../../support/make-glyph.js";

const fonts = ["Text", "Maths"].map((name) => ({ name, kind: "unknown", math: name === "Maths" }) as FontInfo);

/** A line of two words, the second a formula of the maths font in which the second letter is a subscript. */
function lineOf(formula: RecognizedFormula | undefined, confidence = 1): Line {
  const seen = (text: string, x: number, size: number, y: number): Glyph => ({
    ...makeGlyph(text, 1, size, x, y),
    confidence,
    formula,
  });
  const words = [[makeGlyph("a", 0, 30, 0, 100)], [seen("x", 30, 30, 100), seen("i", 45, 20, 105)]];
  const box = { x0: 0, x1: 60, y0: 80, y1: 105 };
  return {
    words: words.map((glyphs) => ({ text: glyphs.map(({ text }) => text).join(""), glyphs, box })),
    text: "",
    box,
    baseline: 100,
    size: 30,
    font: 0,
    angle: 0,
    bold: 0,
    italic: 0,
    monospace: 0,
    math: 0,
  };
}

const written = (line: Line) =>
  mathSpanWriter({ rules: [] })(line, fonts).map((span) => (span.kind === "math" ? `$${span.latex}$` : span.text));
const read = { latex: "\\chi_{l}", confidence: 0.9, confidenceRate: 0.95 };

test("a formula that was seen as a whole says what was read then", () => {
  expect(written(lineOf({ baseline: 100, read: { ...read, glyphs: 2 } }))).toEqual(["a ", "$\\chi_{l}$"]);
  expect(written(lineOf({ baseline: 100, read: { ...read, glyphs: 3 } }))).toEqual(["a ", "$x_{i}$"]);
});

test("a formula that was seen keeps its structure at less certainty than glyphs that only look like one", () => {
  expect(written(lineOf({ baseline: 100 }, 0.7))).toEqual(["a ", "$x_{i}$"]);
  expect(written(lineOf(undefined, 0.7)).join("")).not.toContain("$");
  expect(written(lineOf({ baseline: 100 }, 0.5)).join("")).not.toContain("$");
});
