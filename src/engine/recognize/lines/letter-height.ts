import type { Component } from "../../raster/ink/components.js";

/** Heights of letters at 200 px/in, px: 4 pt print to 60 pt titles. */
const LEAST = 5;
const MOST = 110;

/** The most frequent height of letter-like components, px: about the x-height of the body text. undefined when there are hardly any. */
export function letterHeight(components: readonly Component[]): number | undefined {
  const counts = new Float64Array(MOST + 2);
  let total = 0;
  for (const { x0, y0, x1, y1, area } of components) {
    const height = y1 - y0;
    const width = x1 - x0;
    if (height < LEAST || height > MOST || width > 4 * height || height > 6 * width || area < 0.08 * width * height)
      continue;
    counts[height]! += 1;
    total++;
  }
  if (total < 5) return undefined;
  let height = 0;
  let most = 0;
  for (let h = LEAST; h <= MOST; h++) {
    const smoothed = counts[h - 1]! * 0.5 + counts[h]! + counts[h + 1]! * 0.5;
    if (smoothed > most) {
      most = smoothed;
      height = h;
    }
  }
  return height;
}
