import { TextLineModel } from "../inference/text-line-model.js";
import type { GreyImage } from "../raster/ink/grey-image.js";
import { cutLine, type MeasuredLine } from "./lines/cut-line.js";
import type { InkLine } from "./lines/find-lines.js";
import { measureLine } from "./lines/line-metrics.js";
import { decodeLine, type LineSymbol } from "./text/decode-line.js";
import { type FramedLine, frameLine } from "./text/line-frame.js";

/** Room for the frame's margins in the net's widest input, columns. */
const MARGINS = 24;
/** Rows of the x-height in the frame. */
const FRAME_X_HEIGHT = 13;

/** A line of a page image with what the recogniser reads in it. */
export interface ReadLine extends MeasuredLine {
  framed: FramedLine;
  symbols: LineSymbol[];
  /** Geometric mean of the symbols' probabilities, blanks left out; 0 where nothing was read. */
  rate: number;
}

let model: Promise<TextLineModel> | undefined;

/**
 * Reads lines of a page image, in order; one too long for the net comes as several. `height`: letter height of the page, px.
 * @throws ModelError when the recogniser's files are missing or damaged
 */
export async function readLines(page: GreyImage, lines: readonly InkLine[], height: number): Promise<ReadLine[]> {
  if (lines.length === 0) return [];
  model ??= TextLineModel.load();
  const net = await model;
  const framed = lines
    .flatMap((line) => {
      const metrics = measureLine(line, height);
      return cutLine(line, metrics, (net.maxWidth - MARGINS) * (metrics.xHeight / FRAME_X_HEIGHT));
    })
    .map((measured) => ({ ...measured, framed: frameLine(page, measured.line, measured.metrics, net.maxWidth) }));
  const readings = await net.read(framed.map((line) => line.framed.frame));
  return framed.map((line, index) => {
    const symbols = decodeLine(readings[index]!, net.labels);
    return { ...line, symbols, rate: confidenceRate(symbols) };
  });
}

function confidenceRate(symbols: readonly LineSymbol[]): number {
  const printed = symbols.filter((symbol) => symbol.label !== " ");
  if (printed.length === 0) return 0;
  const logs = printed.reduce((sum, { probability }) => sum + Math.log(Math.max(probability, 1e-6)), 0);
  return Math.exp(logs / printed.length);
}
