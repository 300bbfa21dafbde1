import type { Box } from "../../../page.js";
import { CELL, type FormulaFrame } from "../../inference/symbol-model.js";
import { connectedComponents } from "../../raster/ink/components.js";

/** Cells above this are of a rule. */
const RULE = 0.5;
/** A rule between two rows of cells is in both by half: from this on a cell counts with the one above or below it. */
const HALF = 0.25;
/** Pieces of one rule lie on one line up to this, frame px. */
const SAME_LINE = 3;
/** Frame px a rule may go beyond its cells, or end before them. */
const SLACK = 6;
/** Ink of a rule, as a share of the ink in the middle of it. */
const RULE_INK = 0.4;
/** Shorter than this is a speck, frame px. */
const SHORTEST = 5;

/** A rule in frame px, with the net's certainty. */
export interface SeenRule {
  box: Box;
  probability: number;
}

/** Rules of a formula: the net says where, the ink says from where to where. */
export function decodeRules(frame: FormulaFrame, rules: Float32Array): SeenRule[] {
  const width = frame.width / CELL;
  const data = Uint8Array.from(rules, (value, at) => {
    const beside = Math.max(rules[at - width] ?? 0, rules[at + width] ?? 0);
    return value > RULE || (value > HALF && value + beside > 2 * RULE - HALF / 2) ? 1 : 0;
  });
  const found = connectedComponents({ width, height: frame.height / CELL, data }).flatMap((cells) => {
    const horizontal = cells.x1 - cells.x0 >= cells.y1 - cells.y0;
    const box = inkAlong(frame, cells, horizontal);
    return box ? [{ box, probability: meanAlong(rules, width, cells, horizontal) }] : [];
  });
  return joinPieces(found);
}

/** Mean over the length of the rule of what its cells across add up to, 1 at most. */
function meanAlong(rules: Float32Array, width: number, cells: Box, horizontal: boolean): number {
  const [from, to, across0, across1] = horizontal
    ? [cells.x0, cells.x1, cells.y0, cells.y1]
    : [cells.y0, cells.y1, cells.x0, cells.x1];
  let sum = 0;
  for (let along = from; along < to; along++) {
    let here = 0;
    for (let across = across0; across < across1; across++)
      here += rules[horizontal ? across * width + along : along * width + across]!;
    sum += Math.min(1, here);
  }
  return sum / (to - from);
}

/** Rules that go on in each other are one. */
function joinPieces(rules: readonly SeenRule[]): SeenRule[] {
  const joined: SeenRule[] = [];
  for (const rule of [...rules].sort((a, b) => a.box.x0 - b.box.x0)) {
    const before = joined.find(({ box }) => goesOn(box, rule.box));
    if (!before) {
      joined.push({ ...rule });
      continue;
    }
    const { box } = before;
    before.box = {
      x0: box.x0,
      y0: Math.min(box.y0, rule.box.y0),
      x1: Math.max(box.x1, rule.box.x1),
      y1: Math.max(box.y1, rule.box.y1),
    };
    before.probability = Math.max(before.probability, rule.probability);
  }
  return joined;
}

function goesOn(left: Box, right: Box): boolean {
  const level = Math.abs(left.y0 + left.y1 - right.y0 - right.y1) / 2 <= SAME_LINE;
  const flat = [left, right].every((box) => box.x1 - box.x0 > box.y1 - box.y0);
  return flat && level && right.x0 < left.x1;
}

/** The straight run of ink in and around the cells; along x for a horizontal rule. */
function inkAlong(frame: FormulaFrame, cells: Box, horizontal: boolean): Box | undefined {
  const at = (along: number, across: number) =>
    horizontal ? inkAt(frame, along, across) : inkAt(frame, across, along);
  const [along0, along1, across0, across1] = (
    horizontal ? [cells.x0, cells.x1, cells.y0, cells.y1] : [cells.y0, cells.y1, cells.x0, cells.x1]
  ).map((cell) => cell * CELL) as [number, number, number, number];
  let best = across0;
  let most = -1;
  for (let across = across0 - 2; across < across1 + 2; across++) {
    let sum = 0;
    for (let along = along0; along < along1; along++) sum += at(along, across);
    if (sum > most) [best, most] = [across, sum];
  }
  const typical = most / Math.max(1, along1 - along0);
  const line = (along: number) => Math.max(at(along, best - 1), at(along, best), at(along, best + 1));
  const run = longestRun(along0 - SLACK, along1 + SLACK, (along) => line(along) > RULE_INK * typical);
  if (run.end - run.start < SHORTEST || typical < 0.1) return undefined;
  const dark = (across: number) => {
    let sum = 0;
    for (let along = run.start; along < run.end; along++) sum += at(along, across);
    return sum / (run.end - run.start) > RULE_INK * typical;
  };
  let [from, to] = [best, best + 1];
  while (from > best - 3 && dark(from - 1)) from--;
  while (to < best + 4 && dark(to)) to++;
  return horizontal
    ? { x0: run.start, y0: from, x1: run.end, y1: to }
    : { x0: from, y0: run.start, x1: to, y1: run.end };
}

function longestRun(from: number, to: number, isInk: (at: number) => boolean): { start: number; end: number } {
  let best = { start: from, end: from };
  let start = from;
  for (let at = from; at <= to; at++) {
    if (at < to && isInk(at)) continue;
    if (at - start > best.end - best.start) best = { start, end: at };
    start = at + 1;
  }
  return best;
}

function inkAt({ width, height, ink }: FormulaFrame, x: number, y: number): number {
  return x < 0 || y < 0 || x >= width || y >= height ? 0 : ink[y * width + x]!;
}
