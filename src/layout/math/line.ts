import type { Box } from "../../page.js";
import { buildAccents } from "./accents.js";
import { buildArrows } from "./arrows.js";
import { pairBars, type Slot } from "./bar-pairs.js";
import { buildBars, buildBoxes } from "./bars.js";
import { AXIS_HEIGHT, heightOf, type Item, largestSize, unionBox } from "./item.js";
import { buildLimits } from "./limits.js";
import { buildOverlays } from "./overlays.js";
import { joinPhrases, nameMids } from "./phrases.js";
import type { Parsed, Recursion } from "./recursion.js";
import { readScripts } from "./scripts.js";
import { BIG_OPERATORS, COMPOSED, DELIMITERS } from "./symbol-classes.js";
import type { MathNode } from "./tree.js";
import { buildWords } from "./words.js";

/** Reads one row: structures on horizontal strokes, overlays, accents, words and limits first, then the baseline and its scripts. */
export function readLine(group: readonly Item[], em: number, page: number, recursion: Recursion): Parsed {
  const items = [...group];
  buildBoxes(items, em, recursion);
  buildBars(items, em, recursion);
  buildArrows(items, em, recursion);
  buildOverlays(items, em);
  buildAccents(items, em, recursion);
  buildWords(items, em);
  buildLimits(items, em, recursion);
  items.sort((a, b) => place(a, em) - place(b, em) || a.x0 - b.x0 || a.y0 - b.y0);

  const largest = largestSize(items, em);
  const textSize = items.some((item) => item.size === undefined || item.size >= 0.85 * em);
  const size = largest < 0.85 * em && textSize ? em : largest;
  const baseline = fromTheLeft(items, mainBaseline(items, size), size);
  const settled = items.some((item) => item.size !== undefined && item.size >= 0.85 * size);

  const slots: Slot[] = [];
  const leading: Item[] = [];
  for (const item of items) {
    const last = slots.at(-1);
    // What follows a prime at its own size stands beside it: `{y'}^2`.
    const besidePrime = last?.item.name === "\\prime" && (item.size ?? 0) >= 0.85 * size;
    // The apostrophe of `\mathbf{p'}` stands at text size.
    if (item.name === "\\prime" && last && last.item.name !== "\\prime" && em > 0.8 * page) last.scripts.push(item);
    else if (isOnBaseline(item, baseline, size) || besidePrime || isUnderscore(item, baseline, size))
      slots.push({ item, scripts: [] });
    else (slots.at(-1)?.scripts ?? leading).push(item);
  }
  const children: MathNode[] = [];
  if (leading.length > 0) {
    if (slots.length === 0) children.push(...leading.map((item) => item.node));
    else children.push(preScripts(leading));
  }
  function preScripts(group: Item[]): MathNode {
    const { outer: _, ...scripts } = readScripts(group, baseline, size, page, recursion);
    return { type: "scripts", base: undefined, ...scripts, box: unionBox(group) };
  }
  composeSymbols(slots, size);
  composeLabelled(slots);
  joinPhrases(slots, size);
  nameMids(slots, size);
  const pre = splitPreScripts(slots, size);
  const read = (slot: Slot): MathNode => {
    const before = pre.get(slot);
    if (!before) return readSlot(slot);
    const children = [preScripts(before), readSlot(slot)];
    return { type: "row", children, box: unionBox(children.map((child) => child.box)) };
  };
  const readSlot = (slot: Slot): MathNode => {
    const base = punctuated(slot.item, baseline, size);
    if (slot.scripts.length === 0) return base;
    const { outer, ...scripts } = readScripts(slot.scripts, baseline, size, page, recursion);
    const box = unionBox([slot.item, ...slot.scripts]);
    const node: MathNode = isStaggered(slot.item, scripts, size)
      ? staggered(base, scripts.sup!, scripts.sub!, box)
      : { type: "scripts", base, ...scripts, box };
    return outer ? { type: "scripts", base: node, sup: outer, box } : node;
  };
  pairBars(slots, size, (inside) => rowOf(inside.map(read)));
  children.push(...slots.map(read));
  return { node: rowOf(children, items), baseline, size, settled };
}

