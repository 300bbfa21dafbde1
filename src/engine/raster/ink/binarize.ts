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
  const columnSum = new Float64Array(width);
  const columnSquares = new Float64Array(width);
  const addRow = (y: number, sign: 1 | -1) => {
    const at = y * width;
    for (let x = 0; x < width; x++) {
      const value = data[at + x]!;
      columnSum[x]! += sign * value;
      columnSquares[x]! += sign * value * value;
    }
  };
  let rows = 0;
  for (let y = 0; y < Math.min(half, height); y++, rows++) addRow(y, 1);
  for (let y = 0; y < height; y++) {
    if (y + half < height) {
      addRow(y + half, 1);
      rows++;
    }
    if (y - half - 1 >= 0) {
      addRow(y - half - 1, -1);
      rows--;
    }
    let sum = 0;
    let squares = 0;
    let columns = 0;
    for (let x = 0; x < Math.min(half, width); x++, columns++) {
      sum += columnSum[x]!;
      squares += columnSquares[x]!;
    }
    for (let x = 0; x < width; x++) {
      if (x + half < width) {
        sum += columnSum[x + half]!;
        squares += columnSquares[x + half]!;
        columns++;
      }
      if (x - half - 1 >= 0) {
        sum -= columnSum[x - half - 1]!;
        squares -= columnSquares[x - half - 1]!;
        columns--;
      }
      const value = data[y * width + x]!;
      const count = rows * columns;
      if (value >= BLACK && value * count >= sum) continue; // no threshold lies above the mean
      const mean = sum / count;
      const deviation = Math.sqrt(Math.max(0, squares / count - mean * mean));
      const threshold = deviation < FLAT ? BLACK : mean * (1 + CONTRAST_WEIGHT * (deviation / CONTRAST_RANGE - 1));
      if (value < threshold) mask[y * width + x] = 1;
    }
  }
  return { width, height, data: mask };
}
