import { expect, test } from "vitest";
import { missedLetters } from "../../../src/engine/recognize/missed-letters.js";
import type { ReadLine } from "../../../src/engine/recognize/read-lines.js";

const X_HEIGHT = 20;
const BASELINE = 100;

/** A line of letters 15 px wide that stand 25 px apart; those of `read` have a symbol. `maths`: from which letter to which a formula goes. */
function lineOf(count: number, read: readonly number[], maths?: [number, number]): ReadLine {
  const letters = Array.from({ length: count }, (_, at) => ({
    x0: 25 * at,
    y0: BASELINE - X_HEIGHT,
    x1: 25 * at + 15,
    y1: BASELINE,
  }));
  const columnOf = (at: number) => (25 * at + 7.5) / 2;
  return {
    line: { letters, isLeader: false },
    metrics: { xHeight: X_HEIGHT, baseline: BASELINE },
    framed: { left: 0, scale: 2 },
    symbols: read.map((at) => ({ label: "o", probability: 1, centre: columnOf(at) })),
    maths: maths ? [[columnOf(maths[0]), columnOf(maths[1])]] : [],
    rate: 1,
  } as unknown as ReadLine;
}

test("letters without a symbol are counted, those before the first and behind the last are not", () => {
  expect(missedLetters(lineOf(8, [0, 1, 2, 3, 4, 5, 6, 7]))).toBe(0);
  expect(missedLetters(lineOf(8, [0, 1, 3, 4, 6, 7]))).toBe(2);
  expect(missedLetters(lineOf(8, [2, 3, 4]))).toBe(0);
  expect(missedLetters(lineOf(8, []))).toBe(0);
});

test("inside formulas, whose parts stand above each other, nothing is counted", () => {
  expect(missedLetters(lineOf(8, [0, 1, 6, 7], [2, 5]))).toBe(0);
});

test("dots and strokes are no letters", () => {
  const line = lineOf(3, [0, 2]);
  line.line.letters[1]!.y0 = BASELINE - 4;
  expect(missedLetters(line)).toBe(0);
});
