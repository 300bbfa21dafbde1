import type { Block, ListBlock, ListItem, TableBlock, TableCell } from "../document.js";
import { escapeHtml } from "../md/escape.js";
import { type PlacedCell, placeCells } from "../table-grid.js";
import { anchorId } from "./inlines.js";
import { isOnePiece, leastCharacters } from "./table-fit.js";
import type { HtmlWriter } from "./write-html.js";

type BlockWriters = {
  readonly [K in Block["type"]]: (block: Extract<Block, { type: K }>, writer: HtmlWriter) => string;
};

export const BLOCK_WRITERS: BlockWriters = {
  title: (block, writer) => `<h1 class="title">${writer.inlines(block.children)}</h1>`,
  authors: (block, writer) =>
    `<div class="authors">${block.authors.map((author) => `<div>${author.map((line) => `<span>${writer.inlines(line)}</span>`).join("")}</div>`).join("")}</div>`,
  abstract: (block, writer) =>
    `<section class="abstract" aria-label="Abstract"><h2>Abstract</h2>${writer.blocks(block.blocks)}</section>`,
  heading: (block, writer) => {
    const number = block.number === undefined ? "" : `${escapeHtml(block.number)} `;
    return `<h${block.level} id="${escapeHtml(block.id)}">${number}${writer.inlines(block.children)}</h${block.level}>`;
  },
  paragraph: (block, writer) => {
    const isPicture = block.children.every(
      (node) => node.type === "image" && node.align !== "left" && node.align !== "right",
    );
    return `<p${isPicture ? ' class="picture"' : ""}>${writer.inlines(block.children)}</p>`;
  },
  math: (block, writer) => {
    const anchors = block.labels.map((label) => `<span id="${anchorId(label)}"></span>`).join("");
    const formula = writer.formula(block.latex, true, block.firstNumber, block.numbers > 0, block.offset);
    if (typeof formula === "string") return `<p>${anchors}${formula}</p>`;
    return `<div class="equation${formula.full ? " full" : ""}">${anchors}${formula.html}</div>`;
  },
  code: (block, writer) => {
    const language = block.language === "" ? "" : ` class="language-${escapeHtml(block.language)}"`;
    const content = block.pieces ? writer.inlines(block.pieces) : escapeHtml(block.text);
    return `<pre><code${language}>${content}</code></pre>`;
  },
  list: writeList,
  table: (block, writer) => writeTable(block, writer),
  figure: (block, writer) => {
    const id = block.anchor === undefined ? "" : ` id="${anchorId(block.anchor)}"`;
    const label = block.label === undefined ? "" : `${escapeHtml(block.label)}: `;
    const caption = block.caption ? `<figcaption>${label}${writer.inlines(block.caption)}</figcaption>` : "";
    const content = writer.blocks(block.blocks);
    return `<figure${id}>${block.captionAbove ? caption + content : content + caption}</figure>`;
  },
  quote: (block, writer) => `<blockquote>${writer.blocks(block.blocks)}</blockquote>`,
  footnote_text: (block, writer) =>
    `<aside class="footnote" role="note">${writer.blocks(writer.document.footnotes.get(block.id) ?? [])}</aside>`,
  theorem: (block, writer) => {
    const name = block.name ? ` (${writer.inlines(block.name)})` : "";
    const mark = block.end ? writer.inlines(block.end) : "□";
    const end = block.proof ? `<span class="qed" role="img" aria-label="end of proof">${mark}</span>` : "";
    return `<div class="theorem ${block.proof ? "proof" : "statement"}"><span class="head">${escapeHtml(block.head)}${name}.</span> ${writer.blocks(block.blocks)}${end}</div>`;
  },
  toc: (_, writer) => writer.contents(true),
  page_break: () => '<hr class="page-break">',
  rule: () => "<hr>",
  details: (block, writer) =>
    `<details><summary>${writer.inlines(block.summary)}</summary>${writer.blocks(block.blocks)}</details>`,
  definitions: (block, writer) =>
    `<dl>${block.entries.map(({ term, blocks }) => `<dt>${writer.inlines(term)}</dt><dd>${writer.blocks(blocks)}</dd>`).join("")}</dl>`,
  aligned: (block, writer) => `<div style="text-align:${block.align}">${writer.blocks(block.blocks)}</div>`,
  smiles: (block) => `<pre><code class="smiles">${escapeHtml(block.smiles)}</code></pre>`,
};

