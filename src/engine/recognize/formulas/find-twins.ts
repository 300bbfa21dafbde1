import type { SeenSymbol } from "../../inference/symbol-model.js";
import { FRAME_EM } from "../../inference/symbol-model.js";
import type { Component } from "../../raster/ink/components.js";
import type { InkPieces } from "./ink-pieces.js";

/** Two pieces of ink are of the same sign when their sides and heights on the page agree within this, frame px. */
const SAME_SIDE = 1.1;
const SAME_LEVEL = 1.6;
/** A sign and its twin stand this near, blank between them. */
const NEAR = 0.45 * FRAME_EM;
/** Signs whose centres may be nearer to each other than the net can tell: its cells are 4 px. */
const NARROW = /^(?:(?:math[a-z]+:)?[lIift1rj]|\||\\prime|boldsymbol:\\prime|dot|[,()])$/u;

/**
 * Narrow signs beside each other whose second one the net missed (`ll`, `''`, `||`, dots): ink of no symbol, or a second piece in the box
 * of one, that is the same shape as the neighbour's is the same sign again.
 */
export function findTwins(symbols: readonly SeenSymbol[], pieces: InkPieces): SeenSymbol[] {
  const out: SeenSymbol[] = [];
  const places = new Map<SeenSymbol, Component>();
  for (const symbol of symbols) {
    const own = pieces.of.get(symbol) ?? [];
    const [first, second] = [...own].sort((a, b) => a.x0 - b.x0);
    if (first && second && own.length === 2 && isNarrow(symbol) && isTwin(first, second)) {
      for (const piece of [first, second]) out.push(placed(symbol, first, piece, places));
      continue;
    }
    if (first && own.length === 1) places.set(symbol, first);
    out.push(symbol);
  }
  const free = [...pieces.free].sort((a, b) => a.x0 - b.x0);
  // From each end once: the second of two missed signs is beside the first.
  const taken = new Set<Component>();
  for (const order of [free, [...free].reverse()]) {
    for (const piece of order) {
      if (taken.has(piece)) continue;
      const beside = [...places].find(([symbol, own]) => isNarrow(symbol) && isTwin(own, piece));
      if (!beside) continue;
      taken.add(piece);
      out.push(placed(beside[0], beside[1], piece, places));
    }
  }
  return out.map((symbol) => asDot(symbol, places));
}

function isNarrow({ choices }: SeenSymbol): boolean {
  return NARROW.test(choices[0]!.label);
}

function isTwin(a: Component, b: Component): boolean {
  const gap = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  return gap >= 0 && gap < NEAR && isSameShape(a, b) && Math.abs(a.y0 - b.y0) < SAME_LEVEL;
}

function isSameShape(a: Component, b: Component): boolean {
  return (
    Math.abs(a.x1 - a.x0 - (b.x1 - b.x0)) < SAME_SIDE &&
    Math.abs(a.y1 - a.y0 - (b.y1 - b.y0)) < SAME_SIDE &&
    Math.abs(a.area - b.area) <= 0.25 * Math.max(a.area, b.area) + 2
  );
}

/** The symbol on another piece of ink than its own. */
function placed(
  symbol: SeenSymbol,
  own: Component,
  { x0, x1, y0, y1, area }: Component,
  places: Map<SeenSymbol, Component>,
): SeenSymbol {
  const moved = { ...symbol, x0, x1, y0, y1, baseline: symbol.baseline + y0 - own.y0 };
  places.set(moved, { x0, x1, y0, y1, area });
  return moved;
}

/** A comma with the shape of a dot beside it is one of the dots. */
function asDot(symbol: SeenSymbol, places: ReadonlyMap<SeenSymbol, Component>): SeenSymbol {
  const piece = places.get(symbol);
  if (symbol.choices[0]!.label !== "," || !piece) return symbol;
  const dot = [...places].find(([other, own]) => other.choices[0]!.label === "dot" && isTwin(own, piece));
  if (!dot) return symbol;
  const [comma, ...others] = symbol.choices;
  return { ...symbol, choices: [{ ...comma!, label: "dot" }, ...others.filter(({ label }) => label !== "dot")] };
}
