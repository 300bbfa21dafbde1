import type { Box } from "../../../page.js";
import type { InkMask } from "./binarize.js";
import type { Component } from "./components.js";

/** Share of a drawing's ink that is in the lower right quarter of its box; under a root's bar there is no ink of its own. */
const LEAST_INK = 0.02;

/** Whether a connected piece of ink leaves the lower right quarter of its box free, as a root round its formula does. */
export function isRootShaped(mask: InkMask, part: Component): boolean {
  const [middleX, middleY] = [(part.x0 + part.x1) >> 1, (part.y0 + part.y1) >> 1];
  const inQuarter = (at: number) => at % mask.width >= middleX && Math.floor(at / mask.width) >= middleY;
  return pixelsOf(mask, part).filter(inQuarter).length < LEAST_INK * part.area;
}

/** Indexes into the mask of the pixels of a component: 8-connected ink in its box, from each pixel of its first row until the area fits. */
function pixelsOf(mask: InkMask, part: Component): number[] {
  for (let x = part.x0; x < part.x1; x++) {
    const from = part.y0 * mask.width + x;
    if (mask.data[from] !== 1) continue;
    const pixels = flood(mask, part, from);
    if (pixels.length === part.area) return pixels;
  }
  return [];
}

function flood({ width, data }: InkMask, { x0, y0, x1, y1 }: Box, from: number): number[] {
  const seen = new Set([from]);
  const pixels = [from];
  for (let next = 0; next < pixels.length; next++) {
    const [x, y] = [pixels[next]! % width, Math.floor(pixels[next]! / width)];
    for (let v = Math.max(y - 1, y0); v < Math.min(y + 2, y1); v++)
      for (let u = Math.max(x - 1, x0); u < Math.min(x + 2, x1); u++) {
        const at = v * width + u;
        if (data[at] !== 1 || seen.has(at)) continue;
        seen.add(at);
        pixels.push(at);
      }
  }
  return pixels;
}
