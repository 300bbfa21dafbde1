import { centreX, centreY, compose, type Item, largestSize, removeItems, unionBox, widthOf } from "./item.js";
import type { Recursion } from "./recursion.js";
import { BIG_OPERATORS, LABELLED_RELATIONS, LIMIT_WORDS } from "./symbol-classes.js";

/**
 * Binds what stands above and below operators (∑, lim), braces and relations (labelled arrows). A limit is smaller than the text, fully
 * above or below, overlaps the operator in x, and reaches sideways over small gaps – less far when another operator is near.
 * Works in place.
 */
export function buildLimits(items: Item[], em: number, recursion: Recursion): void {
  const text = Math.max(em, largestSize(items, em));
  const small = (item: Item) =>
    item.size === undefined ? item.kind !== "fence" && !BIG_OPERATORS.has(item.name) : item.size < 0.85 * text;
  for (const operator of items.filter((item) => mayCarryLimits(item, items, text))) {
    if (!items.includes(operator)) continue;
    const { over, under } = labelsOf(operator, items, em, text, small);
    if (over.length === 0 && under.length === 0) continue;
    const overNode = over.length > 0 ? recursion.block(over, largestSize(over, 0.7 * em)).node : undefined;
    const underNode = under.length > 0 ? recursion.block(under, largestSize(under, 0.7 * em)).node : undefined;
    const limits = isOperator(operator) || operator.kind === "brace";
    const base = limits ? [operator] : labelled(operator, [...over, ...under], items, em);
    const baseNode = base.length > 1 ? recursion.line(base, em).node : operator.node;
    removeItems(items, [...over, ...under, ...base]);
    items.push(
      compose(
        [...base, ...over, ...under],
        "operator",
        (box) => ({ type: "stack", base: baseNode, over: overNode, under: underNode, limits, box }),
        {
          baseline: operator.baseline,
          size: operator.size,
          axis: operator.axis,
        },
      ),
    );
  }
}

/** All that stands under (or over) a label: TeX pads the base to the label's width, so neighbours keep out of it. */
function labelled(relation: Item, label: readonly Item[], items: readonly Item[], em: number): Item[] {
  const box = unionBox(label);
  if (widthOf(box) < widthOf(relation) + 0.6 * em) return [relation];
  return items.filter(
    (item) =>
      !label.includes(item) &&
      centreX(item) > box.x0 &&
      centreX(item) < box.x1 &&
      item.y0 < relation.y1 + em &&
      item.y1 > relation.y0 - em,
  );
}

function isOperator(item: Item): boolean {
  return BIG_OPERATORS.has(item.name) || item.kind === "word";
}

function mayCarryLimits(item: Item, items: readonly Item[], text: number): boolean {
  if (item.size !== undefined && item.size < 0.85 * text) return false;
  if (BIG_OPERATORS.has(item.name) || item.kind === "brace") return true;
  if (item.kind === "word") return LIMIT_WORDS.has(item.name) || items.some((other) => hangsUnder(other, item, text));
  return item.kind === "symbol" && (LABELLED_RELATIONS.has(item.name) || carriesLabel(item));
}

/** Blackboard letters (expectations) and cups of text size that take a label below as operators do. */
function carriesLabel(item: Item): boolean {
  const { node } = item;
  return node.type === "symbol" && (node.alphabet === "mathbb" || /^\\sq?c[au]p$/.test(item.name));
}

/** Under the word, not after it: a script starts where the word ends. */
function hangsUnder(item: Item, word: Item, text: number): boolean {
  return (
    item.x0 < word.x1 - 0.25 * text &&
    item.x1 > word.x0 &&
    item.y0 > word.baseline! + 0.05 * text &&
    (item.size ?? text) < 0.85 * (word.size ?? text)
  );
}

function labelsOf(
  operator: Item,
  items: readonly Item[],
  em: number,
  text: number,
  small: (item: Item) => boolean,
): { over: Item[]; under: Item[] } {
  const rivals = items.filter(
    (item) =>
      item !== operator &&
      (BIG_OPERATORS.has(item.name) || (item.kind === "word" && LIMIT_WORDS.has(item.name))) &&
      (item.size === undefined || item.size > 0.8 * text),
  );
  const candidates = items.filter((item) => item !== operator && small(item));
  const chain = (from: Item[]) => chained(operator, from, rivals, em);
  if (operator.kind === "word") {
    const under = chain(candidates.filter((item) => item.y0 > operator.baseline! - 0.02 * em));
    const over = chain(
      candidates.filter((item) => item.y1 < operator.y0 + 0.05 * em && item.x0 < operator.x1 && item.x1 > operator.x0),
    );
    return { over: under.length > 0 ? over : [], under };
  }
  if (BIG_OPERATORS.has(operator.name)) {
    return {
      under: chain(candidates.filter((item) => item.y0 > operator.y1 - 0.06 * em)),
      over: chain(candidates.filter((item) => item.y1 < operator.y0 + 0.06 * em)),
    };
  }
  const below = chain(
    candidates.filter((item) => item.y0 > operator.y1 - 0.02 * em && item.y0 < operator.y1 + 0.6 * em),
  );
  // A subscript starts behind its base, a label is centred under it.
  const label = below.length > 0 && Math.abs(centreX(unionBox(below)) - centreX(operator)) < CENTRED * em;
  const under = carriesLabel(operator) && !label ? [] : below;
  if (carriesLabel(operator)) return { over: [], under };
  const over = chain(
    candidates.filter((item) => centreY(item) < operator.y0 - 0.05 * em && item.y1 > operator.y0 - 1.2 * em),
  );
  const touches = over.some((item) => item.y1 > operator.y0 - 0.6 * em && item.y1 < operator.y0 + 0.05 * em);
  return { over: touches ? over : [], under };
}

