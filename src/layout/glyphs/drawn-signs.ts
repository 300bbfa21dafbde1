import type { Box, FontInfo, Glyph, PageEvidence, Rule } from "../../page.js";
import { boxHeight, boxWidth } from "../boxes.js";
import { type BaselineRows, baselineRows, glyphsAround } from "./baseline-rows.js";

/** TeX draws `\_` as a rule 0.3 em wide and 0.4 pt thick; other macros make it up to half an em and thicker. In sizes of the text. */
const LOW_LINE = { least: 0.2, most: 0.7, thickest: 0.12 };
/** How far its ends are from the letters on either side, and its lower edge from the baseline, in sizes. */
const BESIDE = 0.14;
const ON_BASELINE = 0.12;
/** Share of its width that the letters on either side leave free. */
const ROOM = 0.6;
/** Another stroke this near above or below, in sizes, makes it part of a drawing. */
const STROKES = 0.35;
/** Sides of a drawn box (`\qedsymbol` is 0.6 em wide and 0.675 em high, boxes to tick about one), in body sizes, and their proportion. */
const BOX = { least: 0.4, most: 1.1, aspect: 1.3 };
/** The rules of a box meet to within this, px (0.3 mm). */
const MEETS = 3;

/**
 * The evidence with what is drawn by rules and read as a sign among its glyphs: a low line (`_`) between letters or beside one,
 * in typewriter type also at the end of a word, an open box (`□`).
 * Their rules are taken out, so that nothing takes them for fraction bars or tables.
 *
 * @param bodySize px
 */
export function withDrawnSigns(evidence: PageEvidence, bodySize: number): PageEvidence {
  const small = evidence.rules.filter(({ box }) => Math.max(boxWidth(box), boxHeight(box)) <= BOX.most * bodySize);
  if (small.length === 0) return evidence;
  const taken = new Set<Rule>();
  const rows = baselineRows(evidence.glyphs);
  const drawn = [
    ...openBoxes(small, bodySize, rows, evidence.glyphs, taken),
    ...lowLines(small, rows, taken, evidence.fonts),
  ];
  if (drawn.length === 0) return evidence;
  const rules = evidence.rules.filter((rule) => !taken.has(rule));
  return { ...evidence, glyphs: [...evidence.glyphs, ...drawn], rules };
}

function lowLines(small: readonly Rule[], rows: BaselineRows, taken: Set<Rule>, fonts: readonly FontInfo[]): Glyph[] {
  return small.flatMap((rule) => {
    if (rule.direction !== "horizontal" || taken.has(rule)) return [];
    const { box } = rule;
    const beside = glyphsAround(rows, box.y1, 1, 1).filter(
      ({ text, y, size }) => text.trim() !== "" && Math.abs(y - box.y1) < ON_BASELINE * size,
    );
    const before = beside.find((glyph) => Math.abs(box.x0 - glyph.x - glyph.advance) < BESIDE * glyph.size);
    const after = beside.find((glyph) => Math.abs(glyph.x - box.x1) < BESIDE * glyph.size);
    const model = [before, after].find((glyph) => glyph && /^[\p{L}\p{N}]+$/u.test(glyph.text));
    if (!model || !isLowLine(rule, model.size)) return [];
    if (before && after) {
      // The letters leave room for it.
      if (after.x - before.x - before.advance < ROOM * boxWidth(box)) return [];
    } else if (!fonts[model.font]?.monospace) return [];
    // Icons are of several strokes.
    if (small.some((other) => other !== rule && isNear(other.box, box, STROKES * model.size))) return [];
    taken.add(rule);
    return [sign("_", box, model, model.y)];
  });
}

function isNear(a: Box, b: Box, reach: number): boolean {
  return a.x0 < b.x1 && b.x0 < a.x1 && a.y0 - b.y1 < reach && b.y0 - a.y1 < reach;
}

function isLowLine({ box, thickness }: Rule, size: number): boolean {
  const width = boxWidth(box) / size;
  return width >= LOW_LINE.least && width <= LOW_LINE.most && thickness <= LOW_LINE.thickest * size;
}

function openBoxes(
  small: readonly Rule[],
  bodySize: number,
  rows: BaselineRows,
  glyphs: readonly Glyph[],
  taken: Set<Rule>,
): Glyph[] {
  const upright = small.filter(({ direction }) => direction === "vertical");
  const flat = small.filter(({ direction }) => direction === "horizontal");
  return upright.flatMap((left) => {
    if (taken.has(left) || boxHeight(left.box) < BOX.least * bodySize) return [];
    const right = upright.find((rule) => rule !== left && !taken.has(rule) && isOpposite(left.box, rule.box, bodySize));
    if (!right) return [];
    const box = { x0: left.box.x0, y0: left.box.y0, x1: right.box.x1, y1: left.box.y1 };
    const edges = [box.y0, box.y1].map((y) =>
      flat.find(
        (rule) => !taken.has(rule) && Math.abs((rule.box.y0 + rule.box.y1) / 2 - y) < MEETS && spans(rule.box, box),
      ),
    );
    const [above, below] = edges;
    if (!above || !below || above === below || glyphs.some((glyph) => isInside(glyph, box))) return [];
    for (const rule of [left, right, above, below]) taken.add(rule);
    const model =
      glyphsAround(rows, box.y1, 1, 1).find(({ y, size }) => Math.abs(y - box.y1) < 0.4 * size) ?? glyphs[0];
    return model ? [sign("□", box, { ...model, size: bodySize }, box.y1)] : [];
  });
}

function isOpposite(left: Box, right: Box, bodySize: number): boolean {
  const [width, height] = [right.x1 - left.x0, boxHeight(left)];
  return (
    Math.abs(right.y0 - left.y0) < MEETS &&
    Math.abs(right.y1 - left.y1) < MEETS &&
    width >= BOX.least * bodySize &&
    width <= BOX.most * bodySize &&
    Math.max(width, height) < BOX.aspect * Math.min(width, height)
  );
}

function spans(rule: Box, box: Box): boolean {
  return Math.abs(rule.x0 - box.x0) < MEETS && Math.abs(rule.x1 - box.x1) < MEETS;
}

function isInside({ box, text }: Glyph, outer: Box): boolean {
  const [x, y] = [(box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2];
  return text.trim() !== "" && x > outer.x0 && x < outer.x1 && y > outer.y0 && y < outer.y1;
}

function sign(text: string, box: Box, model: Glyph, y: number): Glyph {
  const drawn = { text, name: undefined, identity: "unicode", code: -1, exact: true, confidence: 1 } as const;
  return { ...model, ...drawn, x: box.x0, y, advance: boxWidth(box), box };
}
