import type { Block, Inline, ListItem, TableBlock } from "../document.js";

/** The same blocks with every inline, at any depth, replaced by `change`; children are changed first. */
export function mapInlines(blocks: readonly Block[], change: (node: Inline) => Inline): Block[] {
  const inline = (node: Inline): Inline => {
    switch (node.type) {
      case "styled":
      case "link":
        return change({ ...node, children: node.children.map(inline) });
      case "table":
        return change({ ...node, table: table(node.table) });
      default:
        return change(node);
    }
  };
  const inlines = (nodes: readonly Inline[]) => nodes.map(inline);
  const table = (node: TableBlock): TableBlock => ({
    ...node,
    rows: node.rows.map((row) => ({
      ...row,
      cells: row.cells.map((cell) => ({ ...cell, blocks: cell.blocks.map(block) })),
    })),
    ...(node.caption ? { caption: inlines(node.caption) } : {}),
  });
  const item = (node: ListItem): ListItem => ({
    ...node,
    blocks: node.blocks.map(block),
    ...(node.marker ? { marker: inlines(node.marker) } : {}),
  });
  const block = (node: Block): Block => {
    switch (node.type) {
      case "paragraph":
      case "heading":
      case "title":
        return { ...node, children: inlines(node.children) };
      case "authors":
        return { ...node, authors: node.authors.map((author) => author.map(inlines)) };
      case "abstract":
      case "quote":
      case "aligned":
        return { ...node, blocks: node.blocks.map(block) };
      case "details":
        return { ...node, summary: inlines(node.summary), blocks: node.blocks.map(block) };
      case "theorem":
        return { ...node, blocks: node.blocks.map(block), ...(node.name ? { name: inlines(node.name) } : {}) };
      case "figure":
        return { ...node, blocks: node.blocks.map(block), ...(node.caption ? { caption: inlines(node.caption) } : {}) };
      case "list":
        return { ...node, items: node.items.map(item) };
      case "definitions":
        return {
          ...node,
          entries: node.entries.map((entry) => ({ term: inlines(entry.term), blocks: entry.blocks.map(block) })),
        };
      case "table":
        return table(node);
      case "code":
        return node.pieces ? { ...node, pieces: inlines(node.pieces) } : node;
      default:
        return node;
    }
  };
  return blocks.map(block);
}
