import type { Box } from "../../page.js";
import type { FigureRegion, FormulaRegion, Line, TableRegion } from "../types.js";

/** What is put in order: a line or a region. `box` is in the frame of the page's writing direction (page space when upright). */
export type FlowItem = { box: Box } & (
  | { kind: "line"; line: Line }
  | { kind: "table"; region: TableRegion }
  | { kind: "figure"; region: FigureRegion }
  | { kind: "formula"; region: FormulaRegion }
);

/** y that decides which items stand in one row: the baseline of a line, the middle of a region. */
export function rowPosition(item: FlowItem): number {
  return item.kind === "line" ? item.line.baseline : (item.box.y0 + item.box.y1) / 2;
}

/** Rows of text the item takes up: 1 for a line, the height in leadings for a region. */
export function rowCount(item: FlowItem, leading: number): number {
  return item.kind === "line" ? 1 : Math.max(1, Math.round((item.box.y1 - item.box.y0) / leading));
}
