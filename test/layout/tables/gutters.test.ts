import { describe, expect, it } from "vitest";
import { findGutters } from "../../../src/layout/tables/gutters.js";
import type { TextRow } from "../../../src/layout/tables/table-text.js";

/** Rows of chunks given by their x-extents. */
function rows(...extents: [number, number][][]): TextRow[] {
  return extents.map((chunks, index) => {
    const y0 = index * 50;
    const boxes = chunks.map(([x0, x1]) => ({ x0, y0, x1, y1: y0 + 30 }));
    return {
      baseline: y0 + 30,
      box: { x0: boxes[0]!.x0, y0, x1: boxes.at(-1)!.x1, y1: y0 + 30 },
      size: 34,
      chunks: boxes.map((box) => ({ words: [], box, text: "x" })),
    };
  });
}

const between = (gutters: { from: number; to: number }[]) => gutters.map(({ from, to }) => [from, to]);

describe("gutters", () => {
  it("are the white all rows leave", () => {
    const found = findGutters(
      rows(
        [
          [0, 100],
          [200, 250],
        ],
        [
          [0, 140],
          [180, 250],
        ],
        [
          [0, 90],
          [210, 250],
        ],
      ),
      20,
    );
    expect(between(found)).toEqual([[140, 180]]);
    expect(found[0]).toMatchObject({ votes: 3, crossings: 0 });
  });

  it("survive a head over both columns", () => {
    const found = findGutters(
      rows(
        [[60, 220]],
        [
          [0, 100],
          [200, 250],
        ],
        [
          [0, 100],
          [200, 250],
        ],
        [
          [0, 100],
          [200, 250],
        ],
      ),
      20,
    );
    expect(between(found)).toEqual([[100, 200]]);
    expect(found[0]).toMatchObject({ votes: 3, crossings: 1 });
  });

  it("do not swallow a column with few entries", () => {
    const found = findGutters(
      rows(
        [
          [0, 100],
          [300, 400],
        ],
        [
          [0, 100],
          [180, 220],
          [300, 400],
        ],
        [
          [0, 100],
          [300, 400],
        ],
        [
          [0, 100],
          [300, 400],
        ],
        [
          [0, 100],
          [300, 400],
        ],
      ),
      20,
    );
    expect(between(found)).toEqual([
      [100, 180],
      [220, 300],
    ]);
  });

  it("make no column of a head that stands over the white between two", () => {
    const found = findGutters(
      rows(
        [[140, 180]],
        [
          [0, 100],
          [220, 300],
        ],
        [
          [0, 100],
          [220, 300],
        ],
        [
          [0, 100],
          [220, 300],
        ],
      ),
      20,
    );
    expect(found).toHaveLength(1);
  });

  it("need rows with text on both sides", () => {
    expect(findGutters(rows([[0, 100]], [[200, 300]], [[0, 100]], [[200, 300]]), 20)).toEqual([]);
  });
});
