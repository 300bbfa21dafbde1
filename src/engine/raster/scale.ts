import type { RasterImage } from "../source/document-source.js";
import { sharp } from "./sharp.js";

/** Wraps raw pixels for sharp without a copy. */
export function rawInput(
  image: RasterImage,
): [Uint8Array, { raw: { width: number; height: number; channels: 1 | 3 | 4 } }] {
  return [image.data, { raw: { width: image.width, height: image.height, channels: image.channels } }];
}

/** The image resampled to `width` × `height` px (area-weighted when shrinking), channels kept. */
export async function scaleRaster(image: RasterImage, width: number, height: number): Promise<RasterImage> {
  if (width === image.width && height === image.height) return image;
  const { data, info } = await sharp(...rawInput(image))
    .resize(width, height, { fit: "fill", kernel: width < image.width ? "lanczos3" : "cubic" })
    .raw()
    .toBuffer({ resolveWithObject: true });
  return { width: info.width, height: info.height, channels: info.channels as 1 | 3 | 4, data };
}
