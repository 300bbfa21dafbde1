import type { Block, PageLayout, TextBlock, TextLine } from "../../page.js";
import { parsePageNumber } from "../furniture/page-number.js";
import { isSlide } from "../metrics.js";
import { blockText, isTextBlock } from "./block-text.js";

/** A block in the top or bottom band of a page, as other pages are asked for it. */
export interface MarginLine {
  block: TextBlock;
  zone: "top" | "bottom";
  /** Text with numbers folded (`Page 3` and `Page 4` are one) and letters in lower case. */
  text: string;
  /** Distance of the block's middle from the top of the page, in thousandths of its height, in steps of `PLACE_STEP`. */
  place: number;
  /** Set off from everything further in. */
  setOff: boolean;
  /** The block is set off and on the row nearest to the edge of the page. */
  outermost: boolean;
  /** Beside lines of text that goes on below its row: a label of theirs. */
  label: boolean;
  /** On a page wider than high: what looks like a title is one, whether other slides have the same or not. */
  slide: boolean;
}

/** Bands in which heads and feet are looked for, as shares of the page height; wider than the bands of one page's own guess. */
const TOP_BAND = 0.15;
const BOTTOM_BAND = 0.85;
/** Blank between a head or foot and the text, in sizes. */
const SET_OFF = 0.9;
const MAX_LINES = 3;
const MAX_LENGTH = 200;
/** Places within this many thousandths of the page height are the same. */
export const PLACE_STEP = 6;

/** Blocks in the margin bands, outermost first. */
export function marginLines(layout: PageLayout): MarginLine[] {
  const blocks = layout.blocks.filter(isTextBlock).filter((block) => isMarginCandidate(block));
  return [...zoneLines(blocks, layout, "top"), ...zoneLines(blocks, layout, "bottom")];
}

/** Text of a margin line with its numbers folded. */
export function foldNumbers(text: string): string {
  const trimmed = text.trim().toLowerCase();
  if (parsePageNumber(trimmed)) return "#";
  return trimmed.replace(/\d+/gu, "#").replace(/\s+/gu, " ");
}

function isMarginCandidate(block: TextBlock): boolean {
  if (block.role === "margin_note" || block.role === "watermark") return false;
  return block.lines.length <= MAX_LINES && block.kind !== "figure_label" && block.kind !== "equation_number";
}

function zoneLines(blocks: readonly TextBlock[], layout: PageLayout, zone: "top" | "bottom"): MarginLine[] {
  const limit = (zone === "top" ? TOP_BAND : BOTTOM_BAND) * layout.height;
  const inZone = blocks
    .filter((block) => (zone === "top" ? block.box.y1 < limit : block.box.y0 > limit))
    .filter((block) => blockText(block).length <= MAX_LENGTH)
    .sort((a, b) => (zone === "top" ? a.box.y0 - b.box.y0 : b.box.y1 - a.box.y1) || a.key - b.key);
  const edge = inZone[0];
  return inZone.map((block) => {
    const setOff = isSetOff(block, layout, zone);
    return {
      block,
      zone,
      text: foldNumbers(blockText(block)),
      place: placeOf(block, layout.height),
      setOff,
      outermost: edge !== undefined && sameRow(block, edge) && setOff,
      label: layout.blocks.some((other) => other.key !== block.key && isLabelOf(block, other)),
      slide: isSlide(layout),
    };
  });
}

/** More than a line's blank to the nearest block towards the middle of the page; no taller block on its row. */
function isSetOff(block: TextBlock, layout: PageLayout, zone: "top" | "bottom"): boolean {
  const { box } = block;
  const height = (block.lines[0] as TextLine).size;
  return layout.blocks.every((other) => {
    if (other.key === block.key || isMarginNote(other)) return true;
    if (sameRow(other, block)) return other.box.y1 - other.box.y0 < 2.5 * (box.y1 - box.y0);
    const gap = zone === "top" ? other.box.y0 - box.y1 : box.y0 - other.box.y1;
    return gap < 0 || gap > SET_OFF * height;
  });
}

function isLabelOf({ box }: TextBlock, other: Block): boolean {
  if (!isTextBlock(other) || other.lines.length < 2 || isMarginNote(other)) return false;
  return sameRow(other.lines[0]!, { box }) && other.box.y1 - box.y1 > 0.5 * (box.y1 - box.y0);
}

function isMarginNote(block: Block): boolean {
  return block.kind === "page_info" && (block.role === "margin_note" || block.role === "watermark");
}

function placeOf(block: TextBlock, height: number): number {
  return Math.round((500 * (block.box.y0 + block.box.y1)) / height / PLACE_STEP);
}

function sameRow(a: Pick<Block, "box">, b: Pick<Block, "box">): boolean {
  return Math.min(a.box.y1, b.box.y1) - Math.max(a.box.y0, b.box.y0) > 0;
}
