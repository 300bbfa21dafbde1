import type { Box } from "../../../page.js";
import type { InkMask } from "./binarize.js";

/** Thicker strokes are bars and borders, not rules, px at the mask's resolution. */
const MAX_THICKNESS = 9;

/**
 * Finds straight horizontal and vertical strokes of at least `length` px, removes them from the mask and returns them, so
 * that letters touching a table line become components of their own. Boxes in px of the mask.
 */
export function stripRules(mask: InkMask, length: number): Box[] {
  const horizontal = strokes(mask, length, false);
  const vertical = strokes(mask, length, true);
  for (const box of [...horizontal, ...vertical]) erase(mask, box);
  return [...horizontal, ...vertical];
}

function strokes({ width, height, data }: InkMask, length: number, turned: boolean): Box[] {
  const [along, across] = turned ? [height, width] : [width, height];
  const at = turned ? (u: number, v: number) => u * width + v : (u: number, v: number) => v * width + u;
  const open: { u0: number; u1: number; v0: number; v1: number }[] = [];
  const done: typeof open = [];
  for (let v = 0; v < across; v++) {
    for (let u = 0; u < along; u++) {
      if (data[at(u, v)] === 0) continue;
      const from = u;
      while (u < along && data[at(u, v)] === 1) u++;
      if (u - from < length) continue;
      const grown = open.find((stroke) => stroke.v1 === v && stroke.u0 < u && stroke.u1 > from);
      if (grown) {
        grown.v1 = v + 1;
        grown.u0 = Math.min(grown.u0, from);
        grown.u1 = Math.max(grown.u1, u);
      } else open.push({ u0: from, u1: u, v0: v, v1: v + 1 });
    }
    for (let i = open.length - 1; i >= 0; i--) if (open[i]!.v1 < v) done.push(...open.splice(i, 1));
  }
  return [...done, ...open]
    .filter((stroke) => stroke.v1 - stroke.v0 <= MAX_THICKNESS)
    .map(({ u0, u1, v0, v1 }) => (turned ? { x0: v0, y0: u0, x1: v1, y1: u1 } : { x0: u0, y0: v0, x1: u1, y1: v1 }))
    .sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

function erase({ width, data }: InkMask, box: Box): void {
  for (let y = box.y0; y < box.y1; y++) data.fill(0, y * width + box.x0, y * width + box.x1);
}
