import { boxHeight, boxWidth, unionBoxes } from "../boxes.js";
import type { Gutter } from "../columns/find-gutters.js";
import type { FlowItem } from "../columns/flow-item.js";
import type { PageMetrics } from "../types.js";

type LineItem = Extract<FlowItem, { kind: "line" }>;

/** A line is the next of a text when it follows within this many leadings. */
const NEXT_LINE = 1.4;

/**
 * The side of a gutter whose text wraps around the other: its last line goes on, without a gap, in a line below that
 * runs across the gutter. The other side then is a box, picture or note set into the text, not a column.
 *
 * @param below items below the gutter's band
 */
export function wrappedSide(gutter: Gutter, below: readonly FlowItem[], metrics: PageMetrics): FlowItem[] | undefined {
  const next = [...below].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)[0];
  if (next?.kind !== "line" || next.box.x0 >= gutter.box.x0 || next.box.x1 <= gutter.box.x1) return undefined;
  const goesOn = (side: readonly FlowItem[]) => {
    const last = lastLine(side);
    if (!last || Math.abs(last.line.size - next.line.size) > 0.03 * next.line.size || last.line.font !== next.line.font)
      return false;
    const distance = next.line.baseline - last.line.baseline;
    return (
      distance > 0.6 * metrics.leading &&
      distance < NEXT_LINE * metrics.leading &&
      last.box.x1 - last.box.x0 > 0.8 * boxWidth(unionBoxes(side.map((item) => item.box)))
    );
  };
  const [left, right] = [goesOn(gutter.left), goesOn(gutter.right)];
  if (left === right) return undefined;
  const [text, other] = left ? [gutter.left, gutter.right] : [gutter.right, gutter.left];
  return isInset(other, text) ? text : undefined;
}

function lastLine(items: readonly FlowItem[]): LineItem | undefined {
  let last: LineItem | undefined;
  for (const item of items) if (item.kind === "line" && (!last || item.line.baseline > last.line.baseline)) last = item;
  return last;
}

/** Not of the text's own setting: mostly pictures and tables, or lines of other sizes or fonts. */
function isInset(items: readonly FlowItem[], text: readonly FlowItem[]): boolean {
  const height = (some: readonly FlowItem[]) => some.reduce((sum, item) => sum + boxHeight(item.box), 0);
  const style = lastLine(text)?.line;
  const alike = items.filter(
    (item) =>
      item.kind === "line" &&
      style &&
      item.line.font === style.font &&
      Math.abs(item.line.size - style.size) < 0.05 * style.size,
  );
  return height(alike) < 0.5 * height(items);
}
