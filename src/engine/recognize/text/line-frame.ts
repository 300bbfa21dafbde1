import { FRAME_HEIGHT, type LineFrame } from "../../inference/text-line-model.js";
import type { GreyImage } from "../../raster/ink/grey-image.js";
import type { InkLine } from "../lines/find-lines.js";
import type { LineMetrics } from "../lines/line-metrics.js";

/** Geometry of the frame the net was trained in; `models/README.md` states the same numbers. */
const X_HEIGHT = 13;
const BASELINE = 28;
const WIDTH_MULTIPLE = 8;
/** Frame columns of paper left and right of the ink. */
const MARGIN = 8;
/** Least contrast between paper and full ink, as a share of the grey range. */
const LEAST_CONTRAST = 0.25;

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
  for (let column = 0; column < width; column++) {
    const x = left + column * scale;
    const baseline = metrics.baseline + metrics.slope * (x + scale / 2 - middle);
    for (let row = 0; row < FRAME_HEIGHT; row++) {
      ink[row * width + column] = 1 - sample(page, x, baseline + (row - BASELINE) * scale, scale) / 255;
    }
  }
  stretchLevels(ink);
  return { frame: { width, ink }, left, scale };
}

/** Mean grey of the square of side `size` at (x, y): exact area average when shrinking, bilinear when enlarging. White outside. */
function sample(page: GreyImage, x: number, y: number, size: number): number {
  const side = Math.max(size, 1);
  const centreX = x + size / 2;
  const centreY = y + size / 2;
  const [x0, x1, y0, y1] = [centreX - side / 2, centreX + side / 2, centreY - side / 2, centreY + side / 2];
  let sum = 0;
  let weight = 0;
  for (let row = Math.floor(y0); row < y1; row++) {
    const high = Math.min(row + 1, y1) - Math.max(row, y0);
    for (let column = Math.floor(x0); column < x1; column++) {
      const share = high * (Math.min(column + 1, x1) - Math.max(column, x0));
      const inside = row >= 0 && column >= 0 && row < page.height && column < page.width;
      sum += share * (inside ? page.data[row * page.width + column]! : 255);
      weight += share;
    }
  }
  return weight > 0 ? sum / weight : 255;
}

/** Paper (median) becomes 0, full ink (99th percentile) 1. Works in place; a line that is mostly dark is white on dark and inverted. */
function stretchLevels(ink: Float32Array): void {
  const sorted = Float32Array.from(ink).sort();
  let paper = sorted[sorted.length >> 1]!;
  let full = sorted[Math.floor(0.99 * (sorted.length - 1))]!;
  if (paper > 0.5 && paper - sorted[Math.floor(0.01 * sorted.length)]! > full - paper) {
    for (let i = 0; i < ink.length; i++) ink[i] = 1 - ink[i]!;
    [paper, full] = [1 - paper, 1 - sorted[Math.floor(0.01 * sorted.length)]!];
  }
  full = Math.max(full, paper + LEAST_CONTRAST);
  const gain = 1 / (full - paper);
  for (let i = 0; i < ink.length; i++) ink[i] = Math.min(Math.max((ink[i]! - paper) * gain, 0), 1);
}
