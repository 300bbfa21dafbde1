import { overlapX, overlapY, unionBoxes } from "../../../layout/boxes.js";
import type { Alphabet, MathInput, MathSymbol } from "../../../layout/math/symbol.js";
import type { Box } from "../../../page.js";
import { type FormulaFrame, FRAME_EM, type SeenSymbol } from "../../inference/symbol-model.js";
import type { SymbolPairs } from "../../inference/symbol-pairs.js";
import type { Component } from "../../raster/ink/components.js";
import { chooseClasses } from "./choose-classes.js";
import type { SeenRule } from "./decode-rules.js";
import { findTwins } from "./find-twins.js";
import { fitInk } from "./fit-ink.js";
import { boxArea, claimPieces, type InkPieces, inkPieces, sharedShare } from "./ink-pieces.js";
import { LEVEL_SIZES } from "./level-sizes.js";
import { nameBars, nameDots } from "./name-by-ink.js";
import { pairBrackets } from "./pair-brackets.js";
import { stemWidth } from "./stem-width.js";
import { temperBold } from "./temper-bold.js";

/** Peaks from this on are symbols. */
const SYMBOL_PEAK = 0.4;
/** Weaker peaks, from this on, are symbols where they lie on ink that is no other's and fills this share of their box. */
const WEAK_PEAK = 0.15;
const FILLED = 0.6;
/** Ink that fills this share of its box, larger than a letter, is an area. */
const BLOT = 0.95;
/** From this on a peak says nothing against its symbol. */
const SURE_PEAK = 0.5;
/** Two peaks whose boxes share this much of their union are one symbol's. */
const SAME_SYMBOL = 0.5;
/** A peak whose box lies in another's by this share, and is of the same class, is the second of a wide letter. */
const WITHIN = 0.8;
/** Share of a minus sign's length that lies on a rule when both are the same ink. */
const SAME_BAR = 0.6;

const ALPHABETED = /^([a-z]{2,}):(.+)$/;
const STRUCK = "\\not ";

/** What the structure parser reads, in frame px, and the probability that nothing was missed or seen twice. */
export interface DecodedFormula {
  input: MathInput;
  /** 0–1 */
  complete: number;
}

/**
 * The net's answer → symbols and rules for the structure parser. `pairs` says which classes are likely neighbours; `ink`: the pieces of the
 * frame's ink, where they are known already.
 */
export function decodeSymbols(
  seen: readonly SeenSymbol[],
  rules: readonly SeenRule[],
  frame: FormulaFrame,
  pairs?: SymbolPairs,
  ink: readonly Component[] = inkPieces(frame),
): DecodedFormula {
  const blots = ink.filter(isBlot);
  const onPaper = seen.filter((symbol) => !blots.some((blot) => sharedShare(symbol, blot) >= WITHIN));
  const { kept, complete: found } = keepSymbols(onPaper, rules, ink);
  const ruled = rules.filter(
    (rule) => !kept.some((symbol) => isMinusOn(symbol, rule) && certainty(symbol) > rule.probability),
  );
  const single = kept.filter((symbol) => !ruled.some((rule) => isMinusOn(symbol, rule)));
  const claims = claimPieces(ink, single, ruled);
  const { symbols: named, rules: bars } = nameBars(onInk(single, claims), ruled);
  const tempered = temperBold(
    named,
    named.map((symbol) => stemWidth(frame, symbol)),
  );
  const symbols = pairs ? chooseClasses(tempered, pairs) : tempered;
  const complete = bars.reduce((product, bar) => product * bar.probability, found);
  return { input: { symbols: symbols.flatMap(toMathSymbols), rules: bars.map((rule) => rule.box) }, complete };
}

/** Symbols in the boxes of their ink, named by it where it tells more than the net. */
function onInk(symbols: readonly SeenSymbol[], { of, free }: InkPieces): SeenSymbol[] {
  const fitted = fitInk(symbols, { of, free });
  const pieces = new Map(fitted.map((symbol, index) => [symbol, of.get(symbols[index]!)!]));
  const single = new Map([...pieces].flatMap(([symbol, own]) => (own.length === 1 ? [[symbol, own[0]!]] : [])));
  const named = nameDots(fitted, single);
  const ofNamed = new Map(named.map((symbol, index) => [symbol, pieces.get(fitted[index]!)!]));
  return pairBrackets(findTwins(named, { of: ofNamed, free }), free);
}

/** Sure peaks, one for each symbol, and weak ones on ink that is no sure one's; `complete`: the probability that the other weak ones are none. */
function keepSymbols(seen: readonly SeenSymbol[], rules: readonly SeenRule[], ink: readonly Component[]) {
  const kept: SeenSymbol[] = [];
  const weak: SeenSymbol[] = [];
  for (const symbol of [...seen].sort((a, b) => b.peak - a.peak)) {
    if (kept.some((other) => isSame(symbol, other))) continue;
    if (symbol.peak >= SYMBOL_PEAK) kept.push(symbol);
    else weak.push(symbol);
  }
  let { free } = claimPieces(ink, kept, rules);
  let complete = 1;
  for (const symbol of weak) {
    const own = free.filter((piece) => sharedShare(piece, symbol) >= WITHIN);
    if (symbol.peak >= WEAK_PEAK && own.length > 0 && isFilled(symbol, unionBoxes(own))) {
      kept.push(symbol);
      free = free.filter((piece) => !own.includes(piece));
    } else complete *= 1 - symbol.peak;
  }
  return { kept, complete };
}

/** Whether ink is an area, in which the net sees things. */
function isBlot(piece: Component): boolean {
  const side = Math.min(piece.x1 - piece.x0, piece.y1 - piece.y0);
  return side > FRAME_EM && piece.area > BLOT * boxArea(piece);
}

/** Whether ink and box share most of their union. */
function isFilled(symbol: Box, ink: Box): boolean {
  const shared = Math.max(0, overlap(symbol, ink));
  return shared > FILLED * (boxArea(symbol) + boxArea(ink) - shared);
}

function certainty(symbol: SeenSymbol): number {
  return symbol.choices[0]!.probability * Math.min(1, symbol.peak / SURE_PEAK);
}

function isSame(a: SeenSymbol, b: SeenSymbol): boolean {
  const shared = overlap(a, b);
  if (shared <= 0) return false;
  if (shared > SAME_SYMBOL * (boxArea(a) + boxArea(b) - shared)) return true;
  return a.choices[0]!.label === b.choices[0]!.label && shared > WITHIN * Math.min(boxArea(a), boxArea(b));
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
