import type { Gutter } from "../columns/find-gutters.js";
import type { FlowItem } from "../columns/flow-item.js";
import type { PageMetrics } from "../types.js";

/** White over the tail, in leadings: over a heading, and over a short line of text. */
const HEAD_WHITE = 0.45;
const TEXT_WHITE = 1.1;
/** The full-width text begins this near under the tail, in leadings; a tail is no higher than so many. */
const NEAR = 2.5;
const HIGHEST = 3;
/** Lines of one heading are no further apart than this, in sizes. */
const NEXT_LINE = 1.6;

/**
 * Balanced columns over full-width text: a short heading (or line) of that text stands under the left column alone and would be
 * read before the right one. Returns the items of the left side that belong to what follows `below` the gutter; [] as a rule.
 */
export function releaseTail(gutter: Gutter, below: readonly FlowItem[], metrics: PageMetrics): FlowItem[] {
  const end = Math.max(...gutter.right.map(({ box }) => box.y1));
  const next = Math.min(...below.filter((item) => spans(item, gutter)).map(({ box }) => box.y0));
  const tail = gutter.left.filter(({ box }) => box.y0 > end - 2).sort((a, b) => a.box.y0 - b.box.y0);
  const first = tail[0];
  const last = tail.at(-1);
  if (!first || !last || tail.length === gutter.left.length || next === Number.POSITIVE_INFINITY) return [];
  const over = Math.max(...gutter.left.filter((item) => !tail.includes(item)).map(({ box }) => box.y1));
  const white = (first.box.y0 - over) / metrics.leading;
  const near = next - last.box.y1 < NEAR * metrics.leading && last.box.y1 - first.box.y0 < HIGHEST * metrics.leading;
  return near && white >= (isHeadLike(first, metrics) ? HEAD_WHITE : TEXT_WHITE) ? tail : [];
}

/**
 * The other end: the short last line of text over all columns, which stands over the left one alone. Returns the items of the left
 * side that belong to what is `above` the gutter.
 */
export function releaseHead(gutter: Gutter, above: readonly FlowItem[], metrics: PageMetrics): FlowItem[] {
  const start = Math.min(...gutter.right.map(({ box }) => box.y0));
  const head = gutter.left.filter(({ box }) => box.y1 < start + 2).sort((a, b) => a.box.y0 - b.box.y0);
  const [first] = head;
  const last = above.filter((item) => spans(item, gutter)).sort((a, b) => b.box.y1 - a.box.y1)[0];
  if (first?.kind !== "line" || head.length > 1 || last?.kind !== "line" || gutter.left.length === 1) return [];
  const distance = first.line.baseline - last.line.baseline;
  const alike =
    first.line.font === last.line.font && Math.abs(first.line.size - last.line.size) < 0.03 * last.line.size;
  const ownText = first.line.font === metrics.bodyFont && Math.abs(first.line.size - metrics.bodySize) < 1;
  return alike && !ownText && distance > 0 && distance < NEXT_LINE * first.line.size ? head : [];
}

function spans({ box }: FlowItem, gutter: Gutter): boolean {
  return box.x0 < gutter.box.x0 && box.x1 > gutter.box.x1;
}

function isHeadLike(item: FlowItem, metrics: PageMetrics): boolean {
  return item.kind === "line" && (item.line.bold > 0.6 || item.line.size > 1.09 * metrics.bodySize);
}