/** `T^{a}{}_{b}`: the subscript starts where the superscript ends, not below it. */
function isStaggered(base: Item, { sup, sub }: { sup?: MathNode; sub?: MathNode }, size: number): boolean {
  return (
    sup !== undefined &&
    sub !== undefined &&
    base.kind === "symbol" &&
    !BIG_OPERATORS.has(base.name) &&
    sub.box.x0 > (sup.box.x0 + sup.box.x1) / 2 &&
    sub.box.x0 > sup.box.x0 + 0.15 * size &&
    sup.box.x0 < base.x1 + 0.3 * size
  );
}

function staggered(base: MathNode, sup: MathNode, sub: MathNode, box: Box): MathNode {
  const children: MathNode[] = [
    { type: "scripts", base, sup, box: unionBox([base.box, sup.box]) },
    { type: "scripts", base: undefined, sub, box: sub.box },
  ];
  return { type: "row", children, box };
}

/** Height of a delimiter that has grown around more than a letter, text sizes. */
const GROWN = 1.5;

/** Where an item stands in its row: a slanted letter may begin left of the bar before it. */
function place(item: Item, em: number): number {
  return item.x0 + 0.5 * Math.min(item.x1 - item.x0, 0.3 * em);
}

/** A symbol that stands apart from what follows: nobody puts a script on it. */
const BEFORE_PRESCRIPTS =
  /^(?:[=<>+,;-]|\\(?:leq|geq|neq|equiv|approx|sim|simeq|cong|pm|mp|times|cdot|otimes|oplus|rightarrow|in|subset|propto))$/;

/**
 * Scripts behind a relation or operator, set off from it and close to the next symbol, are that symbol's: `= {}_2F_1`. Taken from their
 * slots.
 */
function splitPreScripts(slots: readonly Slot[], size: number): Map<Slot, Item[]> {
  const pre = new Map<Slot, Item[]>();
  for (const [index, slot] of slots.entries()) {
    const next = slots[index + 1];
    if (!next || slot.scripts.length === 0 || !BEFORE_PRESCRIPTS.test(slot.item.name)) continue;
    const box = unionBox(slot.scripts);
    if (box.x0 - slot.item.x1 < 0.12 * size || next.item.x0 - box.x1 > 0.12 * size) continue;
    pre.set(next, slot.scripts);
    slot.scripts = [];
  }
  return pre;
}

function rowOf(children: MathNode[], items: readonly Item[] = []): MathNode {
  return children.length === 1
    ? children[0]!
    : { type: "row", children, box: unionBox(items.length > 0 ? items : children.map((child) => child.box)) };
}

/**
 * A row starts on its baseline. At TeX's smallest size scripts are as large as their base and may outnumber it (`M^{2+\alpha}` in an
 * exponent); `baseline` stays when what leads is smaller. All that has a size may be a script behind grown brackets.
 */
function fromTheLeft(items: readonly Item[], baseline: number, size: number): number {
  const first = items[0];
  if (first && isGrown(first, size) && !isOnBaseline(first, baseline, size)) return first.axis + AXIS_HEIGHT * size;
  if (first?.kind !== "symbol" || first.size === undefined || first.baseline === undefined) return baseline;
  const script = first.size >= 0.85 * size && Math.abs(first.baseline - baseline) < 0.9 * size;
  return script && !isOnBaseline(first, baseline, size) ? first.baseline : baseline;
}

/** A delimiter that has grown around something in its row, which is on its axis. */
function isGrown(item: Item, size: number): boolean {
  return (
    item.kind === "symbol" && item.size === undefined && DELIMITERS.has(item.name) && heightOf(item) > GROWN * size
  );
}

/** The baseline most text-size symbols agree on; items that only know their axis vote with less weight. */
function mainBaseline(items: readonly Item[], size: number): number {
  let votes = items.filter(
    (item) => item.size === undefined || (item.size >= 0.85 * size && item.baseline !== undefined),
  );
  if (votes.length === 0) votes = [...items];
  const places = votes.map((item) => ({
    y: item.size === undefined || item.baseline === undefined ? item.axis + AXIS_HEIGHT * size : item.baseline,
    weight: item.size === undefined ? 0.6 : 1,
  }));
  let best = { y: places[0]?.y ?? 0, votes: -1 };
  // What only hangs on the axis may sit in a script; symbols of text size tell the baseline when there are any.
  const sized = places.filter((place) => place.weight === 1);
  for (const { y } of sized.length > 0 ? sized : places) {
    const count = places.reduce((sum, place) => sum + (Math.abs(place.y - y) < 0.13 * size ? place.weight : 0), 0);
    if (count > best.votes + 1e-6) best = { y, votes: count };
  }
  return best.y;
}