/** Items that overlap the operator in x, and what adjoins them sideways. */
function chained(operator: Item, candidates: Item[], rivals: Item[], em: number): Item[] {
  const wide = isOperator(operator);
  const seed = candidates.filter((item) =>
    wide
      ? item.x1 > operator.x0 + 0.03 * em && item.x0 < operator.x1 - 0.03 * em
      : centreX(item) >= operator.x0 - 0.1 * em && centreX(item) <= operator.x1 + 0.1 * em,
  );
  if (seed.length === 0) return [];
  const reach = (wide || operator.kind === "brace" ? 0.36 : 0.25) * em;
  const group = new Set(seed);
  for (let grown = true; grown; ) {
    grown = false;
    const left = Math.min(...[...group].map((item) => item.x0)) - reach;
    const right = Math.max(...[...group].map((item) => item.x1)) + reach;
    for (const item of candidates) {
      if (group.has(item) || item.x0 >= right || item.x1 <= left) continue;
      group.add(item);
      grown = true;
    }
  }
  const chain = candidates.filter((item) => group.has(item));
  if (!wide) return chain;
  return withoutRivals(operator, recentred(operator, chain, candidates, rivals, reach, em), rivals);
}

/** Widest blank within a limit (`k=1,\\ l=2`), text sizes. */
const WIDEST_BLANK = 0.8;
/** A limit is centred on its operator up to side bearings, text sizes. */
const OFF_CENTRE = 0.15;
const CENTRED = 0.08;

/** TeX centres limits on their operator: one that is not goes on behind a wider blank, where that makes it so. */
function recentred(
  operator: Item,
  chain: Item[],
  candidates: readonly Item[],
  rivals: readonly Item[],
  reach: number,
  em: number,
): Item[] {
  const offset = (items: readonly Item[]) => centreX(unionBox(items)) - centreX(operator);
  let grown = chain;
  while (Math.abs(offset(grown)) > OFF_CENTRE * em) {
    const right = offset(grown) < 0;
    const edge = unionBox(grown);
    const beyond = candidates
      .filter((item) => !grown.includes(item) && (right ? item.x0 > edge.x1 : item.x1 < edge.x0))
      .sort((a, b) => (right ? a.x0 - b.x0 : b.x1 - a.x1));
    const next: Item[] = [];
    let at = right ? edge.x1 : edge.x0;
    for (const item of beyond) {
      const gap = right ? item.x0 - at : at - item.x1;
      if (gap > (next.length > 0 ? reach : WIDEST_BLANK * em)) break;
      next.push(item);
      at = right ? Math.max(at, item.x1) : Math.min(at, item.x0);
    }
    const whole = [...grown, ...next];
    if (next.length === 0 || Math.abs(offset(whole)) >= Math.abs(offset(grown))) return chain;
    if (rivals.some((rival) => next.some((item) => item.x0 < rival.x1 && rival.x0 < item.x1))) return chain;
    grown = whole;
  }
  return grown === chain || Math.abs(offset(grown)) < CENTRED * em ? grown : chain;
}

/**
 * Limits of adjacent operators may touch each other. TeX centres limits on their operator: the run is cut where both parts stand best
 * centred.
 */
function withoutRivals(operator: Item, chain: Item[], rivals: readonly Item[]): Item[] {
  let own = chain;
  for (const rival of [...rivals].sort((a, b) => distance(a, operator) - distance(b, operator))) {
    if (!own.some((item) => item.x1 > rival.x0 && item.x0 < rival.x1)) continue;
    const left = rival.x0 < operator.x0;
    const sorted = [...own].sort((a, b) => a.x0 - b.x0);
    const [first, second] = left ? [rival, operator] : [operator, rival];
    const middle = centreX(second) + (centreX(second) - centreX(first)) / 2;
    let best: { cost: number; own: Item[] } | undefined;
    for (let cut = 1; cut < sorted.length; cut++) {
      const before = sorted.slice(0, cut);
      const after = sorted.slice(cut);
      const near = left ? after : after.filter((item) => centreX(item) < middle);
      if (near.length === 0) continue;
      const cost =
        Math.abs(centreX(unionBox(before)) - centreX(first)) + Math.abs(centreX(unionBox(near)) - centreX(second));
      if (!best || cost < best.cost) best = { cost, own: left ? after : before };
    }
    if (best) own = best.own;
    else return own.filter((item) => distance(item, operator) < distance(item, rival));
  }
  return own;
}

function distance(item: Item, other: Item): number {
  return Math.abs(centreX(item) - centreX(other));
}
