import type { Block, Inline, InlineStyle, TableBlock } from "../document.js";
import { escapeHtml } from "./escape.js";
import { inlineMath } from "./inlines.js";
import { htmlTable } from "./tables.js";
import type { MarkdownWriter } from "./write-md.js";

/** Content of HTML tables: Markdown is not read there, so styles are tags; formulas keep their delimiters for the viewer. */

const TAGS: Readonly<Record<InlineStyle, string>> = {
  strong: "b",
  emphasis: "i",
  strike: "s",
  cross_out: "s",
  mark: "mark",
  insert: "ins",
  underline: "u",
  double_underline: "u",
  wave_underline: "u",
  dash_underline: "u",
  dot_underline: "u",
  superscript: "sup",
  subscript: "sub",
  monospace: "code",
  small: "small",
};

export function tableHtml(table: TableBlock, writer: MarkdownWriter): string {
  // a blank line would end the HTML block
  return htmlTable(table, (blocks) => blocksHtml(blocks, writer).replace(/\n\s*\n/g, "\n"));
}

function blocksHtml(blocks: readonly Block[], writer: MarkdownWriter): string {
  return blocks.map((block) => blockHtml(block, writer)).join("<br>");
}

function blockHtml(block: Block, writer: MarkdownWriter): string {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "title":
      return inlinesHtml(block.children, writer);
    case "math": {
      const [open, close] = writer.options.mathDisplayDelimiters;
      return escapeHtml(`${open.trim()}${block.latex.replace(/\s*\n\s*/g, " ")}${close.trim()}`);
    }
    case "table":
      return tableHtml(block, writer).replaceAll("\n", "");
    case "code":
      return `<code>${escapeHtml(block.text).replaceAll("\n", "<br>")}</code>`;
    case "list": {
      const tag = block.ordered ? "ol" : "ul";
      const items = block.items.map(
        (item) =>
          `<li>${item.marker ? `${inlinesHtml(item.marker, writer)} ` : ""}${blocksHtml(item.blocks, writer)}</li>`,
      );
      return `<${tag}>${items.join("")}</${tag}>`;
    }
    default:
      return escapeHtml(writer.plainBlocks([block]));
  }
}

function inlinesHtml(nodes: readonly Inline[], writer: MarkdownWriter): string {
  return nodes.map((node) => inlineHtml(node, writer)).join("");
}

function inlineHtml(node: Inline, writer: MarkdownWriter): string {
  switch (node.type) {
    case "text":
    case "reference":
      return escapeHtml(node.text);
    case "math":
      return escapeHtml(inlineMath(node.latex, writer));
    case "styled":
      return `<${TAGS[node.style]}>${inlinesHtml(node.children, writer)}</${TAGS[node.style]}>`;
    case "code":
      return `<code>${escapeHtml(node.text)}</code>`;
    case "link":
      return `<a href="${escapeHtml(node.href)}">${inlinesHtml(node.children, writer)}</a>`;
    case "image":
      return `<img src="${escapeHtml(writer.imageAddress(node))}" alt="${escapeHtml(node.alt)}">`;
    case "break":
      return "<br>";
    case "footnote_mark":
      return writer.noteMark(node.id);
    case "smiles":
      return `<smiles>${escapeHtml(node.smiles)}</smiles>`;
    case "table":
      return tableHtml(node.table, writer).replaceAll("\n", "");
  }
}
