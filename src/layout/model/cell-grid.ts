import type { Box } from "../../page.js";
import type { CellGrid } from "../../prediction.js";

/** Cells whose centre lies in the box, as half-open ranges inside the grid. */
export function cellsIn(grid: CellGrid, box: Box): { row0: number; row1: number; column0: number; column1: number } {
  const range = (from: number, to: number, start: number, size: number, count: number) => {
    const first = clamp(Math.ceil((from - start) / size - 0.5), 0, count);
    return [first, clamp(Math.ceil((to - start) / size - 0.5), first, count)] as const;
  };
  const [column0, column1] = range(box.x0, box.x1, grid.left, grid.cellWidth, grid.columns);
  const [row0, row1] = range(box.y0, box.y1, grid.top, grid.cellHeight, grid.rows);
  return { row0, row1, column0, column1 };
}

/** Box of a half-open range of cells, px in page space. */
export function boxOfCells(grid: CellGrid, column0: number, row0: number, column1: number, row1: number): Box {
  return {
    x0: grid.left + column0 * grid.cellWidth,
    y0: grid.top + row0 * grid.cellHeight,
    x1: grid.left + column1 * grid.cellWidth,
    y1: grid.top + row1 * grid.cellHeight,
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
