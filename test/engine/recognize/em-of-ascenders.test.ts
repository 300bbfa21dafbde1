import { expect, test } from "vitest";
import { emOfAscenders } from "../../../src/engine/recognize/lines/em-of-ascenders.js";

/** A line with its baseline at y = 40: letters of the x-height, and tall ones. */
function line(xHeight: number, tall: number, count = 12) {
  const letters = Array.from({ length: count }, (_, index) => {
    const height = index % 2 === 0 ? xHeight : tall;
    return { x0: 12 * index, x1: 12 * index + 9, y0: 40 - height, y1: 40, area: 40 };
  });
  const line = { x0: 0, x1: 12 * count, y0: 40 - tall, y1: 40, letters };
  return { line, metrics: { baseline: 40, slope: 0, xHeight } };
}

test("the em is told by tall letters, so that faces of low and of high x-height have the same", () => {
  const low = emOfAscenders([line(12.8, 19.7), line(12.8, 19.7), line(12.8, 19.7), line(12.8, 19.7)]);
  const high = emOfAscenders([line(14.2, 19.7), line(14.2, 19.7), line(14.2, 19.7), line(14.2, 19.7)]);
  expect(low).toBeCloseTo(27.5, 0);
  expect(high).toBe(low);
});

test("lines of other sizes, and accents that stand on no baseline, do not count", () => {
  const text = [line(13, 20, 40), line(13, 20, 40)];
  const raised = line(13, 20, 40);
  for (const letter of raised.line.letters) letter.y1 -= 5;
  expect(emOfAscenders([...text, line(22, 34, 20), raised])).toBe(emOfAscenders(text));
});

test("of too few letters nothing is told", () => {
  expect(emOfAscenders([])).toBeUndefined();
  expect(emOfAscenders([line(13, 20)])).toBeUndefined();
});
