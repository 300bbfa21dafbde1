import type { RasterImage } from "../../source/document-source.js";

/** 8-bit grey picture, rows top to bottom; 0 is black. */
export interface GreyImage {
  width: number;
  height: number;
  data: Uint8Array;
}

/**
 * Darkness of a raster: the mean of luma (ITU-R BT.601 weights) and the darkest channel, so that yellow or light blue print is seen on
 * white and black print on coloured paper. Alpha is laid on white.
 */
export function greyImage({ width, height, channels, data }: RasterImage): GreyImage {
  if (channels === 1) return { width, height, data };
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += channels) {
    const red = data[at]!;
    const green = data[at + 1]!;
    const blue = data[at + 2]!;
    if (red === green && green === blue && (channels === 3 || red === 255)) {
      grey[i] = red; // paper and black print, mostly
      continue;
    }
    const luma = (red * 77 + green * 150 + blue * 29) >> 8;
    const value = (luma + Math.min(red, green, blue)) >> 1;
    grey[i] = channels === 4 ? 255 - ((255 - value) * data[at + 3]!) / 255 : value;
  }
  return { width, height, data: grey };
}

/** The picture turned by `degrees` clockwise about its centre, same size, bilinear, white outside. */
export function rotateGrey(image: GreyImage, degrees: number): GreyImage {
  const { width, height, data } = image;
  const out = new Uint8Array(width * height).fill(255);
  const radians = (degrees * Math.PI) / 180;
  const cos = Math.cos(radians);
  const sin = Math.sin(radians);
  const cx = (width - 1) / 2;
  const cy = (height - 1) / 2;
  for (let y = 0; y < height; y++) {
    let sx = cx - cos * cx + sin * (y - cy);
    let sy = cy + sin * cx + cos * (y - cy);
    for (let x = 0; x < width; x++, sx += cos, sy -= sin) {
      const x0 = Math.floor(sx);
      const y0 = Math.floor(sy);
      if (x0 < 0 || y0 < 0 || x0 >= width - 1 || y0 >= height - 1) continue;
      const fx = sx - x0;
      const fy = sy - y0;
      const at = y0 * width + x0;
      const top = data[at]! + (data[at + 1]! - data[at]!) * fx;
      const bottom = data[at + width]! + (data[at + width + 1]! - data[at + width]!) * fx;
      out[y * width + x] = top + (bottom - top) * fy + 0.5;
    }
  }
  return { width, height, data: out };
}

/** Mean grey of the square of side `side` ≥ 1 px from (x, y): exact area average when shrinking, bilinear at side 1. White outside. */
export function sampleGrey({ width, height, data }: GreyImage, x: number, y: number, side: number): number {
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
