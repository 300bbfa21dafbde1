import type { Block, TableBlock, TableCell } from "../document.js";
import { xmlText } from "../office/xml-text.js";
import { placeCells } from "../table-grid.js";
import { cellText, type FormulaText } from "../xlsx/cell-text.js";
import type { BorderProps, TableCellProps, TableRow } from "./library.js";
import { endLine, type Run, textRuns } from "./text-runs.js";

export interface SlideTable {
  rows: TableRow[];
  /** Inches of each row, estimated from its text. */
  heights: number[];
  /** Inches */
  widths: number[];
  fontSize: number;
  /** Rows before which the table may be cut: no cell reaches over. */
  cuts: Set<number>;
}

const MIN_FONT = 6;
/** Width of a character in shares of the letter size, and the room of a cell around its text, inches. */
const CHARACTER = 0.5;
const PADDING = 0.08;
/** Mean width of the letters of one word, bold and capitals among them: a word is not parted. */
const WORD_CHARACTER = 0.62;
const LINE = 1.25;
/** What sticks out of a line by less than this share of it does not make another: columns are as wide as their longest text. */
const NEARLY = 0.05;

/** A table made to fit a width: columns by their text, letters smaller when there are many. */
export function slideTable(
  table: TableBlock,
  width: number,
  wanted: number,
  colour: string,
  formulas: FormulaText,
): SlideTable {
  const columns = Math.max(1, table.columns);
  const lengths = new Array<number>(columns).fill(2);
  const words = new Array<number>(columns).fill(1);
  const placed = placeCells(table);
  for (const { cell, column } of placed.flat()) {
    if (cell.colSpan !== 1 || column >= columns) continue;
    const text = cellText(cell.blocks, formulas);
    lengths[column] = Math.max(lengths[column]!, Math.min(longest(text.split("\n")), 40));
    words[column] = Math.max(words[column]!, Math.min(longest(text.split(/\s+/)), 25));
  }
  const total = lengths.reduce((sum, length) => sum + length, 0);
  const natural = (size: number) => (total * CHARACTER * size) / 72 + columns * 2 * PADDING;
  let fontSize = Math.min(wanted, 12);
  while (fontSize > MIN_FONT && natural(fontSize) > width) fontSize -= 0.5;
  const room = Math.min(width, Math.max(natural(fontSize), Math.min(width, 2)));
  const widths = columnWidths(
    lengths.map((length) => (length / total) * room),
    words.map((length) => (length * WORD_CHARACTER * fontSize) / 72 + 2 * PADDING),
    width,
  );
  const heights: number[] = [];
  const cuts = new Set<number>();
  let reach = 0;
  /** Rows that the cell over a column still reaches down. */
  const covered = new Array<number>(columns).fill(0);
  const rows = table.rows.map((_, r) => {
    if (r >= reach) cuts.add(r);
    let lines = 1;
    const cells: TableCellProps[] = [];
    for (const { cell, column } of placed[r]!) {
      if (column >= columns) continue;
      reach = Math.max(reach, r + cell.rowSpan);
      const span = Math.min(cell.colSpan, columns - column);
      const inches = widths.slice(column, column + span).reduce((sum, part) => sum + part, 0) - 2 * PADDING;
      const perLine = Math.max(1, (inches * 72) / (fontSize * CHARACTER));
      const text = cellText(cell.blocks, formulas);
      const own = text
        .split("\n")
        .reduce((sum, line) => sum + Math.max(1, Math.ceil(line.length / perLine - NEARLY)), 0);
      if (cell.rowSpan === 1) lines = Math.max(lines, own);
      cells.push(slideCell(cell, column, r, span, table, fontSize, colour, formulas));
    }
    // the library counts the cells of a row: none may be missing
    for (const { cell, column } of placed[r]!)
      for (let c = column; c < Math.min(columns, column + cell.colSpan); c++) covered[c] = cell.rowSpan;
    const empty = covered.filter((rows) => rows === 0).length;
    for (let n = 0; n < empty; n++) cells.push({ text: "", options: { border: { type: "none" } } });
    for (let c = 0; c < columns; c++) covered[c] = Math.max(0, covered[c]! - 1);
    heights.push((lines * fontSize * LINE) / 72 + PADDING);
    return cells;
  });
  return { rows, heights, widths, fontSize, cuts };
}

