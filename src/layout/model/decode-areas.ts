import type { Box } from "../../page.js";
import type { PagePrediction } from "../../prediction.js";
import { boxOfCells } from "./cell-grid.js";
import { AREA_CLASSES, LAYOUT_CLASSES, type LayoutClass } from "./classes.js";
import { connectedCells } from "./connected-cells.js";

/** An area as the net sees it; px in page space. */
export interface PredictedArea {
  kind: LayoutClass;
  box: Box;
  /** Mean probability over its cells. */
  score: number;
}

/** Smaller areas are noise, in cells of 4 × 8 frame pixels: a table or picture is at least a thumbnail's size. */
const LEAST_AREA: Partial<Record<LayoutClass, number>> = { table: 30, diagram: 30, chart: 30, math: 6 };

/** Tables, pictures and formulas from connected cells of one class, by their top. */
export function decodeAreas({ regions }: Pick<PagePrediction, "regions">): PredictedArea[] {
  const { columns, rows, probabilities } = regions;
  const plane = columns * rows;
  const labels = new Uint8Array(plane);
  for (let at = 0; at < plane; at++) {
    let best = 0;
    for (let k = 1; k < LAYOUT_CLASSES.length; k++) {
      if (probabilities[k * plane + at]! > probabilities[best * plane + at]!) best = k;
    }
    labels[at] = AREA_CLASSES.has(LAYOUT_CLASSES[best]!) ? best : 0;
  }
  return connectedCells(labels, columns, rows)
    .filter(({ label, cells }) => cells.length >= (LEAST_AREA[LAYOUT_CLASSES[label]!] ?? 1))
    .map(({ label, column0, row0, column1, row1, cells }) => ({
      kind: LAYOUT_CLASSES[label]!,
      box: boxOfCells(regions, column0, row0, column1, row1),
      score: cells.reduce((sum, at) => sum + probabilities[label * plane + at]!, 0) / cells.length,
    }));
}
