import type { Box } from "../page.js";

/** Smallest box around all; throws on an empty list because there is no such box. */
export function unionBoxes(boxes: readonly Box[]): Box {
  const first = boxes[0];
  if (!first) throw new RangeError("Expected at least one box to unite but received none");
  let { x0, y0, x1, y1 } = first;
  for (const box of boxes) {
    if (box.x0 < x0) x0 = box.x0;
    if (box.y0 < y0) y0 = box.y0;
    if (box.x1 > x1) x1 = box.x1;
    if (box.y1 > y1) y1 = box.y1;
  }
  return { x0, y0, x1, y1 };
}

/** Length of the common part of two intervals; 0 when they are apart. */
export function intervalOverlap(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(0, Math.min(a1, b1) - Math.max(a0, b0));
}

export function overlapX(a: Box, b: Box): number {
  return intervalOverlap(a.x0, a.x1, b.x0, b.x1);
}

export function overlapY(a: Box, b: Box): number {
  return intervalOverlap(a.y0, a.y1, b.y0, b.y1);
}

export function boxWidth(box: Box): number {
  return box.x1 - box.x0;
}

export function boxHeight(box: Box): number {
  return box.y1 - box.y0;
}

/** Area in px². */
export function boxArea(box: Box): number {
  return Math.max(0, box.x1 - box.x0) * Math.max(0, box.y1 - box.y0);
}

/** Whether the inner parts of two boxes meet. */
export function boxesOverlap(a: Box, b: Box): boolean {
  return overlapX(a, b) > 0 && overlapY(a, b) > 0;
}