function writeList(list: ListBlock, writer: HtmlWriter): string {
  const tag = list.ordered ? "ol" : "ul";
  const start = list.ordered && list.start !== 1 ? ` start="${list.start}"` : "";
  return `<${tag}${start}>${list.items.map((item) => writeItem(item, list, writer)).join("")}</${tag}>`;
}

function writeItem(item: ListItem, list: ListBlock, writer: HtmlWriter): string {
  const content = list.loose ? writer.blocks(item.blocks) : tightBlocks(item.blocks, writer);
  if (item.checked !== undefined)
    return `<li class="marked"><span class="marker">${item.checked ? "☑" : "☐"}</span>${content}</li>`;
  if (item.marker)
    return `<li class="marked"><span class="marker">${writer.inlines(item.marker)}</span>${content}</li>`;
  return `<li>${content}</li>`;
}

/** The first paragraph of an item or cell needs no paragraph of its own. */
function tightBlocks(blocks: readonly Block[], writer: HtmlWriter): string {
  const [first, ...rest] = blocks;
  return first?.type === "paragraph" ? writer.inlines(first.children) + writer.blocks(rest) : writer.blocks(blocks);
}

function writeTable(table: TableBlock, writer: HtmlWriter): string {
  const rows = table.rows.map((_, r) => {
    const cells = placed(table, r).map(({ cell, column }) => writeCell(cell, column, r, table, writer));
    return `<tr>${cells.join("")}</tr>`;
  });
  const head = table.headRows > 0 ? `<thead>${rows.slice(0, table.headRows).join("")}</thead>` : "";
  const caption = table.caption ? `<caption>${writer.inlines(table.caption)}</caption>` : "";
  const kind = table.headRows > 0 ? ' class="md"' : "";
  const signs = leastCharacters(table, (row) => placed(table, row).map(({ cell, column }) => [cell, column]));
  const fit = signs === undefined ? "" : ` style="--signs:${signs}"`;
  return `<div class="table"><table${kind}${fit}>${caption}${head}<tbody>${rows.slice(table.headRows).join("")}</tbody></table></div>`;
}

function writeCell(cell: TableCell, column: number, row: number, table: TableBlock, writer: HtmlWriter): string {
  const tag = cell.header ? "th" : "td";
  const rule = table.rows[row]?.rulesAbove.some(({ from, to }) => column >= from && column <= to);
  const below = table.ruledBelow && row + cell.rowSpan >= table.rows.length;
  const classes = [
    cell.align === "left" ? "" : cell.align.charAt(0),
    rule ? "bt" : "",
    below ? "bb" : "",
    cell.borderLeft ? "bl" : "",
    cell.borderRight ? "br" : "",
    isOnePiece(cell) ? "one" : "",
  ].filter((name) => name !== "");
  const attributes = [
    classes.length > 0 ? ` class="${classes.join(" ")}"` : "",
    cell.colSpan > 1 ? ` colspan="${cell.colSpan}"` : "",
    cell.rowSpan > 1 ? ` rowspan="${Math.min(cell.rowSpan, table.rows.length - row)}"` : "",
    cell.header && row < table.headRows ? ' scope="col"' : "",
  ].join("");
  return `<${tag}${attributes}>${tightBlocks(cell.blocks, writer)}</${tag}>`;
}

const PLACES = new WeakMap<TableBlock, PlacedCell[][]>();

/** Cells of a row with the columns they start in. */
function placed(table: TableBlock, row: number): PlacedCell[] {
  let places = PLACES.get(table);
  if (!places) {
    places = placeCells(table);
    PLACES.set(table, places);
  }
  return places[row] ?? [];
}
