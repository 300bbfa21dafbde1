import type { RowCell } from "./row-cells.js";
import type { TextRow } from "./table-text.js";

/** A text row and the cells it holds. */
export interface RowLine {
  row: TextRow;
  cells: RowCell[];
}

/** Lines of one row are less than this apart where entries stand halfway between the lines of others, in sizes; and even to within this. */
const HALF_LEADING = 0.98;
const EVEN = 0.12;

/** Distance from one baseline to the next in sizes. */
export function pitch(line: RowLine, next: RowLine): number {
  return (next.row.baseline - line.row.baseline) / Math.max(line.row.size, next.row.size);
}

/** Lines that go with the line before: entries halfway between two lines of others that wrap, and the second of these lines. */
export function centredLines(lines: readonly RowLine[]): Set<RowLine> {
  const found = new Set<RowLine>();
  for (const [index, middle] of lines.entries()) {
    const [above, below] = [lines[index - 1], lines[index + 1]];
    if (above && below && !found.has(above) && isCentred(above, middle, below)) found.add(middle).add(below);
  }
  return found;
}

/** Whether the middle line is one of entries in other columns than the lines above and below, which wrap around it. */
export function isCentred(above: RowLine, middle: RowLine, below: RowLine): boolean {
  const [up, down] = [pitch(above, middle), pitch(middle, below)];
  if (Math.max(up, down) > HALF_LEADING || Math.abs(up - down) > EVEN) return false;
  const columns = new Set(middle.cells.map(({ from }) => from));
  const wraps = (cells: readonly RowCell[]) => cells.every(({ from, to }) => from === to && !columns.has(from));
  if (!wraps(above.cells) || !wraps(below.cells)) return false;
  return below.cells.every(({ from }) => above.cells.some((cell) => cell.from === from));
}
