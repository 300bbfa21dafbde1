import type { CellObject, SheetData } from "write-excel-file/node";
import type { Block, Inline, TableBlock, TableCell } from "../document.js";
import { xmlText } from "../office/xml-text.js";
import { placeCells } from "../table-grid.js";
import { cellText, type FormulaText } from "./cell-text.js";
import { readNumber } from "./read-number.js";

/** Characters that a cell of a spreadsheet holds, and the columns and rows of a sheet. */
export const MAX_CELL = 32_767;
export const MAX_COLUMNS = 16_384;
export const MAX_ROWS = 1_048_576;

export interface SheetTable {
  rows: SheetData;
  /** Characters of the longest line of each column. */
  widths: number[];
}

/** A table as rows of a sheet: numbers as numbers, spans merged, rules as borders. */
export function sheetTable(table: TableBlock, formulas: FormulaText): SheetTable {
  const columns = Math.min(table.columns, MAX_COLUMNS);
  const rows: SheetData = table.rows.map(() => new Array<null>(columns).fill(null));
  const lengths = Array.from({ length: columns }, () => [0]);
  for (const [r, cells] of placeCells(table).entries()) {
    for (const { cell, column } of cells) {
      if (column >= columns) continue;
      const made = sheetCell(cell, formulas);
      const columnSpan = Math.min(cell.colSpan, columns - column);
      const rowSpan = Math.min(cell.rowSpan, table.rows.length - r);
      if (columnSpan > 1) made.columnSpan = columnSpan;
      if (rowSpan > 1) made.rowSpan = rowSpan;
      addBorders(made, cell, column, r, table);
      rows[r]![column] = made;
      if (columnSpan === 1) {
        const shown = typeof made.value === "number" ? cellText(cell.blocks, formulas) : String(made.value ?? "");
        lengths[column]!.push(Math.max(...shown.split("\n").map((line) => line.length)));
      }
    }
  }
  return { rows, widths: lengths.map(columnWidth) };
}

/** Widest a column becomes by itself, characters. */
const COMFORTABLE_WIDTH = 70;
/** A long head over short cells wraps down to this. */
const HEAD_WIDTH = 22;

/** Characters that most cells of a column need; the few that need more wrap. */
function columnWidth(lengths: readonly number[]): number {
  const sorted = [...lengths].sort((a, b) => a - b);
  const most = sorted[Math.floor((sorted.length - 1) * 0.9)]!;
  return Math.min(sorted[sorted.length - 1]!, Math.max(most, HEAD_WIDTH), COMFORTABLE_WIDTH);
}

/** Width of a letter of running text by that of a digit, which columns are measured in. */
const LETTER = 0.9;

/** Wraps what its column cannot hold, and makes its row high enough: programs do not do that for merged cells. */
export function wrapRows(rows: SheetData, widths: readonly number[], fontSize: number): void {
  for (const row of rows) {
    let most = 1;
    for (const [c, cell] of row.entries()) {
      if (cell === null || typeof cell !== "object" || !("value" in cell) || typeof cell.value !== "string") continue;
      const made = cell as CellObject;
      if (made.alignVertical === undefined) continue;
      const width = widths.slice(c, c + (made.columnSpan ?? 1)).reduce((sum, part) => sum + part, 0);
      const lines = String(made.value)
        .split("\n")
        .reduce((sum, line) => sum + Math.max(1, Math.ceil((line.length * LETTER) / Math.max(1, width - 1))), 0);
      if (lines < 2) continue;
      made.wrap = true;
      most = Math.max(most, Math.ceil(lines / (made.rowSpan ?? 1)));
    }
    if (most < 2) continue;
    const height = Math.min(409, most * fontSize * 1.36);
    for (const cell of row)
      if (cell !== null && typeof cell === "object" && "alignVertical" in cell) (cell as CellObject).height = height;
  }
}

function sheetCell(cell: TableCell, formulas: FormulaText): CellObject {
  const text = xmlText(cellText(cell.blocks, formulas).trim()).slice(0, MAX_CELL);
  const number = readNumber(plainNumber(cell.blocks) ?? text);
  const style: CellObject = { alignVertical: "top" };
  if (cell.header || isStrong(cell.blocks)) style.fontWeight = "bold";
  if (number)
    return {
      ...style,
      value: number.value,
      type: Number,
      format: number.format,
      align: cell.align === "left" ? "right" : cell.align,
    };
  if (text === "") return style;
  return { ...style, value: text, type: String, align: cell.align };
}

/** `\(-3.5\)`, `\(1{,}234\)`: a formula that is only a number. */
function plainNumber(blocks: readonly Block[]): string | undefined {
  const [only] = blocks;
  if (blocks.length !== 1 || only?.type !== "paragraph") return undefined;
  const [node, ...rest] = only.children.filter((child) => child.type !== "text" || child.text.trim() !== "");
  if (node?.type !== "math" || rest.length > 0) return undefined;
  return node.latex
    .replace(/\{([.,])\}/g, "$1")
    .replace(/\\[,;: ]/g, " ")
    .replace(/\\([%$])/g, "$1")
    .trim();
}

function isStrong(blocks: readonly Block[]): boolean {
  const bold = (nodes: readonly Inline[]) =>
    nodes.length > 0 &&
    nodes.every(
      (node) =>
        (node.type === "styled" && node.style === "strong") || (node.type === "text" && node.text.trim() === ""),
    );
  return blocks.length > 0 && blocks.every((block) => block.type === "paragraph" && bold(block.children));
}

function addBorders(made: CellObject, cell: TableCell, column: number, row: number, table: TableBlock): void {
  const last = row + cell.rowSpan - 1;
  const ruled = (r: number) =>
    table.rows[r]?.rulesAbove.some(({ from, to }) => column >= from && column <= to) ?? false;
  if (ruled(row)) made.topBorderStyle = "thin";
  if (ruled(last + 1) || (last >= table.rows.length - 1 && table.ruledBelow)) made.bottomBorderStyle = "thin";
  if (cell.borderLeft) made.leftBorderStyle = "thin";
  if (cell.borderRight) made.rightBorderStyle = "thin";
}
