import type { MathSymbol } from "../../../layout/math/symbol.js";
import type { Box, Glyph } from "../../../page.js";
import type { ReadLine } from "../read-lines.js";
import type { FramedFormula } from "./formula-frame.js";
import type { FramePlace } from "./symbol-glyphs.js";

/** What the symbol net found in an area, in page space. */
export interface ReadArea {
  box: Box;
  /** Lines whose place it takes; [] when it takes a place inside a line. */
  lines: ReadLine[];
  /** Inside a line: the place whose letters it replaces. */
  place?: Box | undefined;
  glyphs: Glyph[];
  rules: Box[];
}

/** Size of the text as lines are measured, and as the symbol net needs it, px of the image; page space px per px of the image. */
export interface AreaScale {
  em: number;
  symbolEm: number;
  scale: number;
}

/** Px of the image around an area: thin strokes that were taken for noise. */
const MARGIN = 3;

export function withMargin({ x0, y0, x1, y1 }: Box): Box {
  return { x0: x0 - MARGIN, y0: y0 - MARGIN, x1: x1 + MARGIN, y1: y1 + MARGIN };
}

/** From px of a frame to page space. */
export function placeOf({ left, top, scale: own }: FramedFormula, scale: number): FramePlace {
  return { left: left * scale, top: top * scale, scale: own * scale };
}

/** Geometric mean of the symbols' probabilities; `complete`: probability that none was missed. */
export function rateOf(symbols: readonly MathSymbol[], complete: number): number {
  const logs = symbols.reduce((sum, { confidence }) => sum + Math.log(Math.max(confidence, 1e-6)), Math.log(complete));
  return Math.exp(logs / symbols.length);
}
