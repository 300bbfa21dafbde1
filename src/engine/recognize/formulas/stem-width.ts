import type { Box } from "../../../page.js";
import type { FormulaFrame } from "../../inference/symbol-model.js";

/** Ink of a row from here on is a run, and a run that reaches no more than this is noise. */
const INK = 0.12;
const DARK = 0.3;
/** The net's boxes end this near to the ink, frame px. */
const SLACK = 1;

/**
 * Width of the strokes of a symbol across, frame px: the median of the ink in each stroke of each row, summed from grey values, so that blur
 * and resolution hardly matter. 0 where there is no ink.
 */
export function stemWidth({ width, height, ink }: FormulaFrame, { x0, y0, x1, y1 }: Box): number {
  const [left, right] = [Math.max(0, Math.round(x0) - SLACK), Math.min(width, Math.round(x1) + SLACK)];
  const [top, bottom] = [Math.max(0, Math.round(y0) - SLACK), Math.min(height, Math.round(y1) + SLACK)];
  const strokes: number[] = [];
  for (let y = top; y < bottom; y++) {
    let [sum, most] = [0, 0];
    for (let x = left; x <= right; x++) {
      const value = x < right ? ink[y * width + x]! : 0;
      if (value > INK) {
        sum += value;
        most = Math.max(most, value);
        continue;
      }
      if (most > DARK) strokes.push(sum);
      [sum, most] = [0, 0];
    }
  }
  strokes.sort((a, b) => a - b);
  return strokes[(strokes.length - 1) >> 1] ?? 0;
}
