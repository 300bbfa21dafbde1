import { type Place, penBefore } from "./pens.js";
import { BIG_OPERATORS, FUNCTION_NAMES, OPENING } from "./symbol-classes.js";
import type { MathNode } from "./tree.js";

/** Relations rows are aligned at. */
const RELATION =
  /^(?:[=<>:]|:=|=:|\\(?:leq|geq|neq|equiv|approx|sim|simeq|cong|propto|rightarrow|leftarrow|Rightarrow|Leftarrow|Leftrightarrow|longrightarrow|Longrightarrow|Longleftrightarrow|leftrightarrow|hookrightarrow|in|ni|subset|subseteq|supset|supseteq|leqslant|geqslant|ll|gg|prec|succ|preceq|succeq|mapsto|longmapsto|triangleq|doteq|lesssim|gtrsim|asymp|models|vdash|perp|dashrightarrow|dashleftarrow|rightsquigarrow|rightleftharpoons|leftrightharpoons|hookleftarrow|twoheadrightarrow|rightarrowtail|sqsubseteq|sqsupseteq|preccurlyeq|succcurlyeq|lessapprox|gtrapprox|dashv|trianglelefteq|trianglerighteq|unlhd|unrhd|lhd|rhd))$/;
const OPERATOR = /^(?:[+-]|\\(?:pm|mp|times|cdot|otimes|oplus|circ|cup|cap|wedge|vee))$/;

/** Blank TeX puts before a relation and before a binary operator behind an alignment point, in text sizes. */
export const RELATION_LEAD = 0.278;
const OPERATOR_LEAD = 0.222;
/** … and before the name of an operator, a big operator and a grown delimiter. */
export const THIN_LEAD = 0.167;
/** A delimiter taller than this, in text sizes, has grown. */
const GROWN = 1.15;

/** The alignment point that would put a node where it is. `leads`: behind something, so that signs have their blank before them. */
export function pointBefore(node: MathNode, em: number, leads = true): Place {
  const place = penBefore(node, em);
  return leads ? { ...place, x: place.x - leadOf(node, em) * em } : place;
}

/** Blank TeX puts between an ordinary symbol and a node, text sizes. */
function leadOf(node: MathNode, em: number): number {
  if (isRelation(node)) return RELATION_LEAD;
  if (isOperator(node)) return OPERATOR_LEAD;
  switch (node.type) {
    case "scripts":
      return node.base ? leadOf(node.base, em) : 0;
    case "stack":
      return node.limits ? THIN_LEAD : leadOf(node.base, em);
    case "fence":
      return node.tall ? THIN_LEAD : 0;
    case "word":
      return FUNCTION_NAMES.has(node.text) ? THIN_LEAD : 0;
    case "symbol": {
      const grown = OPENING.has(node.name) && node.box.y1 - node.box.y0 > GROWN * em;
      return grown || BIG_OPERATORS.has(node.name) ? THIN_LEAD : 0;
    }
    default:
      return 0;
  }
}

export function nameOf(node: MathNode | undefined): string {
  return node?.type === "symbol" ? node.name : "";
}

export function isOperator(node: MathNode): boolean {
  return OPERATOR.test(nameOf(node));
}

export function isRelation(node: MathNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.type === "stack" || node.type === "scripts") return isRelation(node.base);
  return node.type === "negation" || RELATION.test(nameOf(node));
}
