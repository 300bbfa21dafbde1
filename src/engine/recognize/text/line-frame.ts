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
/** Levels of ink told apart where paper and full ink are looked for: four for each grey of a page image. */
const LEVELS = 1020;

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
  for (let column = 0; column < width; column++) {
    const x = left + column * scale + scale / 2;
    const baseline = metrics.baseline + metrics.slope * (x - middle);
    for (let row = 0; row < FRAME_HEIGHT; row++) {
      const y = baseline + (row - BASELINE) * scale + scale / 2;
      ink[row * width + column] = 1 - meanGrey(page, x - side / 2, y - side / 2, side) / 255;
    }
  }
  stretchLevels(ink);
  return { frame: { width, ink }, left, scale };
}

/** Mean grey of the square of side `side` ≥ 1 px from (x, y): exact area average when shrinking, bilinear at side 1. White outside. */
function meanGrey({ width, height, data }: GreyImage, x: number, y: number, side: number): number {
  const [x1, y1] = [x + side, y + side];
  const [left, top] = [Math.floor(x), Math.floor(y)];
  const within = left >= 0 && top >= 0 && x1 <= width && y1 <= height;
  let sum = 0;
  for (let row = top; row < y1; row++) {
    let along = 0;
    for (let column = left; column < x1; column++) {
      const inside = within || (row >= 0 && column >= 0 && row < height && column < width);
      const share = (column + 1 < x1 ? column + 1 : x1) - (column > x ? column : x);
      along += share * (inside ? data[row * width + column]! : 255);
    }
    sum += along * ((row + 1 < y1 ? row + 1 : y1) - (row > y ? row : y));
  }
  return sum / (side * side);
}

/** Paper (median) becomes 0, full ink (99th percentile) 1. Works in place; a line that is mostly dark is white on dark and inverted. */
function stretchLevels(ink: Float32Array): void {
  const counts = countLevels(ink);
  let paper = quantile(counts, ink.length >> 1);
  let full = quantile(counts, Math.floor(0.99 * (ink.length - 1)));
  const lightest = quantile(counts, Math.floor(0.01 * ink.length));
  if (paper > 0.5 && paper - lightest > full - paper) {
    for (let i = 0; i < ink.length; i++) ink[i] = 1 - ink[i]!;
    [paper, full] = [1 - paper, 1 - lightest];
  }
  full = Math.max(full, paper + LEAST_CONTRAST);
  const gain = 1 / (full - paper);
  for (let i = 0; i < ink.length; i++) ink[i] = Math.min(Math.max((ink[i]! - paper) * gain, 0), 1);
}

function countLevels(ink: Float32Array): Uint32Array {
  const counts = new Uint32Array(LEVELS + 1);
  for (const value of ink) counts[Math.round(value * LEVELS)]!++;
  return counts;
}

/** The value with `rank` smaller or equal ones before it. */
function quantile(counts: Uint32Array, rank: number): number {
  let before = 0;
  for (const [level, count] of counts.entries()) {
    before += count;
    if (before > rank) return level / LEVELS;
  }
  return 1;
}
