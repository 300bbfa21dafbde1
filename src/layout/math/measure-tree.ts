import { assertNever } from "../../errors.js";
import type { MathNode } from "./tree.js";

/** Children of a node, left to right, top to bottom. */
export function childrenOf(node: MathNode): MathNode[] {
  const present = (...nodes: (MathNode | undefined)[]) => nodes.filter((child) => child !== undefined);
  switch (node.type) {
    case "symbol":
    case "word":
      return [];
    case "row":
      return node.children;
    case "scripts":
      return present(node.base, node.sub, node.sup);
    case "fraction":
      return [node.numerator, node.denominator];
    case "radical":
      return present(node.index, node.radicand);
    case "accent":
    case "negation":
    case "fence":
    case "boxed":
      return [node.body];
    case "stack":
      return present(node.over, node.base, node.under);
    case "grid":
      return node.rows.flat();
    default:
      return assertNever(node);
  }
}

/** Certainty lost by structure that no sound formula has: accents, rules and pieces left without what they belong to. */
const ORPHAN = 0.6;
const ORPHANS =
  /^(?:piece:.*|hrule|vrule|\\not|\\mapstochar|\\lhook|\\rhook|\\hat|\\tilde|\\bar|\\vec|\\widehat|\\widetilde|\\overrightarrow|\\overleftarrow|\\overleftrightarrow|\\overbrace|\\underbrace)$/;

/**
 * Confidence of a tree: the product of its symbols' probabilities and of a factor per orphan, and the geometric mean over the symbols
 * (`confidence` and `confidence_rate` of the contract).
 */
export function confidenceOf(tree: MathNode): { confidence: number; confidenceRate: number } {
  let product = 1;
  let symbols = 0;
  const visit = (node: MathNode): void => {
    if (node.type === "symbol") {
      product *= node.confidence * (ORPHANS.test(node.name) ? ORPHAN : 1);
      symbols++;
    } else if (node.type === "word") symbols += node.text.length;
    else if (node.type === "scripts" && !node.base) product *= 0.9;
    for (const child of childrenOf(node)) visit(child);
  };
  visit(tree);
  return { confidence: product, confidenceRate: symbols === 0 ? product : product ** (1 / symbols) };
}
