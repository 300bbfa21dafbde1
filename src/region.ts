import type { Box } from "./page.js";

/** Integer region as lines.json prints it: page space, inside the page. */
export interface Region {
  top_left_x: number;
  top_left_y: number;
  width: number;
  height: number;
}

/** Boxes are padded by about this much around the ink (seen in vendor output), px. */
export const REGION_PADDING = 2;

/**
 * The region of a box: padded, rounded outward, clipped to the page, never empty. Crops and lines.json both use it, so
 * that the numbers in a crop's address are those of its line.
 */
export function regionOf(box: Box, pageWidth: number, pageHeight: number, padding = REGION_PADDING): Region {
  const left = clamp(Math.floor(box.x0 - padding), 0, pageWidth - 1);
  const top = clamp(Math.floor(box.y0 - padding), 0, pageHeight - 1);
  const right = clamp(Math.ceil(box.x1 + padding), left + 1, pageWidth);
  const bottom = clamp(Math.ceil(box.y1 + padding), top + 1, pageHeight);
  return { top_left_x: left, top_left_y: top, width: right - left, height: bottom - top };
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), Math.max(low, high));
}
