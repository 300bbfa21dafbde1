import { type Box, type Glyph, PAGE_DPI, type PageEvidence, type Picture, type Rule } from "../../page.js";
import { TextLineModel } from "../inference/text-line-model.js";
import { binarize } from "../raster/ink/binarize.js";
import { type Component, connectedComponents } from "../raster/ink/components.js";
import { type GreyImage, greyImage, rotateGrey } from "../raster/ink/grey-image.js";
import { stripRules } from "../raster/ink/strip-rules.js";
import type { DocumentSource } from "../source/document-source.js";
import { findLines, type InkLine } from "./lines/find-lines.js";
import { letterHeight } from "./lines/letter-height.js";
import { type LineMetrics, measureLine } from "./lines/line-metrics.js";
import { estimateSkew } from "./lines/skew.js";
import { decodeLine, type LineSymbol } from "./text/decode-line.js";
import { type FramedLine, frameLine } from "./text/line-frame.js";
import { lineGlyphs, RECOGNIZED_FONTS } from "./text/line-glyphs.js";

/** Pages are read at this resolution: 10 pt print has an x-height of about 13 px then, the net's own. */
const READING_DPI = 200;
/** Window of the local threshold, px: a few letters wide. */
const THRESHOLD_WINDOW = 51;
/** Strokes from this length on are rules, px (0.4 inch). */
const RULE_LENGTH = 80;
/** Less skew than this is left in, degrees: the line frames take the rest. */
const LEAST_SKEW = 0.1;
/** Ink at least this many letter heights wide and high is a picture. */
const PICTURE_SIZE = 9;
/**
 * A line read with less certainty per symbol is noise, hand-writing or another script: Latin scans read at 0.93 and more in 9 lines of 10,
 * Cyrillic ones at 0.83 and less.
 */
const LEAST_RATE = 0.78;
const LEAST_RATE_SHORT = 0.85;
const SHORT = 3;

let model: Promise<TextLineModel> | undefined;

export interface RecognizedPage {
  /** In page space of the levelled page. */
  evidence: PageEvidence;
  /** Skew that was taken out, degrees clockwise; 0 for a level page. `tiltLayout` puts it back. */
  tilt: number;
  /** Share of the page's letters in lines that could not be read with enough certainty, 0–1. */
  unread: number;
}

/**
 * Reads a page from its pixels: the same evidence as before, with glyphs, rules and pictures found on the page image.
 * @throws ModelError when the recogniser's files are missing or damaged
 */
export async function recognizePage(source: DocumentSource, evidence: PageEvidence): Promise<RecognizedPage> {
  const grey = greyImage(await source.raster(evidence.page, READING_DPI));
  let ink = readInk(grey);
  const turned = ink && Math.abs(ink.skew) >= LEAST_SKEW ? rotateGrey(grey, -ink.skew) : grey;
  const skew = turned === grey ? 0 : ink!.skew;
  if (skew !== 0) ink = readInk(turned);
  if (!ink) return { evidence: { ...evidence, glyphs: [], fonts: [...RECOGNIZED_FONTS] }, tilt: 0, unread: 0 };
  const toPage = pageMapping();
  const pictures = ink.pictures.map(
    (box): Picture => ({
      box: toPage.box(box),
      pixelWidth: Math.round(box.x1 - box.x0),
      pixelHeight: Math.round(box.y1 - box.y0),
      stencil: false,
    }),
  );
  const lines = findLines(ink.letters, ink.height);
  const { glyphs, unread } = await readLines(turned, lines, ink.height, toPage);
  return {
    evidence: {
      ...evidence,
      fonts: [...RECOGNIZED_FONTS],
      glyphs,
      rules: ink.rules.map((box) => pageRule(toPage.box(box))),
      pictures,
      drawings: [],
      fills: [],
    },
    tilt: skew,
    unread,
  };
}

interface PageInk {
  height: number;
  skew: number;
  letters: Component[];
  pictures: Box[];
  rules: Box[];
}

/** Letters, rules and pictures of a page image; undefined when it holds hardly any letters. */
function readInk(grey: GreyImage): PageInk | undefined {
  const mask = binarize(grey, THRESHOLD_WINDOW);
  const rules = stripRules(mask, RULE_LENGTH);
  const components = connectedComponents(mask).filter((part) => part.area >= 3);
  const height = letterHeight(components);
  if (height === undefined) return undefined;
  const pictures = components
    .filter((part) => Math.min(part.x1 - part.x0, part.y1 - part.y0) > PICTURE_SIZE * height)
    .map(({ x0, y0, x1, y1 }) => ({ x0, y0, x1, y1 }));
  const letters = components.filter((part) => !pictures.some((picture) => inside(part, picture)));
  const upright = letters.filter((part) => part.y1 - part.y0 > 0.6 * height && part.y1 - part.y0 < 2.5 * height);
  return { height, skew: estimateSkew(upright, height), letters, pictures, rules };
}

