import { describe, expect, it } from "vitest";
import { stripRules } from "../../../src/engine/raster/ink/strip-rules.js";

/** Mask with ink in the given boxes [x0, y0, x1, y1]. */
function maskOf(width: number, height: number, boxes: [number, number, number, number][]) {
  const data = new Uint8Array(width * height);
  for (const [x0, y0, x1, y1] of boxes) for (let y = y0; y < y1; y++) data.fill(1, y * width + x0, y * width + x1);
  return { width, height, data };
}

const inkOf = ({ data }: { data: Uint8Array }) => data.reduce((sum, ink) => sum + ink, 0);

describe("stripRules", () => {
  it.each([
    ["at the top", 0],
    ["anywhere", 13],
    ["across two of the rows that are looked at", 18],
    ["at the bottom", 40],
  ])("finds a vertical stroke of just the length %s", (_, y0) => {
    const mask = maskOf(30, 60, [[10, y0, 12, y0 + 20]]);
    expect(stripRules(mask, 20)).toEqual([{ x0: 10, y0, x1: 12, y1: y0 + 20 }]);
    expect(inkOf(mask)).toBe(0);
  });

  it("takes a stroke of several lengths once, and leaves shorter ones", () => {
    const mask = maskOf(30, 90, [
      [5, 3, 6, 88],
      [20, 10, 21, 29],
    ]);
    expect(stripRules(mask, 20)).toEqual([{ x0: 5, y0: 3, x1: 6, y1: 88 }]);
    expect(inkOf(mask)).toBe(19);
  });

  it("parts strokes that stand above each other", () => {
    const mask = maskOf(10, 60, [
      [4, 2, 5, 25],
      [4, 26, 5, 58],
    ]);
    expect(stripRules(mask, 20).map(({ y0, y1 }) => [y0, y1])).toEqual([
      [2, 25],
      [26, 58],
    ]);
  });

  it("leaves bars thicker than a rule", () => {
    const mask = maskOf(60, 60, [[10, 10, 40, 25]]);
    expect(stripRules(mask, 20)).toEqual([]);
    expect(inkOf(mask)).toBe(30 * 15);
  });
});
