import { expect, it } from "vitest";
import { commonXHeight } from "../../../src/engine/recognize/lines/common-x-height.js";
import { lineOf } from "../../../src/engine/recognize/lines/part-uneven.js";

/** Letters of these heights on one baseline, px. */
const line = (heights: readonly number[]) =>
  lineOf(heights.map((height, at) => ({ x0: 12 * at, y0: 50 - height, x1: 12 * at + 10, y1: 50, area: 80 })));
const words = line([21, 14, 14, 14, 21, 14, 14, 14, 14, 21, 14, 14]);
const number = line([21, 21]);

it("is that of the words on a page whose letters are mostly digits", () => {
  expect(commonXHeight([words, number, number, words, number], 21)).toBeCloseTo(14, 0);
});

it("is the height of most letters where words have it, or there are none", () => {
  expect(commonXHeight([words, words], 14)).toBe(14);
  expect(commonXHeight([number, number], 21)).toBe(21);
});
