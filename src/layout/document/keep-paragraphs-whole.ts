import type { Block, PageLayout, TextBlock } from "../../page.js";

/** What may stand between the parts of a paragraph and can as well follow it. */
const MOVABLE: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>([
  "footnote",
  "figure_label",
  "diagram",
  "chart",
  "table",
  "page_info",
]);

/**
 * Notes and floats of the foot of one column and the head of the next, which stand between the parts of a paragraph, are read after
 * it: a sentence is not torn by what the printer put in its way. Over a page break nothing moves.
 */
export function keepParagraphsWhole(layout: PageLayout): PageLayout {
  const blocks: Block[] = [];
  let held: Block[] = [];
  for (const block of layout.blocks) {
    if (MOVABLE.has(block.kind)) {
      held.push(block);
      continue;
    }
    const parted = held.length > 0 && goesOn(block) && blocks.some(isFlow);
    if (parted) blocks.push(block, ...held);
    else blocks.push(...held, block);
    held = [];
  }
  return { ...layout, blocks: [...blocks, ...held] };
}

function goesOn(block: Block): boolean {
  return isFlow(block) && block.continues !== undefined;
}

function isFlow(block: Block): block is TextBlock {
  return block.kind === "text" || block.kind === "list_item";
}
