import type { Block, FigureBlock, TableBlock, TableCell } from "../document.js";
import { type PlacedCell, placeCells } from "../table-grid.js";
import { floatCaption, startsLine } from "./blocks.js";
import { type Column, longMeasure, type Measure, ORDINARY, planColumns, spanShare } from "./plan-columns.js";
import type { Place, TexWriter } from "./write-tex.js";

/** Rows from which a table may break over pages. */
export const LONG_ROWS = 38;

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
