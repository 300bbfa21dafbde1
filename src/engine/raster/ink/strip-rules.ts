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

/** Straight piece of ink: `v` its row (column, when turned), u0 to u1 its extent along it. */
interface Run {
  u0: number;
  u1: number;
  v: number;
}

function strokes(mask: InkMask, length: number, turned: boolean): Box[] {
  const open: { u0: number; u1: number; v0: number; v1: number }[] = [];
  const done: typeof open = [];
  for (const { u0, u1, v } of turned ? runsDown(mask, length) : runsAlong(mask, length)) {
    for (let i = open.length - 1; i >= 0; i--) if (open[i]!.v1 < v) done.push(...open.splice(i, 1));
    const grown = open.find((stroke) => stroke.v1 === v && stroke.u0 < u1 && stroke.u1 > u0);
    if (grown) {
      grown.v1 = v + 1;
      grown.u0 = Math.min(grown.u0, u0);
      grown.u1 = Math.max(grown.u1, u1);
    } else open.push({ u0, u1, v0: v, v1: v + 1 });
  }
  return [...done, ...open]
    .filter((stroke) => stroke.v1 - stroke.v0 <= MAX_THICKNESS)
    .map(({ u0, u1, v0, v1 }) => (turned ? { x0: v0, y0: u0, x1: v1, y1: u1 } : { x0: u0, y0: v0, x1: u1, y1: v1 }))
    .sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0);
}

/** Horizontal runs of at least `length` px, row by row. */
function runsAlong({ width, height, data }: InkMask, length: number): Run[] {
  const runs: Run[] = [];
  for (let v = 0; v < height; v++) {
    const row = data.subarray(v * width, (v + 1) * width);
    for (let u0 = row.indexOf(1), u1 = 0; u0 >= 0; u0 = row.indexOf(1, u1)) {
      u1 = u0;
      while (row[u1] === 1) u1++;
      if (u1 - u0 >= length) runs.push({ u0, u1, v });
    }
  }
  return runs;
}

/** Vertical runs of at least `length` px, column by column. Each crosses one of the rows that are `length` px apart: only there is looked. */
function runsDown({ width, height, data }: InkMask, length: number): Run[] {
  const runs: Run[] = [];
  for (let y = length - 1; y < height; y += length) {
    const row = data.subarray(y * width, (y + 1) * width);
    for (let v = row.indexOf(1); v >= 0; v = row.indexOf(1, v + 1)) {
      let u0 = y;
      while (u0 > 0 && u0 > y - length && data[(u0 - 1) * width + v] === 1) u0--;
      if (u0 === y - length) continue; // found from the row before
      let u1 = y + 1;
      while (u1 < height && data[u1 * width + v] === 1) u1++;
      if (u1 - u0 >= length) runs.push({ u0, u1, v });
    }
  }
  return runs.sort((a, b) => a.v - b.v || a.u0 - b.u0);
}

function erase({ width, data }: InkMask, box: Box): void {
  for (let y = box.y0; y < box.y1; y++) data.fill(0, y * width + box.x0, y * width + box.x1);
}
