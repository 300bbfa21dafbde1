import { AXIS_HEIGHT, centreX, centreY, type Item, largestSize } from "./item.js";
import { penBefore, penBehind } from "./pens.js";
import type { Recursion } from "./recursion.js";
import { CLOSING } from "./symbol-classes.js";
import type { MathNode } from "./tree.js";

/**
 * Sizes of TeX's script levels as shares of the text size: 7/10 and 5/10 (plus a margin between them). Fonts that set the third level larger
 * have it at 0.8 of the second, as in 7.6 and 6 pt.
 */
const SECOND_LEVEL = 0.6;
const LARGEST_SECOND_LEVEL = 0.78;
const LARGEST_THIRD_LEVEL = 0.66;
const THIRD_OF_SECOND = 0.87;
/** A second superscript stands higher than the first one by more than this, text sizes; where the blank before it tells, by any amount. */
const CLEARLY = 0.12;
const SLIGHTLY = 0.012;
/** Scripts of nothing in a script (`_{_{\omega}}`) hang and rise by more than this, text sizes. */
const TWICE_LOWERED = 0.22;
const TWICE_RAISED = 0.55;
/** TeX's \scriptspace, and the rounding of pens in files, text sizes of 10 pt. */
const SCRIPT_SPACE = 0.05;
const PEN = 0.012;

/**
 * Sorts what stands beside a symbol into super- and subscript: by baseline (or axis) against the main baseline `y`; items of the third
 * level go to the nearest script of the second. `em`: text size of the line, px. `page`: text size of the formula, px.
 */
export function readScripts(
  items: readonly Item[],
  y: number,
  em: number,
  page: number,
  recursion: Recursion,
): { sub?: MathNode; sup?: MathNode; outer?: MathNode } {
  const sup: Item[] = [];
  const sub: Item[] = [];
  const deeper: Item[] = [];
  const topLevel = em > 0.8 * page;
  const sizes = items.map((item) => item.size ?? 0).filter((size) => size < LARGEST_SECOND_LEVEL * em);
  const third = Math.max(
    SECOND_LEVEL * em,
    Math.min(LARGEST_THIRD_LEVEL * em, THIRD_OF_SECOND * Math.max(0, ...sizes)),
  );
  for (const item of items) {
    if (topLevel && item.size !== undefined && item.size < third) deeper.push(item);
    else if (item.name === "\\prime") primeGoesUp(item, sub, sup, em, topLevel).push(item);
    else if (item.size !== undefined && item.baseline !== undefined)
      (item.baseline < y - 0.02 * em ? sup : sub).push(item);
    else (item.axis < y - AXIS_HEIGHT * em ? sup : sub).push(item);
  }
  for (const item of deeper) nearestScript(item, sup, sub, y, em).push(item);
  lowerStacked(sup, sub, y, third, em);
  if (topLevel) upperStacked(sup, sub, y, third, em);
  const outer = takeOuter(sup, sub, topLevel ? third : 0, em, page);
  return {
    ...(sub.length > 0 ? { sub: isTwiceLowered(sub) ? emptyBase("sub", read(sub)) : read(sub) } : {}),
    ...(sup.length > 0 ? { sup: isTwiceRaised(sup) ? emptyBase("sup", read(sup)) : read(sup) } : {}),
    ...(outer.length > 0 ? { outer: read(outer) } : {}),
  };

  // `\chi_{_\omega}`: all of the third level, lower (or higher) than a script is.
  function isTwiceLowered(group: readonly Item[]): boolean {
    return group.every((item) => deeper.includes(item) && (item.baseline ?? y) > y + TWICE_LOWERED * em);
  }
  function isTwiceRaised(group: readonly Item[]): boolean {
    return group.every((item) => deeper.includes(item) && (item.baseline ?? y) < y - TWICE_RAISED * em);
  }

  function read(group: Item[]): MathNode {
    return recursion.block(group, largestSize(group, 0.7 * em)).node;
  }
}

function emptyBase(side: "sub" | "sup", node: MathNode): MathNode {
  return { type: "scripts", base: undefined, [side]: node, box: node.box };
}

/** Of two scripts printed over each other the lower one is the subscript, even where it hardly hangs (Word and journals set it so). */
function lowerStacked(sup: Item[], sub: Item[], y: number, third: number, em: number): void {
  if (sub.length > 0) return;
  const low = sup.filter(
    (item) =>
      item.baseline !== undefined &&
      item.baseline > y - 0.2 * em &&
      (item.size ?? 0) >= third &&
      sup.some((other) => other.y1 <= item.y0 + 0.05 * em && other.x0 < item.x1 && item.x0 < other.x1),
  );
  if (low.length === 0 || low.length === sup.length) return;
  sub.push(...low);
  sup.splice(0, sup.length, ...sup.filter((item) => !low.includes(item)));
}

