import type { Box } from "../../page.js";

export type Align = "l" | "c" | "r";

/**
 * How texts stand in a column, by which of their edges line up. `boxes` are text boxes, `slot` the column. With texts
 * of one width all edges line up; then the margins decide.
 */
export function alignmentOf(boxes: readonly Box[], slot: { x0: number; x1: number }, em: number): Align {
  if (boxes.length === 0) return "l";
  const spread = (at: (box: Box) => number) => {
    const values = boxes.map(at).sort((a, b) => a - b);
    // The middle four fifths: one stray entry does not decide.
    const cut = Math.floor(values.length / 10);
    return values[values.length - 1 - cut]! - values[cut]!;
  };
  const left = spread(({ x0 }) => x0);
  const right = spread(({ x1 }) => x1);
  const centre = spread(({ x0, x1 }) => (x0 + x1) / 2);
  const least = Math.min(left, right, centre);
  const tolerance = 0.12 * em;
  const aligned = [left, right, centre].filter((value) => value <= least + tolerance).length;
  if (aligned >= 2) return byMargins(boxes, slot, em);
  if (left === least) return "l";
  return right === least ? "r" : "c";
}

/** Alignment of one text in its slot by the white beside it. */
function byMargins(boxes: readonly Box[], slot: { x0: number; x1: number }, em: number): Align {
  const left = Math.min(...boxes.map(({ x0 }) => x0)) - slot.x0;
  const right = slot.x1 - Math.max(...boxes.map(({ x1 }) => x1));
  if (Math.abs(left - right) <= Math.max(0.5 * em, 0.1 * (slot.x1 - slot.x0))) return "c";
  return left < right ? "l" : "r";
}
