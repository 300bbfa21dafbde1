import type { GreyImage } from "./grey-image.js";

/** 1 where there is ink. */
export interface InkMask {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Weight of the local contrast and its largest value (Sauvola & Pietikäinen, Pattern Recognition 33, 2000: k 0.2–0.5, R 128). */
const CONTRAST_WEIGHT = 0.25;
const CONTRAST_RANGE = 128;
/** Flat areas have no letters, whatever their grey: below this deviation only near-black counts as ink. */
const FLAT = 6;
const BLACK = 90;

/** Local threshold by mean and deviation in a square window, from running sums; one pass, any lighting. `window`: px, odd. */
export function binarize(image: GreyImage, window: number): InkMask {
  const { width, height, data } = image;
  const half = Math.max(1, window >> 1);
  const mask = new Uint8Array(width * height);
  // Sums of each column over the window's rows, with a blank margin of the window's half on both sides.
  const columnSum = new Int32Array(width + 2 * half + 1);
  const columnSquares = new Int32Array(width + 2 * half + 1);
  const blank = new Uint8Array(width);
  const row = (y: number) => (y >= 0 && y < height ? data.subarray(y * width, (y + 1) * width) : blank);
  for (let y = -half; y < height; y++) {
    const enters = row(y + half);
    const leaves = row(y - half - 1);
    for (let x = 0, at = half + 1; x < width; x++, at++) {
      const more = enters[x]!;
      const less = leaves[x]!;
      if (more === less) continue; // paper, mostly
      columnSum[at]! += more - less;
      columnSquares[at]! += more * more - less * less;
    }
    if (y < 0) continue;
    const rows = Math.min(y + half, height - 1) - Math.max(y - half, 0) + 1;
    const greys = row(y);
    let sum = 0;
    let squares = 0;
    for (let at = half + 1; at < 2 * half + 1; at++) {
      sum += columnSum[at]!;
      squares += columnSquares[at]!;
    }
    for (let x = 0; x < width; x++) {
      sum += columnSum[x + 2 * half + 1]! - columnSum[x]!;
      squares += columnSquares[x + 2 * half + 1]! - columnSquares[x]!;
      const value = greys[x]!;
      const count = rows * (Math.min(x + half, width - 1) - Math.max(x - half, 0) + 1);
      if (value >= BLACK && value * count >= sum) continue; // no threshold lies above the mean
      const mean = sum / count;
      const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
      const threshold = deviation < FLAT ? BLACK : mean * (1 + CONTRAST_WEIGHT * (deviation / CONTRAST_RANGE - 1));
      if (value < threshold) mask[y * width + x] = 1;
    }
  }
  return { width, height, data: mask };
}
