import {
  AXIS_HEIGHT,
  centreX,
  centreY,
  compose,
  heightOf,
  type Item,
  largestSize,
  removeItems,
  unionBox,
  widthOf,
} from "./item.js";
import { isLineOver } from "./line-over.js";
import { buildRadical, radicalBars } from "./radicals.js";
import type { Recursion } from "./recursion.js";
import { ACCENTS, BIG_OPERATORS, DELIMITERS, HORIZONTAL_BRACES } from "./symbol-classes.js";
import type { MathNode } from "./tree.js";

/**
 * Builds everything that hangs on a horizontal stroke – radicals, braces with labels, fractions, over- and underlines – widest first, so
 * that an outer structure takes its inner ones along. Works in place.
 */
export function buildBars(items: Item[], em: number, recursion: Recursion): void {
  const bars = radicalBars(items, em);
  const barOf = new Map([...bars].map(([bar, sign]) => [sign, bar]));
  const strokes = items
    .filter(
      (item) =>
        item.kind === "symbol" &&
        (item.name === "\\sqrt" || HORIZONTAL_BRACES.has(item.name) || (item.name === "hrule" && !bars.has(item))),
    )
    .map((item) => {
      const bar = barOf.get(item);
      const width = (bar ? bar.x1 : item.x1) - item.x0;
      // Of two strokes of about the same width the fraction bar is the outer one.
      return {
        item,
        bar,
        rank: Math.round(width / (0.1 * em)) + (item.name === "hrule" && divides(item, items, em) ? 0.4 : 0),
      };
    })
    .sort((a, b) => b.rank - a.rank || a.item.y0 - b.item.y0 || a.item.x0 - b.item.x0);
  for (const { item, bar } of strokes) {
    if (!items.includes(item)) continue;
    if (item.name === "\\sqrt") {
      if (bar) buildRadical(items, item, bar, em, recursion);
    } else if (HORIZONTAL_BRACES.has(item.name)) buildBrace(items, item, em, recursion);
    else buildFractionOrLine(items, item, em, recursion);
  }
}

function within(item: Item, rule: Item, slack: number): boolean {
  return item !== rule && centreX(item) >= rule.x0 - slack && centreX(item) <= rule.x1 + slack;
}

function divides(rule: Item, items: readonly Item[], em: number): boolean {
  const around = items.filter((item) => within(item, rule, 0.08 * em));
  return around.some((item) => centreY(item) < centreY(rule)) && around.some((item) => centreY(item) > centreY(rule));
}

function buildBrace(items: Item[], brace: Item, em: number, recursion: Recursion): void {
  const slack = 0.08 * em;
  const over = brace.name === "\\overbrace";
  const body = items.filter(
    (item) => within(item, brace, slack) && (over ? centreY(item) > centreY(brace) : centreY(item) < centreY(brace)),
  );
  if (body.length === 0) return;
  // The label may be wider than the brace.
  const candidates = items.filter(
    (item) =>
      item !== brace &&
      !body.includes(item) &&
      (over ? item.y1 <= brace.y0 + slack : item.y0 >= brace.y1 - slack) &&
      (item.size === undefined || item.size < 0.85 * em),
  );
  const label = adjacent(candidates, brace, em);
  const size = largestSize(body, em);
  const inside = recursion.block(body, size);
  const labelNode = label.length > 0 ? recursion.block(label, largestSize(label, 0.7 * em)).node : undefined;
  removeItems(items, [...body, ...label, brace]);
  items.push(
    compose(
      [...body, ...label, brace],
      "brace",
      (box) => {
        const accent: MathNode = { type: "accent", command: brace.name, body: inside.node, box };
        return labelNode
          ? { type: "stack", base: accent, [over ? "over" : "under"]: labelNode, limits: true, box }
          : accent;
      },
      inherited(inside, size),
    ),
  );
}

/** Symbols of a label are this close to each other, text sizes; a word's blank at script size is 0.3. */
const LABEL_GAP = 0.4;

/** What stands over or under the brace, and what goes on from there to either side. */
function adjacent(items: readonly Item[], brace: Item, em: number): Item[] {
  const label = items.filter((item) => item.x1 > brace.x0 && item.x0 < brace.x1);
  for (let grown = label.length > 0; grown; ) {
    grown = false;
    for (const item of items) {
      const gap = Math.min(...label.map((own) => Math.max(item.x0 - own.x1, own.x0 - item.x1)));
      if (label.includes(item) || gap > LABEL_GAP * em) continue;
      label.push(item);
      grown = true;
    }
  }
  return label;
}

