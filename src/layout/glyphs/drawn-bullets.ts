import type { Box, Glyph, PageEvidence } from "../../page.js";
import { boxHeight, boxWidth } from "../boxes.js";
import { type BaselineRows, baselineRows, glyphsAround } from "./baseline-rows.js";

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
/** A ball that carries the number of its item is so large, in sizes of the text. */
const MOST_BALL = 1.3;

/** The page's glyphs with drawn bullets as glyphs among them, and numbers printed on balls as markers `1.` on the line they head. */
export function withDrawnBullets(evidence: PageEvidence, glyphs: readonly Glyph[]): Glyph[] {
  const numbered = ballNumbers(evidence, glyphs);
  const settled = numbered.size === 0 ? glyphs : glyphs.map((glyph) => numbered.get(glyph) ?? glyph);
  return [...settled, ...drawnBullets(evidence, settled)];
}

function ballNumbers({ drawings, fills }: PageEvidence, glyphs: readonly Glyph[]): Map<Glyph, Glyph> {
  const balls = [...drawings.filter(({ curves }) => curves > 0.5), ...fills].filter(({ box }) => isSquare(box));
  const numbered = new Map<Glyph, Glyph>();
  if (balls.length === 0 || balls.length > MOST_MARKS) return numbered;
  const rows = baselineRows(glyphs);
  for (const { box } of balls) {
    const inside = near(box, rows, [-0.2, 1]).filter((glyph) => isInside(glyph.box, box));
    const [number] = inside;
    if (!number || inside.length > 1 || !/^\d$/u.test(number.text)) continue;
    const next = textBehind(box, rows);
    if (!next || next.size < 1.15 * number.size || boxWidth(box) > MOST_BALL * next.size) continue;
    numbered.set(number, { ...number, text: `${number.text}.`, size: next.size, y: next.y });
  }
  return numbered;
}

function isInside(inner: Box, outer: Box): boolean {
  return inner.x0 > outer.x0 - 1 && inner.x1 < outer.x1 + 1 && inner.y0 > outer.y0 - 1 && inner.y1 < outer.y1 + 1;
}

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
  const rows = baselineRows(glyphs);
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
  return width > 2 && width < 60 && width < ASPECT * height && height < ASPECT * width;
}

function near(box: Box, rows: BaselineRows, [low, high]: readonly [number, number] = [LOW, HIGH]): Glyph[] {
  const middle = (box.y0 + box.y1) / 2;
  return glyphsAround(rows, middle, 0, 4).filter((glyph) => {
    const height = (glyph.y - middle) / glyph.size;
    return height > low && height < high;
  });
}

function textBehind(box: Box, rows: BaselineRows): Glyph | undefined {
  let best: Glyph | undefined;
  for (const glyph of near(box, rows)) {
    const gap = (glyph.box.x0 - box.x1) / glyph.size;
    if (gap >= LEAST_GAP && gap <= MOST_GAP && (!best || glyph.box.x0 < best.box.x0)) best = glyph;
  }
  return best;
}

/** Text right before the mark: it is no bullet but a point of a plot or a sign in a line. */
function isPreceded(box: Box, next: Glyph, rows: BaselineRows): boolean {
  return near(box, rows).some((glyph) => glyph.box.x1 > box.x0 - 1.2 * next.size && glyph.box.x0 < box.x1);
}
