import type { Box, Fill, Rule } from "../../page.js";
import { boxHeight, boxWidth, unionBoxes } from "../boxes.js";

/** Height of a coloured head row, in em. */
const LOWEST = 0.9;
const HIGHEST = 5;
/** Ends of band and rules agree to within this, in em. */
const EXTENT = 0.5;
/** The first rule follows within this many em. */
const REACH = 12;
/** Pages with more fills than this are drawings. */
const MOST_FILLS = 2000;

/**
 * Edges of coloured head rows as unprinted rules: tables whose rows are ruled, but whose head is set on a band of colour, which is
 * painted as one box or cell by cell. A band counts when a printed rule of its extent follows below.
 */
export function bandRules(fills: readonly Fill[], rules: readonly Rule[], em: number): Rule[] {
  if (fills.length > MOST_FILLS) return [];
  const horizontal = rules.filter(({ direction }) => direction === "horizontal");
  return bandsOf(fills, em)
    .filter((band) => horizontal.some(({ box }) => isUnder(box, band, em)))
    .flatMap(({ x0, x1, y0, y1 }) => [edge({ x0, x1, y0, y1: y0 }), edge({ x0, x1, y0: y1, y1 })]);
}

/** Boxes of one colour that stand side by side at one height, joined. */
function bandsOf(fills: readonly Fill[], em: number): Box[] {
  const flat = fills
    .filter(({ box, color }) => !isPaper(color) && boxHeight(box) >= LOWEST * em && boxHeight(box) <= HIGHEST * em)
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  const bands: Fill[] = [];
  for (const fill of flat) {
    const open = bands.find(
      ({ box, color }) =>
        color === fill.color &&
        Math.abs(box.y0 - fill.box.y0) <= 2 &&
        Math.abs(box.y1 - fill.box.y1) <= 2 &&
        fill.box.x0 - box.x1 <= EXTENT * em,
    );
    if (open) open.box = unionBoxes([open.box, fill.box]);
    else bands.push({ ...fill });
  }
  return bands.map(({ box }) => box).filter((box) => boxWidth(box) >= 5 * em);
}

function isUnder(rule: Box, band: Box, em: number): boolean {
  const gap = rule.y0 - band.y1;
  return (
    gap > em &&
    gap < REACH * em &&
    Math.abs(rule.x0 - band.x0) <= EXTENT * em &&
    Math.abs(rule.x1 - band.x1) <= EXTENT * em
  );
}

function edge(box: Box): Rule {
  return { box, direction: "horizontal", thickness: 0, color: 0xffffff };
}

function isPaper(color: number): boolean {
  return Math.min((color >> 16) & 0xff, (color >> 8) & 0xff, color & 0xff) > 0xfa;
}
