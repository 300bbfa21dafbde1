import { overlapX } from "../../layout/boxes.js";
import {
  type Box,
  type Drawing,
  type Glyph,
  PAGE_DPI,
  type PageEvidence,
  type Picture,
  type Rule,
} from "../../page.js";
import type { Component } from "../raster/ink/components.js";
import { eraseRules } from "../raster/ink/erase-rules.js";
import { type GreyImage, greyImage } from "../raster/ink/grey-image.js";
import { isBlank } from "../raster/ink/is-blank.js";
import { lightPaper } from "../raster/ink/light-paper.js";
import { type QuarterTurns, turnBox } from "../raster/turn.js";
import type { DocumentSource } from "../source/document-source.js";
import { isReadIn } from "./formulas/is-read-in.js";
import type { ReadArea } from "./formulas/read-area.js";
import { readFormulaAreas } from "./formulas/read-areas.js";
import { emOfAscenders } from "./lines/em-of-ascenders.js";
import { findDrawings, type InkDrawing } from "./lines/find-drawings.js";
import { framedAreas, frameRules, isFlat } from "./lines/frame-rules.js";
import type { PageInk } from "./lines/page-ink.js";
import { snapSizes } from "./lines/snap-sizes.js";
import { type ReadLine, readLines } from "./read-lines.js";
import { textLines, unreadShare } from "./tell-text.js";
import { boldSymbols } from "./text/bold-symbols.js";
import { settleCapitals } from "./text/capital-sizes.js";
import { withCellDots } from "./text/cell-dots.js";
import { fixedPitchLines, type PitchedLine, type PitchGrid } from "./text/fixed-pitch.js";
import { withLeadingDots } from "./text/leading-dots.js";
import { withSignBullets } from "./text/leading-signs.js";
import { lineGlyphs } from "./text/line-glyphs.js";
import { RECOGNIZED_FONTS } from "./text/recognized-fonts.js";
import { type UprightPage, uprightPage } from "./upright-page.js";

/** Pages are read at this resolution: 10 pt print has an x-height of about 13 px then, the net's own. */
const READING_DPI = 200;
const SCALE = PAGE_DPI / READING_DPI;
/** Of a page of many lines a sample is read first: a photograph or another script need not be read to the end. */
const MANY_LINES = 80;
const SAMPLE_LINES = 20;
const HOPELESS = 0.7;
/** Vertical rules from this length on, in letter heights, are sides of cells and columns; shorter ones may be stems of a large title. */
const UPRIGHT = 8;
/** A picture over this share of the page is its scan. */
const SCAN_SHARE = 0.5;
/** What a piece of line art counts for: more strokes than a frame has. */
const SHAPE_STROKES = 20;
/** Glyphs from which on a page counts as set. */
const LEAST_SET = 100;

/** The picture that a page was read from, upright and level. */
export interface ReadImage {
  image: GreyImage;
  /** Page space px per px of the picture. */
  scale: number;
  /** Size of the running text, page space px. */
  em: number;
}

export interface RecognizedPage {
  /** In page space of the page turned upright and levelled. */
  evidence: PageEvidence;
  /** Clockwise turns that brought the page upright. */
  turns: QuarterTurns;
  /** Skew that was taken out, degrees clockwise; 0 for a level page. `tiltLayout` puts it back. */
  tilt: number;
  /** Share of the page's letters in lines that could not be read with enough certainty, 0–1. */
  unread: number;
  /** The page shows nothing but paper. */
  blank: boolean;
  /** Undefined for a page without letters. */
  picture?: ReadImage;
}

/**
 * Reads a page from its pixels: the same evidence as before, with glyphs, rules and pictures found on the page image.
 * @throws ModelError when the recogniser's files are missing or damaged
 */
