import type { Box } from "../../page.js";
import { centreX, centreY, compose, heightOf, type Item, largestSize, removeItems, unionBox, widthOf } from "./item.js";
import type { Recursion } from "./recursion.js";
import { ACCENTS, BIG_OPERATORS, DELIMITERS, LABELLED_RELATIONS, WIDE_ACCENTS } from "./symbol-classes.js";

const PUNCTUATION = new Set([",", ";", "dot", ":", "!"]);

/** Puts accents (and dots that hang over a letter) on the nearest base below, lowest accent first. Works in place. */
export function buildAccents(items: Item[], em: number, recursion: Recursion): void {
  const accents = items
    .filter((item) => ACCENTS.has(item.name) || item.name === "dot")
    .sort((a, b) => b.y1 - a.y1 || a.x0 - b.x0);
  for (const accent of accents) {
    if (!items.includes(accent)) continue;
    const bases = items.filter((item) => isBase(item, accent, em));
    if (bases.length === 0) continue;
    const body =
      WIDE_ACCENTS.has(accent.name) && bases.length > 1 ? centred(bases, accent, items, em) : [nearest(bases, accent)];
    place(items, accent, body, em, recursion);
  }
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
  return accent.name !== "dot" || carriesDot(item, accent, em);
}

/** A dot is an accent only over a letter of its own size; elsewhere it is punctuation or a product. */
function carriesDot(item: Item, dot: Item, em: number): boolean {
  const letter =
    item.kind === "accented" ||
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

/** The widest accents are narrower than long bases but stand centred over them: neighbours join while that improves the centring. */
function centred(covered: Item[], accent: Item, items: readonly Item[], em: number): Item[] {
  const body = [...covered];
  const offset = (parts: readonly Item[]) => Math.abs(centreX(unionBox(parts)) - centreX(accent));
  const beside = (item: Item, box: Box) =>
    item.kind === "symbol" &&
    !PUNCTUATION.has(item.name) &&
    item.baseline !== undefined &&
    Math.max(item.x0 - box.x1, box.x0 - item.x1) < 0.15 * em &&
    Math.abs(item.baseline - (body[0]!.baseline ?? item.baseline)) < 0.1 * em;
  for (;;) {
    const box = unionBox(body);
    const next = items.find(
      (item) =>
        item !== accent &&
        !body.includes(item) &&
        beside(item, box) &&
        offset([...body, item]) < offset(body) - 0.05 * em,
    );
    if (!next) return body;
    body.push(next);
  }
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
        if (accent.name !== "dot") return { type: "accent", command: accent.name, body: inner, box };
        if (inner.type === "accent" && inner.command === "\\dot")
          return { type: "accent", command: "\\ddot", body: inner.body, box };
        return { type: "accent", command: "\\dot", body: inner, box };
      },
      { baseline: base.baseline, size: base.size, axis: base.axis, name: "x" },
    ),
  );
}
