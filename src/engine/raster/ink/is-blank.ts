import type { GreyImage } from "./grey-image.js";

/** Side of the blocks that are compared, px: smaller than the smallest print, larger than the grain of paper. */
const BLOCK = 8;
/** Blank paper has blocks whose means differ by no more than this, of 255: compression and fine grain. */
const SPREAD = 12;

/** Whether a picture is of one grey all over: paper with nothing on it. */
export function isBlank({ width, height, data }: GreyImage): boolean {
  let [least, most] = [255, 0];
  for (let top = 0; top < height; top += BLOCK)
    for (let left = 0; left < width; left += BLOCK) {
      const [bottom, right] = [Math.min(top + BLOCK, height), Math.min(left + BLOCK, width)];
      let sum = 0;
      for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) sum += data[y * width + x]!;
      const mean = sum / ((bottom - top) * (right - left));
      [least, most] = [Math.min(least, mean), Math.max(most, mean)];
      if (most - least > SPREAD) return false;
    }
  return true;
}
