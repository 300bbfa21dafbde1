import { FRAME_HEIGHT, type LineFrame } from "../../inference/text-line-model.js";
import { type GreyImage, sampleGrey } from "../../raster/ink/grey-image.js";
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
  for (let column = 0; column < width; column++) {
    const x = left + column * scale + scale / 2;
    const baseline = metrics.baseline + metrics.slope * (x - middle);
    for (let row = 0; row < FRAME_HEIGHT; row++) {
      const y = baseline + (row - BASELINE) * scale + scale / 2;
      ink[row * width + column] = 1 - sampleGrey(page, x - side / 2, y - side / 2, side) / 255;
    }
  }
  stretchLevels(ink);
  return { frame: { width, ink }, left, scale };
}
