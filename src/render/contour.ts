import type { Box } from "../page.js";
import { REGION_PADDING, type Region } from "../region.js";
import type { Contour } from "./lines-json.js";

/** Corners of a padded box, rounded, inside its region; clockwise from the top left. */
export function contourOf(box: Box, region: Region, padding = REGION_PADDING): Contour {
  const maxX = region.top_left_x + region.width;
  const maxY = region.top_left_y + region.height;
  const x0 = clamp(Math.round(box.x0 - padding), region.top_left_x, maxX);
  const y0 = clamp(Math.round(box.y0 - padding), region.top_left_y, maxY);
  return rectangle(
    x0,
    y0,
    clamp(Math.round(box.x1 + padding), x0, maxX),
    clamp(Math.round(box.y1 + padding), y0, maxY),
  );
}

/** Corners of the region itself: pictures, whose crop is the region. */
export function contourOfRegion(region: Region): Contour {
  const { top_left_x: x, top_left_y: y, width, height } = region;
  return rectangle(x, y, x + width, y + height);
}

function rectangle(x0: number, y0: number, x1: number, y1: number): Contour {
  return [
    [x0, y0],
    [x1, y0],
    [x1, y1],
    [x0, y1],
  ];
}

function clamp(value: number, low: number, high: number): number {
  return Math.min(Math.max(value, low), high);
}