export async function recognizePage(source: DocumentSource, evidence: PageEvidence): Promise<RecognizedPage> {
  const seen = greyImage(await source.raster(evidence.page, READING_DPI));
  const page = await uprightPage(lightPaper(seen));
  if (!page) {
    const bare = { ...evidence, glyphs: [], fonts: [...RECOGNIZED_FONTS] };
    const blank = isBlank(seen);
    const shown = blank ? { ...bare, pictures: [], drawings: [], rules: [], fills: [] } : bare;
    return { evidence: shown, turns: 0, tilt: 0, unread: 0, blank };
  }
  const { ink, turns } = page;
  const { read, cells } = withMarks(await readUnlessHopeless(page));
  const frames = frameRules(ink.rules);
  const grids = new Map([...cells].filter(([, { listed }]) => listed));
  const text = textLines(read, ink.height, { frames: framedAreas(frames), listed: new Set(grids.keys()) });
  const em = commonSize(glyphsOf(text, grids)) ?? ink.height * SCALE;
  const drawings = findDrawings(ink, text);
  const inDrawings = ({ line }: ReadLine) => drawings.some(({ box }) => isWithin(line, box));
  const running = read.filter((line) => !cells.has(line) && (text.includes(line) || !inDrawings(line)));
  // x-heights differ between faces more than tall letters do, and the symbol net knows signs by their size.
  const symbolEm = emOfAscenders(text) ?? em / SCALE;
  // Sides of cells would read as bars over and brackets beside what stands in them.
  const inCells = new Set([...cells.keys()].flatMap(({ line }) => line.letters));
  const areas = await readFormulaAreas(eraseRules(page.image, frames), running, {
    ink: { ...ink, letters: ink.letters.filter((letter) => !inCells.has(letter)) },
    em: em / SCALE,
    symbolEm,
    scale: SCALE,
  });
  const replaced = new Set(areas.flatMap(({ lines }) => lines));
  const spans = areas.filter(({ lines }) => lines.length === 0);
  const kept = glyphsOf(
    text.filter((line) => !replaced.has(line)),
    grids,
  ).filter((glyph) => !spans.some((span) => isReadIn(span, glyph, em)));
  const glyphs = [...kept, ...areas.flatMap((area) => area.glyphs)];
  return {
    evidence: {
      ...turnEvidence(evidence, turns),
      fonts: [...RECOGNIZED_FONTS],
      glyphs,
      ...(isDrawn(evidence) && turns === 0 && page.skew === 0 ? {} : inkGraphics(ink, areas, drawings)),
    },
    turns,
    tilt: page.skew,
    blank: false,
    unread: unreadShare(read),
    picture: { image: page.image, scale: SCALE, em: symbolEm * SCALE },
  };
}

/** Lines with the dots and bullets that the net left out or misread, and the cells of those of fixed pitch. */
function withMarks(lines: readonly ReadLine[]): { read: ReadLine[]; cells: Map<ReadLine, PitchedLine> } {
  const grids = fixedPitchLines(lines);
  const cells = new Map([...grids].map(([line, grid]) => [line, { grid, dotted: withCellDots(line, grid) }]));
  const isProgram = new Set([...cells.values()].flatMap(({ grid, dotted }) => (grid.listed ? [dotted] : [])));
  const complete = lines.map((line) => cells.get(line)?.dotted ?? line);
  const read = withSignBullets(withLeadingDots(complete), (line) => isProgram.has(line));
  const marked = lines.flatMap((line, at) => {
    const cell = cells.get(line);
    return cell ? [[read[at]!, cell.grid] as const] : [];
  });
  return { read, cells: new Map(marked) };
}

/** The size that most glyphs have, px; undefined without glyphs. */
function commonSize(glyphs: readonly Glyph[]): number | undefined {
  const counts = new Map<number, number>();
  for (const { size } of glyphs) counts.set(Math.round(size), (counts.get(Math.round(size)) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1])[0]?.[0];
}

/** All lines, in their order; of a page of many lines that cannot be read, only a sample. */
async function readUnlessHopeless({ image: page, lines, ink }: UprightPage): Promise<ReadLine[]> {
  // The side of a cell reads as a bracket at the end of its text.
  const uprights = ink.rules.filter((rule) => !isFlat(rule) && rule.y1 - rule.y0 >= UPRIGHT * ink.height);
  const image = eraseRules(page, [...uprights, ...ink.sides]);
  if (lines.length < MANY_LINES) return readLines(image, lines, ink.height);
  const step = lines.length / SAMPLE_LINES;
  const sample = new Set(Array.from({ length: SAMPLE_LINES }, (_, index) => lines[Math.floor(index * step)]!));
  const first = await readLines(image, [...sample], ink.height);
  if (unreadShare(first) > HOPELESS) return first;
  const others = await readLines(
    image,
    lines.filter((line) => !sample.has(line)),
    ink.height,
  );
  return [...first, ...others].sort((a, b) => a.line.y0 - b.line.y0 || a.line.x0 - b.line.x0);
}

