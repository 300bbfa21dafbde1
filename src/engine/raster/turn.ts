import type { Box } from "../../page.js";

/** Clockwise turns by a right angle. */
export type QuarterTurns = 0 | 1 | 2 | 3;

/** Interleaved 8-bit pixels, rows top to bottom. */
interface Pixels {
  width: number;
  height: number;
  data: Uint8Array;
}

/** The picture turned clockwise; `channels`: bytes of a pixel. The rest of the record stays. */
export function turnPixels<Image extends Pixels>(image: Image, channels: number, turns: QuarterTurns): Image {
  if (turns === 0) return image;
  const { width, height, data } = image;
  const out = new Uint8Array(data.length);
  const [outWidth, outHeight] = turns === 2 ? [width, height] : [height, width];
  const { start, right, down } = strides(width, height, turns);
  for (let y = 0, at = 0; y < outHeight; y++) {
    let from = (start + y * down) * channels;
    for (let x = 0; x < outWidth; x++, from += right * channels)
      for (let channel = 0; channel < channels; channel++) out[at++] = data[from + channel]!;
  }
  return { ...image, width: outWidth, height: outHeight, data: out };
}

/** Which pixel the turned picture begins with, and the steps to the pixels right of it and below it. */
function strides(width: number, height: number, turns: QuarterTurns) {
  if (turns === 1) return { start: (height - 1) * width, right: -width, down: 1 };
  if (turns === 2) return { start: width * height - 1, right: -1, down: -width };
  return { start: width - 1, right: width, down: -1 };
}

/** Where a box of a page of `width` by `height` lies after the page is turned clockwise. */
export function turnBox({ x0, y0, x1, y1 }: Box, turns: QuarterTurns, width: number, height: number): Box {
  if (turns === 1) return { x0: height - y1, y0: x0, x1: height - y0, y1: x1 };
  if (turns === 2) return { x0: width - x1, y0: height - y1, x1: width - x0, y1: height - y0 };
  if (turns === 3) return { x0: y0, y0: width - x1, x1: y1, y1: width - x0 };
  return { x0, y0, x1, y1 };
}
