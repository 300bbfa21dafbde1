import { describe, expect, test } from "vitest";
import { classProbabilities } from "../../../src/layout/model/class-probabilities.js";
import { LAYOUT_CLASSES, type LayoutClass } from "../../../src/layout/model/classes.js";
import { decodeAreas } from "../../../src/layout/model/decode-areas.js";
import type { PagePrediction } from "../../../src/prediction.js";

const COLUMNS = 40;
const ROWS = 40;
/** px of page space per cell. */
const CELL = 10;

type Painted = [kind: LayoutClass, column0: number, row0: number, column1: number, row1: number];

function predict(areas: Painted[]): PagePrediction {
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
  const grid = { columns: COLUMNS, rows: ROWS, left: -20, top: -40, cellWidth: CELL, cellHeight: CELL };
  return { regions: { ...grid, probabilities }, turns: [1, 0, 0, 0] };
}

describe("decodeAreas", () => {
  test("tables and pictures are areas in page space; text is none", () => {
    const areas = decodeAreas(
      predict([
        ["table", 5, 5, 30, 20],
        ["text", 5, 25, 30, 30],
      ]),
    );
    expect(areas).toHaveLength(1);
    expect(areas[0]).toMatchObject({ kind: "table", box: { x0: 30, y0: 10, x1: 280, y1: 160 } });
    expect(areas[0]!.score).toBeCloseTo(0.8);
  });

  test("specks are nothing", () => {
    expect(decodeAreas(predict([["diagram", 5, 5, 7, 6]]))).toEqual([]);
  });
});

test("mean probabilities of a box count whole cells only", () => {
  const prediction = predict([["text", 0, 0, 20, 40]]);
  const means = classProbabilities(prediction, [{ x0: -20, y0: 0, x1: 380, y1: 100 }])!;
  expect(means[LAYOUT_CLASSES.indexOf("text")]).toBeCloseTo(0.4);
  expect(classProbabilities(prediction, [{ x0: 9000, y0: 0, x1: 9001, y1: 1 }])).toBeUndefined();
});
