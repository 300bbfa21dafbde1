import type { Block, Inline, TableBlock, TableCell, TableRow } from "../document.js";
import type { AdapterContext } from "./adapter-context.js";
import { attribute, TokenReader } from "./token-reader.js";
import type { Token } from "./tokens.js";

export type TableReader = (tokens: readonly Token[], context: AdapterContext) => TableBlock;

type Align = TableCell["align"];
type Range = TableRow["rulesAbove"][number];

interface ColumnSpec {
  align: Align[];
  /** Rule left of column c; the last entry is right of the last column. */
  ruled: boolean[];
}

/** Readers for what stands in cells and captions. */
export interface TableHooks {
  blocks: (tokens: readonly Token[], context: AdapterContext) => Block[];
  inlines: (tokens: readonly Token[], context: AdapterContext) => Inline[];
}

/** Tokens `table_open … table_close` of a tabular or a Markdown table. */
export function readTable(tokens: readonly Token[], context: AdapterContext, hooks: TableHooks): TableBlock {
  const reader = new TokenReader(tokens);
  const table: TableBlock = {
    type: "table",
    columns: 0,
    rows: [],
    headRows: 0,
    ruledBelow: false,
    offset: context.cursor,
  };
  let spec: ColumnSpec = { align: [], ruled: [] };
  const covered = new Occupancy();
  let inHead = false;
  for (let token = reader.next(); token; token = reader.next()) {
    switch (token.type) {
      case "table_open":
        spec = parseColumns(token.latex ?? "");
        table.columns = spec.align.length;
        break;
      case "caption_open":
        table.caption = hooks.inlines(reader.inside(token), context);
        break;
      case "thead_open":
        inHead = true;
        break;
      case "thead_close":
        inHead = false;
        break;
      case "tbody_close":
        table.ruledBelow = /\\[ch]hline|\\hline|\\hdashline|\\cline/.test(token.latex ?? "");
        break;
      case "tr_open": {
        const row = readRow(reader.inside(token), spec, covered.row(table.rows.length), context, hooks, inHead);
        row.rulesAbove = rulesOf(token.latex ?? "", table.columns);
        if (inHead) table.headRows++;
        table.rows.push(row);
        covered.add(table.rows.length - 1, row);
        break;
      }
      default:
        break;
    }
  }
  table.columns = Math.max(table.columns, covered.width, 1);
  return table;
}

function readRow(
  tokens: readonly Token[],
  spec: ColumnSpec,
  taken: ReadonlySet<number>,
  context: AdapterContext,
  hooks: TableHooks,
  header: boolean,
): TableRow {
  const reader = new TokenReader(tokens);
  const cells: TableCell[] = [];
  let column = 0;
  for (let token = reader.next(); token; token = reader.next()) {
    if (token.type !== "td_open" && token.type !== "th_open") continue;
    while (taken.has(column)) column++;
    const colSpan = span(attribute(token, "colspan"));
    const own = multicolumnSpec(token);
    const inner = own ?? spec;
    const at = own ? 0 : column;
    cells.push({
      blocks: hooks.blocks(reader.inside(token), context).map(asLines),
      colSpan,
      rowSpan: span(attribute(token, "rowspan")),
      align: styledAlign(token) ?? inner.align[at] ?? "left",
      header: header || token.type === "th_open",
      borderLeft: (own?.ruled[0] ?? false) || (spec.ruled[column] ?? false),
      borderRight: own ? (own.ruled[own.align.length] ?? false) : (spec.ruled[column + colSpan] ?? false),
    });
    column += colSpan;
  }
  return { cells, rulesAbove: [] };
}

/** A cell of several lines is written as a bare tabular of one column: lines again. */
function asLines(block: Block): Block {
  if (block.type !== "table" || block.columns !== 1 || block.ruledBelow || block.caption) return block;
  const children: Inline[] = [];
  for (const { cells, rulesAbove } of block.rows) {
    const [cell] = cells;
    const [line] = cell?.blocks ?? [];
    const isLine = line === undefined || line.type === "paragraph";
    if (
      cells.length > 1 ||
      rulesAbove.length > 0 ||
      cell?.borderLeft ||
      cell?.borderRight ||
      (cell?.blocks.length ?? 0) > 1 ||
      !isLine
    )
      return block;
    if (children.length > 0) children.push({ type: "break", hard: true, offset: line?.offset ?? block.offset });
    children.push(...(line?.children ?? []));
  }
  return { type: "paragraph", children, offset: block.offset };
}

/** Largest span that is believed. */
const MAX_SPAN = 500;

function span(value: string): number {
  const number = Number.parseInt(value, 10);
  return number >= 1 ? Math.min(number, MAX_SPAN) : 1;
}

/** Slots that earlier rows cover. */
class Occupancy {
  readonly #rows: Set<number>[] = [];
  width = 0;

  row(index: number): ReadonlySet<number> {
    return this.#rows[index] ?? new Set();
  }

  add(index: number, row: TableRow): void {
    const own = this.row(index);
    let column = 0;
    for (const cell of row.cells) {
      while (own.has(column)) column++;
      for (let r = 1; r < cell.rowSpan; r++) {
        this.#rows[index + r] ??= new Set();
        for (let c = 0; c < cell.colSpan; c++) this.#rows[index + r]!.add(column + c);
      }
      column += cell.colSpan;
      this.width = Math.max(this.width, column);
    }
  }
}

const ALIGN: Readonly<Record<string, Align>> = {
  l: "left",
  c: "center",
  r: "right",
  p: "left",
  m: "left",
  b: "left",
  S: "right",
  X: "left",
};

/** `|l|p{3cm}:r` → alignment and rules. */
export function parseColumns(latex: string): ColumnSpec {
  const align: Align[] = [];
  const ruled: boolean[] = [false];
  // arguments in braces say nothing about alignment
  const bare = latex.replace(/[@!><]\s*\{[^{}]*(?:\{[^{}]*\}[^{}]*)*\}|\{[^{}]*\}/g, "");
  for (const char of bare) {
    if (char === "|" || char === ":") ruled[align.length] = true;
    else if (ALIGN[char]) {
      align.push(ALIGN[char]);
      ruled[align.length] = false;
    }
  }
  return { align, ruled };
}

function multicolumnSpec(token: Token): ColumnSpec | undefined {
  const match = /\\multicolumn\s*\{[^{}]*\}\s*\{((?:[^{}]|\{[^{}]*\})*)\}/.exec(token.latex ?? "");
  return match ? parseColumns(match[1] ?? "") : undefined;
}

function styledAlign(token: Token): Align | undefined {
  return /text-align:\s*(left|center|right)/.exec(attribute(token, "style"))?.[1] as Align | undefined;
}

function rulesOf(latex: string, columns: number): Range[] {
  if (/\\h(?:dash)?line|\\hhline|\\(?:top|mid|bottom)rule/.test(latex))
    return [{ from: 0, to: Math.max(0, columns - 1) }];
  return [...latex.matchAll(/\\c(?:mid)?(?:line|rule)\s*(?:\([^)]*\))?\s*\{\s*(\d+)\s*-\s*(\d+)\s*\}/g)].map(
    ([, from, to]) => ({
      from: Number(from) - 1,
      to: Number(to) - 1,
    }),
  );
}
