import { expect, test } from "vitest";
import { findFormulaAreas } from "../../../../src/engine/recognize/formulas/formula-areas.js";
import type { ReadLine } from "../../../../src/engine/recognize/read-lines.js";
import type { Box } from "../../../../src/page.js";

const EM = 28;

/** A line as it was read: labels of the line recogniser. */
function read(labels: readonly string[], box: Box, rate = 0.95): ReadLine {
  const symbols = labels.map((label, index) => ({ label, probability: rate, centre: 8 * index }));
  return {
    line: { ...box, letters: [] },
    metrics: { baseline: box.y1, slope: 0, xHeight: 13 },
    symbols,
    rate,
    maths: [],
  } as unknown as ReadLine;
}

const areasOf = (lines: readonly ReadLine[]) =>
  findFormulaAreas(lines, { letters: [], rules: [] } as never, EM).map(({ box, lines: own }) => [own.length, box]);

/** A fraction, and what follows it on the axis. */
const beside = read(["\\(", "\\stack", "+", "J", "=", "0", "\\)"], { x0: 725, y0: 1430, x1: 931, y1: 1457 });
const over = { x0: 726, y0: 1410, x1: 767, y1: 1439 };
const under = { x0: 735, y0: 1448, x1: 760, y1: 1469 };
const whole = { x0: 725, y0: 1410, x1: 931, y1: 1469 };

test("names of signs are no words: a denominator read as `∂t` belongs to its formula", () => {
  const lines = [read(["\\(", "\\partial", "\\rho", "\\)"], over), beside, read(["\\partial", "t"], under)];
  expect(areasOf(lines)).toEqual([[3, whole]]);
});

test("three letters with capitals among them are factors, not a word", () => {
  const lines = [read([..."QPf"], over), beside, read(["\\partial", "t"], under)];
  expect(areasOf(lines)).toEqual([[3, whole]]);
});

test("words above a formula are none of it", () => {
  const lines = [read([..."where"], over), beside, read(["\\partial", "t"], under)];
  expect(areasOf(lines)).toEqual([[2, { ...whole, y0: 1430 }]]);
});

test("what stands beside a formula in the next column is none of it", () => {
  const entry = read([..."2.1", "\\stack"], { x0: 480, y0: 1430, x1: 700, y1: 1457 }, 0.6);
  expect(areasOf([entry, beside])).toEqual([[2, { x0: 480, y0: 1430, x1: 931, y1: 1457 }]]);
  const prose = (x0: number, x1: number) =>
    [1310, 1350, 1550].map((y) => read([..."words that run on and on"], { x0, x1, y0: y, y1: y + 27 }));
  const columns = [...prose(300, 702), ...prose(722, 1100)];
  expect(areasOf([entry, beside, ...columns]).map(([count]) => count)).toEqual([1, 1]);
  const through = read([..."words that run on and on"], { x0: 300, x1: 1100, y0: 1590, y1: 1617 });
  expect(areasOf([entry, beside, ...columns, through]).map(([count]) => count)).toEqual([2]);
});

test("what stands in the next cell of a table is none of it, what stands beside a bar is", () => {
  const seed = read(["\\(", "T", "=", "\\)"], { x0: 480, y0: 1430, x1: 560, y1: 1457 }, 0.8);
  const number = read([..."0.51"], { x0: 600, y0: 1430, x1: 670, y1: 1457 });
  const below = read([..."0.65"], { x0: 480, y0: 1462, x1: 560, y1: 1485 });
  const side = { x0: 580, y0: 1400, x1: 582, y1: 1500 };
  const ruled = (...rules: Box[]) =>
    findFormulaAreas([seed, number, below], { letters: [], rules } as never, EM).map(({ lines }) => lines.length);
  expect(ruled(side)).toEqual([3]);
  expect(ruled(side, { x0: 400, y0: 1459, x1: 700, y1: 1461 })).toEqual([1]);
});

test("letters of two scripts are no word: a limit read as `nεž` belongs to its sum", () => {
  const sum = read(["\\(", "\\sum", "a", "\\)"], { x0: 725, y0: 1430, x1: 931, y1: 1457 });
  const limit = { x0: 730, y0: 1460, x1: 770, y1: 1472 };
  expect(areasOf([sum, read([..."nεž"], limit, 0.76)])).toEqual([[2, { x0: 725, y0: 1430, x1: 931, y1: 1472 }]]);
  expect(areasOf([sum, read([..."nez"], limit, 0.76)])).toEqual([[1, { x0: 725, y0: 1430, x1: 931, y1: 1457 }]]);
});

test("a formula that the net began in a sentence and did not end begins nothing", () => {
  const text = read(
    [..."WA \\(98198; phone and fax:"]
      .join("")
      .split(/(\\\()|/)
      .filter(Boolean),
    {
      x0: 617,
      y0: 1430,
      x1: 900,
      y1: 1457,
    },
  );
  const address = read([..."35; e-mail: 9-FAA-SACO"], { x0: 617, y0: 1462, x1: 931, y1: 1489 });
  expect(areasOf([text, address])).toEqual([]);
});

test("one row with an operator that may have limits is looked at, however surely it was read", () => {
  const box = { x0: 725, y0: 1430, x1: 931, y1: 1457 };
  expect(areasOf([read(["\\(", "\\sum", "a", "\\)"], box, 0.99)])).toHaveLength(1);
  expect(areasOf([read(["\\(", "b", "=", "a", "\\)"], box, 0.99)])).toHaveLength(0);
});
