import type { Canvas } from "@napi-rs/canvas";
import type { PDFPageProxy } from "pdfjs-dist/legacy/build/pdf.mjs";
import { type Box, PAGE_DPI } from "../../../page.js";
import { createCanvas } from "../../raster/canvas.js";
import type { RasterImage } from "../document-source.js";

/** Pixels of a canvas worth keeping; A4 at 250 px/in has 6 million. A larger one would hold its memory for pages that need none. */
const KEPT_PIXELS = 8_000_000;

/** Draws pages on one canvas that is kept: allocating a fresh one per page fragments native memory. */
export class PageRasterizer {
  private canvas: Canvas | undefined;

  /**
   * Draws `region` (page space) of a page at `dpi`, RGBA on white.
   * `scale` is the page's own reduction, see `MAX_PAGE_SIDE`.
   */
  async draw(page: PDFPageProxy, scale: number, region: Box, dpi: number): Promise<RasterImage> {
    const zoom = dpi / PAGE_DPI;
    const width = Math.max(1, Math.round((region.x1 - region.x0) * zoom));
    const height = Math.max(1, Math.round((region.y1 - region.y0) * zoom));
    const viewport = page.getViewport({
      scale: (dpi / 72) * scale,
      offsetX: -region.x0 * zoom,
      offsetY: -region.y0 * zoom,
    });
    this.canvas ??= createCanvas(width, height);
    this.canvas.width = width;
    this.canvas.height = height;
    const context = this.canvas.getContext("2d");
    await page.render({
      canvas: null,
      canvasContext: context as never,
      viewport,
      background: "#ffffff",
    }).promise;
    const pixels = context.getImageData(0, 0, width, height);
    if (width * height > KEPT_PIXELS) {
      this.canvas.width = 0;
      this.canvas = undefined;
    }
    return { width, height, channels: 4, data: new Uint8Array(pixels.data.buffer) };
  }
}
