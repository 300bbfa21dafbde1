import { sharp } from "../../../src/engine/raster/sharp.js";

/** Smallest JPEG head that counts as one. */
export const JPEG = new Uint8Array([0xff, 0xd8, 0xff, 0xe0, 0, 16, 0x4a, 0x46, 0x49, 0x46]);

/** A picture that programs can open: 40 × 20 px of one colour. */
export async function rasterPicture(): Promise<Uint8Array> {
  const drawn = sharp({ create: { width: 40, height: 20, channels: 3, background: "#8ac" } }).jpeg();
  return new Uint8Array(await drawn.toBuffer());
}
