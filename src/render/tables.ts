import type { CellPicture, TableCell, TableGrid } from "../page.js";
import { escapeLineStart } from "./escapes.js";
import { flowLines } from "./flow-lines.js";
import type { RenderOptions } from "./render-options.js";

/** Grid position → cell, with the slots its span covers. */
type Slots = (TableCell | undefined)[][];

/** What writing a cell takes. */
export interface CellContext {
  options: RenderOptions;
  /** Target of a picture in a cell. */
  urlOf(picture: CellPicture): string;
}

/** `tabular` of a grid, with the rules as printed. */
export function tabular(grid: TableGrid, context: CellContext): string {
  const width = grid.columns.length;
  const slots = fillSlots(grid);
  const rows = grid.rows.map((_, r) => {
    const rule = horizontalRule(grid, r);
    const cells: string[] = [];
    for (let c = 0; c < width; ) {
      const cell = slots[r]?.[c];
      const span = cell ? Math.min(cell.colSpan, width - c) : 1;
      cells.push(slotMmd(cell, r, c, grid, context));
      c += span;
    }
    // a row without a rule starts a line of the MMD
    if (rule === "" && cells[0]) cells[0] = escapeLineStart(cells[0]);
    // as the vendor spaces it: `& & z \\\\`
    const row = cells.map((cell, i) => `${i > 0 ? "& " : ""}${cell === "" ? "" : `${cell} `}`).join("");
    return `${rule}${row}\\\\`;
  });
  const last = horizontalRule(grid, grid.rows.length).trimEnd();
  return [`\\begin{tabular}{${columnSpec(grid)}}`, ...rows, ...(last === "" ? [] : [last]), "\\end{tabular}"].join(
    "\n",
  );
}

/** Content of a cell: one line, or a nested tabular when it has real line breaks. A picture comes before text unless it stands below. */
export function cellMmd(cell: TableCell, context: CellContext): string {
  const text = cellText(cell, context.options);
  if (!cell.picture) return text;
  const picture = `![](${context.urlOf(cell.picture)})`;
  const below = cell.lines.length > 0 && cell.picture.box.y0 > cell.lines[0]!.box.y1;
  return (below ? [text, picture] : [picture, text]).filter((part) => part !== "").join(" ");
}

function cellText(cell: TableCell, options: RenderOptions): string {
  const rows: string[] = [];
  for (const { body, joint } of flowLines(cell, { context: "cell" }, options)) {
    if (body === "") continue;
    if (rows.length === 0 || joint === "\n") rows.push(body);
    else rows[rows.length - 1] += joint + body;
  }
  if (rows.length <= 1) return rows[0] ?? "";
  return `\\begin{tabular}{${cell.align}}\n${rows.map(escapeLineStart).join(" \\\\\n")}\n\\end{tabular}`;
}

/** Cells that fit the grid, first come first served: overlapping or outside ones are clipped or left out. */
export function placedCells(grid: TableGrid): TableCell[] {
  const taken = new Set<number>();
  const width = grid.columns.length;
  const placed: TableCell[] = [];
  const sorted = [...grid.cells].sort((a, b) => a.row - b.row || a.column - b.column);
  for (const cell of sorted) {
    if (cell.row < 0 || cell.column < 0 || cell.row >= grid.rows.length || cell.column >= width) continue;
    if (taken.has(cell.row * width + cell.column)) continue;
    let colSpan = 1;
    const maxColumns = Math.min(cell.colSpan, width - cell.column);
    while (colSpan < maxColumns && !taken.has(cell.row * width + cell.column + colSpan)) colSpan++;
    let rowSpan = 1;
    const maxRows = Math.min(cell.rowSpan, grid.rows.length - cell.row);
    while (rowSpan < maxRows && free(taken, cell.row + rowSpan, cell.column, colSpan, width)) rowSpan++;
    for (let r = 0; r < rowSpan; r++)
      for (let c = 0; c < colSpan; c++) taken.add((cell.row + r) * width + cell.column + c);
    placed.push({ ...cell, rowSpan, colSpan });
  }
  return placed;
}

function free(taken: ReadonlySet<number>, row: number, column: number, span: number, width: number): boolean {
  for (let c = 0; c < span; c++) if (taken.has(row * width + column + c)) return false;
  return true;
}

function fillSlots(grid: TableGrid): Slots {
  const slots: Slots = grid.rows.map(() => new Array<TableCell | undefined>(grid.columns.length).fill(undefined));
  for (const cell of placedCells(grid)) {
    for (let r = 0; r < cell.rowSpan; r++)
      for (let c = 0; c < cell.colSpan; c++) slots[cell.row + r]![cell.column + c] = cell;
  }
  return slots;
}

/** One slot group of a row: content at the cell's first row, empty below, wrapped for spans. */
function slotMmd(
  cell: TableCell | undefined,
  row: number,
  column: number,
  grid: TableGrid,
  context: CellContext,
): string {
  if (!cell) return "";
  const content = row === cell.row ? cellMmd(cell, context) : "";
  const inner = row === cell.row && cell.rowSpan > 1 ? `\\multirow{${cell.rowSpan}}{*}{${content}}` : content;
  if (cell.colSpan === 1) return inner;
  const spec = `${rightOf(grid, row, column - 1) ? "|" : ""}${cell.align}${rightOf(grid, row, column + cell.colSpan - 1) ? "|" : ""}`;
  return `\\multicolumn{${cell.colSpan}}{${column === 0 ? spec : spec.replace(/^\|/, "")}}{${inner}}`;
}

function rightOf(grid: TableGrid, row: number, column: number): boolean {
  return grid.vertical[row]?.[column + 1] === true;
}

/** A rule beside a column stands in the specification when most rows have it. */
function columnSpec(grid: TableGrid): string {
  let spec = "";
  for (let c = 0; c <= grid.columns.length; c++) {
    const ruled = grid.rows.filter((_, r) => grid.vertical[r]?.[c] === true).length;
    if (ruled * 2 > grid.rows.length) spec += "|";
    if (c < grid.columns.length) spec += grid.columnAlign[c] ?? "l";
  }
  return spec;
}

/** `\hline ` or `\cline` runs above row r; "" without a rule. */
function horizontalRule(grid: TableGrid, r: number): string {
  const width = grid.columns.length;
  const ruled = Array.from({ length: width }, (_, c) => grid.horizontal[r]?.[c] === true);
  if (width > 0 && ruled.every(Boolean)) return "\\hline ";
  const runs: string[] = [];
  for (let c = 0; c < width; c++) {
    if (!ruled[c]) continue;
    let end = c;
    while (end + 1 < width && ruled[end + 1]) end++;
    runs.push(`\\cline { ${c + 1} - ${end + 1} } `);
    c = end;
  }
  return runs.join("");
}
