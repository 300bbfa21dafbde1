import { overlapX, overlapY } from "../../../layout/boxes.js";
import type { Box } from "../../../page.js";
import type { FormulaFrame, SeenSymbol } from "../../inference/symbol-model.js";
import { type Component, connectedComponents } from "../../raster/ink/components.js";
import type { SeenRule } from "./decode-rules.js";

/** Ink from this on belongs to a connected piece. */
const INK = 0.4;
/** Smaller pieces are specks, px. */
const LEAST_AREA = 3;
/** A symbol's ink may reach so far out of the box that the net tells, frame px. */
const GROW = 1.5;
/** Share of a piece that must lie in the box of its symbol. */
const WITHIN = 0.7;
/** Rules are told within this, frame px. */
const RULE_SLACK = 2;

/** Connected pieces of a formula's ink and which symbol each is of. */
export interface InkPieces {
  /** Pieces of each symbol. */
  of: ReadonlyMap<SeenSymbol, readonly Component[]>;
  /** Pieces of no symbol and no rule: ink that touches two symbols, or that the net said nothing about. */
  free: Component[];
}

/** Pieces of a formula's ink, frame px. */
export function inkPieces(frame: FormulaFrame): Component[] {
  const data = Uint8Array.from(frame.ink, (ink) => (ink > INK ? 1 : 0));
  return connectedComponents({ width: frame.width, height: frame.height, data }).filter(
    ({ area }) => area >= LEAST_AREA,
  );
}

/** Gives each piece to the smallest symbol that it lies in. */
export function claimPieces(
  pieces: readonly Component[],
  symbols: readonly SeenSymbol[],
  rules: readonly SeenRule[],
): InkPieces {
  const of = new Map<SeenSymbol, Component[]>(symbols.map((symbol) => [symbol, []]));
  const free: Component[] = [];
  for (const piece of pieces) {
    const [owner] = symbols
      .filter((symbol) => sharedShare(piece, grown(symbol, GROW)) >= WITHIN)
      .sort((a, b) => boxArea(a) - boxArea(b));
    if (owner) of.get(owner)!.push(piece);
    else if (!rules.some(({ box }) => sharedShare(piece, grown(box, RULE_SLACK)) >= WITHIN)) free.push(piece);
  }
  return { of, free };
}

/** Share of a box that lies in another. */
export function sharedShare(box: Box, other: Box): number {
  return (overlapX(box, other) * overlapY(box, other)) / boxArea(box);
}

/** px², at least one. */
export function boxArea({ x0, y0, x1, y1 }: Box): number {
  return Math.max(1, x1 - x0) * Math.max(1, y1 - y0);
}

function grown({ x0, y0, x1, y1 }: Box, by: number): Box {
  return { x0: x0 - by, y0: y0 - by, x1: x1 + by, y1: y1 + by };
}
