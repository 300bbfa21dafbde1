import type { TableBlock, TableCell } from "./document.js";

export interface PlacedCell {
  cell: TableCell;
  /** Column it starts in, 0-based. */
  column: number;
}

/** Cells of each row with the columns they start in: spans from above push them to the right. */
export function placeCells(table: TableBlock): PlacedCell[][] {
  const taken = table.rows.map(() => new Set<number>());
  return table.rows.map(({ cells }, r) => {
    let column = 0;
    return cells.map((cell) => {
      while (taken[r]!.has(column)) column++;
      const at = column;
      for (let dr = 1; dr < cell.rowSpan && r + dr < taken.length; dr++)
        for (let dc = 0; dc < cell.colSpan; dc++) taken[r + dr]!.add(at + dc);
      column += cell.colSpan;
      return { cell, column: at };
    });
  });
}
