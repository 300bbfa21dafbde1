import type { Block, PageLayout, TextBlock } from "../../page.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import { lineText } from "./block-text.js";

/** What may stand between the parts of a paragraph and can as well follow it. */
const MOVABLE: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>([
  "footnote",
  "figure_label",
  "diagram",
  "chart",
  "table",
  "page_info",
]);
/** Listings of the head of a column move as well, with a caption that no float has. */
const LISTINGS: ReadonlySet<Block["kind"]> = new Set<Block["kind"]>(["code", "pseudocode"]);

/**
 * Notes and floats of the foot of one column and the head of the next, which stand between the parts of a paragraph, are read after
 * it: a sentence is not torn by what the printer put in its way. Over a page break nothing moves.
 */
export function keepParagraphsWhole(layout: PageLayout): PageLayout {
  const blocks: Block[] = [];
  let held: Block[] = [];
  for (const block of layout.blocks) {
    if (MOVABLE.has(block.kind) || LISTINGS.has(block.kind) || isUnboundCaption(block)) {
      held.push(block);
      continue;
    }
    const before = blocks.findLast(isFlow);
    const crosses = before !== undefined && before.column !== block.column;
    const parted = goesOn(block) && before !== undefined && (crosses || held.every(({ kind }) => MOVABLE.has(kind)));
    if (parted) blocks.push(block, ...held);
    else blocks.push(...held, block);
    held = [];
  }
  return { ...layout, blocks: [...blocks, ...held] };
}

function isUnboundCaption(block: Block): boolean {
  const first = block.kind === "text" && block.continues === undefined ? block.lines[0] : undefined;
  return first !== undefined && parseCaptionLabel(lineText(first))?.punctuated === true;
}

function goesOn(block: Block): boolean {
  return isFlow(block) && block.continues !== undefined;
}

function isFlow(block: Block): block is TextBlock {
  return block.kind === "text" || block.kind === "list_item";
}
