import type { Block, Inline } from "./document.js";

/** Lists of blocks that stand within a block, in reading order. */
export function innerBlocks(block: Block): readonly (readonly Block[])[] {
  switch (block.type) {
    case "abstract":
    case "quote":
    case "theorem":
    case "details":
    case "aligned":
    case "figure":
      return [block.blocks];
    case "list":
      return block.items.map((item) => item.blocks);
    case "definitions":
      return block.entries.map((entry) => entry.blocks);
    case "table":
      return block.rows.flatMap((row) => row.cells.map((cell) => cell.blocks));
    default:
      return [];
  }
}

/** Inlines that stand directly in a block. */
export function ownInlines(block: Block): readonly (readonly Inline[])[] {
  switch (block.type) {
    case "paragraph":
    case "heading":
    case "title":
      return [block.children];
    case "authors":
      return block.authors.flat();
    case "figure":
    case "table":
      return block.caption ? [block.caption] : [];
    case "theorem":
      return block.name ? [block.name] : [];
    case "details":
      return [block.summary];
    case "definitions":
      return block.entries.map((entry) => entry.term);
    case "list":
      return block.items.flatMap((item) => (item.marker ? [item.marker] : []));
    case "code":
      return block.pieces ? [block.pieces] : [];
    default:
      return [];
  }
}
