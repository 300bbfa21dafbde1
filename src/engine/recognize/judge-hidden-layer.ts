import { type Box, type Glyph, PAGE_DPI, type PageEvidence } from "../../page.js";
import { editDistance } from "../edit-distance.js";
import { greyImage } from "../raster/ink/grey-image.js";
import { lightPaper } from "../raster/ink/light-paper.js";
import type { DocumentSource } from "../source/document-source.js";
import { findLines } from "./lines/find-lines.js";
import { readInk } from "./lines/page-ink.js";
import { type ReadLine, readLines } from "./read-lines.js";

const DPI = 200;
const SCALE = PAGE_DPI / DPI;
/** Lines read for the comparison, spread over the page. */
const SAMPLE = 14;
/** Lines of fewer letters tell little. */
const LEAST_LETTERS = 12;
/** Lines read with this certainty per symbol have some 1 % of wrong characters. */
const CERTAIN_RATE = 0.95;
/** Fewer certain lines prove nothing. */
const LEAST_LINES = 4;
/** A layer that differs more than this from certain readings is the worse witness; good OCR differs by 2 %. */
const MOST_DIFFERENT = 0.06;

export interface LayerJudgement {
  /** Whether our own reading is the better witness. */
  worse: boolean;
  /** Mean share of characters in which the layer differs from certain readings, 0–1. */
  difference: number;
  lines: number;
}

/**
 * Holds an invisible OCR layer against our own reading of a sample of the page's lines: letters and digits of lines that we read with
 * certainty, against the layer's glyphs in the same places. undefined when too few lines are read with certainty.
 * @throws ModelError when the recogniser's files are missing or damaged
 */
export async function judgeHiddenLayer(
  source: DocumentSource,
  evidence: PageEvidence,
): Promise<LayerJudgement | undefined> {
  const image = lightPaper(greyImage(await source.raster(evidence.page, DPI)));
  const ink = readInk(image);
  if (!ink) return undefined;
  const long = findLines(ink.letters, ink.height).filter(({ letters }) => letters.length >= LEAST_LETTERS);
  const step = Math.max(1, long.length / SAMPLE);
  const sample = Array.from({ length: Math.min(SAMPLE, long.length) }, (_, index) => long[Math.floor(index * step)]!);
  const certain = (await readLines(image, sample, ink.height)).filter(({ rate }) => rate >= CERTAIN_RATE);
  if (certain.length < LEAST_LINES) return undefined;
  const differences = certain.map((line) => differenceOf(line, evidence.glyphs));
  const difference = differences.reduce((sum, value) => sum + value, 0) / differences.length;
  return { worse: difference > MOST_DIFFERENT, difference, lines: certain.length };
}

function differenceOf({ line, symbols }: ReadLine, glyphs: readonly Glyph[]): number {
  const own = bare(symbols.map(({ label }) => (label.length === 1 ? label : "")).join(""));
  const place = { x0: line.x0 * SCALE, y0: line.y0 * SCALE, x1: line.x1 * SCALE, y1: line.y1 * SCALE };
  const inside = glyphs.filter((glyph) => stands(glyph, place)).sort((a, b) => a.x - b.x);
  const layer = bare(inside.map(({ text }) => text).join(""));
  return own.length === 0 ? 0 : Math.min(1, editDistance(own, layer) / own.length);
}

/** The layer's boxes are rough: the middle of a glyph must lie in the line. */
function stands({ box }: Glyph, { x0, y0, x1, y1 }: Box): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return x >= x0 - 2 && x <= x1 + 2 && y >= y0 && y <= y1;
}

/** Letters and digits only, in one form. */
function bare(text: string): string {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]/gu, "");
}
