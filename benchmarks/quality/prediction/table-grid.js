/**
 * Slots of a table: a spanning cell stands in every slot it covers (the same object). A row may be shorter than others.
 * LaTeX leaves the slots under a `\multirow` empty in the following rows; they are given to the cell.
 * @param {import("./mmd-blocks.js").TableCell[][]} rows
 * @returns {(import("./mmd-blocks.js").TableCell | undefined)[][]}
 */
export function tableGrid(rows) {
  const grid = rows.map((row) => row.flatMap((cell) => new Array(cell.columns).fill(cell)));
  grid.forEach((row, r) => {
    row.forEach((cell, c) => {
      for (let below = r + 1; below < r + cell.rows && below < grid.length; below += 1) {
        if (grid[below][c] === undefined || grid[below][c].text === "") grid[below][c] = cell;
      }
    });
  });
  return grid;
}
