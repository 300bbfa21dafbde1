import type { Box } from "../../../page.js";
import { type FormulaFrame, FRAME_EM, FRAME_MULTIPLE } from "../../inference/symbol-model.js";
import { type GreyImage, sampleGrey } from "../../raster/ink/grey-image.js";
import { stretchLevels } from "../text/stretch-levels.js";

/** Frame px of paper around the formula. */
const MARGIN = 12;
/** Largest frame, px: a formula over the whole page at 10 pt. Larger ones stay a picture. */
const MAX_PIXELS = 1_600_000;

/** A box whose middle ink is above this holds hardly any paper: a rule, a heavy sign. */
const DARK = 0.5;
/** Marks px of the frame that show nothing of the page. */
const OUTSIDE = -1;

/** A formula on a page image. All in px of the image. */
export interface FormulaPlace {
  box: Box;
  /** Size of the text. */
  em: number;
  /** Boxes of other print, an equation number for instance: paper in the frame. */
  blank?: readonly Box[];
  /** What of the box is asked for; all of it when not given. The rest is context. */
  own?: Box;
}

export interface FramedFormula {
  frame: FormulaFrame;
  /** Image px of frame column 0 and row 0, and image px per frame px. */
  left: number;
  top: number;
  scale: number;
}

/** Cuts a formula out of the grey page and brings its em to `FRAME_EM`; undefined when there is nothing or too much to read. */
export function frameFormula(page: GreyImage, { box, em, blank = [] }: FormulaPlace): FramedFormula | undefined {
  const scale = em / FRAME_EM;
  const width = padded((box.x1 - box.x0) / scale);
  const height = padded((box.y1 - box.y0) / scale);
  if (!(scale > 0) || width * height > MAX_PIXELS) return undefined;
  const left = box.x0 - MARGIN * scale;
  const top = box.y0 - MARGIN * scale;
  const ink = new Float32Array(width * height).fill(OUTSIDE);
  // Whole pixels at least: a frame that is finer than the picture is drawn bilinear.
  const side = Math.max(scale, 1);
  const centre = (scale - side) / 2;
  for (let row = 0; row < height; row++) {
    const y = top + row * scale;
    if (y + scale < box.y0 || y > box.y1) continue;
    for (let column = 0; column < width; column++) {
      const x = left + column * scale;
      if (x + scale < box.x0 || x > box.x1 || blank.some((other) => isInside(x, y, other))) continue;
      ink[row * width + column] = 1 - sampleGrey(page, x + centre, y + centre, side) / 255;
    }
  }
  fillOutside(ink);
  stretchLevels(ink);
  return { frame: { width, height, ink }, left, top, scale };
}

/** What lies outside of the box, or is blank, becomes as dark as the paper inside, so that levels are those of the print. */
function fillOutside(ink: Float32Array): void {
  const inside = ink.filter((value) => value !== OUTSIDE).sort();
  const middle = inside[inside.length >> 1] ?? 0;
  const paper = middle < DARK ? middle : 0;
  for (let i = 0; i < ink.length; i++) if (ink[i] === OUTSIDE) ink[i] = paper;
}

function padded(size: number): number {
  return Math.ceil((size + 2 * MARGIN) / FRAME_MULTIPLE) * FRAME_MULTIPLE;
}

function isInside(x: number, y: number, box: Box): boolean {
  return x >= box.x0 && x < box.x1 && y >= box.y0 && y < box.y1;
}
