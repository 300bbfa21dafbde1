import type { Boundary } from "./columns.js";
import type { TableRow } from "./rows.js";

/**
 * Extent of the text of each column, px, from entries of one column; sides with a printed rule are the rule. Rules under
 * heads (\cmidrule) cover the text of their columns, not the white beside it.
 */
export function columnInk(rows: readonly TableRow[], columns: readonly Boundary[]): { x0: number; x1: number }[] {
  const entries = rows.flatMap((row) => row.lines.flatMap(({ cells }) => cells)).filter(({ from, to }) => from === to);
  return columns.slice(0, -1).map((left, column) => {
    const right = columns[column + 1]!;
    const boxes = entries.filter(({ from }) => from === column).map(({ box }) => box);
    return {
      x0: left.ruled || boxes.length === 0 ? left.at : Math.min(...boxes.map(({ x0 }) => x0)),
      x1: right.ruled || boxes.length === 0 ? right.at : Math.max(...boxes.map(({ x1 }) => x1)),
    };
  });
}
