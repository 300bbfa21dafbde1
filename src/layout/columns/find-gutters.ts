import type { Box } from "../../page.js";
import { overlapY } from "../boxes.js";
import type { PageMetrics } from "../types.js";
import type { FlowItem } from "./flow-item.js";

/** Upright strip without ink, with the items of its height on either side. */
export interface Gutter {
  box: Box;
  left: FlowItem[];
  right: FlowItem[];
}

interface Order {
  /** By top, ascending. */
  downwards: readonly FlowItem[];
  /** By bottom, descending. */
  upwards: readonly FlowItem[];
}

/** Narrowest strip, in body sizes; printed gutters are 1 em and more, overfull lines reach into them. */
const NARROWEST = 0.6;

/** A rule ends a strip when it reaches this much over it on both sides, in narrowest strips. */
const BARRIER_REACH = 5;

/**
 * Tallest empty strips between horizontal neighbours, tallest first. Overlapping finds are not merged.
 *
 * @param barriers horizontal rules; one that runs across a strip ends it (sections of forms, heads of pages)
 */
export function findGutters(items: readonly FlowItem[], barriers: readonly Box[], metrics: PageMetrics): Gutter[] {
  const least = NARROWEST * metrics.bodySize;
  const sorted = [...items].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  const order: Order = {
    downwards: sorted,
    upwards: [...items].sort((a, b) => b.box.y1 - a.box.y1 || a.box.x0 - b.box.x0),
  };
  const strips = new Map<string, Box>();
  for (const item of sorted) {
    const right = nearestRight(item, sorted);
    if (!right || right.box.x0 - item.box.x1 < least) continue;
    const strip = growStrip(item.box, right.box, order, barriers, least);
    strips.set(
      `${Math.round(strip.x0)} ${Math.round(strip.x1)} ${Math.round(strip.y0)} ${Math.round(strip.y1)}`,
      strip,
    );
  }
  const gutters = [...strips.values()]
    .map((box) => withSides(box, sorted))
    .filter(
      (gutter) => gutter.left.length > 0 && gutter.right.length > 0 && gutter.left.length + gutter.right.length > 2,
    );
  return gutters.sort((a, b) => height(b.box) - height(a.box) || a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0);
}

function height(box: Box): number {
  return box.y1 - box.y0;
}

function nearestRight(item: FlowItem, items: readonly FlowItem[]): FlowItem | undefined {
  let best: FlowItem | undefined;
  for (const other of items) {
    if (other.box.y0 > item.box.y1) break;
    if (other === item || other.box.x0 < item.box.x1) continue;
    if (overlapY(item.box, other.box) <= 0.2 * Math.min(height(item.box), height(other.box))) continue;
    if (!best || other.box.x0 < best.box.x0) best = other;
  }
  return best;
}

/** Grows the gap between two neighbours up and down; items that reach into it narrow it, items across it end it. */
function growStrip(left: Box, right: Box, order: Order, barriers: readonly Box[], least: number): Box {
  const strip: Box = { x0: left.x1, x1: right.x0, y0: Math.max(left.y0, right.y0), y1: Math.min(left.y1, right.y1) };
  const middle = (strip.y0 + strip.y1) / 2;
  let top = Number.NEGATIVE_INFINITY;
  let bottom = Number.POSITIVE_INFINITY;
  for (const { box } of order.upwards) {
    if (box.y1 > middle || !blocks(box, strip, least)) continue;
    top = box.y1;
    break;
  }
  for (const { box } of order.downwards) {
    if (box.y1 <= middle || !blocks(box, strip, least)) continue;
    bottom = Math.max(box.y0, middle);
    break;
  }
  for (const barrier of barriers) {
    if (barrier.x0 > strip.x0 - BARRIER_REACH * least || barrier.x1 < strip.x1 + BARRIER_REACH * least) continue;
    if (barrier.y1 <= middle) top = Math.max(top, barrier.y1);
    else bottom = Math.min(bottom, barrier.y0);
  }
  return { x0: strip.x0, x1: strip.x1, y0: top, y1: bottom };
}

/** Whether the box ends the strip; one that only reaches in from a side narrows it. */
function blocks(box: Box, strip: Box, least: number): boolean {
  if (box.x1 <= strip.x0 || box.x0 >= strip.x1) return false;
  if (strip.x1 - box.x1 >= least && box.x0 <= strip.x0) strip.x0 = box.x1;
  else if (box.x0 - strip.x0 >= least && box.x1 >= strip.x1) strip.x1 = box.x0;
  else return true;
  return false;
}

/** Items beside the strip; the strip is cut to their common height. */
function withSides(strip: Box, items: readonly FlowItem[]): Gutter {
  const inside = items.filter(({ box }) => (box.y0 + box.y1) / 2 > strip.y0 && (box.y0 + box.y1) / 2 < strip.y1);
  const left = inside.filter(({ box }) => box.x1 <= strip.x0 + 1);
  const right = inside.filter(({ box }) => box.x0 >= strip.x1 - 1);
  const beside = [...left, ...right];
  const y0 = Math.max(strip.y0, Math.min(...beside.map(({ box }) => box.y0)));
  const y1 = Math.min(strip.y1, Math.max(...beside.map(({ box }) => box.y1)));
  return { box: { x0: strip.x0, x1: strip.x1, y0, y1 }, left, right };
}
