import type { TableBlock, TableCell } from "../document.js";
import { plainBlocks } from "../plain-text.js";
import { type PlacedCell, placeCells } from "../table-grid.js";
import { printedLength } from "./printed-length.js";

/** How wide a table may be and what it is set in then. */
export interface Measure {
  /** Characters that a line of the page holds in the size of `setup`, and those between two columns. */
  line: number;
  gap: number;
  setup: string;
  landscape: boolean;
}

export const ORDINARY: Measure = { line: 92, gap: 2.6, setup: "", landscape: false };
/** A table that breaks over pages cannot be scaled down as a whole: the first in which its columns find room. */
const LONG: readonly Measure[] = [
  ORDINARY,
  { line: 102, gap: 1.4, setup: "\\small\\setlength{\\tabcolsep}{3pt}", landscape: false },
  { line: 115, gap: 1.4, setup: "\\footnotesize\\setlength{\\tabcolsep}{3pt}", landscape: false },
  { line: 131, gap: 1.3, setup: "\\scriptsize\\setlength{\\tabcolsep}{2pt}", landscape: false },
  { line: 190, gap: 1.3, setup: "\\scriptsize\\setlength{\\tabcolsep}{2pt}", landscape: true },
  { line: 235, gap: 1.2, setup: "\\tiny\\setlength{\\tabcolsep}{1.5pt}", landscape: true },
];
/** Narrowest column that is wrapped, characters. */
const MIN_WRAPPED = 11;

/** What becomes of a column in print. */
export interface Column {
  align: "left" | "center" | "right";
  /** Share of the line when the column wraps. */
  share: number | undefined;
  /** Characters it takes. */
  characters: number;
  left: boolean;
  right: boolean;
}

/** The largest type in which a table's columns stand beside each other on a page; undefined when there is none. */
export function longMeasure(table: TableBlock): Measure | undefined {
  const grid = placeCells(table);
  return LONG.find((measure) => {
    const columns = planColumns(table, grid, measure);
    return columns.reduce((sum, { characters }) => sum + characters, measure.gap * columns.length) <= measure.line;
  });
}

/** Alignment, rules and, for text too wide for the measure, a width for each column; without a measure none wraps. */
export function planColumns(table: TableBlock, grid: readonly PlacedCell[][], measure: Measure | undefined): Column[] {
  const count = Math.max(1, table.columns);
  const widths = new Array<number>(count).fill(1);
  const aligns = Array.from({ length: count }, () => ({ left: 0, center: 0, right: 0 }));
  const rules = Array.from({ length: count }, () => ({ left: 0, right: 0, cells: 0 }));
  for (const { cell, column } of grid.flat()) {
    if (cell.colSpan !== 1 || column >= count) continue;
    widths[column] = Math.max(widths[column]!, textWidth(cell));
    if (cell.blocks.length > 0) aligns[column]![cell.align]++;
    const rule = rules[column]!;
    rule.cells++;
    if (cell.borderLeft) rule.left++;
    if (cell.borderRight) rule.right++;
  }
  const { line, gap } = measure ?? ORDINARY;
  const gaps = gap * count;
  const total = widths.reduce((sum, width) => sum + width, gaps);
  const wrapped = total > line && measure ? wrapWidths(widths, line - gaps) : new Map<number, number>();
  return widths.map((_, c): Column => {
    const { left, center, right } = aligns[c]!;
    const { cells, left: ruledLeft, right: ruledRight } = rules[c]!;
    const room = wrapped.get(c);
    return {
      align: right > left && right >= center ? "right" : center > left ? "center" : "left",
      share: room === undefined ? undefined : Math.max(0.03, (room / line) * 0.98),
      characters: room ?? widths[c]!,
      left: c === 0 && ruledLeft * 2 > cells,
      right: ruledRight * 2 > cells,
    };
  });
}

/** Widths for the widest columns so that all fit; none when the narrow ones alone fill the line. */
function wrapWidths(widths: readonly number[], room: number): Map<number, number> {
  const order = widths.map((_, c) => c).sort((a, b) => widths[a]! - widths[b]!);
  let rest = room;
  let left = widths.length;
  const wide: number[] = [];
  for (const c of order) {
    // what needs less than an even share of what is left keeps its own width
    if (widths[c]! <= Math.max(MIN_WRAPPED, rest / left)) rest -= widths[c]!;
    else wide.push(c);
    left--;
  }
  const each = rest / Math.max(1, wide.length);
  // more columns than a line can hold: the table is scaled down
  return new Map(wide.map((c) => [c, Math.max(each, MIN_WRAPPED)]));
}

/** Characters of the longest line of a cell. */
function textWidth(cell: TableCell): number {
  const lines = plainBlocks(cell.blocks).split("\n");
  return lines.reduce((most, line) => Math.max(most, printedLength(line)), 0);
}

/**
 * Share of the line for a cell over several columns whose text is longer than they are wide together, by more than the line has left: it
 * would widen the last of them beyond the page.
 */
export function spanShare(
  cell: TableCell,
  spanned: readonly Column[],
  columns: readonly Column[],
  { line, gap }: Measure,
): number | undefined {
  const measured = (parts: readonly Column[]) =>
    parts.reduce((sum, { characters }) => sum + characters, gap * (parts.length - 1));
  const left = Math.max(0, line - gap - measured(columns));
  const room = Math.max(MIN_WRAPPED, measured(spanned) + left);
  return textWidth(cell) <= room ? undefined : Math.min(0.98, (room / line) * 0.98);
}
