import type { Block, FigureBlock, TableBlock, TableCell } from "../document.js";
import { plainBlocks } from "../plain-text.js";
import { type PlacedCell, placeCells } from "../table-grid.js";
import { floatCaption, startsLine } from "./blocks.js";
import { printedLength } from "./printed-length.js";
import type { Place, TexWriter } from "./write-tex.js";

/** Rows from which a table may break over pages. */
export const LONG_ROWS = 38;

/** How wide a table may be and what it is set in then. */
interface Measure {
  /** Characters that a line of the page holds in the size of `setup`, and those between two columns. */
  line: number;
  gap: number;
  setup: string;
  landscape: boolean;
}

const ORDINARY: Measure = { line: 92, gap: 2.6, setup: "", landscape: false };
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

interface Column {
  align: "left" | "center" | "right";
  /** Share of the line when the column wraps. */
  share: number | undefined;
  /** Characters it takes. */
  characters: number;
  left: boolean;
  right: boolean;
}

export function writeTable(table: TableBlock, writer: TexWriter, place: Place, float?: FigureBlock): string {
  if (table.rows.length === 0) return "";
  const isLong =
    table.rows.length > LONG_ROWS && place === "text" && writer.depth.boxes === 0 && writer.depth.lists === 0;
  const measure = isLong ? longMeasure(table) : undefined;
  if (measure) return writeTabular(table, writer, { long: measure, float });
  const tabular = writeTabular(table, writer, { nested: place === "cell" });
  if (place === "cell") return tabular;
  const caption = table.caption && !float ? `${writer.inlines(table.caption, "moving")}\\\\[4pt]\n` : "";
  if (writer.depth.boxes > 0) return caption + tabular;
  return `\\begin{center}\n${caption}${tabular}\n\\end{center}`;
}

export interface TabularOptions {
  nested?: boolean;
  long?: Measure;
  float?: FigureBlock | undefined;
}