function inherited(inside: { baseline: number; size: number; settled: boolean }, size: number) {
  return {
    baseline: inside.settled ? inside.baseline : undefined,
    size: inside.settled ? size : undefined,
    axis: inside.baseline - AXIS_HEIGHT * inside.size,
  };
}

function buildFractionOrLine(items: Item[], rule: Item, em: number, recursion: Recursion): void {
  const slack = 0.08 * em;
  const around = items.filter(
    (item) =>
      within(item, rule, slack) &&
      item.x0 > rule.x0 - (isSlanted(item) ? 0.2 : 0.09) * em &&
      (item.x1 < rule.x1 + 0.15 * em || ACCENTS.has(item.name)),
  );
  let above = adjoining(
    around.filter((item) => centreY(item) < centreY(rule)),
    (item) => [rule.y0 - item.y1, rule.y0 - item.y0],
    em,
  );
  let below = adjoining(
    around.filter((item) => centreY(item) > centreY(rule)),
    (item) => [item.y0 - rule.y1, item.y1 - rule.y1],
    em,
  );
  // The line of an overlined subscript below a prime: `Γ'` with `\overline{i}`.
  if (above.every((item) => ACCENTS.has(item.name) || item.name === "\\prime")) above = [];
  // The second line under or over something.
  if (above.every((item) => item.name === "hrule")) above = [];
  if (below.every((item) => item.name === "hrule")) below = [];
  if (above.length > 0 && below.length > 0 && isLineOver(rule, lowest(above), highest(below), em)) above = [];
  if (above.length > 0 && below.length > 0) {
    const smaller = dropLarger(above, below, em);
    if (fillsBar(rule, ...smaller, em) || !fillsBar(rule, above, below, em)) [above, below] = smaller;
  }

  const gapAbove = above.length > 0 ? rule.y0 - Math.max(...above.map((item) => item.y1)) : Infinity;
  const gapBelow = below.length > 0 ? Math.min(...below.map((item) => item.y0)) - rule.y1 : Infinity;
  if (gapAbove < em && gapBelow < em) {
    const numerator = recursion.block(above, largestSize(above, 0.7 * em)).node;
    const denominator = recursion.block(below, largestSize(below, 0.7 * em)).node;
    removeItems(items, [...above, ...below, rule]);
    items.push(
      compose([...above, ...below, rule], "fraction", (box) => ({ type: "fraction", numerator, denominator, box }), {
        axis: centreY(rule),
      }),
    );
  } else if (gapBelow < 0.45 * em || gapAbove < 0.45 * em) {
    const over = gapBelow < 0.45 * em;
    const body = over ? nextBelow(rule, below, em) : nextTo(rule, above, em);
    if (!over && !isAsLong(rule, body, em)) {
      removeItems(items, [rule]);
      return;
    }
    const size = largestSize(body, em);
    const inside = recursion.line(body, size);
    removeItems(items, [...body, rule]);
    items.push(
      compose(
        [...body, rule],
        "over",
        (box) => ({ type: "accent", command: over ? "\\overline" : "\\underline", body: inside.node, box }),
        inherited(inside, size),
      ),
    );
  }
}

/** Blank between the ends of an underline and of what it underlines, text sizes. */
const SIDE = 0.25;

/** A longer line below belongs to the next row: it is over something there. */
function isAsLong(rule: Item, body: readonly Item[], em: number): boolean {
  const box = unionBox(body);
  return Math.abs(rule.x0 - box.x0) < SIDE * em && Math.abs(rule.x1 - box.x1) < SIDE * em;
}

const lowest = (items: readonly Item[]) => items.reduce((low, item) => (item.y1 > low.y1 ? item : low));
const highest = (items: readonly Item[]) => items.reduce((high, item) => (item.y0 < high.y0 ? item : high));

/** Letters whose ink begins left of their place. */
function isSlanted(item: Item): boolean {
  return /^[fjgpy]$/.test(item.name) && item.size !== undefined;
}

/** Rows of a numerator are no further apart than this, in their sizes; the smallest have one row. */
const INNER_GAP = 0.5;
const SMALL_INNER_GAP = 0.25;

/** What adjoins the rule on one side without a blank as between rows. `span`: distances of an item's near and far edge from the rule. */
function adjoining(items: readonly Item[], span: (item: Item) => [number, number], em: number): Item[] {
  const spans = items.map((item) => ({ item, span: span(item) })).sort((a, b) => a.span[0] - b.span[0]);
  const taken: Item[] = [];
  let reach = em;
  let size = 0;
  for (const {
    item,
    span: [near, far],
  } of spans) {
    const level = Math.min(em, size || em);
    const small = level < 0.6 * em && (item.size ?? em) <= level;
    const gap = (small ? SMALL_INNER_GAP : INNER_GAP) * level;
    if (near > Math.max(reach, 0) + (taken.length > 0 ? gap : 0) && !(ACCENTS.has(item.name) && near < reach + em))
      break;
    reach = taken.length === 0 ? far : Math.max(reach, far);
    size = Math.max(size, item.size ?? 0);
    taken.push(item);
  }
  return taken;
}

