import type { Box } from "../../page.js";
import { boxHeight, boxWidth, unionBoxes } from "../boxes.js";
import type { Gutter } from "../columns/find-gutters.js";
import { type FlowItem, rowPosition } from "../columns/flow-item.js";
import type { PageMetrics } from "../types.js";

/** A piece of a gutter's band that is read before the next one. */
export interface BandPart {
  items: FlowItem[];
  /** A head in the margin and the text beside it, or names in columns; otherwise the part is looked at afresh. */
  sides?: FlowItem[][] | undefined;
}

/** White across both sides of a gutter, in leadings, that ends a band; and the height of the part it may cut off. */
const STRIPE = 1.8;
const LOW_PART = 6;
/** The same above a side head, and the widest and fullest margin, as shares of the text, that holds side heads. */
const HEAD_STRIPE = 0.35;
const HEAD_WIDTH = 0.5;
const HEAD_ROWS = 0.6;
/** White over a head of all columns, in leadings; its least size, in body sizes; below it they begin level to within so many leadings. */
const BAND_STRIPE = 0.5;
const BAND_SIZE = 1.3;
const BAND_WORDS = 12;
const BAND_LEVEL = 1.5;
/** Greatest height of authors' names and addresses over two columns, in leadings. */
const NAMES_HEIGHT = 16;

/**
 * White stripes across a gutter's band part it where its upper and lower parts are read one after the other: names in
 * two columns over two columns of text, sections with their heads in a margin beside the text, and sections that each run in columns under
 * a head over all of them. [] when the band stays
 * whole.
 */
export function cutBand(gutter: Gutter, metrics: PageMetrics): BandPart[] {
  const items = [...gutter.left, ...gutter.right].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  const parts: FlowItem[][] = [];
  let from = 0;
  let reach = Number.NEGATIVE_INFINITY;
  for (const [index, item] of items.entries()) {
    const white = (item.box.y0 - reach) / metrics.leading;
    if (
      index > 0 &&
      ((white >= STRIPE && (isLow(items.slice(0, index), metrics) || isLow(items.slice(index), metrics))) ||
        (white >= HEAD_STRIPE && isSideHead(items, index, gutter, metrics)) ||
        (white >= HEAD_STRIPE && from === 0 && areNames(items, index, gutter, metrics)) ||
        (white >= BAND_STRIPE && isBandHead(items, index, gutter, metrics)))
    ) {
      parts.push(items.slice(from, index));
      from = index;
    }
    reach = Math.max(reach, item.box.y1);
  }
  if (from === 0) return [];
  return [...parts, items.slice(from)].map((part) => {
    const names = part[0] === items[0] && areNames(items, part.length, gutter, metrics);
    if (!names && !isSideHead(part, 0, gutter, metrics)) return { items: part };
    return {
      items: part,
      sides: [gutter.left, gutter.right].map((side) => part.filter((item) => side.includes(item))),
    };
  });
}

/** Whether a bold line in a narrow left margin and the text beside it both begin here. */
function isSideHead(items: readonly FlowItem[], index: number, gutter: Gutter, metrics: PageMetrics): boolean {
  const top = items[index]!.box.y0;
  const level = items.slice(index).filter((item) => item.box.y0 < top + 0.7 * metrics.leading);
  const head = level.find((item) => gutter.left.includes(item));
  if (head?.kind !== "line" || head.line.bold < 0.6 || head.line.size < metrics.bodySize) return false;
  if (rowsOf(gutter.left, metrics) > HEAD_ROWS * rowsOf(gutter.right, metrics)) return false;
  const width = (side: readonly FlowItem[]) => boxWidth(unionBoxes(side.map((item) => item.box)));
  return level.some((item) => gutter.right.includes(item)) && width(gutter.left) < HEAD_WIDTH * width(gutter.right);
}

/** Whether the first items are lines centred in both columns and those from `index` on begin at the columns' left edges. */
function areNames(items: readonly FlowItem[], index: number, gutter: Gutter, metrics: PageMetrics): boolean {
  const names = items.slice(0, index);
  if (
    names.some(({ kind }) => kind !== "line") ||
    boxHeight(unionBoxes(names.map(({ box }) => box))) > NAMES_HEIGHT * metrics.leading
  )
    return false;
  const first = items[index]!.box.y0;
  return [gutter.left, gutter.right].every((side) => {
    const own = names.filter((item) => side.includes(item));
    const text = items.slice(index).filter((item) => side.includes(item));
    if (own.length < 2 || text.length < 4) return false;
    const edges = unionBoxes(text.map(({ box }) => box));
    const top = Math.min(...text.map(({ box }) => box.y0));
    const level = text.filter(({ box }) => box.y0 < top + metrics.leading);
    const starts = level.some(({ box }) => box.x0 - edges.x0 < 0.5 * metrics.bodySize);
    return starts && top - first < 2 * metrics.leading && own.every(({ box }) => isCentred(box, edges, metrics));
  });
}

function isCentred(box: Box, edges: Box, { bodySize }: PageMetrics): boolean {
  const [before, after] = [box.x0 - edges.x0, edges.x1 - box.x1];
  return before > 1.5 * bodySize && after > 1.5 * bodySize && Math.abs(before - after) < 4 * bodySize;
}

/** Whether a line in larger type, with nothing beside it, stands over both columns: the head of what follows in all of them. */
function isBandHead(items: readonly FlowItem[], index: number, gutter: Gutter, metrics: PageMetrics): boolean {
  const head = items[index]!;
  if (head.kind !== "line" || head.line.size < BAND_SIZE * metrics.bodySize || head.line.words.length > BAND_WORDS)
    return false;
  const after = items.slice(index + 1);
  const start = Math.min(...after.map(({ box }) => box.y0));
  if (start < head.box.y1) return false;
  return [gutter.left, gutter.right].every((side) =>
    after.some((item) => side.includes(item) && item.box.y0 < start + BAND_LEVEL * metrics.leading),
  );
}

function rowsOf(items: readonly FlowItem[], metrics: PageMetrics): number {
  return new Set(items.map((item) => Math.round(rowPosition(item) / (0.5 * metrics.leading)))).size;
}

function isLow(items: readonly FlowItem[], metrics: PageMetrics): boolean {
  return (
    items.every((item) => item.kind === "line") &&
    boxHeight(unionBoxes(items.map((item) => item.box))) < LOW_PART * metrics.leading
  );
}
