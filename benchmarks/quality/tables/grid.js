// A table as the metrics see it: rows × columns of slots, each naming the cell that covers it.

/**
 * @typedef {{ row: number, column: number, rowSpan: number, colSpan: number, text: string }} Cell
 * @param {Cell[]} cells listed cells; slots no cell covers become empty cells
 */
export function makeGrid(cells) {
  const rows = Math.max(0, ...cells.map((cell) => cell.row + cell.rowSpan));
  const columns = Math.max(0, ...cells.map((cell) => cell.column + cell.colSpan));
  const slots = Array.from({ length: rows }, () => new Array(columns).fill(undefined));
  for (const cell of cells) {
    for (let row = cell.row; row < cell.row + cell.rowSpan; row++) {
      for (let column = cell.column; column < cell.column + cell.colSpan; column++) slots[row][column] ??= cell;
    }
  }
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      slots[row][column] ??= { row, column, rowSpan: 1, colSpan: 1, text: "" };
    }
  }
  return { rows, columns, slots };
}

/** Grid of a table found by the engine. */
export function gridOfTable(grid) {
  return makeGrid(grid.cells.map((cell) => ({ ...cell, text: cell.lines.map(lineText).join(" ") })));
}

export function lineText(line) {
  return line.spans.map((span) => (span.kind === "text" ? span.text : span.latex)).join("");
}
