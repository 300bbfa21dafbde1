import { describe, expect, it } from "vitest";
import { boxSides } from "../../../src/engine/raster/ink/box-sides.js";
import type { Component } from "../../../src/engine/raster/ink/components.js";

const bar = (x0: number, y0: number, height: number, width = 4): Component => ({
  x0,
  y0,
  x1: x0 + width,
  y1: y0 + height,
  area: width * height,
});

describe("boxSides", () => {
  it("finds the side of a table that is printed row by row", () => {
    const side = [bar(100, 50, 30), bar(100, 82, 30), bar(101, 114, 30)];
    expect(boxSides(side, [])).toEqual(side);
  });

  it("leaves the stems of letters of successive lines, and of two rows only", () => {
    expect(boxSides([bar(100, 50, 22), bar(100, 83, 22), bar(100, 116, 22)], [])).toEqual([]);
    expect(boxSides([bar(100, 50, 30), bar(100, 82, 30)], [])).toEqual([]);
  });

  it("finds the sides of a box of one line at the ends of its rules", () => {
    const rules = [
      { x0: 100, y0: 46, x1: 700, y1: 50 },
      { x0: 100, y0: 90, x1: 700, y1: 94 },
    ];
    const [left, right, letter] = [bar(99, 52, 36), bar(697, 52, 36), bar(300, 58, 22)];
    expect(boxSides([left, right, letter], rules)).toEqual([left, right]);
    expect(boxSides([left, right, letter], rules.slice(0, 1))).toEqual([]);
  });
});
