import { describe, expect, test } from "vitest";
import { classProbabilities } from "../../../src/layout/model/class-probabilities.js";
import { LAYOUT_CLASSES, type LayoutClass } from "../../../src/layout/model/classes.js";
import { decodeLines } from "../../../src/layout/model/decode-lines.js";
import { decodeRegions } from "../../../src/layout/model/decode-regions.js";
import type { PagePrediction } from "../../../src/prediction.js";

const COLUMNS = 40;
const ROWS = 40;
/** px of page space per region cell; line cells are half as high. */
const CELL = 10;

type Painted = [kind: LayoutClass, column0: number, row0: number, column1: number, row1: number];
/** Half rows. */
type Band = [column0: number, row0: number, column1: number, row1: number, first?: number];

function predict(areas: Painted[], bands: Band[]): PagePrediction {
  const grid = { columns: COLUMNS, left: -20, top: -40, cellWidth: CELL };
  const probabilities = new Float32Array(LAYOUT_CLASSES.length * COLUMNS * ROWS);
  probabilities.fill(1, 0, COLUMNS * ROWS);
  for (const [kind, column0, row0, column1, row1] of areas) {
    for (let row = row0; row < row1; row++) {
      for (let column = column0; column < column1; column++) {
        const at = row * COLUMNS + column;
        for (let k = 0; k < LAYOUT_CLASSES.length; k++) probabilities[k * COLUMNS * ROWS + at] = 0;
        probabilities[LAYOUT_CLASSES.indexOf(kind) * COLUMNS * ROWS + at] = 0.8;
        probabilities[at] = 0.2;
      }
    }
  }
  const core = new Float32Array(COLUMNS * ROWS * 2);
  const starts = new Float32Array(core.length);
  for (const [column0, row0, column1, row1, first = 0] of bands) {
    for (let row = row0; row < row1; row++) {
      core.fill(1, row * COLUMNS + column0, row * COLUMNS + column1);
      starts.fill(first, row * COLUMNS + column0, row * COLUMNS + column1);
    }
  }
  return {
    regions: { ...grid, rows: ROWS, cellHeight: CELL, probabilities },
    lines: { ...grid, rows: ROWS * 2, cellHeight: CELL / 2, core, first: starts },
    turns: [1, 0, 0, 0],
  };
}

const decode = (areas: Painted[], bands: Band[]) => {
  const prediction = predict(areas, bands);
  return decodeRegions(prediction, decodeLines(prediction));
};

describe("decodeLines", () => {
  test("a band becomes a line in page space, its kind from the cells under it", () => {
    const [line] = decodeLines(predict([["title", 5, 5, 30, 9]], [[6, 12, 28, 15]]));
    expect(line).toMatchObject({ kind: "title", baseline: -40 + 15 * 5, xHeight: 15 });
    expect(line!.box.x0).toBe(-20 + 60);
    expect(line!.box.y0).toBeCloseTo(line!.baseline - 1.55 * 15);
  });

  test("words a column apart are one line, cells of a table stay apart", () => {
    expect(
      decodeLines(
        predict(
          [],
          [
            [5, 12, 10, 15],
            [11, 12, 20, 15],
          ],
        ),
      ),
    ).toHaveLength(1);
    expect(
      decodeLines(
        predict(
          [],
          [
            [5, 12, 10, 15],
            [14, 12, 20, 15],
          ],
        ),
      ),
    ).toHaveLength(2);
  });
});

describe("decodeRegions", () => {
  test("a paragraph ends where a line starts the next, or another kind begins", () => {
    const regions = decode(
      [
        ["text", 5, 5, 30, 15],
        ["footnote", 5, 15, 30, 20],
      ],
      [
        [6, 12, 28, 14, 1],
        [6, 17, 28, 19],
        [6, 22, 28, 24, 1],
        [6, 27, 28, 29],
        [6, 32, 28, 34],
      ],
    );
    expect(regions.map(({ kind, lines }) => [kind, lines.length])).toEqual([
      ["text", 2],
      ["text", 2],
      ["footnote", 1],
    ]);
  });

  test("columns stay apart", () => {
    const bands: Band[] = [
      [2, 12, 15, 14, 1],
      [20, 12, 35, 14, 1],
      [2, 17, 15, 19],
      [20, 17, 35, 19],
    ];
    expect(decode([["text", 2, 5, 36, 12]], bands).map(({ lines }) => lines.length)).toEqual([2, 2]);
  });

  test("tables and pictures are areas and keep the lines inside", () => {
    const [table] = decode(
      [["table", 5, 5, 30, 20]],
      [
        [6, 14, 12, 16],
        [20, 14, 26, 16],
      ],
    );
    expect(table).toMatchObject({ kind: "table", box: { x0: 30, y0: 10, x1: 280, y1: 160 } });
    expect(table!.lines).toHaveLength(2);
    expect(table!.score).toBeCloseTo(0.8);
  });

  test("specks are nothing", () => {
    expect(decode([["diagram", 5, 5, 7, 6]], [])).toEqual([]);
  });
});

test("mean probabilities of a box count whole cells only", () => {
  const prediction = predict([["text", 0, 0, 20, 40]], []);
  const means = classProbabilities(prediction, [{ x0: -20, y0: 0, x1: 380, y1: 100 }])!;
  expect(means[LAYOUT_CLASSES.indexOf("text")]).toBeCloseTo(0.4);
  expect(classProbabilities(prediction, [{ x0: 9000, y0: 0, x1: 9001, y1: 1 }])).toBeUndefined();
});
