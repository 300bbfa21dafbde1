import { sharp } from "../engine/raster/sharp.js";
import { svgSize } from "./mmd/svg.js";
import { standaloneSvg } from "./standalone-svg.js";

/** Pixels of the picture to a CSS pixel: sharp in print. */
const FINENESS = 3;
const MAX_SIDE = 3000;
/** Drawings with more source than this are not drawn. */
const MAX_SOURCE = 1_000_000;

/** A drawing as PNG with a clear ground; undefined when it cannot be drawn. */
export async function drawSvg(source: string): Promise<Uint8Array | undefined> {
  if (source.length > MAX_SOURCE) return undefined;
  const { width, height } = svgSize(source);
  const scale = Math.min(FINENESS, MAX_SIDE / Math.max(width, height));
  try {
    const drawn = sharp(Buffer.from(standaloneSvg(source, scale)), { failOn: "error" });
    return new Uint8Array(await drawn.png().toBuffer());
  } catch {
    return undefined;
  }
}
