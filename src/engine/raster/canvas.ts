/** The only file of ours that imports @napi-rs/canvas (pdfjs-dist loads the same copy by itself). */
import "./without-system-fonts.js";
import { createCanvas, loadImage } from "@napi-rs/canvas";
import type { RasterImage } from "../source/document-source.js";

export { createCanvas };

/** Decodes an image format that Skia knows and libvips does not (BMP) to RGBA. Throws Skia's error for damaged data. */
export async function decodeWithSkia(data: Uint8Array, maxPixels: number): Promise<RasterImage> {
  const image = await loadImage(data);
  if (image.width * image.height > maxPixels) throw new RangeError(`image of ${image.width} × ${image.height} pixels`);
  const context = createCanvas(image.width, image.height).getContext("2d");
  context.drawImage(image, 0, 0);
  const pixels = context.getImageData(0, 0, image.width, image.height);
  return { width: image.width, height: image.height, channels: 4, data: new Uint8Array(pixels.data.buffer) };
}
