import type { Box, Fill, Rule } from "../../page.js";
import { boxesOverlap, boxHeight, boxWidth, overlapX, overlapY, unionBoxes } from "../boxes.js";
import type { FlowItem } from "../columns/flow-item.js";
import type { PageMetrics } from "../types.js";
import type { Flow } from "./order-regions.js";

/** A box set into the text, which runs around it. */
export interface Inset {
  box: Box;
  items: FlowItem[];
}

/** Least height of the box, in leadings; more of the page's width, or of its area, is no inset. */
const LEAST_HEIGHT = 2;
const MOST_WIDTH = 0.6;
const MOST_AREA = 0.3;
/** Text stands beside the box within this distance, in sizes, and runs over or under it within this many leadings. */
const BESIDE = 4;
const AROUND = 8;
/** Pages with more grounds than this are drawings. */
const MOST_GROUNDS = 60;
/** How far up, in lines, the start of the paragraph beside the box is looked for. */
const MOST_LINES = 20;
const PARAGRAPH_STEP = 1.3;

/**
 * Boxes on a coloured ground or in a frame with text of their own, which the text of the column runs around: side notes, tables of facts.
 * They are read whole; line by line they would mix with the text beside them. Upright pages only.
 */
export function findInsets(
  items: readonly FlowItem[],
  fills: readonly Fill[],
  rules: readonly Rule[],
  page: Box,
  metrics: PageMetrics,
): Inset[] {
  const grounds = [...fills.filter(({ color }) => color !== 0xffffff).map(({ box }) => box), ...framesOf(rules)].filter(
    (box) =>
      boxHeight(box) >= LEAST_HEIGHT * metrics.leading &&
      boxWidth(box) <= MOST_WIDTH * boxWidth(page) &&
      boxWidth(box) * boxHeight(box) <= MOST_AREA * boxWidth(page) * boxHeight(page),
  );
  if (grounds.length > MOST_GROUNDS) return [];
  const insets: Inset[] = [];
  for (const box of [...grounds].sort((a, b) => boxWidth(b) * boxHeight(b) - boxWidth(a) * boxHeight(a))) {
    if (insets.some((other) => boxesOverlap(box, other.box))) continue;
    const own = items.filter((item) => isInside(item.box, box, metrics));
    const lines = own.filter(({ kind }) => kind === "line");
    const rest = items.filter((item) => !own.includes(item));
    if (lines.length < 2 || rest.some((item) => crosses(item.box, box, metrics))) continue;
    if (isWrapped(box, rest, metrics)) insets.push({ box, items: own });
  }
  return insets;
}

/** Rectangles of four rules. */
function framesOf(rules: readonly Rule[]): Box[] {
  const vertical = rules.filter(({ direction }) => direction === "vertical");
  if (vertical.length > MOST_GROUNDS) return [];
  const near = (a: number, b: number) => Math.abs(a - b) <= 4;
  return vertical.flatMap((left) =>
    vertical
      .filter(({ box }) => box.x0 > left.box.x1 && near(box.y0, left.box.y0) && near(box.y1, left.box.y1))
      .map((right) => unionBoxes([left.box, right.box]))
      .filter((frame) =>
        [frame.y0, frame.y1].every((y) =>
          rules.some(
            ({ direction, box }) =>
              direction === "horizontal" &&
              near((box.y0 + box.y1) / 2, y) &&
              near(box.x0, frame.x0) &&
              near(box.x1, frame.x1),
          ),
        ),
      ),
  );
}

function isInside(item: Box, box: Box, { bodySize }: PageMetrics): boolean {
  const slack = 0.25 * bodySize;
  return (
    item.x0 >= box.x0 - slack && item.x1 <= box.x1 + slack && item.y0 >= box.y0 - slack && item.y1 <= box.y1 + slack
  );
}

function crosses(item: Box, box: Box, { bodySize }: PageMetrics): boolean {
  return overlapX(item, box) > 0.3 * bodySize && overlapY(item, box) > 0.3 * bodySize;
}

/** Lines of text beside the box, and one over or under it that covers part of its width and of theirs. */
function isWrapped(box: Box, rest: readonly FlowItem[], metrics: PageMetrics): boolean {
  const beside = rest.filter((item) => isBeside(item, box, metrics));
  if (beside.length < 2) return false;
  const text = unionBoxes(beside.map((item) => item.box));
  return rest.some((item) => {
    if (item.kind !== "line" || item.line.words.length < 4) return false;
    const gap = Math.max(item.box.y0 - box.y1, box.y0 - item.box.y1);
    const across = Math.min(overlapX(item.box, box), overlapX(item.box, text));
    return gap > -metrics.bodySize && gap < AROUND * metrics.leading && across > 2 * metrics.bodySize;
  });
}

function isBeside(item: FlowItem, box: Box, { bodySize }: PageMetrics): boolean {
  if (item.kind !== "line" || item.line.words.length < 3) return false;
  const gap = Math.max(item.box.x0 - box.x1, box.x0 - item.box.x1);
  return overlapY(item.box, box) > 0.5 * boxHeight(item.box) && gap > -0.3 * bodySize && gap < BESIDE * bodySize;
}

/** The flows with each inset put before the paragraph that stands beside its top; `order` gives the flows of its items. None is lost. */
export function placeInsets(
  flows: readonly Flow[],
  insets: readonly Inset[],
  metrics: PageMetrics,
  order: (items: readonly FlowItem[]) => Flow[],
): Flow[] {
  const placed = [...flows];
  const inset = new Set(insets.flatMap(({ items }) => items));
  for (const { box, items } of [...insets].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)) {
    const own = order(items);
    const holds = (isIt: (item: FlowItem) => boolean) =>
      placed.findIndex((flow) => flow.items.some((item) => !inset.has(item) && isIt(item)));
    const isBelow = (item: FlowItem) => item.box.y0 > box.y1 - metrics.bodySize && overlapX(item.box, box) > 0;
    // where nothing is left beside it but another such box, it stands before what follows below
    const beside = holds((item) => isBeside(item, box, metrics));
    const at = beside >= 0 ? beside : holds(isBelow);
    const flow = placed[at];
    if (!flow) {
      placed.push(...own);
      continue;
    }
    const index = beside >= 0 ? paragraphStart(flow.items, box, metrics) : flow.items.findIndex(isBelow);
    const parts = [flow.items.slice(0, index), flow.items.slice(index)].map((part) => ({ ...flow, items: part }));
    const inner = own.map((part) => ({ ...part, column: flow.column }));
    placed.splice(at, 1, ...[parts[0]!, ...inner, parts[1]!].filter((part) => part.items.length > 0));
  }
  return placed;
}

function paragraphStart(items: readonly FlowItem[], box: Box, metrics: PageMetrics): number {
  const first = items.findIndex((item) => isBeside(item, box, metrics));
  let index = first;
  while (index > 0 && first - index < MOST_LINES && !startsParagraph(items, index, metrics)) index -= 1;
  return index;
}

function startsParagraph(items: readonly FlowItem[], index: number, metrics: PageMetrics): boolean {
  const [before, item] = [items[index - 1]!, items[index]!];
  if (before.kind !== "line" || item.kind !== "line") return true;
  if (item.line.baseline - before.line.baseline > PARAGRAPH_STEP * metrics.leading) return true;
  if (item.line.baseline <= before.line.baseline || Math.abs(item.line.size - before.line.size) > 0.05 * item.line.size)
    return true;
  const above = items[index - 2];
  return above !== undefined && before.box.x1 < above.box.x1 - 3 * before.line.size;
}