/** Of two scripts printed over each other the upper one is the superscript, even where it hardly rises. Rows of a subscript all hang. */
function upperStacked(sup: Item[], sub: Item[], y: number, third: number, em: number): void {
  if (sup.length > 0) return;
  const high = sub.filter(
    (item) =>
      item.baseline !== undefined &&
      item.baseline < y + 0.12 * em &&
      (item.size ?? 0) >= third &&
      sub.some(
        (other) =>
          other.y0 >= item.y1 - 0.05 * em &&
          other.x0 < item.x1 &&
          item.x0 < other.x1 &&
          Math.abs((other.size ?? 0) - item.size!) < 0.05 * em,
      ),
  );
  if (high.length === 0 || high.length === sub.length) return;
  sup.push(...high);
  sub.splice(0, sub.length, ...sub.filter((item) => !high.includes(item)));
}

/**
 * The second superscript of `{x^{a}}^{b}`: as large as the first one, behind it and higher. (A script of a script is smaller.) Taken out of
 * `sup`. `third`: size of the third level, 0 where the first is the last; there only pens tell.
 */
function takeOuter(sup: Item[], sub: readonly Item[], third: number, em: number, page: number): Item[] {
  const sized = sup.filter((item) => item.baseline !== undefined && (item.size ?? 0) >= third);
  const first = sized.reduce<Item | undefined>((left, item) => (!left || item.x0 < left.x0 ? item : left), undefined);
  if (!first) return [];
  const higher = (raise: number) => sized.filter((item) => first.baseline! - item.baseline! > raise * em);
  const told = startsBehind(higher(SLIGHTLY), [...sup, ...sub], page);
  const raised = told ? higher(SLIGHTLY) : third > 0 ? higher(CLEARLY) : [];
  if (raised.length === 0) return [];
  const start = Math.min(...raised.map((item) => item.x0));
  const outer = sup.filter((item) => item.x0 >= start - 0.01 * em);
  const kept = sup.filter((item) => !outer.includes(item));
  const clean =
    kept.length > 0 &&
    kept.every((item) => item.x1 <= start + 0.05 * em) &&
    sized.every((item) => raised.includes(item) === outer.includes(item));
  if (!clean || (third === 0 && mayBeInner(outer, kept))) return [];
  sup.splice(0, sup.length, ...kept);
  return outer;
}

/** At the last level scripts are as large as their bases: a prime, or what follows a bracket, is more often the script of that. */
function mayBeInner(outer: readonly Item[], kept: readonly Item[]): boolean {
  const last = kept.reduce((right, item) => (item.x1 > right.x1 ? item : right));
  return CLOSING.has(last.name) || outer.every((item) => item.name === "\\prime");
}

/** Whether the space TeX leaves behind scripts, and nothing else, stands between the given items and all before them. */
function startsBehind(items: readonly Item[], scripts: readonly Item[], page: number): boolean {
  if (items.length === 0) return false;
  const start = items.reduce((left, item) => (item.x0 < left.x0 ? item : left));
  const before = scripts.filter((item) => centreX(item) < start.x0);
  const pen = penBefore(start.node, page);
  const ends = before.map((item) => penBehind(item.node, start.size ?? page));
  const gap = pen.x - Math.max(...ends.map(({ x }) => x));
  return (
    pen.exact && ends.length > 0 && ends.every(({ exact }) => exact) && Math.abs(gap - SCRIPT_SPACE * page) < PEN * page
  );
}

/** A prime is a superscript of the base, unless it follows a subscript inside a script. */
function primeGoesUp(prime: Item, sub: Item[], sup: Item[], em: number, topLevel: boolean): Item[] {
  const afterSub =
    sub.length > 0 && !topLevel && sup.length === 0 && prime.x0 >= Math.max(...sub.map((item) => item.x1)) - 0.03 * em;
  return afterSub ? sub : sup;
}

function nearestScript(item: Item, sup: Item[], sub: Item[], y: number, em: number): Item[] {
  // `S^{'}` puts a third-level prime high above the line; that of a subscript starts from the line or below it.
  if (item.name === "\\prime" && (item.baseline ?? item.y1) < y - 0.25 * em) return sup;
  // A prime on a superscript is higher than that.
  const high = sup.map((other) => other.baseline ?? other.y1);
  if (item.name === "\\prime" && sub.length > 0 && (item.baseline ?? item.y1) > Math.max(...high) - 0.02 * em)
    return sub;
  // What hangs below the line is no part of a superscript.
  if (sub.length === 0 && item.baseline !== undefined && item.baseline > y + 0.1 * em) return sub;
  let best: { group: Item[]; cost: number } | undefined;
  for (const group of [sup, sub]) {
    for (const other of group) {
      if (other.x0 >= centreX(item)) continue;
      const dx = Math.max(0, item.x0 - other.x1);
      const dy = Math.max(0, other.y0 - item.y1, item.y0 - other.y1);
      const cost = dx + 2 * dy;
      if (!best || cost < best.cost) best = { group, cost };
    }
  }
  return best?.group ?? (centreY(item) < y - AXIS_HEIGHT * em ? sup : sub);
}
