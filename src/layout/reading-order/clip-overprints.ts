import { boxHeight, overlapX, overlapY } from "../boxes.js";
import type { FlowItem } from "../columns/flow-item.js";
import type { PageMetrics } from "../types.js";

/** A line of the next column begins this far right of where an overfull one does, in body sizes, and is printed over by so much. */
const NEXT_COLUMN = 8;
const OVER = 1;
/** Share of its height that a line shares with those it prints over. */
const SHARED = 0.25;

/**
 * Items with the boxes of overfull lines cut off where they print over lines of the next column, as program text in narrow columns
 * does: they belong to the column they begin in, and end no gutter.
 */
export function clipOverprints(items: readonly FlowItem[], { bodySize }: PageMetrics): FlowItem[] {
  const lines = items.filter(({ kind }) => kind === "line");
  return items.map((item) => {
    if (item.kind !== "line") return item;
    const { box } = item;
    const under = lines.filter(
      (other) =>
        other.box.x0 - box.x0 > NEXT_COLUMN * bodySize &&
        overlapX(other.box, box) > OVER * bodySize &&
        overlapY(other.box, box) > 0,
    );
    const shared = under.reduce((sum, other) => sum + overlapY(other.box, box), 0);
    if (under.length === 0 || shared < SHARED * boxHeight(box)) return item;
    const end = Math.min(...under.map((other) => other.box.x0)) - bodySize;
    return { ...item, box: { ...box, x1: end } };
  });
}
