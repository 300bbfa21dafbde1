import { unionBoxes } from "../../../layout/boxes.js";
import { AXIS_HEIGHT } from "../../../layout/math/item.js";
import type { Box } from "../../../page.js";
import { FRAME_EM, type SeenSymbol } from "../../inference/symbol-model.js";
import type { Component } from "../../raster/ink/components.js";
import type { InkPieces } from "./ink-pieces.js";
import { LEVEL_SIZES } from "./level-sizes.js";

/** Edges may move so far, frame px or share of the side, when a box takes the size of its ink. */
const MOVE_PX = 4;
const MOVE_SHARE = 0.3;
/** A letter or digit whose ink ends nearer than this to the baseline that the net tells stands on it, frame px. */
const STANDS = 1.2;
/** Share of a comma's height that is over the baseline. */
const COMMA_DOT = 0.38;
/** Signs whose middle is on the axis. */
const ON_AXIS = /^(?:[-+/=]|\\(?:pm|mp|times|cdot|div))$/u;
/** Marks so small that the net's box says little. */
const MARK = /^(?:dot|\\(?:dot|ddot|hat|check|tilde|acute|grave|breve|vec|prime))$/u;
const LETTER = /^(?:[a-z]+:)?[0-9A-Za-z]$/u;
/** Signs that grow with what they enclose: the net sees little of the highest. */
const GROWING = /^(?:[()[\]|/]|\\[{}|]|\\(?:langle|rangle|lfloor|rfloor|lceil|rceil|backslash|int|sqrt))$/u;
/** Ink that is not the sign's by its place is by this growth; else it is a neighbour of its height (`||`). */
const FREE_GROWTH = 1.2;
/** A radical sign may be this many times as high or low as the net tells. */
const MOST_RADICAL = 2.2;
/** The ink of a growing sign is no wider than its box by more, frame px, and of one from so high on; that of a radical sign goes on in the bar. */
const SAME_SIDE = 4;
const SAME_SIDE_TALL = 9;
const TALL = 2.5 * FRAME_EM;
const SAME_START = 6;

/** Symbols in the boxes of their ink, where it is theirs alone; the others stay where the net saw them. */
export function fitInk(symbols: readonly SeenSymbol[], { of, free }: InkPieces): SeenSymbol[] {
  return symbols.map((symbol) => {
    const own = of.get(symbol) ?? [];
    const grown = grownSign(symbol, own, 1) ?? grownSign(symbol, free, FREE_GROWTH);
    if (grown) return onAxis({ ...symbol, ...grown });
    if (own.length === 0) return symbol;
    const box = unionBoxes(own);
    return MARK.test(symbol.choices[0]!.label) || isNear(symbol, box)
      ? { ...symbol, ...box, baseline: fitBaseline(symbol, box) }
      : symbol;
  });
}

/** Brackets of the text's size, in sizes: their middle is on the axis, which shows their baseline better than the net does. */
const BRACKET = /^(?:[()[\]]|\\[{}])$/;
const BRACKET_HEIGHT = [0.75, 1.2] as const;

function onAxis(symbol: SeenSymbol): SeenSymbol {
  const { choices, y0, y1 } = symbol;
  const size = sizeOf(symbol);
  if (!BRACKET.test(choices[0]!.label) || y1 - y0 < BRACKET_HEIGHT[0] * size || y1 - y0 > BRACKET_HEIGHT[1] * size)
    return symbol;
  return { ...symbol, baseline: (y0 + y1) / 2 + AXIS_HEIGHT * size };
}

/** As its level has it, frame px. */
function sizeOf({ levels }: SeenSymbol): number {
  return FRAME_EM * LEVEL_SIZES[levels.indexOf(Math.max(...levels))]!;
}

function isNear(symbol: Box, ink: Box): boolean {
  const across = Math.max(MOVE_PX, MOVE_SHARE * (symbol.x1 - symbol.x0));
  const down = Math.max(MOVE_PX, MOVE_SHARE * (symbol.y1 - symbol.y0));
  return (
    Math.abs(symbol.x0 - ink.x0) <= across &&
    Math.abs(symbol.x1 - ink.x1) <= across &&
    Math.abs(symbol.y0 - ink.y0) <= down &&
    Math.abs(symbol.y1 - ink.y1) <= down
  );
}

/** Baseline that the ink shows: the foot of a letter, the dot of a comma, the axis of an operator; else the net's. */
function fitBaseline(symbol: SeenSymbol, ink: Box): number {
  const { baseline, choices } = symbol;
  const { label } = choices[0]!;
  if (LETTER.test(label)) return Math.abs(baseline - ink.y1) < STANDS ? ink.y1 : baseline;
  if (label === ",") return ink.y0 + COMMA_DOT * (ink.y1 - ink.y0);
  if (!ON_AXIS.test(label)) return baseline;
  return (ink.y0 + ink.y1) / 2 + AXIS_HEIGHT * sizeOf(symbol);
}

/** Place of a sign that grows by the piece of ink, `least` times as high, that goes through its box; a radical sign keeps its right end. */
function grownSign(symbol: SeenSymbol, pieces: readonly Component[], least: number): Partial<Box> | undefined {
  const { label } = symbol.choices[0]!;
  if (!GROWING.test(label)) return undefined;
  const radical = label === "\\sqrt";
  const height = symbol.y1 - symbol.y0;
  const [piece] = pieces
    .filter((part) => {
      const shared = Math.min(part.y1, symbol.y1) - Math.max(part.y0, symbol.y0);
      const tall = part.y1 - part.y0;
      if (radical)
        return (
          Math.abs(part.x0 - symbol.x0) < SAME_START &&
          part.x1 > symbol.x1 - SAME_SIDE &&
          shared > 0.5 * Math.min(tall, height) &&
          tall < MOST_RADICAL * height &&
          height < MOST_RADICAL * tall
        );
      const side = tall > TALL ? SAME_SIDE_TALL : SAME_SIDE;
      return part.x0 > symbol.x0 - side && part.x1 < symbol.x1 + side && tall > least * height && shared > 0.6 * height;
    })
    .sort((a, b) => b.y1 - b.y0 - (a.y1 - a.y0));
  if (!piece) return undefined;
  const { x0, x1, y0, y1 } = piece;
  return radical ? { x0, y0, y1 } : { x0, x1, y0, y1 };
}
