import { FRAME_HEIGHT, type LineFrame } from "../../inference/text-line-model.js";
import type { GreyImage } from "../../raster/ink/grey-image.js";
import type { InkLine } from "../lines/find-lines.js";
import type { LineMetrics } from "../lines/line-metrics.js";
import { stretchLevels } from "./stretch-levels.js";

/** Geometry of the frame the net was trained in; `models/README.md` states the same numbers. */
const X_HEIGHT = 13;
const BASELINE = 28;
const WIDTH_MULTIPLE = 8;
/** Frame columns of paper left and right of the ink. */
const MARGIN = 8;

export interface FramedLine {
  frame: LineFrame;
  /** Page image px of frame column 0, and px per frame column. */
  left: number;
  scale: number;
}

/** Cuts a line out of the grey page and puts it into the frame: x-height 13 rows, baseline on row boundary 28, ink 0–1. */
export function frameLine(page: GreyImage, line: InkLine, metrics: LineMetrics, maxWidth: number): FramedLine {
  const scale = metrics.xHeight / X_HEIGHT;
  const left = line.x0 - MARGIN * scale;
  const columns = Math.ceil((line.x1 - line.x0) / scale) + 2 * MARGIN;
  const width = Math.min(maxWidth, Math.ceil(columns / WIDTH_MULTIPLE) * WIDTH_MULTIPLE);
  const middle = (line.x0 + line.x1) / 2;
  const ink = new Float32Array(FRAME_HEIGHT * width);
  const side = Math.max(scale, 1);
  const edge = (scale - side) / 2;
  const fall = (column: number) => metrics.baseline + metrics.slope * (left + (column + 0.5) * scale - middle);
  const topOf = (column: number) => fall(column) - BASELINE * scale + edge;
  const top = Math.floor(Math.min(topOf(0), topOf(width - 1)));
  const bottom = Math.ceil(Math.max(topOf(0), topOf(width - 1)) + FRAME_HEIGHT * scale + 1);
  const strip = squeezeRows(page, { top, bottom, left: left + edge, step: scale, side, columns: width });
  for (let column = 0; column < width; column++) {
    const from = topOf(column) - top;
    for (let row = 0; row < FRAME_HEIGHT; row++) {
      const y0 = from + row * scale;
      const y1 = y0 + side;
      let sum = 0;
      for (let y = Math.floor(y0); y < y1; y++)
        sum += strip[y * width + column]! * ((y + 1 < y1 ? y + 1 : y1) - (y > y0 ? y : y0));
      ink[row * width + column] = 1 - sum / (side * 255);
    }
  }
  stretchLevels(ink);
  return { frame: { width, ink }, left, scale };
}

/**
 * Rows `top` to `bottom` of the page with their pixels gathered to `columns` means over `side` ≥ 1 px each, `step` px apart: the first
 * half of an area average when shrinking and of bilinear interpolation at side 1. White outside the page.
 */
function squeezeRows(
  page: GreyImage,
  { top, bottom, left, step, side, columns }: Record<"top" | "bottom" | "left" | "step" | "side" | "columns", number>,
): Float32Array {
  const strip = new Float32Array((bottom - top) * columns).fill(255);
  for (let y = Math.max(top, 0); y < Math.min(bottom, page.height); y++) {
    const row = page.data.subarray(y * page.width, (y + 1) * page.width);
    const at = (y - top) * columns;
    for (let column = 0; column < columns; column++) {
      const x0 = left + column * step;
      const x1 = x0 + side;
      let sum = 0;
      for (let x = Math.floor(x0); x < x1; x++)
        sum += (row[x] ?? 255) * ((x + 1 < x1 ? x + 1 : x1) - (x > x0 ? x : x0));
      strip[at + column] = sum / side;
    }
  }
  return strip;
}
