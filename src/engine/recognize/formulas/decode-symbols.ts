import { overlapX, overlapY } from "../../../layout/boxes.js";
import type { Alphabet, MathInput, MathSymbol } from "../../../layout/math/symbol.js";
import type { Box } from "../../../page.js";
import { FRAME_EM, type SeenSymbol } from "../../inference/symbol-model.js";
import type { SymbolPairs } from "../../inference/symbol-pairs.js";
import { chooseClasses } from "./choose-classes.js";
import type { SeenRule } from "./decode-rules.js";

/** Peaks from this on are symbols. */
const SYMBOL_PEAK = 0.4;
/** From this on a peak says nothing against its symbol. */
const SURE_PEAK = 0.5;
/** Two peaks whose boxes share this much of their union are one symbol's. */
const SAME_SYMBOL = 0.5;
/** A peak whose box lies in another's by this share, and is of the same class, is the second of a wide letter. */
const WITHIN = 0.8;
/** Share of a minus sign's length that lies on a rule when both are the same ink. */
const SAME_BAR = 0.6;
/** Sizes of text, scripts and scripts of scripts in em, as TeX's fonts have them. */
const LEVEL_SIZES = [1, 0.7, 0.5] as const;

const ALPHABETED = /^([a-z]{2,}):(.+)$/;
const STRUCK = "\\not ";

/** What the structure parser reads, in frame px, and the probability that nothing was missed or seen twice. */
export interface DecodedFormula {
  input: MathInput;
  /** 0–1 */
  complete: number;
}

/** The net's answer → symbols and rules for the structure parser. `pairs` says which classes are likely neighbours. */
export function decodeSymbols(
  seen: readonly SeenSymbol[],
  rules: readonly SeenRule[],
  pairs?: SymbolPairs,
): DecodedFormula {
  const kept: SeenSymbol[] = [];
  let complete = 1;
  for (const symbol of [...seen].sort((a, b) => b.peak - a.peak)) {
    if (kept.some((other) => isSame(symbol, other))) continue;
    if (symbol.peak >= SYMBOL_PEAK) kept.push(symbol);
    else complete *= 1 - symbol.peak;
  }
  const bars = rules.filter(
    (rule) => !kept.some((symbol) => isMinusOn(symbol, rule) && certainty(symbol) > rule.probability),
  );
  const single = kept.filter((symbol) => !bars.some((rule) => isMinusOn(symbol, rule)));
  const symbols = pairs ? chooseClasses(single, pairs) : single;
  for (const bar of bars) complete *= bar.probability;
  return { input: { symbols: symbols.flatMap(toMathSymbols), rules: bars.map((rule) => rule.box) }, complete };
}

function certainty(symbol: SeenSymbol): number {
  return symbol.choices[0]!.probability * Math.min(1, symbol.peak / SURE_PEAK);
}

function isSame(a: SeenSymbol, b: SeenSymbol): boolean {
  const shared = overlap(a, b);
  if (shared <= 0) return false;
  if (shared > SAME_SYMBOL * (areaOf(a) + areaOf(b) - shared)) return true;
  return a.choices[0]!.label === b.choices[0]!.label && shared > WITHIN * Math.min(areaOf(a), areaOf(b));
}

function isMinusOn(symbol: SeenSymbol, { box }: SeenRule): boolean {
  const { label } = symbol.choices[0]!;
  if (label !== "-" && label !== "_" && label !== "\\_") return false;
  const shared = Math.min(symbol.x1, box.x1) - Math.max(symbol.x0, box.x0);
  const middle = (symbol.y0 + symbol.y1) / 2;
  return (
    shared > SAME_BAR * Math.min(symbol.x1 - symbol.x0, box.x1 - box.x0) && middle > box.y0 - 3 && middle < box.y1 + 3
  );
}

function toMathSymbols(seen: SeenSymbol): MathSymbol[] {
  const { label } = seen.choices[0]!;
  const level = seen.levels.indexOf(Math.max(...seen.levels));
  const confidence = certainty(seen) * seen.levels[level]!;
  const place = {
    box: { x0: seen.x0, y0: seen.y0, x1: seen.x1, y1: seen.y1 },
    baseline: seen.baseline,
    size: FRAME_EM * LEVEL_SIZES[level]!,
    confidence,
  };
  if (!label.startsWith(STRUCK)) return [{ ...named(label), ...place }];
  // One slash and what it strikes were one class: certain or not together.
  return [
    { ...named(label.slice(STRUCK.length)), ...place },
    { name: "\\not", ...place, confidence: 1 },
  ];
}

function named(label: string): { name: string; alphabet?: Alphabet } {
  const parts = ALPHABETED.exec(label);
  return parts ? { name: parts[2]!, alphabet: parts[1] as Alphabet } : { name: label };
}

function overlap(a: Box, b: Box): number {
  return overlapX(a, b) * overlapY(a, b);
}

function areaOf(box: Box): number {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}
