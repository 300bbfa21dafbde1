import { centreX, centreY, compose, type Item, largestSize, removeItems } from "./item.js";
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
    removeItems(items, [...over, ...under, operator]);
    items.push(
      compose(
        [operator, ...over, ...under],
        "operator",
        (box) => ({ type: "stack", base: operator.node, over: overNode, under: underNode, limits, box }),
        {
          baseline: operator.baseline,
          size: operator.size,
          axis: operator.axis,
        },
      ),
    );
  }
}

function isOperator(item: Item): boolean {
  return BIG_OPERATORS.has(item.name) || item.kind === "word";
}

function mayCarryLimits(item: Item, items: readonly Item[], text: number): boolean {
  if (item.size !== undefined && item.size < 0.85 * text) return false;
  if (BIG_OPERATORS.has(item.name) || item.kind === "brace") return true;
  if (item.kind === "word") return LIMIT_WORDS.has(item.name) || items.some((other) => hangsUnder(other, item, text));
  return item.kind === "symbol" && LABELLED_RELATIONS.has(item.name);
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
  const under = chain(
    candidates.filter((item) => item.y0 > operator.y1 - 0.02 * em && item.y0 < operator.y1 + 0.6 * em),
  );
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
      ? item.x1 > operator.x0 - 0.02 * em && item.x0 < operator.x1 + 0.02 * em
      : centreX(item) >= operator.x0 - 0.1 * em && centreX(item) <= operator.x1 + 0.1 * em,
  );
  if (seed.length === 0) return [];
  const crowded = rivals.some((rival) => rival.x0 < operator.x1 + 3 * em && rival.x1 > operator.x0 - 3 * em);
  const reach = (wide || operator.kind === "brace" ? (crowded ? 0.14 : 0.36) : 0.16) * em;
  const group = new Set(seed);
  for (let grown = true; grown; ) {
    grown = false;
    const left = Math.min(...[...group].map((item) => item.x0)) - reach;
    const right = Math.max(...[...group].map((item) => item.x1)) + reach;
    for (const item of candidates) {
      if (group.has(item) || item.x0 >= right || item.x1 <= left) continue;
      if (rivals.some((rival) => item.x1 > rival.x0 && item.x0 < rival.x1)) continue;
      group.add(item);
      grown = true;
    }
  }
  return candidates.filter((item) => group.has(item));
}
