import type { Box, Glyph, PageEvidence } from "../../page.js";
import { boxHeight, boxWidth } from "../boxes.js";

/** Side of a drawn bullet, in sizes of the text behind it, and how far its sides may differ. */
const LEAST_SIDE = 0.17;
const MOST_SIDE = 0.55;
const ASPECT = 1.25;
/** Blank between bullet and text, in sizes. */
const LEAST_GAP = 0.2;
const MOST_GAP = 2;
/** Height of the bullet's middle over the baseline, in sizes: about half the x-height. */
const LOW = 0.1;
const HIGH = 0.5;
/** A page with more small marks than this is a plot. */
const MOST_MARKS = 300;
/** Height of the cells the baselines are sorted into, px. */
const CELL = 16;

/**
 * Bullets that are drawn, not set (browsers print lists so), as glyphs in the font of the text behind them: small discs, rings and
 * squares before the first glyph of a line, at half the height of its small letters.
 */
export function drawnBullets(evidence: PageEvidence, glyphs: readonly Glyph[]): Glyph[] {
  const marks = [
    ...evidence.drawings.filter(({ curves }) => curves > 0.5).map(({ box }) => ({ box, text: "•" })),
    ...evidence.fills.map(({ box }) => ({ box, text: "▪" })),
  ].filter(({ box }) => isSquare(box));
  if (marks.length === 0 || marks.length > MOST_MARKS) return [];
  const rows = rowsOf(glyphs);
  return marks.flatMap(({ box, text }) => {
    const next = textBehind(box, rows);
    if (!next || isPreceded(box, next, rows)) return [];
    const side = Math.max(boxWidth(box), boxHeight(box));
    if (side < LEAST_SIDE * next.size || side > MOST_SIDE * next.size) return [];
    return [{ ...next, text, name: undefined, code: -1, x: box.x0, advance: boxWidth(box), box, exact: true }];
  });
}

function isSquare(box: Box): boolean {
  const [width, height] = [boxWidth(box), boxHeight(box)];
  return width > 2 && width < 40 && width < ASPECT * height && height < ASPECT * width;
}

/** Upright glyphs with ink by the cell of their baseline. */
function rowsOf(glyphs: readonly Glyph[]): ReadonlyMap<number, Glyph[]> {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.angle !== 0 || glyph.text.trim() === "") continue;
    const key = Math.floor(glyph.y / CELL);
    const row = rows.get(key);
    if (row) row.push(glyph);
    else rows.set(key, [glyph]);
  }
  return rows;
}

function near(box: Box, rows: ReadonlyMap<number, Glyph[]>): Glyph[] {
  const from = Math.floor((box.y0 + box.y1) / 2 / CELL);
  return Array.from({ length: 5 }, (_, step) => rows.get(from + step) ?? [])
    .flat()
    .filter((glyph) => {
      const height = (glyph.y - (box.y0 + box.y1) / 2) / glyph.size;
      return height > LOW && height < HIGH;
    });
}

function textBehind(box: Box, rows: ReadonlyMap<number, Glyph[]>): Glyph | undefined {
  let best: Glyph | undefined;
  for (const glyph of near(box, rows)) {
    const gap = (glyph.box.x0 - box.x1) / glyph.size;
    if (gap >= LEAST_GAP && gap <= MOST_GAP && (!best || glyph.box.x0 < best.box.x0)) best = glyph;
  }
  return best;
}

/** Text right before the mark: it is no bullet but a point of a plot or a sign in a line. */
function isPreceded(box: Box, next: Glyph, rows: ReadonlyMap<number, Glyph[]>): boolean {
  return near(box, rows).some((glyph) => glyph.box.x1 > box.x0 - 1.2 * next.size && glyph.box.x0 < box.x1);
}
