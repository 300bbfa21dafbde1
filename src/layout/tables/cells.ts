import { columnInk } from "./column-ink.js";
import type { Boundary } from "./columns.js";
import type { TableFrame } from "./frame.js";
import { headerSpans } from "./header-spans.js";
import { columnAt, isRuled } from "./row-cells.js";
import type { TableRow } from "./rows.js";
import type { PlacedWord } from "./table-text.js";

/** Slots `row`…`row + rowSpan - 1` by `column`…`column + colSpan - 1` and the words in them. */
export interface CellDraft {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  words: PlacedWord[];
}

/** Joins the slots of the grid into cells and puts the words into them. `turned` are the words of rotated lines. */
export function buildCells(
  frame: TableFrame,
  rows: readonly TableRow[],
  columns: readonly Boundary[],
  turned: readonly PlacedWord[],
  em: number,
): CellDraft[] {
  const slots = new SlotMap(rows.length, columns.length - 1);
  const filled = rows.map(
    (row) => new Set(row.lines.flatMap(({ cells }) => cells.flatMap(({ from, to }) => range(from, to)))),
  );
  for (const placed of turned) {
    const { row, column } = slotOf(placed, rows, columns);
    filled[row]?.add(column);
  }
  rows.forEach((row, index) => {
    for (const { cells } of row.lines) {
      for (const { from, to } of cells) slots.unite(index, from, index, to);
    }
  });
  if (frame.kind === "lattice") {
    joinAcrossMissingVerticals(slots, frame, rows, columns, filled, em);
    joinAcrossMissingHorizontals(slots, frame, rows, columns, filled, em);
  } else {
    joinStraddled(slots, frame, rows, columns, filled, em);
  }
  for (const { row, from, to } of headerSpans(frame, rows, columns, em)) {
    if (slots.areSingle(row, from, to)) slots.unite(row, from, row, to);
  }
  rows.forEach((row, index) => {
    for (const { cells: pieces } of row.lines) {
      for (const piece of pieces) slots.at(index, piece.from).words.push(...piece.words);
    }
  });
  for (const placed of turned) {
    const { row, column } = slotOf(placed, rows, columns);
    slots.at(row, column).words.push(placed);
  }
  return slots.cells();
}

function slotOf(
  { word }: PlacedWord,
  rows: readonly TableRow[],
  columns: readonly Boundary[],
): { row: number; column: number } {
  const y = (word.box.y0 + word.box.y1) / 2;
  const row = rows.findIndex(({ bottom }) => y < bottom.at);
  return { row: row < 0 ? rows.length - 1 : row, column: columnAt(columns, (word.box.x0 + word.box.x1) / 2) };
}

function range(from: number, to: number): number[] {
  return Array.from({ length: to - from + 1 }, (_, index) => from + index);
}

/** A column rule that stops at some rows: the slots beside the gap are one cell, unless both have text of their own. */
function joinAcrossMissingVerticals(
  slots: SlotMap,
  frame: TableFrame,
  rows: readonly TableRow[],
  columns: readonly Boundary[],
  filled: readonly Set<number>[],
  em: number,
): void {
  for (let edge = 1; edge + 1 < columns.length; edge++) {
    const { at, ruled } = columns[edge]!;
    if (!ruled) continue;
    rows.forEach((row, index) => {
      if (isRuled(frame.vertical, at, row.top.at, row.bottom.at, 0.35 * em)) return;
      const left = filled[index]!.has(edge - 1);
      const right = filled[index]!.has(edge);
      if (!(left && right)) slots.unite(index, edge - 1, index, edge);
    });
  }
}

