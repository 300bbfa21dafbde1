import { overlapX } from "../../../layout/boxes.js";
import type { Box } from "../../../page.js";
import { FRAME_EM, type SeenSymbol } from "../../inference/symbol-model.js";
import type { Component } from "../../raster/ink/components.js";
import type { SeenRule } from "./decode-rules.js";
import { isLetter } from "./letter-labels.js";

/** Largest dot, and how far from round its ink may be, frame px. */
const DOT = 0.17 * FRAME_EM;
const ROUND = 1.1;
/** What the net takes a dot for at times. */
const DOT_LIKE = /^(?:\\hat|\\check|\\acute|\\grave|\\breve|\\vec|\\bullet|\\circ)$/u;
/** A bar stands so close over its letter, frame px, and is hardly wider than it. */
const BAR_GAP = 0.22 * FRAME_EM;
const BAR_WIDTH = 1.4;
const OVER = 0.7;
const RADICAL_SLACK = 8;
/** A numerator stands no further than this over its bar, frame px. */
const NUMERATOR_GAP = 0.45 * FRAME_EM;

/** Signs that their ink shows to be dots are dots. `piece`: the ink of a symbol that has one piece. */
export function nameDots(symbols: readonly SeenSymbol[], piece: ReadonlyMap<SeenSymbol, Component>): SeenSymbol[] {
  return symbols.map((symbol) => {
    const ink = piece.get(symbol);
    const [first, ...others] = symbol.choices;
    if (!ink || !DOT_LIKE.test(first!.label) || !isRound(ink)) return symbol;
    return { ...symbol, choices: [{ ...first!, label: "dot" }, ...others.filter(({ label }) => label !== "dot")] };
  });
}

function isRound({ x0, x1, y0, y1 }: Component): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  return Math.max(width, height) <= DOT && Math.abs(width - height) <= ROUND;
}

/** Strokes close over one letter, seen as minus signs or as rules, are its bar: symbols with `\\bar`, and the rules without them. */
export function nameBars(
  symbols: readonly SeenSymbol[],
  rules: readonly SeenRule[],
): { symbols: SeenSymbol[]; rules: SeenRule[] } {
  const under = (stroke: Box) =>
    symbols.some((other) => isJustOver(other, stroke) || isRadicalOf(other, stroke))
      ? undefined
      : symbols.find((letter) => isBarOver(stroke, letter));
  const bar = (letter: SeenSymbol, { x0, y0, x1, y1 }: Box, probability: number): SeenSymbol => ({
    ...letter,
    ...{ x0, y0, x1, y1 },
    choices: [{ label: "\\bar", probability }],
  });
  const ruled = rules.map((rule) => ({ rule, letter: under(rule.box) }));
  return {
    symbols: [
      ...symbols.map((symbol) => {
        const letter = isMinus(symbol) ? under(symbol) : undefined;
        return letter ? bar(letter, symbol, symbol.choices[0]!.probability) : symbol;
      }),
      ...ruled.flatMap(({ rule, letter }) => (letter ? [bar(letter, rule.box, rule.probability)] : [])),
    ],
    rules: ruled.flatMap(({ rule, letter }) => (letter ? [] : [rule])),
  };
}

/** What stands on a stroke makes it a fraction's. */
function isJustOver(symbol: Box, stroke: Box): boolean {
  const middle = (stroke.y0 + stroke.y1) / 2;
  return (
    symbol.y0 < middle - 2 &&
    symbol.y1 > middle - NUMERATOR_GAP &&
    symbol.y1 < middle + 3 &&
    overlapX(symbol, stroke) > 0
  );
}

function isMinus({ choices }: SeenSymbol): boolean {
  return choices[0]!.label === "-";
}

/** The bar of a radical begins where its sign ends. */
function isRadicalOf({ choices, x1, y0 }: SeenSymbol, stroke: Box): boolean {
  return (
    choices[0]!.label === "\\sqrt" &&
    Math.abs(x1 - stroke.x0) < RADICAL_SLACK &&
    Math.abs(y0 - stroke.y0) < RADICAL_SLACK
  );
}

function isBarOver(stroke: Box, letter: SeenSymbol): boolean {
  const width = stroke.x1 - stroke.x0;
  const gap = letter.y0 - stroke.y1;
  return (
    isLetter(letter.choices[0]!.label) &&
    gap > -2 &&
    gap < BAR_GAP &&
    width < BAR_WIDTH * (letter.x1 - letter.x0) &&
    overlapX(stroke, letter) > OVER * width
  );
}
