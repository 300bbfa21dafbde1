import type { Block, Inline } from "./document.js";

/** Words of inlines without any markup; formulas as LaTeX. */
export function plainInlines(nodes: readonly Inline[]): string {
  return nodes.map(plainInline).join("");
}

function plainInline(node: Inline): string {
  switch (node.type) {
    case "text":
    case "code":
    case "reference":
      return node.text;
    case "math":
      return node.latex;
    case "styled":
    case "link":
      return plainInlines(node.children);
    case "image":
      return node.alt;
    case "break":
      return "\n";
    case "footnote_mark":
      return "";
    case "smiles":
      return node.smiles;
    case "table":
      return plainBlocks([node.table]);
  }
}

/** Words of blocks, one block per line. */
export function plainBlocks(blocks: readonly Block[]): string {
  return blocks
    .map(plainBlock)
    .filter((text) => text !== "")
    .join("\n");
}

function plainBlock(block: Block): string {
  switch (block.type) {
    case "title":
    case "heading":
    case "paragraph":
      return plainInlines(block.children);
    case "authors":
      return block.authors.map((author) => author.map(plainInlines).join("\n")).join("\n");
    case "abstract":
    case "quote":
    case "aligned":
      return plainBlocks(block.blocks);
    case "theorem":
      return `${block.head}. ${plainBlocks(block.blocks)}`;
    case "details":
      return `${plainInlines(block.summary)}\n${plainBlocks(block.blocks)}`;
    case "figure":
      return [plainBlocks(block.blocks), plainInlines(block.caption ?? [])].filter((text) => text !== "").join("\n");
    case "math":
      return block.latex;
    case "code":
      return block.text;
    case "smiles":
      return block.smiles;
    case "list":
      return block.items
        .map((item) => `${item.marker ? `${plainInlines(item.marker)} ` : ""}${plainBlocks(item.blocks)}`)
        .join("\n");
    case "table":
      return block.rows.map((row) => row.cells.map((cell) => plainBlocks(cell.blocks)).join("\t")).join("\n");
    case "definitions":
      return block.entries.map(({ term, blocks }) => `${plainInlines(term)}\n${plainBlocks(blocks)}`).join("\n");
    case "footnote_text":
    case "toc":
    case "page_break":
    case "rule":
      return "";
  }
}
