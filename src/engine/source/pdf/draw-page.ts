import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Box, PAGE_DPI } from "../../../page.js";
import { createCanvas } from "../../raster/canvas.js";
import type { RasterImage } from "../document-source.js";

/**
 * Draws `region` (page space) of a page at `dpi`, RGBA on white.
 * `scale` is the page's own reduction, see `MAX_PAGE_SIDE`.
 */
export async function drawPage(page: PDFPageProxy, scale: number, region: Box, dpi: number): Promise<RasterImage> {
  const zoom = dpi / PAGE_DPI;
  const width = Math.max(1, Math.round((region.x1 - region.x0) * zoom));
  const height = Math.max(1, Math.round((region.y1 - region.y0) * zoom));
  const viewport = page.getViewport({
    scale: (dpi / 72) * scale,
    offsetX: -region.x0 * zoom,
    offsetY: -region.y0 * zoom,
  });
  const canvas = createCanvas(width, height);
  const context = canvas.getContext("2d");
  try {
    await page.render({ canvas: null, canvasContext: context as never, viewport, background: "#ffffff" }).promise;
    const pixels = context.getImageData(0, 0, width, height);
    return { width, height, channels: 4, data: new Uint8Array(pixels.data.buffer) };
  } finally {
    // Gives 25 MB of native memory back now: kept for the next page, or left to the collector, they stay for most of a worker's time.
    canvas.width = 0;
    canvas.height = 0;
  }
}
