import type { PagePrediction } from "../../prediction.js";
import type { Decision } from "../classify/decide-kinds.js";
import type { Piece } from "../classify/piece.js";
import { classProbabilities } from "./class-probabilities.js";
import { LAYOUT_CLASSES, type LayoutClass } from "./classes.js";
import { LEAST_PROBABILITY, NET, NET_KINDS, RULE_WEIGHTS } from "./weights.js";

/** Classes of the net by the kinds of blocks that stand for them. */
const CLASS_OF: Partial<Record<Decision["kind"], LayoutClass>> = { pseudocode: "code" };

/**
 * Sets the rules' decisions against the net's: each piece gets the kind with the highest sum of both weights. Without a prediction
 * the rules stand.
 */
export function weighKinds(
  decided: ReadonlyMap<Piece, Decision>,
  prediction: PagePrediction | undefined,
): ReadonlyMap<Piece, Decision> {
  if (!prediction) return decided;
  const weighed = new Map<Piece, Decision>();
  for (const [piece, decision] of decided) weighed.set(piece, weigh(piece, decision, prediction));
  return weighed;
}

function weigh(piece: Piece, decision: Decision, prediction: PagePrediction): Decision {
  const probabilities = classProbabilities(
    prediction,
    piece.lines.map(({ line }) => line.box),
  );
  if (!probabilities || piece.form !== undefined || piece.apart) return decision;
  const netWeight = (kind: Decision["kind"]) => {
    const name = CLASS_OF[kind] ?? kind;
    const probability = probabilities[LAYOUT_CLASSES.indexOf(name as LayoutClass)] ?? 0;
    return NET * Math.log(Math.max(probability, LEAST_PROBABILITY));
  };
  let best = decision;
  let most = RULE_WEIGHTS[decision.kind] + netWeight(decision.kind);
  for (const kind of NET_KINDS) {
    if (kind === decision.kind || netWeight(kind) <= most) continue;
    best = { kind };
    most = netWeight(kind);
  }
  return best;
}