/** What a line under a script underlines: not the larger symbols of the row above it. */
function nextTo(rule: Item, above: Item[], em: number): Item[] {
  const nearest = above.reduce((near, item) => (item.y1 > near.y1 ? item : near));
  if (!nearest.size || rule.y0 - nearest.y1 > 0.45 * em) return above;
  return above.filter((item) => !item.size || item.size <= 1.25 * nearest.size! || item.y1 > nearest.y0);
}

/** What a line is over: in a superscript not the subscript printed below it. */
function nextBelow(rule: Item, below: Item[], em: number): Item[] {
  const nearest = below.reduce((near, item) => (item.y0 < near.y0 ? item : near));
  if (!nearest.size || nearest.size > 0.85 * em || nearest.baseline === undefined) return below;
  const own = below.filter((item) => item.y0 < nearest.baseline! + 0.05 * em);
  if (own.some((item) => (item.size ?? em) > 0.85 * em)) return below;
  return widthOf(unionBox(own)) > widthOf(rule) - 0.15 * em ? own : below;
}

/** A fraction bar is as long as the longer of its sides. */
function fillsBar(rule: Item, above: readonly Item[], below: readonly Item[], em: number): boolean {
  const width = Math.max(widthOf(unionBox(above)), widthOf(unionBox(below)));
  return Math.abs(width - widthOf(rule)) < 0.2 * em;
}

/** Numerator and denominator have one size; a script-size bar under a text-size row does not divide the row. */
function dropLarger(above: Item[], below: Item[], em: number): [Item[], Item[]] {
  const smaller = Math.min(largestSize(above, Infinity), largestSize(below, Infinity));
  if (smaller >= 0.8 * em) return [above, below];
  const fitting = (side: Item[]) => {
    const own = side.filter(
      (item) =>
        (!item.size && !(BIG_OPERATORS.has(item.name) && heightOf(item) > 1.8 * smaller)) ||
        item.size! <= 1.25 * smaller,
    );
    if (own.length === 0 || own.length === side.length) return own;
    // A delimiter of text size may have grown around smaller symbols, which it is centred on.
    const middle = centreY(unionBox(own));
    const around = (item: Item) => DELIMITERS.has(item.name) && Math.abs(centreY(item) - middle) < 0.25 * em;
    return side.filter((item) => own.includes(item) || around(item));
  };
  const [fewerAbove, fewerBelow] = [fitting(above), fitting(below)];
  // With none of its size on one side it divides nothing: a line over a script, below the row's own symbols.
  return fewerAbove.length + fewerBelow.length > 0 ? [fewerAbove, fewerBelow] : [above, below];
}

/** A frame of two horizontal and two vertical rules around everything else becomes `\boxed`. Works in place. */
export function buildBoxes(items: Item[], em: number, recursion: Recursion): void {
  const horizontal = items.filter((item) => item.name === "hrule");
  const vertical = items.filter((item) => item.name === "vrule");
  for (const top of horizontal) {
    const bottom = horizontal.find(
      (rule) => rule.y0 > top.y1 + 0.3 * em && near(rule.x0, top.x0, em) && near(rule.x1, top.x1, em),
    );
    if (!bottom || !items.includes(top)) continue;
    const sides = vertical.filter(
      (rule) =>
        near(rule.y0, top.y0, em) &&
        near(rule.y1, bottom.y1, em) &&
        (near(rule.x0, top.x0, em) || near(rule.x1, top.x1, em)),
    );
    if (sides.length < 2) continue;
    const frame = [top, bottom, ...sides];
    const inside = items.filter(
      (item) =>
        !frame.includes(item) &&
        centreX(item) > top.x0 &&
        centreX(item) < top.x1 &&
        centreY(item) > top.y0 &&
        centreY(item) < bottom.y1,
    );
    if (inside.length === 0) continue;
    const size = largestSize(inside, em);
    const parsed = recursion.block(inside, size);
    removeItems(items, [...frame, ...inside]);
    items.push(compose(frame, "over", (box) => ({ type: "boxed", body: parsed.node, box }), inherited(parsed, size)));
  }
}

function near(a: number, b: number, em: number): boolean {
  return Math.abs(a - b) < 0.12 * em;
}
