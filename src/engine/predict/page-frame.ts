import { CELL_HEIGHT, CELL_WIDTH, type InkFrame } from "../inference/layout-model.js";
import type { GreyImage } from "../raster/ink/grey-image.js";

/** Long and short side of the net's frame, px: see `models/training/layout/layoutnet/targets.py` for the reasons. */
export const FRAME_LONG = 768;
export const FRAME_SHORT = 576;

/** Where a page lies in its frame. */
export interface FramePlace {
  width: number;
  height: number;
  /** Frame px per px of page space. */
  scale: number;
  /** Position of the page's top left corner in the frame, px; may be a fraction. */
  left: number;
  top: number;
}

/** The page as large as it fits, centred, in the portrait or landscape frame. */
export function placePage(pageWidth: number, pageHeight: number): FramePlace {
  const [width, height] = pageHeight >= pageWidth ? [FRAME_SHORT, FRAME_LONG] : [FRAME_LONG, FRAME_SHORT];
  const scale = Math.min(width / pageWidth, height / pageHeight);
  return { width, height, scale, left: (width - pageWidth * scale) / 2, top: (height - pageHeight * scale) / 2 };
}

/** Lays a picture of the page, already at the frame's scale, into its frame: ink 0–1, paper taken off. */
export function framePage(grey: GreyImage, place: FramePlace): InkFrame {
  const { width, height } = place;
  const left = Math.round(place.left);
  const top = Math.round(place.top);
  const paper = medianOf(grey.data);
  const ink = new Float32Array(width * height);
  for (let y = 0; y < Math.min(grey.height, height - top); y++) {
    for (let x = 0; x < Math.min(grey.width, width - left); x++) {
      ink[(y + top) * width + x + left] = (paper - grey.data[y * grey.width + x]!) / 255;
    }
  }
  return { width, height, ink };
}

function medianOf(values: Uint8Array): number {
  const counts = new Uint32Array(256);
  for (const value of values) counts[value]!++;
  let below = 0;
  for (let value = 0; value < 256; value++) {
    below += counts[value]!;
    if (2 * below >= values.length) return value;
  }
  return 255;
}

/** Columns and rows of region cells in a frame. */
export const regionCells = ({ width, height }: FramePlace) => ({
  columns: width / CELL_WIDTH,
  rows: height / CELL_HEIGHT,
});
