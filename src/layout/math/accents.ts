import { exactScope, scriptsOf, wordAround } from "./accent-scope.js";
import {
  centreX,
  centreY,
  compose,
  heightOf,
  type Item,
  isAccentDot,
  largestSize,
  removeItems,
  unionBox,
  widthOf,
} from "./item.js";
import type { Recursion } from "./recursion.js";
import {
  ACCENTS,
  BIG_OPERATORS,
  CLOSING,
  DELIMITERS,
  LABELLED_RELATIONS,
  OPENING,
  WIDE_ACCENTS,
} from "./symbol-classes.js";

/** The keyboard's tilde, with which word processors accent letters; elsewhere it is a relation. */
const TILDE = "~";
const PUNCTUATION = new Set([",", ";", "dot", ":", "!"]);

/** Puts accents (and dots that hang over a letter) on the nearest base below, lowest accent first. Works in place. */
export function buildAccents(items: Item[], em: number, recursion: Recursion): void {
  const accents = items
    .filter((item) => ACCENTS.has(item.name) || item.name === "dot" || item.name === TILDE)
    .sort((a, b) => b.y1 - a.y1 || a.x0 - b.x0);
  for (const accent of accents) {
    if (!items.includes(accent)) continue;
    const bases = items.filter((item) => isBase(item, accent, em));
    if (bases.length === 0) continue;
    place(items, accent, scopeOf(bases, accent, items, em), em, recursion);
  }
}

function scopeOf(bases: Item[], accent: Item, items: readonly Item[], em: number): Item[] {
  const wide = WIDE_ACCENTS.has(accent.name);
  const base = wide ? leftmost(bases) : ownLetter(nearest(bases, accent), accent, items, em);
  const exact = exactScope(base, accent, items, em);
  if (exact) return exact;
  const word = wordAround(base, items, em);
  if (word.length > 1 && Math.abs(centreX(unionBox(word)) - centreX(accent)) < CENTRED * em) return word;
  return wide ? centred(closed(bases), accent, items, em) : withScripts(base, accent, items, em);
}

/** An accent has the size of what it stands over: above a smaller sign it belongs to the letter that has this as its script. */
function ownLetter(base: Item, accent: Item, items: readonly Item[], em: number): Item {
  const size = accent.size;
  if (size === undefined || accent.name === "dot" || (base.size ?? size) > 0.85 * size) return base;
  const letters = items.filter(
    (item) =>
      item.kind === "symbol" &&
      item.x0 < base.x0 &&
      Math.abs((item.size ?? 0) - size) < 0.05 * size &&
      exactScope(item, accent, items, em)?.includes(base),
  );
  return letters.at(-1) ?? base;
}

function leftmost(items: readonly Item[]): Item {
  return items.reduce((left, item) => (item.x0 < left.x0 ? item : left));
}

/** Without the punctuation and the brackets of others at the end. */
function closed(covered: Item[]): Item[] {
  const sorted = [...covered].sort((a, b) => a.x0 - b.x0);
  while (sorted.length > 1) {
    const last = sorted.at(-1)!;
    const opened = sorted.some((item) => OPENING.get(item.name) === last.name);
    if (!PUNCTUATION.has(last.name) && (!CLOSING.has(last.name) || opened)) break;
    sorted.pop();
  }
  return covered.filter((item) => sorted.includes(item));
}

function isBase(item: Item, accent: Item, em: number): boolean {
  if (item === accent || item.name === "hrule" || centreY(item) <= centreY(accent)) return false;
  if (item.y0 <= accent.y1 - 0.25 * em && !(accent.name === "\\bar" && crossesStem(accent, item))) return false;
  const gap = item.y0 - accent.y1;
  const centre = centreX(item);
  if (WIDE_ACCENTS.has(accent.name)) {
    const shared = Math.min(accent.x1, item.x1) - Math.max(accent.x0, item.x0);
    return (
      gap < em && shared >= 0.55 * widthOf(item) && accent.x0 - 0.1 * em <= centre && centre <= accent.x1 + 0.1 * em
    );
  }
  if (
    gap >= 0.4 * em ||
    DELIMITERS.has(item.name) ||
    centreX(accent) < item.x0 - 0.1 * em ||
    centreX(accent) > item.x1 + 0.25 * em
  )
    return false;
  return (accent.name !== "dot" && accent.name !== TILDE) || carriesDot(item, accent, em);
}

/** A dot is an accent only over a letter of its own size; elsewhere it is punctuation or a product. */
function carriesDot(item: Item, dot: Item, em: number): boolean {
  const letter =
    item.kind === "accented" ||
    (isAccentDot(dot) && item.kind === "symbol" && /^\p{L}|^\d$/u.test(item.name)) ||
    (item.kind === "symbol" &&
      /[A-Za-z]/.test(item.name) &&
      !LABELLED_RELATIONS.has(item.name) &&
      !BIG_OPERATORS.has(item.name));
  const size = dot.size ?? item.size ?? em;
  return (
    letter &&
    Math.abs(centreX(dot) - centreX(item)) < 0.35 * widthOf(item) + 0.08 * em &&
    (item.size ?? em) > 0.8 * size &&
    item.y0 >= dot.y1 - 0.05 * em
  );
}

