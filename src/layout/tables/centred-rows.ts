import { overlapX, unionBoxes } from "../boxes.js";
import { isValue } from "./cell-text.js";
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

/**
 * Lines that go with the line before: entries halfway between two lines of others that wrap, or beside the middle one of three, and the
 * last of these lines.
 * @param step pitch that parts rows, in sizes, where the table sets its rows wider than its lines
 */
export function centredLines(lines: readonly RowLine[], step: number | undefined): Set<RowLine> {
  const found = new Set<RowLine>();
  for (const [index, middle] of lines.entries()) {
    const [above, below] = [lines[index - 1], lines[index + 1]];
    if (!above || !below || found.has(above)) continue;
    if (isCentred(above, middle, below) || isBesideThree(above, middle, below, step)) found.add(middle).add(below);
  }
  return found;
}

/** Rows with those of entries halfway between two lines of others put together with them. */
export function joinCentredRows(rows: readonly TextRow[]): TextRow[] {
  const joined: TextRow[] = [];
  for (let index = 0; index < rows.length; index += 1) {
    const [above, middle, below] = rows.slice(index, index + 3);
    if (!above || !middle || !below || !isAround(above, middle, below)) {
      joined.push(rows[index]!);
      continue;
    }
    const parts = [above, middle, below];
    joined.push({
      ...middle,
      box: unionBoxes(parts.map(({ box }) => box)),
      chunks: parts.flatMap(({ chunks }) => chunks),
    });
    index += 2;
  }
  return joined;
}

function isAround(above: TextRow, middle: TextRow, below: TextRow): boolean {
  const [up, down] = [middle.baseline - above.baseline, below.baseline - middle.baseline];
  const size = Math.max(above.size, middle.size, below.size);
  if (Math.max(up, down) > HALF_LEADING * size || Math.abs(up - down) > EVEN * size) return false;
  const isBeside = (row: TextRow) =>
    row.chunks.every(({ box }) => middle.chunks.every((chunk) => overlapX(chunk.box, box) <= 0));
  return isBeside(above) && isBeside(below);
}

/** One column alone has text above and below, evenly, and nearer than rows are. */
function isBesideThree(above: RowLine, middle: RowLine, below: RowLine, step: number | undefined): boolean {
  const [up, down] = [pitch(above, middle), pitch(middle, below)];
  if (step === undefined || Math.max(up, down) > step || Math.abs(up - down) > EVEN) return false;
  const [first, last] = [above.cells[0], below.cells[0]];
  if (above.cells.length > 1 || below.cells.length > 1 || middle.cells.length < 3 || !first || !last) return false;
  const isOf = (cell: RowCell) => cell.from === first.from && cell.to === first.to;
  return isOf(last) && middle.cells.some(isOf) && !isValue(first.text);
}

/** Whether the upper line's entries are in other columns than those of the lower one, and half a line above them. */
export function wrapsAround(above: RowLine, middle: RowLine): boolean {
  const columns = new Set(middle.cells.map(({ from }) => from));
  return pitch(above, middle) <= HALF_LEADING && above.cells.every(({ from, to }) => from === to && !columns.has(from));
}

/** Whether the middle line is one of entries in other columns than the lines above and below, which wrap around it. */
export function isCentred(above: RowLine, middle: RowLine, below: RowLine): boolean {
  const [up, down] = [pitch(above, middle), pitch(middle, below)];
  if (down > HALF_LEADING || Math.abs(up - down) > EVEN || !wrapsAround(above, middle)) return false;
  return below.cells.every(({ from, to }) => from === to && above.cells.some((cell) => cell.from === from));
}
