import type { Box, Fill, Rule } from "../../page.js";
import { type Segments, tableSegments } from "./segments.js";

/** Cells lower than this, in em, hold no text; higher ones are panels. */
const LEAST_HEIGHT = 0.8;
const MOST_HEIGHT = 12;
/** Pages with more fills than this are drawings. */
const MOST_FILLS = 2000;

/**
 * Edges of shaded cells and row stripes as unprinted segments: tables without rules that are held together by colour.
 * Backgrounds of paragraphs inside a shaded cell do not count.
 */
export function shadeSegments(fills: readonly Fill[], em: number): Segments {
  const cells = fills.filter(({ box, color }) => {
    const height = box.y1 - box.y0;
    return !isNearWhite(color) && height >= LEAST_HEIGHT * em && height <= MOST_HEIGHT * em && box.x1 - box.x0 >= em;
  });
  if (cells.length > MOST_FILLS) return { horizontal: [], vertical: [] };
  const outer = cells.filter((cell) => !cells.some((other) => other !== cell && holds(other, cell)));
  const rules = outer.flatMap(({ box: { x0, y0, x1, y1 } }): Rule[] => [
    edge({ x0, y0, x1, y1: y0 }, "horizontal"),
    edge({ x0, y0: y1, x1, y1 }, "horizontal"),
    edge({ x0, y0, x1: x0, y1 }, "vertical"),
    edge({ x0: x1, y0, x1, y1 }, "vertical"),
  ]);
  return tableSegments(rules, em);
}

function edge(box: Box, direction: Rule["direction"]): Rule {
  return { box, direction, thickness: 0, color: 0xffffff };
}

function holds(outer: Fill, inner: Fill): boolean {
  const a = outer.box;
  const b = inner.box;
  const inside = b.x0 >= a.x0 && b.x1 <= a.x1 && b.y0 >= a.y0 && b.y1 <= a.y1;
  return inside && (a.x1 - a.x0) * (a.y1 - a.y0) > (b.x1 - b.x0) * (b.y1 - b.y0) && outer.color === inner.color;
}

function isNearWhite(color: number): boolean {
  return ((color >> 16) & 0xff) > 0xfa && ((color >> 8) & 0xff) > 0xfa && (color & 0xff) > 0xfa;
}
