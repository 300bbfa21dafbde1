import { PAGE_DPI } from "../../page.js";
import type { CellGrid, PagePrediction } from "../../prediction.js";
import { CELL_HEIGHT, CELL_WIDTH, type LayoutModel } from "../inference/layout-model.js";
import { type GreyImage, rotateGrey } from "../raster/ink/grey-image.js";
import type { DocumentSource, RasterImage } from "../source/document-source.js";
import { type FramePlace, framePage, placePage, regionCells } from "./page-frame.js";

/** Less skew than this is left in, degrees: the net was trained on more. */
const LEAST_TILT = 0.1;

/**
 * Shows a page to the layout net.
 * @param size of the page in page space
 * @param tilt skew to take out first, degrees clockwise
 */
export async function predictPage(
  model: LayoutModel,
  source: DocumentSource,
  page: number,
  size: { width: number; height: number },
  tilt = 0,
): Promise<PagePrediction> {
  const place = placePage(size.width, size.height);
  const grey = luma(await source.raster(page, PAGE_DPI * place.scale));
  const level = Math.abs(tilt) < LEAST_TILT ? grey : rotateGrey(grey, -tilt);
  const { regions, turns } = await model.read(framePage(level, place));
  return { regions: { ...gridOf(place), probabilities: regions }, turns: [...turns] };
}

function gridOf(place: FramePlace): CellGrid {
  return {
    ...regionCells(place),
    left: -Math.round(place.left) / place.scale,
    top: -Math.round(place.top) / place.scale,
    cellWidth: CELL_WIDTH / place.scale,
    cellHeight: CELL_HEIGHT / place.scale,
  };
}

/** Grey as the net was trained on it: ITU-R BT.601 luma, alpha on white. */
function luma({ width, height, channels, data }: RasterImage): GreyImage {
  if (channels === 1) return { width, height, data };
  const grey = new Uint8Array(width * height);
  for (let i = 0, at = 0; i < grey.length; i++, at += channels) {
    const value = (data[at]! * 77 + data[at + 1]! * 150 + data[at + 2]! * 29) >> 8;
    grey[i] = channels === 4 ? 255 - ((255 - value) * data[at + 3]!) / 255 : value;
  }
  return { width, height, data: grey };
}
