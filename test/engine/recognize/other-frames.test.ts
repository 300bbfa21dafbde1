import { describe, expect, it } from "vitest";
import type { Component } from "../../../src/engine/raster/ink/components.js";
import type { MeasuredLine } from "../../../src/engine/recognize/lines/cut-line.js";
import { bracketFrame, rowFrame } from "../../../src/engine/recognize/lines/other-frames.js";
import { lineOf } from "../../../src/engine/recognize/lines/part-uneven.js";

/** Letters as [left, top, right, bottom], measured to stand on `baseline`. */
function measured(baseline: number, ...boxes: [number, number, number, number][]): MeasuredLine {
  const letters = boxes.map(([x0, y0, x1, y1]): Component => ({ x0, y0, x1, y1, area: 40 }));
  return { line: lineOf(letters), metrics: { baseline, slope: 0, xHeight: 13 } };
}

const words = measured(50, [0, 37, 10, 50], [12, 31, 22, 50], [24, 37, 34, 56], [36, 37, 46, 50], [48, 37, 58, 50]);

describe("another frame of an uncertain line", () => {
  it("is that of the row it stands in", () => {
    const piece = measured(56, [80, 32, 85, 56], [90, 37, 100, 56]);
    expect(rowFrame(piece, [words])).toEqual({ baseline: 50, slope: 0, xHeight: 13 });
  });

  it("is none where no line stands beside it on the same height", () => {
    expect(rowFrame(measured(96, [80, 72, 85, 96]), [words])).toBeUndefined();
    expect(rowFrame(measured(56, [400, 32, 405, 56]), [words])).toBeUndefined();
    expect(rowFrame(measured(56, [80, 10, 85, 80]), [words])).toBeUndefined();
  });

  it("is that of brackets, which are centred on the axis, for brackets only", () => {
    const brace = measured(106, [20, 76, 28, 104]);
    expect(bracketFrame(brace, [words])).toMatchObject({ xHeight: 13 });
    expect(bracketFrame(brace, [words])!.baseline).toBeCloseTo(97, 0);
    expect(bracketFrame(measured(100, [20, 81, 28, 100]), [words])).toBeUndefined();
    expect(bracketFrame(brace, [])).toBeUndefined();
  });

  it("is none for what stands between the letters of a line, which was read with them", () => {
    const next = measured(50, [100, 37, 110, 50], [112, 31, 122, 50], [124, 37, 134, 50], [136, 37, 146, 50]);
    const comma = measured(54, [30, 44, 33, 54]);
    expect(rowFrame(comma, [next])).toBeDefined();
    expect(rowFrame(comma, [words, next])).toBeUndefined();
    expect(bracketFrame(measured(56, [30, 26, 36, 54]), [words])).toBeUndefined();
  });
});