/**
 * Whether the page was set, not scanned, so that its own rules, pictures and drawings are better than any found on its image; where text
 * is drawn as paths, the drawings are the text.
 */
function isDrawn({ glyphs, pictures, width, height }: PageEvidence): boolean {
  const scan = pictures.some(({ box }) => (box.x1 - box.x0) * (box.y1 - box.y0) >= SCAN_SHARE * width * height);
  return !scan && glyphs.filter((glyph) => glyph.visible).length >= LEAST_SET;
}

/** In formulas the symbol net tells bars from minus signs; elsewhere long strokes are rules. */
function inkGraphics(
  ink: PageInk,
  areas: readonly ReadArea[],
  drawings: readonly InkDrawing[],
): Pick<PageEvidence, "rules" | "pictures" | "drawings" | "fills"> {
  const strokes = ink.rules.map(toPage).filter((rule) => !areas.some((area) => isOfArea(rule, area)));
  const rules = [...strokes, ...areas.flatMap((area) => area.rules)].map(pageRule);
  const pieces = drawings.flatMap((drawing) => drawing.pieces.map((piece) => pageDrawing(piece, ink)));
  return { rules, pictures: ink.pictures.map(pagePicture), drawings: pieces, fills: [] };
}

/** A stroke in a formula, or one of its bars, which may end a little beyond it. */
function isOfArea(stroke: Box, { box, rules }: ReadArea): boolean {
  if (isWithin(stroke, box)) return true;
  return rules.some(
    (rule) =>
      overlapX(rule, stroke) > SAME_STROKE * (stroke.x1 - stroke.x0) &&
      Math.abs(rule.y0 + rule.y1 - stroke.y0 - stroke.y1) < 2 * STROKE_REACH,
  );
}

/** Size and links of the page as it stands upright. */
function turnEvidence(evidence: PageEvidence, turns: QuarterTurns): PageEvidence {
  const { width, height } = evidence;
  if (turns === 0) return evidence;
  const links = evidence.links.map((link) => ({ ...link, box: turnBox(link.box, turns, width, height) }));
  return turns === 2 ? { ...evidence, links } : { ...evidence, links, width: height, height: width };
}

/** Layout expects level lines: the baseline of the middle stands for the line. */
function glyphsOf(lines: readonly ReadLine[], grids: ReadonlyMap<ReadLine, PitchGrid>) {
  const bold = boldSymbols(lines);
  const measured = snapSizes(
    lines.map(({ metrics, symbols }) => ({ xHeight: metrics.xHeight, weight: symbols.length })),
  );
  const sizes = settleCapitals(lines, measured);
  return lines.flatMap((line, index) => {
    const { symbols, metrics, framed } = line;
    const grid = grids.get(line);
    return lineGlyphs(
      symbols,
      {
        xHeight: sizes[index]! * SCALE,
        xAt: (column) => (framed.left + column * framed.scale) * SCALE,
        baselineAt: () => metrics.baseline * SCALE,
        grid: grid && { pitch: grid.pitch * SCALE, middle: grid.middle * SCALE },
      },
      bold,
    );
  });
}

/** A bar as the symbol net has it covers so much of the stroke on the page; their middles are no further apart, px (0.6 mm). */
const SAME_STROKE = 0.7;
const STROKE_REACH = 6;
function isWithin(inner: Box, outer: Box): boolean {
  return inner.x0 >= outer.x0 && inner.y0 >= outer.y0 && inner.x1 <= outer.x1 && inner.y1 <= outer.y1;
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

/** Line art has strokes, the pieces about it one each. */
function pageDrawing(piece: Component, { shapes }: PageInk): Drawing {
  const segments = shapes.includes(piece) ? SHAPE_STROKES : 1;
  return { box: toPage(piece), paths: segments, segments, curves: 0 };
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
