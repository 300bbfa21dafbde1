import type { Box } from "../../../page.js";
import { FRAME_EM, type SeenSymbol } from "../../inference/symbol-model.js";
import type { Relation, SymbolPairs } from "../../inference/symbol-pairs.js";
import { reweigh } from "./reweigh.js";

/** Frame px between neighbours at most. */
const FARTHEST = 2 * FRAME_EM;
/** A script may stand this far above or below the box of what carries it, frame px. */
const APART = 4;
/** Frame px: something that shares rows is taken before something closer that does not. */
const APART_COST = 6;
/** Between the middles of two boxes from this on they are not beside each other, frame px. */
const RAISED = 0.22 * FRAME_EM;
/**
 * Weight of what the neighbours say beside what the net sees. Of 0.2 to 0.8 the best on 600 development formulas (all symbols right: 64.8 to
 * 68.3 %); on 400 captured in middle grade 24.5 to 26.3 %.
 */
const NEIGHBOUR_WEIGHT = 0.5;
/** A choice changes what its neighbours are told. */
const PASSES = 2;
const LEAST_PROBABILITY = 1e-9;

interface Neighbour {
  /** Index of the symbol to the right. */
  right: number;
  relation: Relation;
}

/**
 * Weighs the classes of each symbol by those of its neighbours: `v` before a subscript is hardly a nu, a digit beside bold ones is bold.
 * Same symbols in the same order; choices are sorted again and their probabilities go on adding up to what they did.
 */
export function chooseClasses(symbols: readonly SeenSymbol[], pairs: SymbolPairs): SeenSymbol[] {
  const chosen = [...symbols];
  const neighbours = rightNeighbours(symbols);
  const lefts = new Map<number, { left: number; relation: Relation }[]>();
  neighbours.forEach((neighbour, left) => {
    if (!neighbour) return;
    const { right, relation } = neighbour;
    lefts.set(right, [...(lefts.get(right) ?? []), { left, relation }]);
  });
  const labelOf = (index: number) => chosen[index]!.choices[0]!.label;
  for (let pass = 0; pass < PASSES; pass++) {
    symbols.forEach((symbol, index) => {
      const after = neighbours[index];
      const affinity = (label: string) =>
        (after ? pairs.affinity(label, labelOf(after.right), after.relation) : 0) +
        (lefts.get(index) ?? []).reduce(
          (sum, { left, relation }) => sum + pairs.affinity(labelOf(left), label, relation),
          0,
        );
      chosen[index] = { ...symbol, choices: weighed(symbol.choices, affinity) };
    });
  }
  return chosen;
}

function weighed(choices: SeenSymbol["choices"], affinity: (label: string) => number): SeenSymbol["choices"] {
  const sure = choices.map((choice) => ({ ...choice, probability: Math.max(choice.probability, LEAST_PROBABILITY) }));
  return reweigh(sure, (label) => Math.exp(NEIGHBOUR_WEIGHT * affinity(label)));
}

/** The nearest symbol to the right of each; the same rule as in `models/training/symbols/symbolnet/pairs.py`. */
function rightNeighbours(symbols: readonly SeenSymbol[]): (Neighbour | undefined)[] {
  return symbols.map((symbol) => {
    let nearest: number | undefined;
    let least = Number.POSITIVE_INFINITY;
    symbols.forEach((other, index) => {
      const across = (other.x0 + other.x1 - symbol.x0 - symbol.x1) / 2;
      const shared = Math.min(symbol.y1, other.y1) - Math.max(symbol.y0, other.y0);
      if (other === symbol || across <= 0 || shared < -APART || other.x0 - symbol.x1 > FARTHEST) return;
      const distance = shared > 0 ? across : across + APART_COST;
      if (distance < least) [nearest, least] = [index, distance];
    });
    return nearest === undefined ? undefined : { right: nearest, relation: relationOf(symbol, symbols[nearest]!) };
  });
}

function relationOf(symbol: Box, right: Box): Relation {
  const rise = (symbol.y0 + symbol.y1 - right.y0 - right.y1) / 2;
  if (Math.abs(rise) < RAISED) return "beside";
  return rise > 0 ? "above" : "below";
}
