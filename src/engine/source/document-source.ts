import type { Box, PageEvidence } from "../../page.js";

/** Interleaved 8-bit pixels, rows top to bottom. */
export interface RasterImage {
  width: number;
  height: number;
  /** 1: grey · 3: RGB · 4: RGBA */
  channels: 1 | 3 | 4;
  data: Uint8Array;
}

/** An opened document inside a worker: pages of a PDF or frames of an image, seen the same way. Pages count from 1. */
export interface DocumentSource {
  readonly kind: "pdf" | "image";
  readonly pageCount: number;
  /** Everything known about the page, in page space. */
  evidence(page: number): Promise<PageEvidence>;
  /**
   * Picture of the page (or of `region`, page space) at `dpi` pixels per inch, white background, upright as in page space.
   * @throws LimitError when the picture would exceed the raster cap of `limits.ts`
   */
  raster(page: number, dpi: number, region?: Box): Promise<RasterImage>;
  /** Pixels per inch of the finest embedded picture that touches `region`, or 0 when it is drawn from vectors only. */
  nativeDpi(page: number, region: Box): Promise<number>;
  /** Frees what the page holds. */
  release(page: number): Promise<void>;
  close(): Promise<void>;
}
