/** A connected group of cells: its bounding range (half-open) and the cells' indices. */
export interface CellGroup {
  column0: number;
  row0: number;
  column1: number;
  row1: number;
  cells: number[];
}

/**
 * Groups cells with the same label that touch by a side; label 0 is nothing.
 * @param labels [row][column]
 */
export function connectedCells(
  labels: ArrayLike<number>,
  columns: number,
  rows: number,
): (CellGroup & { label: number })[] {
  const seen = new Uint8Array(columns * rows);
  const groups: (CellGroup & { label: number })[] = [];
  for (let start = 0; start < seen.length; start++) {
    const label = labels[start]!;
    if (label === 0 || seen[start]) continue;
    const cells = [start];
    seen[start] = 1;
    const group = { label, column0: columns, row0: rows, column1: 0, row1: 0, cells };
    for (let next = 0; next < cells.length; next++) {
      const at = cells[next]!;
      const column = at % columns;
      const row = (at - column) / columns;
      group.column0 = Math.min(group.column0, column);
      group.column1 = Math.max(group.column1, column + 1);
      group.row0 = Math.min(group.row0, row);
      group.row1 = Math.max(group.row1, row + 1);
      const visit = (neighbour: number) => {
        if (seen[neighbour] || labels[neighbour] !== label) return;
        seen[neighbour] = 1;
        cells.push(neighbour);
      };
      if (column > 0) visit(at - 1);
      if (column + 1 < columns) visit(at + 1);
      if (row > 0) visit(at - columns);
      if (row + 1 < rows) visit(at + columns);
    }
    groups.push(group);
  }
  return groups;
}
