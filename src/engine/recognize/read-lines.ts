import { TextLineModel } from "../inference/text-line-model.js";
import type { GreyImage } from "../raster/ink/grey-image.js";
import { commonXHeight } from "./lines/common-x-height.js";
import { cutLine, type MeasuredLine } from "./lines/cut-line.js";
import type { InkLine } from "./lines/find-lines.js";
import { levelLeaders } from "./lines/level-leaders.js";
import { CAP_TO_X, type LineMetrics, measureLine } from "./lines/line-metrics.js";
import { bracketFrame, rowFrame } from "./lines/other-frames.js";
import { missedLetters } from "./missed-letters.js";
import { decodeLine, type LineSymbol, mathsRanges } from "./text/decode-line.js";
import { type FramedLine, frameLine } from "./text/line-frame.js";
import { settleRaised } from "./text/raised-digits.js";
import { settleSimilar } from "./text/similar-signs.js";

/** Room for the frame's margins in the net's widest input, columns. */
const MARGINS = 24;
/** Rows of the x-height in the frame. */
const FRAME_X_HEIGHT = 13;

/** Lines read with less certainty per symbol get a second look with other sizes: capitals and small capitals mislead the measuring. */
const UNCERTAIN_RATE = 0.9;
const OTHER_SIZES = [0.72, 1.32];
/** Sizes at which lines with letters that were passed over are read again: the frame's columns fall elsewhere then. */
const NEAR_SIZES = [0.95, 1.05];
/** Another size must read this much better. */
const CLEARLY_BETTER = 0.03;
/**
 * Where most of many lines are uncertain, the page is a photograph, of another script, or of capitals and digits whose height was taken
 * for the x-height; a sample tells, and otherwise a second look is in vain.
 */
const MANY_LINES = 40;
const MOST_UNCERTAIN = 0.5;
const SAMPLE_LINES = 16;

/** A line of a page image with what the recogniser reads in it. */
export interface ReadLine extends MeasuredLine {
  framed: FramedLine;
  symbols: LineSymbol[];
  /** Ranges of frame columns that look like formulas. */
  maths: [number, number][];
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
  const read = levelLeaders((await readAtHeight(net, page, lines, commonXHeight(lines, height))).flat());
  if (lines.length > MANY_LINES && isMostlyUncertain(read)) return read;
  const better = await readInOtherFrames(net, page, read);
  const chosen = read.map((line) => better.get(line) ?? line);
  const complete = await readPassedOver(net, page, chosen);
  return chosen.map((line) => complete.get(line) ?? line);
}

/** Pieces of each line; of many lines a sample is read first, and tells whether they are capitals and digits of that height. */
async function readAtHeight(net: TextLineModel, page: GreyImage, lines: readonly InkLine[], height: number) {
  if (lines.length <= MANY_LINES) return readSized(net, page, lines, height);
  const step = lines.length / SAMPLE_LINES;
  const sample = Array.from({ length: SAMPLE_LINES }, (_, index) => lines[Math.floor(index * step)]!);
  const first = await readSized(net, page, sample, height);
  if (await isOfCapitals(net, page, first.flat())) return readSized(net, page, lines, height * CAP_TO_X);
  const known = new Map(sample.map((line, index) => [line, first[index]!]));
  const rest = lines.filter((line) => !known.has(line));
  for (const [index, pieces] of (await readSized(net, page, rest, height)).entries()) known.set(rest[index]!, pieces);
  return lines.map((line) => known.get(line)!);
}

function isUncertain({ rate, symbols }: ReadLine): boolean {
  return rate < UNCERTAIN_RATE && symbols.length > 0;
}

function isMostlyUncertain(lines: readonly ReadLine[]): boolean {
  return lines.filter(isUncertain).length > MOST_UNCERTAIN * lines.length;
}

/** Pieces of each line. `expected`: x-height of lines that do not tell it themselves, px. */
async function readSized(net: TextLineModel, page: GreyImage, lines: readonly InkLine[], expected: number) {
  const measured = lines.map((line) => {
    const metrics = measureLine(line, expected);
    return line.isLeader ? [{ line, metrics }] : cutLine(line, metrics, widestLine(net, metrics.xHeight));
  });
  const read = await readMeasured(net, page, measured.flat());
  return measured.map((pieces) => read.splice(0, pieces.length));
}

/** Whether a sample is mostly uncertain, and most of that reads clearly better as capitals and digits of its height than as small letters. */
async function isOfCapitals(net: TextLineModel, page: GreyImage, sample: readonly ReadLine[]): Promise<boolean> {
  if (!isMostlyUncertain(sample)) return false;
  const uncertain = sample.filter(isUncertain);
  const again = await readMeasured(
    net,
    page,
    uncertain.map(({ line, metrics }) => ({ line, metrics: resized(metrics, CAP_TO_X) })),
  );
  const gains = again.filter(({ rate }, index) => rate > uncertain[index]!.rate + CLEARLY_BETTER);
  return gains.length > uncertain.length / 2;
}

