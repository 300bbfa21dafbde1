/** Records of what the layout net says about a page; they cross from the engine to layout. */

/** Values of the net per cell, row by row; cell (row, column) covers `cellHeight` × `cellWidth` px of page space from (`left`, `top`) on. */
export interface CellGrid {
  columns: number;
  rows: number;
  /** px, page space; may be negative, since the page is centred in the net's frame. */
  left: number;
  top: number;
  cellWidth: number;
  cellHeight: number;
}

/** What the layout net says about a page. */
export interface PagePrediction {
  /** Probabilities [class][row][column], classes as in `layout/model/classes.ts`. */
  regions: CellGrid & { probabilities: Float32Array };
  /** Probability that the page was turned clockwise by 0, 90, 180, 270 degrees. */
  turns: readonly number[];
}