/** Height left on a slide, and that of an empty one, inches. */
interface Room {
  left: number;
  fullHeight: number;
}
/** Inches of the smallest piece of a table at the end of a slide. */
const LEAST_PIECE = 0.8;

/** Number of the row before which a table that goes on with row `from` is cut: only where no cell reaches over, one row at least. */
export function endOfPart({ rows, heights, cuts }: SlideTable, from: number, { left, fullHeight }: Room): number {
  const whole = heights.slice(from).reduce((sum, height) => sum + height, 0);
  // a table that fits on the next slide is not cut on this one
  const room = whole <= left || whole > fullHeight ? Math.max(left, LEAST_PIECE) : fullHeight;
  let to = from;
  let height = 0;
  while (to < rows.length && (to === from || height + heights[to]! <= room)) height += heights[to++]!;
  while (to < rows.length && to > from + 1 && !cuts.has(to)) to--;
  while (to < rows.length && !cuts.has(to)) to++;
  return to;
}

const longest = (pieces: readonly string[]): number => pieces.reduce((most, { length }) => Math.max(most, length), 0);

/** Columns no narrower than their words, at the cost of wider ones; all inches. */
function columnWidths(wanted: readonly number[], words: readonly number[], width: number): number[] {
  const sum = (parts: readonly number[]) => parts.reduce((total, part) => total + part, 0);
  const least = sum(words);
  if (least >= width) return words.map((part) => (part / least) * width);
  const spare = Math.max(0, sum(wanted) - least);
  const excess = wanted.map((part, column) => Math.max(0, part - words[column]!));
  const total = sum(excess);
  return words.map((part, column) => part + (total === 0 ? spare / words.length : (excess[column]! / total) * spare));
}

function slideCell(
  cell: TableCell,
  column: number,
  row: number,
  span: number,
  table: TableBlock,
  fontSize: number,
  colour: string,
  formulas: FormulaText,
): TableCellProps {
  const runs = cellRuns(cell.blocks, formulas);
  const ruled = (r: number) =>
    table.rows[r]?.rulesAbove.some(({ from, to }) => column >= from && column <= to) ?? false;
  const last = row + cell.rowSpan - 1;
  const side = (drawn: boolean): BorderProps => (drawn ? { type: "solid", pt: 0.75, color: colour } : { type: "none" });
  const below =
    ruled(last + 1) ||
    (last >= table.rows.length - 1 && table.ruledBelow) ||
    (table.headRows > 0 && last === table.headRows - 1);
  return {
    text: runs.length > 0 ? runs : xmlText(""),
    options: {
      align: cell.align,
      valign: "top",
      fontSize,
      color: colour,
      bold: cell.header,
      margin: [PADDING * 0.4, PADDING, PADDING * 0.4, PADDING],
      border: [side(ruled(row)), side(cell.borderRight), side(below), side(cell.borderLeft)],
      ...(span > 1 ? { colspan: span } : {}),
      ...(cell.rowSpan > 1 ? { rowspan: Math.min(cell.rowSpan, table.rows.length - row) } : {}),
    },
  };
}

function cellRuns(blocks: readonly Block[], formulas: FormulaText): Run[] {
  const runs: Run[] = [];
  for (const block of blocks) {
    if (runs.length > 0) endLine(runs);
    if (block.type === "paragraph") runs.push(...textRuns(block.children, formulas));
    else {
      const text = xmlText(cellText([block], formulas));
      if (text !== "") runs.push({ text });
    }
  }
  return runs;
}
