import type { Block, PageLayout, TextBlock, TextLine } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import { lineText } from "./block-text.js";

/** Baselines on one row differ by no more than this, in sizes. */
const SAME_ROW = 0.25;
/** A label has no more words than this. */
const LABEL_WORDS = 6;
/** Parts of tall brackets. */
const TALL_SIGN = /[\u239b-\u23b3]/u;

/**
 * What stands on one row and is read one after the other is one paragraph: a label and its value, a date and its entry, the cells
 * of a table that was not recognised. Blocks apart would lose that they belong together.
 */
export function joinRowBlocks(layout: PageLayout): PageLayout {
  const blocks: Block[] = [];
  for (const block of layout.blocks) {
    const before = blocks.at(-1);
    if (before?.kind === "text" && block.kind === "text" && isOnRow(before, block))
      blocks[blocks.length - 1] = join(before, block);
    else blocks.push(block);
  }
  return { ...layout, blocks };
}

function isOnRow(before: TextBlock, block: TextBlock): boolean {
  const last = before.lines.at(-1);
  const first = block.lines[0];
  if (!last || !first || block.continues !== undefined || last.angle !== 0 || first.angle !== 0) return false;
  if (before.lines.some((line) => Math.abs(line.baseline - last.baseline) > SAME_ROW * last.size)) return false;
  if (Math.abs(first.baseline - last.baseline) > SAME_ROW * Math.min(first.size, last.size)) return false;
  if (isFormula(last) || isFormula(first) || !/\p{L}{2}/u.test(lineText(last) + lineText(first))) return false;
  // A sentence stands for itself: two languages side by side.
  if (/(?:\s\S+){3,}\p{L}[.!?]$/u.test(lineText(last).trimEnd())) return false;
  return first.box.x0 >= last.box.x1 && lineText(last).trim().split(/\s+/u).length <= LABEL_WORDS;
}

/** Pieces of a displayed formula are no entries. */
function isFormula(line: TextLine): boolean {
  return line.spans.some((span) => span.kind === "math") || TALL_SIGN.test(lineText(line));
}

function join(before: TextBlock, block: TextBlock): TextBlock {
  const [first, ...rest] = block.lines;
  if (!first) return before;
  const lines = [...before.lines, { ...first, continuation: "space" as const }, ...rest];
  return { ...before, lines, box: unionBoxes([before.box, block.box]) };
}
