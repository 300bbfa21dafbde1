import { sharp } from "../engine/raster/sharp.js";

export interface RasterImage {
  /** px */
  width: number;
  height: number;
  /** The picture as PNG; made when it is asked for. */
  readonly png: Uint8Array;
}

/** Largest picture that is decoded, px: what a page of the largest size holds. */
const MAX_PIXELS = 100_000_000;

/** Decodes a stored picture; undefined when it is none or damaged. */
export async function rasterize(bytes: Uint8Array): Promise<RasterImage | undefined> {
  try {
    const picture = sharp(bytes, { failOn: "error", limitInputPixels: MAX_PIXELS });
    const { width, height, format } = await picture.metadata();
    if (format === "jpeg") return { width, height, png: bytes };
    const png = new Uint8Array(await picture.png().toBuffer());
    return { width, height, png };
  } catch {
    return undefined;
  }
}
