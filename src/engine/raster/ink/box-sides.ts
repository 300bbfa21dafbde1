import type { Box } from "../../../page.js";
import type { Component } from "./components.js";

/** A bar: at most so thick, px, so many times as high, and that much of its box inked. */
const THICKEST = 9;
const SLENDER = 4;
const SOLID = 0.8;
/** Shorter ones are stems of letters and signs, px. */
const SHORTEST = 16;
/** Pieces of one side stand over each other with no more blank than this, px; letters of two lines stand further apart. */
const GAP = 4;
/** Pieces over each other from which on they are a side. */
const LEAST_PIECES = 3;
/** A side ends this near to the ends of the rules over and under it, px. */
const CORNER = 6;

/**
 * Upright bars that are sides of boxes and tables but too short for rules: printed row by row, or of a box of one line. They would read as
 * brackets around what stands in them. px of the mask.
 */
export function boxSides(components: readonly Component[], rules: readonly Box[]): Component[] {
  const bars = components.filter(isBar).sort((a, b) => a.y0 - b.y0);
  const sides = new Set<Component>();
  const stacked = new Set<Component>();
  for (const bar of bars) {
    if (stacked.has(bar)) continue;
    const stack = [bar];
    for (let next = below(bars, bar); next; next = below(bars, next)) stack.push(next);
    for (const piece of stack) stacked.add(piece);
    if (stack.length >= LEAST_PIECES) for (const piece of stack) sides.add(piece);
  }
  const flat = rules.filter(({ x0, y0, x1, y1 }) => x1 - x0 > y1 - y0);
  for (const bar of bars) {
    const ends = (y: number) =>
      flat.some(
        (rule) => isNear(y, rule.y0, rule.y1) && (isNear(rule.x0, bar.x0, bar.x1) || isNear(rule.x1, bar.x0, bar.x1)),
      );
    if (ends(bar.y0) && ends(bar.y1)) sides.add(bar);
  }
  return [...sides];
}

function isBar({ x0, y0, x1, y1, area }: Component): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return width <= THICKEST && height >= SHORTEST && height >= SLENDER * width && area >= SOLID * width * height;
}

function below(bars: readonly Component[], bar: Component): Component | undefined {
  return bars.find(
    (other) =>
      other !== bar &&
      other.y0 >= bar.y1 &&
      other.y0 - bar.y1 <= GAP &&
      Math.abs(other.x0 - bar.x0) + Math.abs(other.x1 - bar.x1) <= GAP,
  );
}

function isNear(at: number, from: number, to: number): boolean {
  return at >= from - CORNER && at <= to + CORNER;
}
