import type { Box, PageEvidence, TableCell, TableGrid } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import type { SpanWriter } from "../lines/to-text-line.js";
import type { Line } from "../types.js";
import { type Align, alignmentOf } from "./alignment.js";
import { cellFormula } from "./cell-formula.js";
import { cellLines, printedLines } from "./cell-lines.js";
import { withCellPictures } from "./cell-pictures.js";
import { isNumeric } from "./cell-text.js";
import { buildCells, type CellDraft } from "./cells.js";
import { columnInk } from "./column-ink.js";
import { type Boundary, columnBoundaries } from "./columns.js";
import type { TableFrame } from "./frame.js";
import { headerRowCount } from "./header-spans.js";
import { isRuled } from "./row-cells.js";
import { type TableRow, tableRows } from "./rows.js";
import { settleHeads } from "./settle-heads.js";
import { isUpright, median, type PlacedWord, placedWords, textRows } from "./table-text.js";

/** A frame with its structure, still judged by nobody. */
export interface TableDraft {
  frame: TableFrame;
  /** Text size of the table, px. */
  em: number;
  lines: Line[];
  words: PlacedWord[];
  columns: Boundary[];
  rows: TableRow[];
  cells: CellDraft[];
}

/** Finds rows, columns (unless `known`) and cells of a frame; undefined when it has less than two columns. */
export function buildTable(
  frame: TableFrame,
  lines: readonly Line[],
  known?: readonly Boundary[],
): TableDraft | undefined {
  const own = lines.filter((line) => isMostlyInside(line, frame.box));
  const words = placedWords(own);
  if (words.length === 0) return undefined;
  const em = median(words.map(({ line }) => line.size));
  const rows = textRows(words);
  const wide = known ?? columnBoundaries(frame, rows, em);
  if (wide.length < 3) return undefined;
  const rowsOf = (edges: readonly Boundary[]) => tableRows(frame, rows, edges, em);
  const columns = known ? [...known] : settleHeads(withoutSpannedColumns(wide, rowsOf(wide)), rows, rowsOf, em);
  if (columns.length < 3) return undefined;
  const bands = tableRows(frame, rows, columns, em);
  if (bands.length === 0) return undefined;
  const turned = words.filter(({ line }) => !isUpright(line));
  const cells = buildCells(frame, bands, columns, turned, em);
  return { frame, em, lines: own, words, columns, rows: bands, cells };
}

/** Drops the edge beside a column that no entry stands in alone: what crosses it is wider than the column. */
function withoutSpannedColumns(columns: readonly Boundary[], rows: readonly TableRow[]): Boundary[] {
  const cells = rows.flatMap((row) => row.lines.flatMap((line) => line.cells));
  const dropped = new Set<Boundary>();
  for (let column = 0; column + 1 < columns.length; column++) {
    if (cells.some(({ from, to }) => from === column && to === column)) continue;
    const spans = cells.filter(({ from, to }) => from <= column && to >= column);
    const left = columns[column]!;
    const right = columns[column + 1]!;
    if (spans.length === 0) continue;
    if (!right.ruled && column + 2 < columns.length && spans.every(({ to }) => to > column)) dropped.add(right);
    else if (!left.ruled && column > 0 && spans.every(({ from }) => from < column)) dropped.add(left);
  }
  return columns.filter((edge) => !dropped.has(edge));
}

export function isMostlyInside(line: Line, box: Box): boolean {
  const inside = line.words.filter(({ box: word }) => {
    const x = (word.x0 + word.x1) / 2;
    const y = (word.y0 + word.y1) / 2;
    return x >= box.x0 && x <= box.x1 && y >= box.y0 && y <= box.y1;
  });
  return inside.length >= 0.6 * line.words.length && line.words.length > 0;
}