/** Readings of uncertain lines that are clearly better: in other sizes, in the frame of their row, or as brackets. */
async function readInOtherFrames(net: TextLineModel, page: GreyImage, lines: readonly ReadLine[]) {
  const uncertain = lines.filter(isUncertain);
  const certain = lines.filter((line) => !isUncertain(line));
  const frames = uncertain.flatMap((first) =>
    [rowFrame(first, certain), bracketFrame(first, certain)].flatMap((metrics) =>
      metrics ? [{ first, line: first.line, metrics }] : [],
    ),
  );
  const tries = [...inSizes(net, uncertain, OTHER_SIZES), ...frames.filter((frame) => isWhole(net, frame))];
  const better = new Map<ReadLine, ReadLine>();
  for (const [index, second] of (await readMeasured(net, page, tries)).entries()) {
    const { first } = tries[index]!;
    const best = better.get(first) ?? first;
    if (second.rate > best.rate + (best === first ? CLEARLY_BETTER : 0)) better.set(first, second);
  }
  return better;
}

/** The lines as if their x-heights were others by these factors, where the net takes them whole. */
function inSizes(net: TextLineModel, lines: readonly ReadLine[], sizes: readonly number[]) {
  return lines
    .flatMap((first) => sizes.map((size) => ({ first, line: first.line, metrics: resized(first.metrics, size) })))
    .filter((frame) => isWhole(net, frame));
}

/** Whether the net takes the line whole in this size. */
function isWhole(net: TextLineModel, { line, metrics }: MeasuredLine): boolean {
  return line.x1 - line.x0 <= widestLine(net, metrics.xHeight);
}

/** Lines with letters that were passed over, with the symbols of a reading in another size that misses fewer of them and is as certain. */
async function readPassedOver(net: TextLineModel, page: GreyImage, lines: readonly ReadLine[]) {
  const passedOver = lines.filter((line) => !line.line.isLeader && missedLetters(line) > 0);
  const tries = inSizes(net, passedOver, NEAR_SIZES);
  const better = new Map<ReadLine, ReadLine>();
  for (const [index, second] of (await readMeasured(net, page, tries)).entries()) {
    const { first } = tries[index]!;
    const best = better.get(first) ?? first;
    const missed = missedLetters(best);
    const more = second.symbols.length - best.symbols.length;
    if (more < 1 || more > missed + 1 || missedLetters(second) >= missed) continue;
    if (second.rate > first.rate - CLEARLY_BETTER)
      better.set(first, { ...first, symbols: inFrame(second, first.framed), rate: second.rate });
  }
  return better;
}

/** Symbols of a line with their places in another frame of it. */
function inFrame({ symbols, framed }: ReadLine, { left, scale }: FramedLine): LineSymbol[] {
  return symbols.map((symbol) => ({
    ...symbol,
    centre: (framed.left + symbol.centre * framed.scale - left) / scale,
  }));
}

async function readMeasured(net: TextLineModel, page: GreyImage, lines: readonly MeasuredLine[]): Promise<ReadLine[]> {
  const framed = lines.map(({ line, metrics }) => ({
    line,
    metrics,
    framed: frameLine(page, line, metrics, net.maxWidth),
  }));
  const lettered = framed.filter(({ line }) => !line.isLeader);
  const readings = await net.read(lettered.map((piece) => piece.framed.frame));
  const readingOf = new Map(lettered.map((piece, index) => [piece, readings[index]!]));
  return framed.map((piece) => {
    const reading = readingOf.get(piece);
    if (!reading) return { ...piece, symbols: leaderSymbols(piece.line, piece.framed), maths: [], rate: 1 };
    const symbols = settleSimilar(settleRaised(decodeLine(reading, net.labels)));
    return { ...piece, symbols, maths: mathsRanges(reading), rate: confidenceRate(symbols) };
  });
}

/** A full stop for each dot. */
function leaderSymbols({ letters }: InkLine, { left, scale }: FramedLine): LineSymbol[] {
  return [...letters]
    .sort((a, b) => a.x0 - b.x0)
    .map(({ x0, x1 }) => ({ label: ".", probability: 1, centre: ((x0 + x1) / 2 - left) / scale }));
}

/** Widest piece of a line that the net takes whole, px. */
function widestLine(net: TextLineModel, xHeight: number): number {
  return (net.maxWidth - MARGINS) * (xHeight / FRAME_X_HEIGHT);
}

function resized(metrics: LineMetrics, size: number): LineMetrics {
  return { ...metrics, xHeight: metrics.xHeight * size };
}

function confidenceRate(symbols: readonly LineSymbol[]): number {
  const printed = symbols.filter((symbol) => symbol.label !== " ");
  if (printed.length === 0) return 0;
  const logs = printed.reduce((sum, { probability }) => sum + Math.log(Math.max(probability, 1e-6)), 0);
  return Math.exp(logs / printed.length);
}
