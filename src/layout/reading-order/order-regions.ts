import type { Box } from "../../page.js";
import { overlapX, unionBoxes } from "../boxes.js";
import { findGutters, type Gutter } from "../columns/find-gutters.js";
import { type FlowItem, rowPosition } from "../columns/flow-item.js";
import { type GutterRole, judgeGutter } from "../columns/judge-gutter.js";
import type { PageMetrics } from "../types.js";
import { clipOverprints } from "./clip-overprints.js";
import { cutBand } from "./cut-band.js";
import { stackLabels } from "./label-stacks.js";
import { peelMargins } from "./peel-margins.js";
import { releaseHead, releaseTail } from "./release-tail.js";
import { wrappedSide } from "./wrapped-side.js";

/** Items of one column or full-width band in reading order. */
export interface Flow {
  items: FlowItem[];
  /** As in `BlockBase.column`. */
  column: number;
}

export interface ReadingOrder {
  flows: Flow[];
  /** Boxes of the columns by number, index k-1. */
  columns: Box[];
}

/** A split is a column split of the page when it has this many leadings of height; smaller ones only order their items. */
const COLUMN_HEIGHT = 7;
/** Items whose row positions differ by less than this, in body sizes, stand in one row. */
const ROW_TOLERANCE = 0.35;

interface Context {
  metrics: PageMetrics;
  flows: Flow[];
  columns: Box[];
  barriers: readonly Box[];
}

/**
 * Reading order of upright lines and regions: the tallest column gutter parts the page into what stands above it, its
 * left side, its right side and what stands below; each part is ordered the same way. Running heads and feet are taken
 * off first, so that they do not become column text. All boxes in the frame of the writing direction.
 *
 * @param rules printed rules along the lines; those of regions do not count
 */
export function orderRegions(
  printed: readonly FlowItem[],
  page: Box,
  metrics: PageMetrics,
  rules: readonly Box[] = [],
): ReadingOrder {
  const items = clipOverprints(printed, metrics);
  const regions = items.filter((item) => item.kind !== "line");
  const barriers = rules.filter(
    (rule) =>
      !regions.some(
        (region) => overlapX(region.box, rule) > 0 && rule.y0 >= region.box.y0 - 2 && rule.y1 <= region.box.y1 + 2,
      ),
  );
  const context: Context = { metrics, flows: [], columns: [], barriers };
  const { head, body, foot } = peelMargins(items, page, metrics);
  emit(head, 0, context);
  segment(body, 0, context);
  emit(foot, 0, context);
  return { flows: context.flows, columns: context.columns };
}

function segment(items: readonly FlowItem[], column: number, context: Context): void {
  if (items.length === 0) return;
  const split = bestSplit(items, context);
  if (!split) {
    emit(items, column, context);
    return;
  }
  const { role } = split;
  const around = besides(split.gutter, items);
  const released = [
    ...releaseHead(split.gutter, around.above, context.metrics),
    ...releaseTail(split.gutter, around.below, context.metrics),
  ];
  const gutter = { ...split.gutter, left: split.gutter.left.filter((item) => !released.includes(item)) };
  const parts = cutBand(gutter, context.metrics);
  if (parts.length > 0) {
    const rest = items.filter((item) => !parts.some((part) => part.items.includes(item)));
    const above = rest.filter((item) => center(item.box) < center(gutter.box));
    segment(above, column, context);
    for (const part of parts) {
      if (part.sides) for (const side of part.sides) segment(side, column, context);
      else segment(part.items, column, context);
    }
    segment(
      rest.filter((item) => !above.includes(item)),
      column,
      context,
    );
    return;
  }
  const beside = new Set([...gutter.left, ...gutter.right]);
  const outside = items.filter((item) => !beside.has(item));
  const middle = (gutter.box.y0 + gutter.box.y1) / 2;
  const below = outside.filter((item) => center(item.box) >= middle);
  segment(
    outside.filter((item) => center(item.box) < middle),
    column,
    context,
  );
  const wrapped = wrappedSide(gutter, below, context.metrics);
  if (wrapped) {
    segment(wrapped === gutter.left ? gutter.right : gutter.left, column, context);
    segment([...wrapped, ...below], column, context);
    return;
  }
  const tall = gutter.box.y1 - gutter.box.y0 >= COLUMN_HEIGHT * context.metrics.leading;
  const sides = role === "notes-left" ? [gutter.right, gutter.left] : [gutter.left, gutter.right];
  for (const side of sides) {
    const own = role === "columns" && tall && column === 0;
    segmentSide(side, own ? undefined : column, context);
  }
  segment(below, column, context);
}

/** Items over and under the middle of a gutter that are on neither side of it. */
function besides({ left, right, box }: Gutter, items: readonly FlowItem[]): { above: FlowItem[]; below: FlowItem[] } {
  const middle = (box.y0 + box.y1) / 2;
  const sides = new Set([...left, ...right]);
  const outside = items.filter((item) => !sides.has(item));
  return {
    above: outside.filter((item) => center(item.box) < middle),
    below: outside.filter((item) => center(item.box) >= middle),
  };
}

/** `column` undefined: the side is a column of the page, unless it is columns itself. */
function segmentSide(side: readonly FlowItem[], column: number | undefined, context: Context): void {
  if (column !== undefined) {
    segment(side, column, context);
    return;
  }
  const inner = bestSplit(side, context);
  const box = unionBoxes(side.map((item) => item.box));
  if (inner?.role === "columns" && inner.gutter.box.y1 - inner.gutter.box.y0 > 0.5 * (box.y1 - box.y0)) {
    segment(side, 0, context);
    return;
  }
  context.columns.push(box);
  segment(side, context.columns.length, context);
}

function bestSplit(
  items: readonly FlowItem[],
  { metrics, barriers }: Context,
): { gutter: Gutter; role: GutterRole } | undefined {
  if (items.length < 3) return undefined;
  for (const gutter of findGutters(items, barriers, metrics)) {
    const role = judgeGutter(gutter, metrics);
    if (role !== "rows") return { gutter, role };
  }
  return undefined;
}

function center(box: Box): number {
  return (box.y0 + box.y1) / 2;
}

function emit(items: readonly FlowItem[], column: number, context: Context): void {
  if (items.length === 0) return;
  const ordered = orderRows(items, context.metrics);
  const last = context.flows.at(-1);
  if (last && last.column === column) last.items.push(...ordered);
  else context.flows.push({ items: ordered, column });
}

/** Top to bottom, items of one row left to right. */
function orderRows(items: readonly FlowItem[], metrics: PageMetrics): FlowItem[] {
  const sorted = [...items].sort((a, b) => rowPosition(a) - rowPosition(b) || a.box.x0 - b.box.x0);
  const tolerance = ROW_TOLERANCE * metrics.bodySize;
  const rows: FlowItem[][] = [];
  for (const item of sorted) {
    const row = rows.at(-1);
    if (row && rowPosition(item) - rowPosition(row[0]!) <= tolerance) row.push(item);
    else rows.push([item]);
  }
  for (const row of rows) row.sort((a, b) => a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0);
  return stackLabels(rows, metrics).flat();
}
