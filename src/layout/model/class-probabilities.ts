import type { Box } from "../../page.js";
import type { PagePrediction } from "../../prediction.js";
import { cellsIn } from "./cell-grid.js";
import { LAYOUT_CLASSES } from "./classes.js";

/** Mean probability of each class over the cells of the boxes; undefined when they hold no cell. */
export function classProbabilities(
  { regions }: Pick<PagePrediction, "regions">,
  boxes: readonly Box[],
): number[] | undefined {
  const sums = new Array<number>(LAYOUT_CLASSES.length).fill(0);
  const plane = regions.rows * regions.columns;
  let cells = 0;
  for (const box of boxes) {
    const { row0, row1, column0, column1 } = cellsIn(regions, box);
    cells += (row1 - row0) * (column1 - column0);
    for (let k = 0; k < sums.length; k++) {
      for (let row = row0; row < row1; row++) {
        const start = k * plane + row * regions.columns;
        for (let at = start + column0; at < start + column1; at++) sums[k]! += regions.probabilities[at]!;
      }
    }
  }
  return cells === 0 ? undefined : sums.map((sum) => sum / cells);
}
