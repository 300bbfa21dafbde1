import type { Glyph, PageEvidence } from "../../page.js";
import { composeAccents } from "./compose-accents.js";
import { markGreekWords } from "./greek-words.js";
import { withKeyedHyphens } from "./keyed-hyphens.js";
import { settleLogos } from "./settle-logos.js";
import { stackDots } from "./stack-dots.js";
import { foldPresentationForms } from "./writing-systems.js";

export interface CleanGlyphs {
  /** Glyphs of the running page in content order, spaces as " ". */
  glyphs: Glyph[];
  /** Huge slanted text laid over or under the page. */
  watermark: Glyph[];
}

/** Slanted text larger than this many body sizes is a watermark. */
const WATERMARK_SIZE = 2.5;
/** Side of a cell of the search for hidden copies, px: a third of a 10 pt letter. */
const CELL = 12;

/**
 * Drops what no reader sees: text off the page, an OCR layer under visible text. Joins accents
 * with their letters and sets watermarks apart.
 */
export function cleanGlyphs(evidence: PageEvidence, bodySize: number): CleanGlyphs {
  const onPage = evidence.glyphs.flatMap((glyph) => {
    const text = plainText(glyph.text);
    if (!(glyph.size > 0) || !isOnPage(glyph, evidence) || (text === "" && glyph.text !== "")) return [];
    return text === glyph.text ? [glyph] : [{ ...glyph, text }];
  });
  const single = withKeyedHyphens(dropHiddenCopies(onPage), evidence.fonts);
  const glyphs: Glyph[] = [];
  const watermark: Glyph[] = [];
  for (const glyph of markGreekWords(settleLogos(stackDots(composeAccents(single, evidence.fonts))), evidence.fonts)) {
    const slanted = Math.abs(glyph.angle - 90 * Math.round(glyph.angle / 90)) > 8;
    (slanted && glyph.size > WATERMARK_SIZE * bodySize ? watermark : glyphs).push(glyph);
  }
  return { glyphs, watermark };
}

/** Blanks of every width as " ", control characters gone, presentation forms folded. */
function plainText(text: string): string {
  if (text.length === 1 && text > " " && text < "\u007f") return text;
  const spaced = text
    .replace(/[\s\u00a0\u2000-\u200a\u202f\u205f]+/gu, " ")
    .replace(/[\u0000-\u001f\u007f\u200b-\u200f\u2060\ufeff]/gu, "");
  return foldPresentationForms(spaced);
}

function isOnPage(glyph: Glyph, evidence: PageEvidence): boolean {
  const x = (glyph.box.x0 + glyph.box.x1) / 2;
  const y = (glyph.box.y0 + glyph.box.y1) / 2;
  return x >= 0 && y >= 0 && x <= evidence.width && y <= evidence.height;
}

/** Invisible glyphs count only where nothing visible is printed: a scan's OCR layer stays, a copy under real text goes. */
function dropHiddenCopies(glyphs: Glyph[]): Glyph[] {
  if (!glyphs.some((glyph) => !glyph.visible) || !glyphs.some((glyph) => glyph.visible)) return glyphs;
  const printed = new Set<number>();
  for (const glyph of glyphs) {
    if (glyph.visible && glyph.text.trim() !== "") for (const cell of cellsOf(glyph)) printed.add(cell);
  }
  return glyphs.filter((glyph) => glyph.visible || !cellsOf(glyph).some((cell) => printed.has(cell)));
}

function cellsOf(glyph: Glyph): number[] {
  const cells: number[] = [];
  const { x0, y0, x1, y1 } = glyph.box;
  for (let row = Math.floor(y0 / CELL); row <= y1 / CELL; row++) {
    for (let column = Math.floor(x0 / CELL); column <= x1 / CELL; column++) cells.push(row * 65536 + column);
  }
  return cells;
}
