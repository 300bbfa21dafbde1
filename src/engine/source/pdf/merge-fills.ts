import type { Box, Fill } from "../../../page.js";

/** Neighbouring steps of a gradient differ by no more than this in each colour channel. */
const STEP = 10;
/** Steps drawn as strips are at most this thick, px; rows of a table are thicker. */
const MAX_STRIP = 8;
const EDGE = 1.5;

/**
 * Takes gradients that were painted step by step (strips side by side, or areas inside each other) for one fill each,
 * and drops fills that do not show on the one before them. Painting order is kept.
 */
export function mergeFills(fills: readonly Fill[]): Fill[] {
  const result: Fill[] = [];
  let area: Fill | undefined;
  let previous: Fill | undefined;
  for (const fill of fills) {
    if (area && previous && isClose(previous.color, fill.color)) {
      if (isInside(fill.box, previous.box)) {
        previous = fill;
        continue;
      }
      if (continuesStrip(area, previous, fill)) {
        area.box = around(area.box, fill.box);
        previous = fill;
        continue;
      }
    }
    area = { ...fill };
    previous = fill;
    result.push(area);
  }
  return result;
}

/** Whether `fill` is the next strip: thin, as long as the one before it, and touching it. */
function continuesStrip(area: Fill, previous: Fill, fill: Fill): boolean {
  const a = previous.box;
  const b = fill.box;
  const rows = same(a.x0, b.x0) && same(a.x1, b.x1) && Math.max(height(a), height(b)) <= MAX_STRIP;
  const columns = same(a.y0, b.y0) && same(a.y1, b.y1) && Math.max(width(a), width(b)) <= MAX_STRIP;
  const whole = area.box;
  if (rows && same(whole.x0, b.x0) && same(whole.x1, b.x1)) return touches(whole.y0, whole.y1, b.y0, b.y1);
  if (columns && same(whole.y0, b.y0) && same(whole.y1, b.y1)) return touches(whole.x0, whole.x1, b.x0, b.x1);
  return false;
}

const width = (box: Box) => box.x1 - box.x0;
const height = (box: Box) => box.y1 - box.y0;
const same = (a: number, b: number) => Math.abs(a - b) <= EDGE;
const touches = (a0: number, a1: number, b0: number, b1: number) => b0 - a1 <= EDGE && a0 - b1 <= EDGE;

function isInside(inner: Box, outer: Box): boolean {
  return (
    inner.x0 >= outer.x0 - EDGE &&
    inner.x1 <= outer.x1 + EDGE &&
    inner.y0 >= outer.y0 - EDGE &&
    inner.y1 <= outer.y1 + EDGE
  );
}

function isClose(a: number, b: number): boolean {
  return [16, 8, 0].every((shift) => Math.abs(((a >> shift) & 255) - ((b >> shift) & 255)) <= STEP);
}

function around(a: Box, b: Box): Box {
  return { x0: Math.min(a.x0, b.x0), y0: Math.min(a.y0, b.y0), x1: Math.max(a.x1, b.x1), y1: Math.max(a.y1, b.y1) };
}