/** Writes the draft as the grid that leaves layout. */
export function toGrid(
  draft: TableDraft,
  evidence: Pick<PageEvidence, "fonts" | "pictures" | "rules">,
  writeSpans?: SpanWriter,
): TableGrid {
  const { frame, columns, rows, cells, em } = draft;
  const { y0, y1 } = frame.box;
  const x0 = columns[0]!.at;
  const x1 = columns.at(-1)!.at;
  const columnBoxes = columns.slice(1).map((right, index): Box => ({ x0: columns[index]!.at, x1: right.at, y0, y1 }));
  const rowBoxes = rows.map((row): Box => ({ x0, x1, y0: row.top.at, y1: row.bottom.at }));
  const columnAlign = columnBoxes.map((box, column) => alignColumn(cells, column, box, draft));
  const slots = cells.map((cell) =>
    unionBoxes([
      { ...columnBoxes[cell.column]!, y0: rowBoxes[cell.row]!.y0, y1: rowBoxes[cell.row]!.y1 },
      {
        ...columnBoxes[cell.column + cell.colSpan - 1]!,
        y0: rowBoxes[cell.row + cell.rowSpan - 1]!.y0,
        y1: rowBoxes[cell.row + cell.rowSpan - 1]!.y1,
      },
    ]),
  );
  const written = cells.map((cell, index): TableCell => {
    const slot = slots[index]!;
    const formula = cellFormula(cell.words, evidence);
    const text = formula ? [formula] : cellLines(cell.words, slot.x1 - slot.x0 - 0.5 * em, evidence.fonts, writeSpans);
    const box = text.length > 0 ? unionBoxes(text.map((line) => line.box)) : slot;
    const align =
      cell.colSpan > 1 && text.length > 0
        ? alignmentOf([box], contentOf(cells, cell, slot), em)
        : columnAlign[cell.column]!;
    return {
      row: cell.row,
      column: cell.column,
      rowSpan: cell.rowSpan,
      colSpan: cell.colSpan,
      box,
      lines: text,
      align,
    };
  });
  return {
    rows: rowBoxes,
    columns: columnBoxes,
    cells: withCellPictures(written, slots, evidence.pictures, em),
    ...printedRules(draft),
    columnAlign,
  };
}

/** Text boxes per cell, one for each printed line. */
function textBoxes(cells: readonly CellDraft[]): Box[] {
  const lines = cells.flatMap((cell) => printedLines(cell.words));
  const texts = lines.map((words) => words.map(({ word }) => word.text).join(" "));
  const figures = texts.filter(isNumeric);
  const tails = figures.filter((text) => !/\d$/.test(text)).length;
  // Where only some figures end in `)` or `%`, these hang over and the last digits line up.
  const hanging = tails > 0 && tails < figures.length;
  return lines.map((words, index) => {
    const box = unionBoxes(words.map(({ word }) => word.box));
    if (!hanging || !isNumeric(texts[index]!)) return box;
    const digits = words.flatMap(({ word }) => word.glyphs.filter(({ text }) => /\d/.test(text)));
    return digits.length === 0 ? box : { ...box, x1: Math.max(...digits.map((glyph) => glyph.box.x1)) };
  });
}

function alignColumn(cells: readonly CellDraft[], column: number, slot: Box, { rows }: TableDraft): Align {
  const own = cells.filter((cell) => cell.column === column && cell.colSpan === 1 && cell.words.length > 0);
  const below = (row: number) => own.filter((cell) => cell.row >= row);
  // Heads are often centred over columns that are not.
  const body = [below(headerRowCount(rows)), below(1)].find((some) => some.length >= 2) ?? own;
  const size = own[0]?.words[0]?.line.size ?? 1;
  return alignmentOf(textBoxes(body), slot, size);
}

/** Room of a slot that a spanning text is aligned in: from the first to the last ink of its columns. */
function contentOf(
  cells: readonly CellDraft[],
  { column, colSpan }: Pick<CellDraft, "column" | "colSpan">,
  slot: Box,
): { x0: number; x1: number } {
  const boxes = cells
    .filter((cell) => cell.column >= column && cell.column + cell.colSpan <= column + colSpan && cell.words.length > 0)
    .flatMap((cell) => cell.words.map(({ word }) => word.box));
  return boxes.length > 0 ? unionBoxes(boxes) : slot;
}

function printedRules({ frame, rows, columns, em }: TableDraft): Pick<TableGrid, "horizontal" | "vertical"> {
  const across = frame.horizontal.filter(({ visible }) => visible);
  const down = frame.vertical.filter(({ visible }) => visible);
  const edges = [rows[0]!.top, ...rows.map(({ bottom }) => bottom)];
  const tolerance = 0.4 * em;
  const ink = columnInk(rows, columns);
  return {
    horizontal: edges.map(({ at, ruled }) => ink.map(({ x0, x1 }) => ruled && isRuled(across, at, x0, x1, tolerance))),
    vertical: rows.map(({ top, bottom }) =>
      columns.map(({ at, ruled }) => ruled && isRuled(down, at, top.at, bottom.at, tolerance)),
    ),
  };
}
