import type { Box } from "../../page.js";
import type { MathInput, MathSymbol } from "./symbol.js";
import { ACCENTS, BIG_OPERATORS, DELIMITERS } from "./symbol-classes.js";
import type { MathNode } from "./tree.js";

export type ItemKind =
  | "symbol"
  | "fraction"
  | "fence"
  | "radical"
  | "brace"
  | "over"
  | "accented"
  | "dots"
  | "word"
  | "operator";

/**
 * A node with its geometry while the parser works on it. Text-like items know `baseline` and `size`; items that only hang on
 * the maths axis (big operators, tall delimiters, fractions) know `axis` alone.
 */
export interface Item extends Box {
  node: MathNode;
  kind: ItemKind;
  /** Symbol name; the letters of a word; "" for anything composed; `hrule` and `vrule` for rules. */
  name: string;
  baseline: number | undefined;
  size: number | undefined;
  /** y of the axis (centre of a minus sign). */
  axis: number;
}

/** Height of the maths axis above the baseline, in text sizes (TeX's σ22 is 0.25 em for Computer Modern). */
export const AXIS_HEIGHT = 0.25;

export const centreX = (item: Box): number => (item.x0 + item.x1) / 2;
export const centreY = (item: Box): number => (item.y0 + item.y1) / 2;
export const widthOf = (item: Box): number => item.x1 - item.x0;
export const heightOf = (item: Box): number => item.y1 - item.y0;

export function unionBox(boxes: readonly Box[]): Box {
  const box = { x0: Infinity, y0: Infinity, x1: -Infinity, y1: -Infinity };
  for (const other of boxes) {
    if (other.x0 < box.x0) box.x0 = other.x0;
    if (other.y0 < box.y0) box.y0 = other.y0;
    if (other.x1 > box.x1) box.x1 = other.x1;
    if (other.y1 > box.y1) box.y1 = other.y1;
  }
  return box;
}

/** Delimiters that text fonts draw anything from 0.7 to 1.2 em tall. */
const SLASHES = new Set(["/", "\\backslash"]);

/** Symbols whose size says nothing about the script level. */
function floats(symbol: MathSymbol): boolean {
  const { name, box, size, baseline } = symbol;
  if (
    BIG_OPERATORS.has(name) ||
    name === "\\sqrt" ||
    name === "\\overbrace" ||
    name === "\\underbrace" ||
    name === "\\widehat" ||
    name === "\\widetilde"
  )
    return true;
  if (!size || baseline === undefined) return true;
  if (SLASHES.has(name) && heightOf(box) < 1.4 * size) return false;
  // A delimiter of text size spans one em around the axis; any other height or place is a grown one.
  return (
    DELIMITERS.has(name) &&
    (Math.abs(heightOf(box) - size) > 0.25 * size || Math.abs(baseline - (box.y1 - AXIS_HEIGHT * size)) > 0.3 * size)
  );
}

/** Ink this far above its own baseline, sizes, is that of a dot made to stand over letters; a full stop and a product are lower. */
const ACCENT_DOT = 0.42;

/** Whether a dot is the accent `\dot`, of which TeX moves the letter's height up. */
export function isAccentDot({ name, baseline, size, y1 }: Item): boolean {
  return name === "dot" && baseline !== undefined && size !== undefined && baseline - y1 > ACCENT_DOT * size;
}

export function symbolItem(symbol: MathSymbol): Item {
  const floating = floats(symbol);
  return {
    x0: symbol.box.x0,
    y0: symbol.box.y0,
    x1: symbol.box.x1,
    y1: symbol.box.y1,
    node: {
      type: "symbol",
      name: symbol.name,
      alphabet: symbol.alphabet,
      confidence: symbol.confidence,
      box: symbol.box,
      pen: symbol.pen,
    },
    kind: "symbol",
    name: symbol.name,
    baseline: floating ? undefined : symbol.baseline,
    size: floating ? undefined : symbol.size,
    axis: centreY(symbol.box),
  };
}

export function ruleItem(box: Box): Item {
  const name = widthOf(box) >= heightOf(box) ? "hrule" : "vrule";
  return {
    ...box,
    node: { type: "symbol", name, confidence: 1, box },
    kind: "symbol",
    name,
    baseline: undefined,
    size: undefined,
    axis: centreY(box),
  };
}

/** Turns parser input into items (after `merge-pieces.ts`). */
export function itemsOf(input: MathInput): Item[] {
  return [...input.symbols.map(symbolItem), ...input.rules.map(ruleItem)];
}

export interface Placement {
  baseline?: number | undefined;
  size?: number | undefined;
  axis?: number | undefined;
  name?: string;
}

/** An item made of others. `make` receives the union box. */
export function compose(
  parts: readonly Box[],
  kind: ItemKind,
  make: (box: Box) => MathNode,
  place: Placement = {},
): Item {
  const box = unionBox(parts);
  return {
    ...box,
    node: make(box),
    kind,
    name: place.name ?? "",
    baseline: place.baseline,
    size: place.size,
    axis: place.axis ?? centreY(box),
  };
}

/** Largest text size among the items, or `fallback` when none has one. Accents and delimiters count only when alone. */
export function largestSize(items: readonly Item[], fallback: number): number {
  let plain = 0;
  let any = 0;
  for (const { name, size } of items) {
    if (!size) continue;
    if (size > any) any = size;
    if (size > plain && !ACCENTS.has(name) && !DELIMITERS.has(name)) plain = size;
  }
  return plain || any || fallback;
}

/** Removes items by identity, in place. */
export function removeItems(items: Item[], gone: Iterable<Item>): void {
  const set = new Set(gone);
  let kept = 0;
  for (const item of items) if (!set.has(item)) items[kept++] = item;
  items.length = kept;
}
