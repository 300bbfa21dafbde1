import type { Box } from "../../page.js";
import type { PagePrediction } from "../../prediction.js";
import { boxOfCells } from "./cell-grid.js";
import { classProbabilities } from "./class-probabilities.js";
import { LAYOUT_CLASSES, type LayoutClass } from "./classes.js";
import { connectedCells } from "./connected-cells.js";

/** A text line as the net sees it; px in page space. */
export interface PredictedLine {
  /** From ascender to descender. */
  box: Box;
  baseline: number;
  xHeight: number;
  kind: LayoutClass;
  /** Probability of the kind among the classes of text. */
  probability: number;
  /** Probability of being the first line of its region. */
  first: number;
}

const CORE = 0.5;
/** Words of a line may be told apart by the net; they are one line up to this many columns of blank. */
const BRIDGED_COLUMNS = 1;
/** Shorter bands are specks, in cells of the grid. */
const LEAST_CELLS = 2;
/** Ascenders and descenders of a Latin text face in x-heights (Times, Computer Modern: 1.5 and 0.5). */
const ASCENDER = 1.55;
const DESCENDER = 0.5;

/** Text lines: connected bands of core, top to bottom. */
export function decodeLines(prediction: PagePrediction): PredictedLine[] {
  const { lines } = prediction;
  const labels = new Uint8Array(lines.columns * lines.rows);
  for (let at = 0; at < labels.length; at++) labels[at] = lines.core[at]! > CORE ? 1 : 0;
  bridge(labels, lines.columns, lines.rows);
  return connectedCells(labels, lines.columns, lines.rows)
    .filter(({ cells }) => cells.length >= LEAST_CELLS)
    .map((group) => {
      const width = group.column1 - group.column0;
      // a band that leans is higher than its line: its x-height is the mean over its columns
      const xHeight = (group.cells.length / width) * lines.cellHeight;
      const core = boxOfCells(lines, group.column0, group.row0, group.column1, group.row1);
      const lean = Math.max(0, core.y1 - core.y0 - xHeight) / 2;
      const baseline = core.y1 - lean;
      const box = { ...core, y0: core.y1 - lean - ASCENDER * xHeight, y1: core.y1 - lean + DESCENDER * xHeight };
      const first = group.cells.reduce((sum, at) => sum + lines.first[at]!, 0) / group.cells.length;
      return { box, baseline, xHeight, first, ...kindOf(prediction, core) };
    })
    .sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
}

/** Fills blanks of a few columns between two cells of core on one row. */
function bridge(labels: Uint8Array, columns: number, rows: number): void {
  for (let row = 0; row < rows; row++) {
    let last = -Infinity;
    for (let column = 0; column < columns; column++) {
      if (!labels[row * columns + column]) continue;
      const blank = column - last - 1;
      if (blank > 0 && blank <= BRIDGED_COLUMNS) labels.fill(1, row * columns + last + 1, row * columns + column);
      last = column;
    }
  }
}

/** What a line is: background does not come into question. */
function kindOf(prediction: PagePrediction, core: Box): { kind: LayoutClass; probability: number } {
  const probabilities = classProbabilities(prediction, [core]);
  if (!probabilities) return { kind: "text", probability: 0 };
  let best = 1;
  let sum = 0;
  for (let k = 1; k < probabilities.length; k++) {
    sum += probabilities[k]!;
    if (probabilities[k]! > probabilities[best]!) best = k;
  }
  return { kind: LAYOUT_CLASSES[best]!, probability: sum === 0 ? 0 : probabilities[best]! / sum };
}
