import { expect, test } from "vitest";
import { findFormulaSpans } from "../../../../src/engine/recognize/formulas/formula-spans.js";
import type { ReadLine } from "../../../../src/engine/recognize/read-lines.js";
import type { Box } from "../../../../src/page.js";

const EM = 28;

/** A line with a letter of ink per printed label, 8 px apart. */
function read(labels: readonly string[], y0: number, probability = 0.9): ReadLine {
  const symbols = labels.map((label, index) => ({ label, probability, centre: 8 * index }));
  const letters = labels.map((_, index): Box => ({ x0: 8 * index - 3, x1: 8 * index + 3, y0, y1: y0 + 20 }));
  return {
    line: { x0: 0, x1: 8 * labels.length, y0, y1: y0 + 20, letters },
    metrics: { baseline: y0 + 20, slope: 0, xHeight: 13 },
    framed: { left: 0, scale: 1 },
    symbols,
    rate: probability,
    maths: [],
  } as unknown as ReadLine;
}

const spansOf = (lines: readonly ReadLine[]) =>
  findFormulaSpans(lines, { letters: lines.flatMap(({ line }) => line.letters), rules: [] } as never, EM);
const formula = ["\\(", "x", "=", "y", "\\)"];

test("a formula reaches no further down than its own line, though the next one's tall letters are near", () => {
  const text = [..."the words ", ...formula, ..." go on"];
  const [span] = spansOf([read(text, 100), read([..."and tall letters stand below it"], 122)]);
  expect(span?.box).toMatchObject({ y0: 100, y1: 120 });
  // a denominator is no word
  const [tall] = spansOf([read(text, 100), read([...Array(12).fill(" "), "2", "n"], 115)]);
  expect(tall?.box).toMatchObject({ y0: 100, y1: 135 });
});

test("single letters and lines of nothing else stay as they were read when that is certain", () => {
  expect(spansOf([read([..."let ", "\\(", "x", "\\)", ..." be it"], 100, 0.99)])).toHaveLength(0);
  expect(spansOf([read([..."let ", "\\(", "x", "\\)", ..." be it"], 100, 0.8)])).toHaveLength(1);
  expect(spansOf([read(formula, 100, 0.99)])).toHaveLength(0);
  expect(spansOf([read([..."let ", ...formula, ..." be it"], 100, 0.99)])).toHaveLength(1);
});

test("a formula inside a line knows the line's baseline", () => {
  const letters = [{ x0: 40, y0: 80, x1: 50, y1: 101, area: 90 }];
  const line = {
    line: { x0: 0, y0: 80, x1: 100, y1: 106, letters },
    metrics: { baseline: 100, slope: 0, xHeight: 13 },
    framed: { left: 0, scale: 1 },
    symbols: ["a", "\\(", "O", "\\)", "b"].map((label, at) => ({ label, probability: 0.9, centre: 5 + 20 * at })),
    maths: [],
    rate: 0.9,
  } as unknown as ReadLine;
  const spans = findFormulaSpans([line], { letters, rules: [] } as never, 30);
  expect(spans).toMatchObject([{ box: { x0: 40, x1: 50 }, baseline: 100 }]);
});
