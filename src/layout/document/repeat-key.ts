import type { Block, Box, PageLayout } from "../../page.js";
import { blockText, isTextBlock } from "./block-text.js";

/** Side margins in which repeated text is a sidebar, as shares of the page width. */
const LEFT_BAND = 0.2;
const RIGHT_BAND = 0.8;
/** Repeated pictures are logos up to this share of the page's area. */
const LOGO_AREA = 0.2;
/** Places within this many px are the same. */
const PLACE_STEP = 8;
const KEY_LENGTH = 60;

/** Whether a box lies wholly in a side margin. */
export function isAside(box: Box, pageWidth: number): boolean {
  return box.x1 < LEFT_BAND * pageWidth || box.x0 > RIGHT_BAND * pageWidth;
}

/**
 * Key under which pages count what they repeat besides heads and feet: text in the side margins (sidebars of slides) and small
 * pictures (logos). Undefined for everything else.
 */
export function repeatKey(block: Block, layout: PageLayout): string | undefined {
  const place = `${Math.round(block.box.x0 / PLACE_STEP)}|${Math.round(block.box.y0 / PLACE_STEP)}`;
  if (block.kind === "diagram" || block.kind === "chart") {
    const area = (block.box.x1 - block.box.x0) * (block.box.y1 - block.box.y0);
    if (area > LOGO_AREA * layout.width * layout.height || block.captions.length > 0) return undefined;
    return `picture|${place}|${Math.round(block.box.x1 / PLACE_STEP)}|${Math.round(block.box.y1 / PLACE_STEP)}`;
  }
  if (!isTextBlock(block) || !isAside(block.box, layout.width)) return undefined;
  return `text|${place}|${blockText(block).slice(0, KEY_LENGTH)}`;
}
