import { rawInput } from "../engine/raster/scale.js";
import { sharp } from "../engine/raster/sharp.js";
import type { DocumentSource, RasterImage } from "../engine/source/document-source.js";
import { PAGE_DPI } from "../page.js";

/** Width of a page's picture in px: small print is readable, and a page takes 60 to 150 kB. */
const PICTURE_WIDTH = 1100;
const PAGE_QUALITY = 62;
const CROP_QUALITY = 70;

/** A page's picture and cuts from it. */
export interface PagePicture {
  jpeg: Uint8Array;
  /** Cut given in shares of the page's width and height, as JPEG. */
  cut(left: number, top: number, width: number, height: number): Promise<Uint8Array>;
}

/**
 * Draws a page for the viewer.
 * @throws what the source throws for a page it cannot draw
 */
export async function drawPage(source: DocumentSource, page: number): Promise<PagePicture> {
  const { width } = await source.evidence(page);
  try {
    const raster = await source.raster(page, (PAGE_DPI * PICTURE_WIDTH) / Math.max(width, PICTURE_WIDTH / 2));
    const flat = () => sharp(...rawInput(raster)).flatten({ background: "#ffffff" });
    return {
      jpeg: await flat().jpeg({ quality: PAGE_QUALITY }).toBuffer(),
      cut: (...share) =>
        flat()
          .extract(extractOf(raster, ...share))
          .jpeg({ quality: CROP_QUALITY })
          .toBuffer(),
    };
  } finally {
    await source.release(page);
  }
}

function extractOf(raster: RasterImage, left: number, top: number, width: number, height: number) {
  const x = clamp(Math.round(left * raster.width), 0, raster.width - 1);
  const y = clamp(Math.round(top * raster.height), 0, raster.height - 1);
  return {
    left: x,
    top: y,
    width: clamp(Math.round(width * raster.width), 1, raster.width - x),
    height: clamp(Math.round(height * raster.height), 1, raster.height - y),
  };
}

const clamp = (value: number, low: number, high: number): number => Math.min(Math.max(value, low), high);