function inside(part: Box, picture: Box): boolean {
  return part.x0 >= picture.x0 && part.x1 <= picture.x1 && part.y0 >= picture.y0 && part.y1 <= picture.y1;
}

interface PageMapping {
  box(box: Box): Box;
  scale: number;
}

/** From px of the page image to page space. */
function pageMapping(): PageMapping {
  const scale = PAGE_DPI / READING_DPI;
  return { scale, box: ({ x0, y0, x1, y1 }) => ({ x0: x0 * scale, y0: y0 * scale, x1: x1 * scale, y1: y1 * scale }) };
}

function pageRule(box: Box): Rule {
  const horizontal = box.x1 - box.x0 >= box.y1 - box.y0;
  return {
    box,
    direction: horizontal ? "horizontal" : "vertical",
    thickness: horizontal ? box.y1 - box.y0 : box.x1 - box.x0,
    color: 0,
  };
}

interface Candidate {
  line: InkLine;
  metrics: LineMetrics;
  framed: FramedLine;
}

async function readLines(
  page: GreyImage,
  lines: readonly InkLine[],
  height: number,
  toPage: PageMapping,
): Promise<{ glyphs: Glyph[]; unread: number }> {
  if (lines.length === 0) return { glyphs: [], unread: 0 };
  model ??= TextLineModel.load();
  const net = await model;
  const candidates = lines
    .flatMap((line) => cut(line, measureLine(line, height), net.maxWidth))
    .map(({ line, metrics }): Candidate => ({ line, metrics, framed: frameLine(page, line, metrics, net.maxWidth) }));
  const readings = await net.read(candidates.map(({ framed }) => framed.frame));
  let letters = 0;
  let lost = 0;
  const glyphs = candidates.flatMap((candidate, index) => {
    const symbols = decodeLine(readings[index]!, net.labels);
    letters += candidate.line.letters.length;
    if (isText(symbols)) return lineGlyphs(symbols, linePlace(candidate, toPage));
    lost += candidate.line.letters.length;
    return [];
  });
  return { glyphs, unread: letters === 0 ? 0 : lost / letters };
}

/** Lines too long for the net are cut at the widest blank near its limit. */
function cut(line: InkLine, metrics: LineMetrics, maxWidth: number): { line: InkLine; metrics: LineMetrics }[] {
  const limit = (maxWidth - 24) * (metrics.xHeight / 13);
  if (line.x1 - line.x0 <= limit) return [{ line, metrics }];
  const letters = [...line.letters].sort((a, b) => a.x0 - b.x0);
  let at = 1;
  let widest = -Infinity;
  for (let index = 1; index < letters.length; index++) {
    const right = Math.max(...letters.slice(0, index).map((letter) => letter.x1));
    if (right - line.x0 > limit) break;
    const gap = letters[index]!.x0 - right;
    if (gap >= widest && right - line.x0 > 0.5 * limit) [widest, at] = [gap, index];
  }
  const part = (members: Component[]): InkLine => ({
    ...line,
    letters: members,
    x0: Math.min(...members.map((m) => m.x0)),
    x1: Math.max(...members.map((m) => m.x1)),
  });
  const [head, tail] = [letters.slice(0, at), letters.slice(at)];
  if (head.length === 0 || tail.length === 0) return [{ line, metrics }];
  const moved = (piece: InkLine) => ({
    ...metrics,
    baseline: metrics.baseline + metrics.slope * ((piece.x0 + piece.x1) / 2 - (line.x0 + line.x1) / 2),
  });
  const first = part(head);
  const rest = part(tail);
  return [{ line: first, metrics: moved(first) }, ...cut(rest, moved(rest), maxWidth)];
}

function isText(symbols: readonly LineSymbol[]): boolean {
  const printed = symbols.filter((symbol) => symbol.label !== " ");
  if (printed.length === 0) return false;
  const rate = Math.exp(
    printed.reduce((sum, { probability }) => sum + Math.log(Math.max(probability, 1e-6)), 0) / printed.length,
  );
  return rate >= (printed.length <= SHORT ? LEAST_RATE_SHORT : LEAST_RATE);
}

/** Geometry of a framed line in page space. Layout expects level lines: the baseline of the middle stands for the line. */
function linePlace({ metrics, framed }: Candidate, { scale }: PageMapping) {
  return {
    xHeight: metrics.xHeight * scale,
    xAt: (column: number) => (framed.left + column * framed.scale) * scale,
    baselineAt: () => metrics.baseline * scale,
  };
}