/** Blank between neighbours under one accent, text sizes. */
const NEIGHBOUR_GAP = 0.15;
/** An accent is centred on what it belongs to up to side bearings, text sizes. */
const CENTRED = 0.05;
/** Fonts shift an accent over a slanted letter by no more than this, text sizes; more over those that lean furthest. */
const SKEW = 0.19;
const LARGE_SKEW = 0.26;
const LEANING = /^[A-Zdfj]$/;

/** The widest accents are narrower than long bases but stand centred over them: the least run of neighbours that it is centred on. */
function centred(covered: Item[], accent: Item, items: readonly Item[], em: number): Item[] {
  const offset = (parts: readonly Item[]) => Math.abs(centreX(unionBox(parts)) - centreX(accent));
  if (offset(covered) < (covered.length === 1 ? SKEW : CENTRED) * em) return covered;
  const box = unionBox(covered);
  const before = neighbours(covered, items, (item, x) => x - item.x1, box.x0, em);
  const after = neighbours(covered, items, (item, x) => item.x0 - x, box.x1, em);
  let best = covered;
  for (let count = 1; count <= before.length + after.length; count++) {
    for (let left = Math.max(0, count - after.length); left <= Math.min(count, before.length); left++) {
      const body = [...before.slice(0, left), ...covered, ...after.slice(0, count - left)];
      if (offset(body) < offset(best) - CENTRED * em) best = body;
    }
    if (offset(best) < CENTRED * em) break;
  }
  return best;
}

/** What goes on from the covered items to one side, nearest first. `gap`: blank between an item and the edge so far. */
function neighbours(
  covered: readonly Item[],
  items: readonly Item[],
  gap: (item: Item, x: number) => number,
  edge: number,
  em: number,
): Item[] {
  const size = largestSize(covered, em);
  const baseline = covered.find((item) => item.baseline !== undefined && (item.size ?? 0) >= 0.85 * size)?.baseline;
  const found: Item[] = [];
  const candidates = items
    .filter(
      (item) =>
        item.kind === "symbol" &&
        !covered.includes(item) &&
        !PUNCTUATION.has(item.name) &&
        !LABELLED_RELATIONS.has(item.name) &&
        item.baseline !== undefined &&
        Math.abs(item.baseline - (baseline ?? item.baseline)) < ((item.size ?? size) < 0.85 * size ? 0.6 : 0.1) * em,
    )
    .sort((a, b) => gap(a, edge) - gap(b, edge));
  let x = edge;
  for (const item of candidates) {
    if (gap(item, edge) < -0.1 * em) continue;
    if (gap(item, x) > NEIGHBOUR_GAP * em) break;
    found.push(item);
    x = gap(item, 0) > 0 ? item.x1 : item.x0;
  }
  return found;
}

/** `\hat{q_1}`: an accent too far right of the letter's centre for its slant, centred on the letter with its scripts. */
function withScripts(base: Item, accent: Item, items: readonly Item[], em: number): Item[] {
  const size = base.size ?? em;
  const skew = (LEANING.test(base.name) ? LARGE_SKEW : SKEW) * size;
  if (accent.name === "dot" || base.kind !== "symbol" || centreX(accent) - centreX(base) < skew) return [base];
  const chain = scriptsOf(base, accent, items, size);
  const y = base.baseline ?? base.y1;
  const parts = [chain, chain.filter((item) => item.baseline! > y), chain.filter((item) => item.baseline! <= y)];
  const fits = (part: readonly Item[]) =>
    part.length > 0 && Math.abs(centreX(unionBox([base, ...part])) - centreX(accent)) < CENTRED * size;
  return [base, ...(parts.find(fits) ?? [])];
}

function nearest(bases: Item[], accent: Item): Item {
  const cost = (item: Item) => item.y0 - accent.y1 + Math.abs(centreX(accent) - centreX(item));
  return bases.reduce((best, item) => (cost(item) < cost(best) ? item : best));
}

/** A bar through the stem of an `h` is how fonts without the sign set `\hbar`. */
function crossesStem(bar: Item, letter: Item): boolean {
  return (
    letter.name === "h" &&
    bar.y0 > letter.y0 + 0.05 * heightOf(letter) &&
    bar.y1 < letter.y0 + 0.5 * heightOf(letter) &&
    centreX(bar) > letter.x0 - 0.1 * heightOf(letter) &&
    centreX(bar) < letter.x1
  );
}

function place(items: Item[], accent: Item, body: Item[], em: number, recursion: Recursion): void {
  const size = largestSize(body, em);
  const base = body.find((item) => item.size !== undefined && item.size > 0.85 * size) ?? body[0]!;
  const inner = body.length > 1 ? recursion.line(body, size).node : base.node;
  removeItems(items, [...body, accent]);
  items.push(
    compose(
      [...body, accent],
      "accented",
      (box) => {
        if (accent.name === "\\bar" && crossesStem(accent, base))
          return { type: "symbol", name: "\\hbar", confidence: 1, box };
        if (accent.name !== "dot")
          return { type: "accent", command: accent.name === TILDE ? "\\tilde" : accent.name, body: inner, box };
        if (inner.type === "accent" && inner.command === "\\dot")
          return { type: "accent", command: "\\ddot", body: inner.body, box };
        return { type: "accent", command: "\\dot", body: inner, box };
      },
      { baseline: base.baseline, size: base.size, axis: base.axis, name: "x" },
    ),
  );
}
