import type { Box } from "../../../page.js";
import type { LoadedFont } from "./loaded-font.js";
import { IDENTITY, type Matrix } from "./matrix.js";

/** Graphics and text state (ISO 32000-1, 8.4 and 9.3). All matrices end in page space. */
export class GraphicsState {
  ctm: Matrix;
  /** px */
  clip: Box;
  /** 0xRRGGBB */
  fill = 0;
  stroke = 0;
  fillAlpha = 1;
  strokeAlpha = 1;
  /** User space units. */
  lineWidth = 1;
  font: LoadedFont | undefined;
  fontSize = 0;
  charSpacing = 0;
  wordSpacing = 0;
  /** Fraction, 1 = 100 %. */
  hScale = 1;
  leading = 0;
  rise = 0;
  renderMode = 0;
  textMatrix: Matrix = IDENTITY;
  /** Pen and line start in text space. */
  x = 0;
  y = 0;
  lineX = 0;
  lineY = 0;

  constructor(ctm: Matrix, clip: Box) {
    this.ctm = ctm;
    this.clip = clip;
  }

  clone(): GraphicsState {
    return Object.assign(new GraphicsState(this.ctm, this.clip), this);
  }
}
