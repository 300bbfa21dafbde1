import { intervalOverlap } from "../boxes.js";
import { isNumeric, isYear } from "./cell-text.js";
import { columnInk } from "./column-ink.js";
import type { Boundary } from "./columns.js";
import type { TableFrame } from "./frame.js";
import type { RowCell } from "./row-cells.js";
import type { TableRow } from "./rows.js";

/** A header that heads the columns `from` to `to` of row `row`. */
export interface HeaderSpan {
  row: number;
  from: number;
  to: number;
}

/** Rows that can hold headers over several columns. */
const MOST_HEADER_ROWS = 4;

/** Headers over several columns: by the partial rule under them (\cmidrule), else by standing centred over a group. */
export function headerSpans(
  frame: TableFrame,
  rows: readonly TableRow[],
  columns: readonly Boundary[],
  em: number,
): HeaderSpan[] {
  const spans: HeaderSpan[] = [];
  const header = headerRowCount(rows);
  const contents = columnInk(rows, columns);
  rows.forEach((row, index) => {
    const cells = row.lines.flatMap((line) => line.cells);
    const byRule = partialRules(frame, row, contents, em).filter(({ from, to }) => {
      const texts = cells.filter((cell) => cell.to >= from && cell.from <= to);
      return texts.length > 0 && texts.every((cell) => cell.from >= from && cell.to <= to) && sameStack(texts);
    });
    spans.push(...byRule.map(({ from, to }) => ({ row: index, from, to })));
    if (byRule.length > 0 || index >= header || index + 1 >= rows.length) return;
    spans.push(...centredSpans(cells, rows[index + 1]!, contents, em).map((span) => ({ ...span, row: index })));
  });
  return spans;
}

/** Rows above the first row that holds figures outside the first column. */
export function headerRowCount(rows: readonly TableRow[]): number {
  const first = rows.findIndex((row) =>
    row.lines.some(({ cells }) => cells.some((cell) => cell.from > 0 && isNumeric(cell.text) && !isYear(cell.text))),
  );
  return Math.min(first < 0 ? 1 : first, MOST_HEADER_ROWS);
}

/** One text, or lines of one text above one another in one column. */
function sameStack(cells: readonly RowCell[]): boolean {
  const [first] = cells;
  return first !== undefined && cells.every((cell) => cell.box.x0 < first.box.x1 && cell.box.x1 > first.box.x0);
}

/** Column groups underlined by a rule that covers several columns but not all. */
function partialRules(
  frame: TableFrame,
  row: TableRow,
  contents: readonly { x0: number; x1: number }[],
  em: number,
): { from: number; to: number }[] {
  if (!row.bottom.ruled) return [];
  const last = contents.length - 1;
  return frame.horizontal.flatMap((segment) => {
    if (Math.abs(segment.at - row.bottom.at) > 0.35 * em) return [];
    const covered = contents.flatMap(({ x0, x1 }, column) =>
      intervalOverlap(segment.from, segment.to, x0, x1) >= 0.6 * (x1 - x0) ? [column] : [],
    );
    const from = covered[0];
    const to = covered.at(-1);
    if (from === undefined || to === undefined || to === from || (from === 0 && to === last)) return [];
    return [{ from, to }];
  });
}

function centredSpans(
  cells: readonly RowCell[],
  below: TableRow,
  contents: readonly { x0: number; x1: number }[],
  em: number,
): { from: number; to: number }[] {
  const taken = new Set(cells.flatMap(({ from, to }) => (from === to ? [from] : range(from, to))));
  const filledBelow = new Set(below.lines.flatMap((line) => line.cells.flatMap(({ from, to }) => range(from, to))));
  const spans: { from: number; to: number }[] = [];
  for (const cell of cells) {
    if (cell.from !== cell.to || cell.from === 0) continue;
    const centre = (cell.box.x0 + cell.box.x1) / 2;
    const free = (column: number) =>
      column > 0 && column < contents.length && !taken.has(column) && filledBelow.has(column);
    let least = cell.from;
    let most = cell.from;
    while (free(least - 1)) least--;
    while (free(most + 1)) most++;
    let best: { from: number; to: number; error: number } | undefined;
    for (let from = least; from <= cell.from; from++) {
      for (let to = cell.from; to <= most; to++) {
        const error = Math.abs((contents[from]!.x0 + contents[to]!.x1) / 2 - centre);
        if (
          !best ||
          error < best.error - 0.15 * em ||
          (error < best.error + 0.15 * em && to - from > best.to - best.from)
        ) {
          best = { from, to, error };
        }
      }
    }
    if (best && best.to > best.from && best.error < 0.6 * em) {
      spans.push({ from: best.from, to: best.to });
      for (const column of range(best.from, best.to)) taken.add(column);
    }
  }
  return spans;
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}
