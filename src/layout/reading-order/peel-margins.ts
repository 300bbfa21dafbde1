import type { Box } from "../../page.js";
import { type FlowItem, rowPosition } from "../columns/flow-item.js";
import type { PageMetrics } from "../types.js";

export interface PeeledPage {
  head: FlowItem[];
  body: FlowItem[];
  foot: FlowItem[];
}

/** Share of the page height that running heads and feet stand in. */
const MARGIN = 0.13;
/** White space that parts them from the text, in leadings between baselines. */
const GAP = 1.35;
/** Rows taken off one end at most. */
const MOST_ROWS = 3;
/** Several lines of a row in type larger than the text by this are headings of columns. */
const HEADING = 1.15;
/** The second row of a head or foot is nearer to the first one than to the text, but for so many leadings. */
const SLACK = 1;

/**
 * Takes off the rows at the top and bottom that look like running heads, feet and page numbers, so that column finding
 * does not make them part of a column. A guess by place only; what is furniture is decided later, over all pages.
 */
export function peelMargins(items: readonly FlowItem[], page: Box, metrics: PageMetrics): PeeledPage {
  const rows = toRows(items, metrics);
  let first = 0;
  let last = rows.length;
  for (let taken = 0; taken < MOST_ROWS && first + 1 < last; taken++) {
    const row = rows[first]!;
    const gap = top(rows[first + 1]!) - bottom(row);
    if (bottom(row) > page.y0 + MARGIN * (page.y1 - page.y0) || !isFurniture(row, gap, metrics)) break;
    if (taken > 0 && top(row) - bottom(rows[first - 1]!) > gap + SLACK * metrics.leading) break;
    first += 1;
  }
  for (let taken = 0; taken < MOST_ROWS && last - 1 > first; taken++) {
    const row = rows[last - 1]!;
    const gap = top(row) - bottom(rows[last - 2]!);
    if (top(row) < page.y1 - MARGIN * (page.y1 - page.y0) || !isFurniture(row, gap, metrics)) break;
    if (taken > 0 && top(rows[last]!) - bottom(row) > gap + SLACK * metrics.leading) break;
    last -= 1;
  }
  return { head: rows.slice(0, first).flat(), body: rows.slice(first, last).flat(), foot: rows.slice(last).flat() };
}

/** Rows by vertical overlap: no item of a row reaches into the next. */
function toRows(items: readonly FlowItem[], metrics: PageMetrics): FlowItem[][] {
  const sorted = [...items].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  const rows: FlowItem[][] = [];
  let reach = Number.NEGATIVE_INFINITY;
  for (const item of sorted) {
    const row = rows.at(-1);
    if (row && item.box.y0 < reach - 0.15 * metrics.bodySize) row.push(item);
    else rows.push([item]);
    reach = Math.max(reach, item.box.y1);
  }
  return rows;
}

function isFurniture(row: readonly FlowItem[], gap: number, metrics: PageMetrics): boolean {
  if (row.some((item) => item.kind !== "line")) return false;
  const spread = Math.max(...row.map(rowPosition)) - Math.min(...row.map(rowPosition));
  if (spread > 0.5 * metrics.bodySize || gap < (GAP - 1) * metrics.leading) return false;
  if (row.length === 1 && gap >= 0.8 * metrics.leading) return true;
  if (row.length > 1 && row.every((item) => item.kind === "line" && item.line.size > HEADING * metrics.bodySize))
    return false;
  return row.some(
    (item) =>
      item.kind === "line" &&
      (isNumber(item.line.text) || Math.abs(item.line.size - metrics.bodySize) > 0.06 * metrics.bodySize),
  );
}

function isNumber(text: string): boolean {
  return /^[-–—[(]?\s?(?:\d{1,5}|[ivxlc]{1,7})\s?[-–—\])]?$/i.test(text.trim());
}

function top(row: readonly FlowItem[]): number {
  return Math.min(...row.map((item) => item.box.y0));
}

function bottom(row: readonly FlowItem[]): number {
  return Math.max(...row.map((item) => item.box.y1));
}
