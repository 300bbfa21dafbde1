import { type Box, PAGE_DPI, type PageEvidence, type Picture, type Rule } from "../../page.js";
import { greyImage } from "../raster/ink/grey-image.js";
import { lightPaper } from "../raster/ink/light-paper.js";
import { type QuarterTurns, turnBox } from "../raster/turn.js";
import type { DocumentSource } from "../source/document-source.js";
import { snapSizes } from "./lines/snap-sizes.js";
import { type ReadLine, readLines } from "./read-lines.js";
import { boldSymbols } from "./text/bold-symbols.js";
import { lineGlyphs, RECOGNIZED_FONTS } from "./text/line-glyphs.js";
import { uprightPage } from "./upright-page.js";

/** Pages are read at this resolution: 10 pt print has an x-height of about 13 px then, the net's own. */
const READING_DPI = 200;
const SCALE = PAGE_DPI / READING_DPI;
/**
 * A line read with less certainty per symbol is noise, hand-writing or another script: Latin scans read at 0.93 and more in 9 lines of 10,
 * Cyrillic ones at 0.83 and less.
 */
const LEAST_RATE = 0.78;
const LEAST_RATE_SHORT = 0.85;
const SHORT = 3;

export interface RecognizedPage {
  /** In page space of the page turned upright and levelled. */
  evidence: PageEvidence;
  /** Clockwise turns that brought the page upright. */
  turns: QuarterTurns;
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
  const scan = lightPaper(greyImage(await source.raster(evidence.page, READING_DPI)));
  const page = await uprightPage(scan);
  if (!page)
    return { evidence: { ...evidence, glyphs: [], fonts: [...RECOGNIZED_FONTS] }, turns: 0, tilt: 0, unread: 0 };
  const { ink, turns } = page;
  const read = await readLines(page.image, page.lines, ink.height);
  const text = read.filter(isText);
  return {
    evidence: {
      ...turnEvidence(evidence, turns),
      fonts: [...RECOGNIZED_FONTS],
      glyphs: glyphsOf(text),
      rules: ink.rules.map((box) => pageRule(toPage(box))),
      pictures: ink.pictures.map(pagePicture),
      drawings: [],
      fills: [],
    },
    turns,
    tilt: page.skew,
    unread: read.length === 0 ? 0 : 1 - letterCount(text) / letterCount(read),
  };
}

/** Size and links of the page as it stands upright. */
function turnEvidence(evidence: PageEvidence, turns: QuarterTurns): PageEvidence {
  const { width, height } = evidence;
  if (turns === 0) return evidence;
  const links = evidence.links.map((link) => ({ ...link, box: turnBox(link.box, turns, width, height) }));
  return turns === 2 ? { ...evidence, links } : { ...evidence, links, width: height, height: width };
}

function isText({ symbols, rate }: ReadLine): boolean {
  const printed = symbols.filter((symbol) => symbol.label !== " ").length;
  return rate >= (printed <= SHORT ? LEAST_RATE_SHORT : LEAST_RATE);
}

function letterCount(lines: readonly ReadLine[]): number {
  return lines.reduce((sum, { line }) => sum + line.letters.length, 0);
}

/** Layout expects level lines: the baseline of the middle stands for the line. */
function glyphsOf(lines: readonly ReadLine[]) {
  const bold = boldSymbols(lines);
  const sizes = snapSizes(lines.map(({ metrics, symbols }) => ({ xHeight: metrics.xHeight, weight: symbols.length })));
  return lines.flatMap(({ symbols, metrics, framed }, index) =>
    lineGlyphs(
      symbols,
      {
        xHeight: sizes[index]! * SCALE,
        xAt: (column) => (framed.left + column * framed.scale) * SCALE,
        baselineAt: () => metrics.baseline * SCALE,
      },
      bold,
    ),
  );
}

/** From px of the page image to page space. */
function toPage({ x0, y0, x1, y1 }: Box): Box {
  return { x0: x0 * SCALE, y0: y0 * SCALE, x1: x1 * SCALE, y1: y1 * SCALE };
}

function pagePicture(box: Box): Picture {
  return {
    box: toPage(box),
    pixelWidth: Math.round(box.x1 - box.x0),
    pixelHeight: Math.round(box.y1 - box.y0),
    stencil: false,
  };
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