function isOnBaseline(item: Item, baseline: number, size: number): boolean {
  if (item.size !== undefined && item.baseline !== undefined) {
    // A delimiter that grew to the size of the text around a script.
    if (DELIMITERS.has(item.name) && item.size > 1.2 * size)
      return Math.abs(item.axis - (baseline - AXIS_HEIGHT * size)) < 0.22 * size;
    if (item.name === "dot") return Math.abs(item.baseline - baseline) < 0.13 * size && item.size > 0.8 * size;
    return item.size >= 0.82 * size && Math.abs(item.baseline - baseline) < 0.14 * size;
  }
  // Word processors centre brackets on what they enclose, not on the axis.
  const reach = item.kind === "symbol" && DELIMITERS.has(item.name) ? 0.2 * heightOf(item) : 0;
  return Math.abs(item.axis - (baseline - AXIS_HEIGHT * size)) < Math.max(0.22 * size, reach);
}

/** `\_` is a short rule on the baseline that nothing else took. */
function isUnderscore(item: Item, baseline: number, size: number): boolean {
  const width = item.x1 - item.x0;
  const drop = (item.y0 - baseline) / size;
  return item.name === "hrule" && width > 0.2 * size && width < 0.7 * size && drop > -0.08 && drop < 0.2;
}

/** A lone dot is a full stop on the baseline and `\cdot` at the axis. */
function punctuated(item: Item, baseline: number, size: number): MathNode {
  const { node } = item;
  if (isUnderscore(item, baseline, size)) return { type: "symbol", name: "\\_", confidence: 1, box: node.box };
  if (item.name !== "dot" || node.type !== "symbol") return node;
  const raised = (item.y0 + item.y1) / 2 < baseline - 0.13 * size;
  return { ...node, name: raised ? "\\cdot" : "." };
}

/** `\xmapsto`: the bar of a labelled arrow stands beside the arrow with its label. Works in place. */
function composeLabelled(slots: Slot[]): void {
  for (let index = 0; index + 1 < slots.length; index++) {
    const [first, second] = [slots[index]!, slots[index + 1]!];
    const { node } = second.item;
    if (
      first.item.kind !== "symbol" ||
      first.scripts.length > 0 ||
      node.type !== "stack" ||
      node.base.type !== "symbol"
    )
      continue;
    const name = COMPOSED.get(`${first.item.name} ${node.base.name}`);
    if (!name || first.item.x1 < node.base.box.x0 - 0.1 * (second.item.size ?? 0)) continue;
    const box = unionBox([first.item, second.item]);
    const base: MathNode = { ...node.base, name, box: unionBox([first.item, node.base.box]) };
    slots.splice(index, 2, { ...second, item: { ...second.item, ...box, node: { ...node, base, box } } });
  }
}

/** Joins symbols that overlap into the one they draw together (`\mapsto`, `\longrightarrow`, `\models`). Works in place. */
function composeSymbols(slots: Slot[], size: number): void {
  for (let index = 0; index + 1 < slots.length; index++) {
    const [first, second] = [slots[index]!, slots[index + 1]!];
    // Some fonts' halves meet instead of overlapping; relations that are two stand much further apart.
    const dashes = /^\\dash/.test(first.item.name);
    const meets = second.item.x0 < first.item.x1 + (dashes ? 0.4 : 0.06) * size;
    if (!meets || first.scripts.length > 0 || first.item.kind !== "symbol" || second.item.kind !== "symbol") continue;
    const name = COMPOSED.get(`${first.item.name} ${second.item.name}`);
    if (!name) continue;
    const box = unionBox([first.item, second.item]);
    slots.splice(index, 2, {
      item: { ...first.item, ...box, name, node: { type: "symbol", name, confidence: 1, box } },
      scripts: second.scripts,
    });
    index--;
  }
}
