import { boxesNear, clusterBoxes } from "../../../layout/regions/cluster-boxes.js";
import type { Box } from "../../../page.js";

/** Rules at right angles meet when they are no further apart than this, px. */
const MEET = 3;

/** Rules that meet others at right angles: sides of cells and frames. Bars of determinants and fractions meet none. */
export function frameRules(rules: readonly Box[]): Box[] {
  return rules.filter((rule) => rules.some((other) => meetSquarely(rule, other)));
}

/** Boxes of the tables and frames that such rules make. */
export function framedAreas(frames: readonly Box[]): Box[] {
  const items = frames.map((box) => ({ box }));
  return clusterBoxes(items, MEET, (a, b) => boxesNear(a.box, b.box, MEET)).map(({ box }) => box);
}

/** Whether a rule runs across the page rather than down. */
export function isFlat({ x0, y0, x1, y1 }: Box): boolean {
  return x1 - x0 > y1 - y0;
}

function meetSquarely(a: Box, b: Box): boolean {
  return isFlat(a) !== isFlat(b) && boxesNear(a, b, MEET);
}