/** A row rule that leaves out some columns: the slots above and below are one cell. */
function joinAcrossMissingHorizontals(
  slots: SlotMap,
  frame: TableFrame,
  rows: readonly TableRow[],
  columns: readonly Boundary[],
  filled: readonly Set<number>[],
  em: number,
): void {
  for (let row = 0; row + 1 < rows.length; row++) {
    const edge = rows[row]!.bottom;
    if (!edge.ruled) continue;
    for (let column = 0; column + 1 < columns.length; column++) {
      const left = columns[column]!;
      const right = columns[column + 1]!;
      if (isRuled(frame.horizontal, edge.at, left.at, right.at, 0.35 * em)) continue;
      const closed = left.ruled && right.ruled;
      const both = filled[row]!.has(column) && filled[row + 1]!.has(column);
      // A title over several columns does not swallow the stub under it.
      const [upper, lower] = [slots.at(row, column), slots.at(row + 1, column)];
      if (upper.column !== lower.column || upper.colSpan !== lower.colSpan) continue;
      if (closed || !both) slots.unite(row, column, row + 1, column);
    }
  }
}

/** Without column rules only text that stands on a row edge shows that a cell spans both rows. */
function joinStraddled(
  slots: SlotMap,
  frame: TableFrame,
  rows: readonly TableRow[],
  columns: readonly Boundary[],
  filled: readonly Set<number>[],
  em: number,
): void {
  const ink = columnInk(rows, columns);
  for (let row = 0; row + 1 < rows.length; row++) {
    const edge = rows[row]!.bottom;
    if (!edge.ruled) continue;
    for (let column = 0; column + 1 < columns.length; column++) {
      if (isRuled(frame.horizontal, edge.at, ink[column]!.x0, ink[column]!.x1, 0.35 * em)) continue;
      if (filled[row]!.has(column) && filled[row + 1]!.has(column)) continue;
      const pieces = [...rows[row]!.lines, ...rows[row + 1]!.lines]
        .flatMap(({ cells }) => cells)
        .filter(({ from, to }) => from === column && to === column);
      if (pieces.some(({ box }) => box.y0 < edge.at - 0.1 * em && box.y1 > edge.at + 0.1 * em)) {
        slots.unite(row, column, row + 1, column);
      }
    }
  }
}

/** Disjoint rectangles over the grid; uniting two makes the smallest rectangle that holds both and all it cuts. */
class SlotMap {
  readonly #owner: CellDraft[][];

  constructor(rows: number, columns: number) {
    this.#owner = Array.from({ length: rows }, (_, row) =>
      Array.from({ length: columns }, (_, column) => ({ row, column, rowSpan: 1, colSpan: 1, words: [] })),
    );
  }

  at(row: number, column: number): CellDraft {
    return this.#owner[row]![column]!;
  }

  areSingle(row: number, from: number, to: number): boolean {
    return range(from, to).every((column) => {
      const cell = this.#owner[row]?.[column];
      return cell !== undefined && cell.rowSpan === 1 && cell.colSpan === 1;
    });
  }

  unite(row0: number, column0: number, row1: number, column1: number): void {
    let top = Math.min(row0, row1);
    let bottom = Math.max(row0, row1);
    let left = Math.min(column0, column1);
    let right = Math.max(column0, column1);
    for (let grown = true; grown; ) {
      grown = false;
      for (let row = top; row <= bottom; row++) {
        for (let column = left; column <= right; column++) {
          const cell = this.#owner[row]![column]!;
          if (
            cell.row < top ||
            cell.column < left ||
            cell.row + cell.rowSpan - 1 > bottom ||
            cell.column + cell.colSpan - 1 > right
          ) {
            top = Math.min(top, cell.row);
            left = Math.min(left, cell.column);
            bottom = Math.max(bottom, cell.row + cell.rowSpan - 1);
            right = Math.max(right, cell.column + cell.colSpan - 1);
            grown = true;
          }
        }
      }
    }
    const cell: CellDraft = { row: top, column: left, rowSpan: bottom - top + 1, colSpan: right - left + 1, words: [] };
    for (let row = top; row <= bottom; row++) {
      for (let column = left; column <= right; column++) this.#owner[row]![column] = cell;
    }
  }

  /** Row-major. */
  cells(): CellDraft[] {
    return [...new Set(this.#owner.flat())].sort((a, b) => a.row - b.row || a.column - b.column);
  }
}
