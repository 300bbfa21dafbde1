import { describe, expect, it } from "vitest";
import { DRAW } from "../../../../src/engine/source/pdf/operators.js";
import { outlineBox } from "../../../../src/engine/source/pdf/outline-box.js";

const { moveTo, lineTo, curveTo, quadraticCurveTo, closePath } = DRAW;

describe("outlineBox", () => {
  it("is the box of the points of polygons", () => {
    expect(outlineBox([moveTo, 1, 2, lineTo, 5, 2, lineTo, 3, 9, closePath])).toEqual({ x0: 1, y0: 2, x1: 5, y1: 9 });
  });

  it("takes curves by their extremes, not their control points", () => {
    const cubic = outlineBox([moveTo, 0, 0, curveTo, 0, 4, 8, 4, 8, 0])!;
    expect(cubic.y1).toBeCloseTo(3, 9);
    const quadratic = outlineBox([moveTo, 0, 0, quadraticCurveTo, 4, 6, 8, 0])!;
    expect(quadratic.y1).toBeCloseTo(3, 9);
    expect([quadratic.x0, quadratic.x1]).toEqual([0, 8]);
  });

  it("is undefined for a path that draws nothing", () => {
    expect(outlineBox([])).toBeUndefined();
    expect(outlineBox([moveTo, 3, 3, closePath])).toBeUndefined();
  });

  it("starts at the first segment, not at moves before it", () => {
    expect(outlineBox([moveTo, -50, -50, moveTo, 1, 1, lineTo, 2, 2])).toEqual({ x0: 1, y0: 1, x1: 2, y1: 2 });
  });
});
