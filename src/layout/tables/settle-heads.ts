import type { Boundary } from "./columns.js";
import type { TableRow } from "./rows.js";
import type { TextRow } from "./table-text.js";

/** Rows of a head and its entries together. */
const LEAST_HEADED = 3;
/** An edge that a head's first or last letters cross is moved this far at most, in em. */
const REACH = 1.5;

/**
 * Columns whose heads stand at one side and whose figures at the other: an edge between a head and the entries under it goes, where nothing
 * stands over both, and an edge that runs through a head moves beside it, where it crosses nothing.
 *
 * @param rows the table's text
 * @param rowsOf its rows under given edges
 */
export function settleHeads(
  columns: readonly Boundary[],
  rows: readonly TextRow[],
  rowsOf: (columns: readonly Boundary[]) => readonly TableRow[],
  em: number,
): Boundary[] {
  const edge = loneEdge(columns, rowsOf(columns));
  if (edge === undefined) return [...columns];
  const left = columns.filter((_, index) => index !== edge);
  return settleHeads(
    left.map((own, index) => (index === 0 || index + 1 === left.length ? own : besideHeads(own, rows, em))),
    rows,
    rowsOf,
    em,
  );
}

/** Index of an edge between a column with nothing but a head and one with everything else. */
function loneEdge(columns: readonly Boundary[], rows: readonly TableRow[]): number | undefined {
  const filledIn = (column: number) =>
    new Set(
      rows.flatMap(({ lines }, row) =>
        lines.some(({ cells }) => cells.some(({ from, to }) => from === column && to === column)) ? [row] : [],
      ),
    );
  const isHead = (filled: ReadonlySet<number>) => filled.size === 1 && filled.has(0);
  for (let edge = 1; edge + 1 < columns.length; edge++) {
    if (columns[edge]!.ruled) continue;
    const [left, right] = [filledIn(edge - 1), filledIn(edge)];
    const parts = (isHead(left) && !right.has(0)) || (isHead(right) && !left.has(0));
    if (parts && left.size + right.size >= LEAST_HEADED) return edge;
  }
  return undefined;
}

function besideHeads(edge: Boundary, rows: readonly TextRow[], em: number): Boundary {
  if (edge.ruled) return edge;
  const boxes = rows.flatMap(({ chunks }) => chunks.map(({ box }) => box));
  const crosses = (at: number) => boxes.some(({ x0, x1 }) => x0 < at && x1 > at);
  if (!crosses(edge.at)) return edge;
  const places = boxes.flatMap(({ x0, x1 }) => [x0 - 1, x1 + 1]);
  const free = places.filter((at) => Math.abs(at - edge.at) <= REACH * em && !crosses(at));
  const nearest = free.sort((a, b) => Math.abs(a - edge.at) - Math.abs(b - edge.at))[0];
  return nearest === undefined ? edge : { ...edge, at: nearest };
}