export function writeTabular(table: TableBlock, writer: TexWriter, options: TabularOptions): string {
  const grid = placeCells(table);
  const measure = options.long ?? ORDINARY;
  const columns = planColumns(table, grid, options.nested ? undefined : measure);
  writer.depth.boxes++;
  const rows = table.rows.map(
    (row, r) => rulesOf(row.rulesAbove, columns.length) + writeRow(grid[r]!, r, columns, { table, writer, measure }),
  );
  writer.depth.boxes--;
  if (columns.some(({ share }) => share !== undefined)) writer.needs.use("array");
  const specification = columns.map((column, c) => columnSpecification(column, c === 0)).join("");
  const below = table.ruledBelow ? "\n\\hline" : "";
  const headRule =
    table.headRows > 0 && table.headRows < rows.length && !table.rows.some(({ rulesAbove }) => rulesAbove.length > 0);
  if (headRule) {
    rows[0] = `\\hline\n${rows[0]}`;
    rows[table.headRows] = `\\hline\n${rows[table.headRows]}`;
  }
  const body = `${rows.join("\n")}${headRule ? "\n\\hline" : below}`;
  if (options.long) {
    writer.needs.use("longtable");
    const caption = options.float
      ? `${floatCaption(options.float, writer)}\\\\\n`
      : table.caption
        ? `\\multicolumn{${columns.length}}{c}{${writer.inlines(table.caption, "moving")}}\\\\\n`
        : "";
    const setup = /^((?:\\(?:captionsetup|setcounter)\{[^\n]*\n)*)([\s\S]*)$/.exec(caption);
    const long = `${setup?.[1] ?? ""}{${measure.setup}\n\\begin{longtable}{${specification}}\n${setup?.[2] ?? ""}${body}\n\\end{longtable}}`;
    if (!measure.landscape) return long;
    writer.needs.use("lscape");
    return `\\begin{landscape}\n${long}\n\\end{landscape}`;
  }
  const tabular = `\\begin{tabular}${options.nested ? "[t]" : ""}{${specification}}\n${body}\n\\end{tabular}`;
  if (options.nested) return tabular;
  writer.needs.use("adjustbox");
  // more rows than a page holds come here only when no size has room for the columns
  const limit = table.rows.length > LONG_ROWS ? ",max totalheight=0.95\\textheight" : "";
  return `\\begin{adjustbox}{max width=\\linewidth${limit}}\n${tabular}\n\\end{adjustbox}`;
}

/** The largest type in which a table's columns stand beside each other on a page; undefined when there is none. */
function longMeasure(table: TableBlock): Measure | undefined {
  const grid = placeCells(table);
  return LONG.find((measure) => {
    const columns = planColumns(table, grid, measure);
    return columns.reduce((sum, { characters }) => sum + characters, measure.gap * columns.length) <= measure.line;
  });
}

/** Alignment, rules and, for text too wide for the measure, a width for each column; without a measure none wraps. */
function planColumns(table: TableBlock, grid: readonly PlacedCell[][], measure: Measure | undefined): Column[] {
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

/** Columns of text are justified unless told otherwise. */
const RAGGED = {
  left: ">{\\raggedright\\arraybackslash}",
  center: ">{\\centering\\arraybackslash}",
  right: ">{\\raggedleft\\arraybackslash}",
} as const;

function columnSpecification({ align, share, left, right }: Column, first: boolean): string {
  const letter = align === "left" ? "l" : align === "center" ? "c" : "r";
  const body = share === undefined ? letter : `${RAGGED[align]}p{${share.toFixed(3)}\\linewidth}`;
  return `${first && left ? "|" : ""}${body}${right ? "|" : ""}`;
}

function rulesOf(ranges: TableBlock["rows"][number]["rulesAbove"], columns: number): string {
  const [only] = ranges;
  if (!only) return "";
  if (ranges.length === 1 && only.from <= 0 && only.to >= columns - 1) return "\\hline\n";
  return `${ranges
    .filter(({ from, to }) => from >= 0 && to < columns && from <= to)
    .map(({ from, to }) => `\\cline{${from + 1}-${to + 1}}`)
    .join("")}\n`;
}

/** What the cells of a table share. */
interface Frame {
  table: TableBlock;
  writer: TexWriter;
  measure: Measure;
}

function writeRow(cells: readonly PlacedCell[], r: number, columns: readonly Column[], frame: Frame): string {
  const parts: string[] = [];
  let at = 0;
  for (const { cell, column } of cells) {
    if (column >= columns.length) continue;
    while (at < column) {
      parts.push("");
      at++;
    }
    const span = Math.min(cell.colSpan, columns.length - column);
    parts.push(writeCell({ cell, column }, span, r, columns, frame));
    at = column + span;
  }
  while (at < columns.length) {
    parts.push("");
    at++;
  }
  const line = parts.join(" & ");
  return `${startsLine(line)} \\\\`;
}

function writeCell(
  { cell, column }: PlacedCell,
  span: number,
  row: number,
  columns: readonly Column[],
  { table, writer, measure }: Frame,
): string {
  const plan = columns[column]!;
  const share = span === 1 ? plan.share : spanShare(cell, columns.slice(column, column + span), columns, measure);
  if (share !== undefined) writer.needs.use("array");
  const content = cellContent(cell, share, writer);
  const shown = cell.header && content !== "" ? `\\textbf{${content}}` : content;
  const rowSpan = Math.min(cell.rowSpan, table.rows.length - row);
  let text = shown;
  if (rowSpan > 1 && shown !== "") {
    writer.needs.use("multirow");
    text = `\\multirow{${rowSpan}}{${share === undefined ? "*" : `${share.toFixed(3)}\\linewidth`}}{${shown}}`;
  }
  const differs = cell.align !== plan.align && plan.share === undefined && content !== "";
  const last = columns[column + span - 1]!;
  const rules = cell.borderRight !== last.right || (column === 0 && cell.borderLeft !== plan.left);
  if (span === 1 && !differs && !(rules && content !== "")) return text;
  const letter =
    share === undefined
      ? { left: "l", center: "c", right: "r" }[cell.align]
      : `${RAGGED[cell.align]}p{${share.toFixed(3)}\\linewidth}`;
  return `\\multicolumn{${span}}{${column === 0 && cell.borderLeft ? "|" : ""}${letter}${cell.borderRight ? "|" : ""}}{${text}}`;
}

/**
 * Share of the line for a cell over several columns whose text is longer than they are wide together, by more than the line has left: it
 * would widen the last of them beyond the page.
 */
function spanShare(
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

/** One line of text; several lines or blocks in a box of their own. */
function cellContent(cell: TableCell, share: number | undefined, writer: TexWriter): string {
  const [only] = cell.blocks;
  if (!only) return "";
  const needsBox = cell.blocks.some(({ type }) => BOXED.has(type));
  if (cell.blocks.length === 1 && only.type === "paragraph") {
    const text = writer.inlines(only.children, "cell").trim();
    if (!/\\\\\n/.test(text)) return oneLine(text);
    return share === undefined
      ? `\\begin{tabular}[t]{@{}${cell.align.charAt(0)}@{}}${text.split("\\\\\n").map(startsLine).join("\\\\\n")}\\end{tabular}`
      : oneLine(text.replace(/\\\\\n/g, "\\newline "));
  }
  if (!needsBox) {
    const lines = cell.blocks.map((block) => oneLine(writer.blocks([block], "cell")));
    return lines.length === 1
      ? lines[0]!
      : `\\begin{tabular}[t]{@{}${cell.align.charAt(0)}@{}}${lines.join("\\\\\n")}\\end{tabular}`;
  }
  const width = share === undefined ? "0.3\\textwidth" : "\\linewidth";
  return `\\begin{minipage}[t]{${width}}\n${writer.blocks(cell.blocks, "cell").replace(/\n\s*\n/g, "\n\\par\n")}\n\\end{minipage}`;
}

const BOXED = new Set<Block["type"]>(["list", "definitions", "quote", "theorem", "details", "abstract", "figure"]);

function oneLine(text: string): string {
  return text.replace(/\s*\n\s*/g, "\n").trim();
}
