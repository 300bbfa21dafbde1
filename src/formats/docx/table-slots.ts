import type { TableBlock, TableCell } from "../document.js";
import { placeCells } from "../table-grid.js";

/** A slot of a table and the cell that covers it. */
export interface TableSlot {
  cell: TableCell;
  /** Where the cell starts. */
  row: number;
  column: number;
}

/** All slots by row and column; undefined where a row has fewer cells than the table columns. */
export function tableSlots(table: TableBlock): (TableSlot | undefined)[][] {
  const slots: (TableSlot | undefined)[][] = table.rows.map(() => []);
  placeCells(table).forEach((cells, row) => {
    for (const { cell, column } of cells) {
      const slot = { cell, row, column };
      const end = Math.min(row + cell.rowSpan, slots.length);
      for (let r = row; r < end; r++) for (let c = column; c < column + cell.colSpan; c++) slots[r]![c] ??= slot;
    }
  });
  const columns = Math.max(table.columns, ...slots.map((row) => row.length));
  return slots.map((row) => Array.from({ length: columns }, (_, c) => row[c]));
}
