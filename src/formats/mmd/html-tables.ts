import type { Block, TableBlock, TableCell, TableRow } from "../document.js";
import { attributeOf, parseTag } from "./html-tags.js";
import type { InlineReader } from "./inlines.js";
import type { Token } from "./tokens.js";

/** Largest span that is believed. */
const MAX_SPAN = 500;

/** Table of HTML tags: rows, cells, spans and alignment; other tags of tables only group. */
export function readHtmlTable(tokens: readonly Token[], inlines: InlineReader, offset: number): TableBlock {
  const table: TableBlock = { type: "table", columns: 1, rows: [], headRows: 0, ruledBelow: false, offset };
  let row: TableRow | undefined;
  let cell: { made: TableCell; content: Token[] } | undefined;
  let inHead = false;
  const endCell = () => {
    if (!cell) return;
    const children = inlines.read(cell.content);
    if (children.length > 0) cell.made.blocks = [paragraph(children, offset)];
    cell = undefined;
  };
  for (const token of tokens) {
    const tag = token.type === "html_inline" ? parseTag(token.content) : undefined;
    const name = tag?.name ?? "";
    if (name === "td" || name === "th") {
      endCell();
      if (tag?.closing) continue;
      if (!row) {
        row = { cells: [], rulesAbove: [] };
        table.rows.push(row);
      }
      const made = newCell(tag?.attributes ?? "", name === "th");
      row.cells.push(made);
      cell = { made, content: [] };
    } else if (name === "tr") {
      endCell();
      row = undefined;
      if (tag?.closing) continue;
      row = { cells: [], rulesAbove: [] };
      table.rows.push(row);
      if (inHead) table.headRows++;
    } else if (name === "thead") inHead = !tag?.closing;
    else if (name === "tbody" || name === "tfoot" || name === "colgroup" || name === "col" || name === "caption")
      continue;
    else if (cell) cell.content.push(token);
  }
  endCell();
  table.rows = table.rows.filter(({ cells }) => cells.length > 0);
  table.headRows = Math.min(table.headRows, table.rows.length);
  table.columns = Math.max(1, ...table.rows.map(({ cells }) => cells.reduce((sum, { colSpan }) => sum + colSpan, 0)));
  return table;
}

function paragraph(children: Extract<Block, { type: "paragraph" }>["children"], offset: number): Block {
  return { type: "paragraph", children, offset };
}

function newCell(attributes: string, header: boolean): TableCell {
  const align = /\b(left|center|right)\b/.exec(
    `${attributeOf(attributes, "align")} ${attributeOf(attributes, "style")}`,
  )?.[1];
  return {
    blocks: [],
    colSpan: span(attributeOf(attributes, "colspan")),
    rowSpan: span(attributeOf(attributes, "rowspan")),
    align: (align as TableCell["align"] | undefined) ?? "left",
    header,
    borderLeft: false,
    borderRight: false,
  };
}

function span(value: string): number {
  const number = Number.parseInt(value, 10);
  return number >= 1 ? Math.min(number, MAX_SPAN) : 1;
}
