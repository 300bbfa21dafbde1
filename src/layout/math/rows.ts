import { AXIS_HEIGHT, centreX, centreY, heightOf, type Item, isAccentDot, widthOf } from "./item.js";
import { isLineOver } from "./line-over.js";
import { hangsOn, rowOfScript, rowsOfLimits, rowsOfSmallItems } from "./nearest-row.js";
import { radicalBars } from "./radicals.js";
import { ACCENTS, BIG_OPERATORS, DELIMITERS } from "./symbol-classes.js";

interface Strip {
  y0: number;
  y1: number;
  items: Item[];
}

/**
 * Splits items into rows, top to bottom. First by gaps in y (a fraction bar holds its neighbours together, an accent its base; strips
 * without a text-size symbol join the nearer neighbour), then by main baselines where rows touch. `em`: text size, px.
 * @param enclosed between grown delimiters, where a symbol or a fraction makes a row
 */
export function splitRows(items: readonly Item[], em: number, enclosed = false): Item[][] {
  if (items.length < 2) return [[...items]];
  const strips = mergeStrips(
    items.map((item) => reach(item, items, em)),
    em,
  );
  joinLevelStrips(strips, em);
  if (strips.length < 2) return splitByBaselines(items, em, enclosed);
  joinMinorStrips(strips, em);
  return strips.flatMap((strip) => splitByBaselines(strip.items, em, enclosed));
}

/** The y-interval an item occupies, extended to what it belongs with. */
function reach(item: Item, items: readonly Item[], em: number): Strip {
  let { y0, y1 } = item;
  if (item.name === "hrule" && !radicalBars(items, em).has(item)) {
    const slack = 0.08 * em;
    let above: Item | undefined;
    let below: Item | undefined;
    for (const other of items) {
      if (
        other === item ||
        other.name === "hrule" ||
        centreX(other) < item.x0 - slack ||
        centreX(other) > item.x1 + slack
      )
        continue;
      if (centreY(other) < centreY(item)) {
        if (!above || other.y1 > above.y1) above = other;
      } else if (centreY(other) > centreY(item) && (!below || other.y0 < below.y0)) below = other;
    }
    // The line over a letter, whatever is above it.
    if (below && below.y0 - item.y1 < 0.28 * em && below.y0 >= item.y1 - 0.05 * em)
      y1 = Math.max(y1, below.y0 + 0.06 * em);
    const near =
      above &&
      below &&
      !isLineOver(item, above, below, em) &&
      item.y0 - above.y1 < 0.9 * em &&
      below.y0 - item.y1 < 0.9 * em;
    if (near) [above, below] = [withOperator(above!, item, items, em), withOperator(below!, item, items, em)];
    if (near && above!.x0 >= item.x0 - 0.1 * em && above!.x1 <= item.x1 + 0.15 * em) {
      y0 = Math.min(y0, above!.y1 - 0.06 * em);
      y1 = Math.max(y1, below!.y0 + 0.06 * em);
    }
  }
  if (ACCENTS.has(item.name) || isAccentDot(item) || isOverArrow(item, items, em)) y1 += 0.35 * em;
  return { y0, y1, items: [item] };
}

/** The operator within the bar's length a limit next to the bar hangs on, or the item itself. */
function withOperator(item: Item, bar: Item, items: readonly Item[], em: number): Item {
  if ((item.size ?? em) > 0.85 * em) return item;
  return (
    items.find(
      (other) =>
        BIG_OPERATORS.has(other.name) &&
        other.x0 > bar.x0 - 0.1 * em &&
        other.x1 < bar.x1 + 0.1 * em &&
        other.x0 < item.x1 &&
        item.x0 < other.x1 &&
        Math.max(other.y0 - item.y1, item.y0 - other.y1) < 0.35 * em,
    ) ?? item
  );
}

const ARROW_PARTS = new Set(["\\rightarrow", "\\leftarrow", "-"]);

/** A minus or arrow that lies over a symbol instead of in its line. */
function isOverArrow(item: Item, items: readonly Item[], em: number): boolean {
  if (!ARROW_PARTS.has(item.name)) return false;
  const beneath = items.some((other) => {
    const gap = other.y0 - item.y1;
    const centre = centreX(other);
    return (
      other !== item &&
      centre >= item.x0 - 0.1 * em &&
      centre <= item.x1 + 0.1 * em &&
      gap > -0.15 * em &&
      gap < 0.3 * em &&
      (other.size ?? 0) >= 0.85 * em
    );
  });
  return (
    beneath &&
    !items.some(
      (other) => other !== item && Math.abs(centreY(other) - centreY(item)) < 0.25 * em && !ARROW_PARTS.has(other.name),
    )
  );
}

function mergeStrips(strips: Strip[], em: number): Strip[] {
  const sorted = [...strips].sort((a, b) => a.y0 - b.y0 || a.y1 - b.y1);
  const merged: Strip[] = [];
  for (const strip of sorted) {
    const last = merged.at(-1);
    if (last && strip.y0 < last.y1 - 0.02 * em) {
      last.y1 = Math.max(last.y1, strip.y1);
      last.items.push(...strip.items);
    } else merged.push({ y0: strip.y0, y1: strip.y1, items: [...strip.items] });
  }
  return merged;
}

/** Low dots lie wholly below the signs of their row (`= \\ldots`): strips of one baseline are one row. */
function joinLevelStrips(strips: Strip[], em: number): void {
  for (let index = strips.length - 1; index > 0; index--) {
    const [a, b] = [strips[index - 1]!, strips[index]!];
    if (!a.items.some((item) => b.items.some((other) => areLevel(item, other, em)))) continue;
    strips.splice(index - 1, 2, { y0: a.y0, y1: Math.max(a.y1, b.y1), items: [...a.items, ...b.items] });
  }
}

function areLevel(a: Item, b: Item, em: number): boolean {
  const onRow = (item: Item) => item.baseline !== undefined && (item.size ?? 0) >= 0.85 * em && !ACCENTS.has(item.name);
  return onRow(a) && onRow(b) && Math.abs(a.baseline! - b.baseline!) < 0.05 * em;
}

/** Strips of limits, accents or scripts alone are no rows: they join the neighbour with the smaller gap over shared x. */
function joinMinorStrips(strips: Strip[], em: number): void {
  while (strips.length > 1) {
    const minor = strips.findIndex((strip) => !strip.items.some((item) => carriesRow(item, em)));
    if (minor < 0) return;
    const strip = strips[minor]!;
    const above = strips[minor - 1];
    const below = strips[minor + 1];
    let gapAbove = above ? verticalGap(strip.items, above.items) + 1e-3 * (strip.y0 - above.y1) : Infinity;
    const gapBelow = below ? verticalGap(strip.items, below.items) + 1e-3 * (below.y0 - strip.y1) : Infinity;
    // Limits under a big operator hang lower than the numerator of the next row stands high.
    const underOperator = above?.items.some(
      (item) =>
        BIG_OPERATORS.has(item.name) &&
        strip.items.some((own) => isOver(item, own) && !above.items.some((limit) => isBetween(limit, item, own))),
    );
    if (underOperator) gapAbove -= 0.15 * em;
    const hangs = (other: Strip | undefined) =>
      other !== undefined && strip.items.every((item) => hangsOn(item, other.items, em));
    const [hangsAbove, hangsBelow] = [hangs(above), hangs(below)];
    const up = hangsAbove === hangsBelow ? gapAbove <= gapBelow : hangsAbove;
    const first = up ? minor - 1 : minor;
    const [a, b] = [strips[first]!, strips[first + 1]!];
    strips.splice(first, 2, { y0: Math.min(a.y0, b.y0), y1: Math.max(a.y1, b.y1), items: [...a.items, ...b.items] });
  }
}

const isOver = (item: Item, own: Item) => own.x0 < item.x1 && item.x0 < own.x1;

/** The limit an operator has already, above what may be one of the row below. */
function isBetween(limit: Item, operator: Item, own: Item): boolean {
  return isOver(limit, own) && limit !== operator && centreY(limit) > operator.y1 && centreY(limit) < own.y0;
}

function carriesRow(item: Item, em: number): boolean {
  const textSize =
    item.size !== undefined &&
    item.size >= 0.85 * em &&
    !ACCENTS.has(item.name) &&
    item.name !== "dot" &&
    item.name !== "\\prime";
  return (
    textSize ||
    item.kind === "fraction" ||
    item.kind === "fence" ||
    BIG_OPERATORS.has(item.name) ||
    (DELIMITERS.has(item.name) && !item.size)
  );
}

function verticalGap(a: readonly Item[], b: readonly Item[]): number {
  let gap = 1e6;
  for (const p of a) {
    for (const q of b) {
      if (p.x0 < q.x1 && q.x0 < p.x1) gap = Math.min(gap, Math.max(p.y0 - q.y1, q.y0 - p.y1));
    }
  }
  return gap;
}

/** Symbols that make a baseline that of a row. */
const STRONG = 3;
/** Least height of a matrix that may stand alone in a row, text sizes. */
const GRID_HEIGHT = 1.6;

interface Baseline {
  y: number;
  count: number;
}

/** Rows whose ink overlaps: clusters of at least three text-size symbols, or a matrix, on baselines at least one em apart. */
function splitByBaselines(items: readonly Item[], em: number, enclosed: boolean): Item[][] {
  if (items.length < (enclosed ? 4 : 6)) return [[...items]];
  const rules = items.filter((item) => item.name === "hrule");
  const baselines = mainBaselines(items, rules, em, enclosed);
  if (baselines.length < 2) return [[...items]];
  const axes = baselines.map(({ y }) => y - AXIS_HEIGHT * em);
  const nearest = (y: number) =>
    axes.reduce((best, axis, index) => (Math.abs(axis - y) < Math.abs(axes[best]! - y) ? index : best), 0);
  const rowOfRule = new Map(rules.map((rule) => [rule, nearest(centreY(rule))]));
  const small = rowsOfSmallItems(
    items,
    baselines.map(({ y }) => y),
    em,
  );
  const limits = rowsOfLimits(
    items,
    baselines.map(({ y }) => y),
    em,
  );
  const rows: Item[][] = baselines.map(() => []);
  for (const item of items) rows[rowIndex(item)]!.push(item);
  return rows.filter((row) => row.length > 0);

  function rowIndex(item: Item): number {
    const own = rowOfRule.get(item);
    if (own !== undefined) return own;
    if (item.name === "\\sqrt") return nearest(heightOf(item) < 1.5 * em ? item.y1 - 0.5 * em : centreY(item));
    const onBaseline =
      item.size !== undefined &&
      item.size >= 0.85 * em &&
      item.baseline !== undefined &&
      baselines.some(({ y }) => Math.abs(y - item.baseline!) < 0.1 * em);
    const operator = limits.get(item);
    if (!onBaseline && operator !== undefined) return operator;
    if (!onBaseline) {
      const base = rowOfScript(
        item,
        items,
        baselines.map(({ y }) => y),
        em,
      );
      if (base !== undefined) return base;
      const covering = rules
        .filter(
          (rule) =>
            covers(rule, item, em, 1.3) && Math.min(...axes.map((axis) => Math.abs(axis - centreY(rule)))) < 0.1 * em,
        )
        .sort((a, b) => Math.abs(centreY(a) - centreY(item)) - Math.abs(centreY(b) - centreY(item)));
      if (covering[0]) return rowOfRule.get(covering[0])!;
      const row = small.get(item);
      if (row !== undefined) return row;
    }
    return nearest(centreY(item));
  }
}

function mainBaselines(items: readonly Item[], rules: readonly Item[], em: number, enclosed: boolean): Baseline[] {
  const clusters: Baseline[] = [];
  const bars = rules.filter((rule) => isMainBar(rule, items, em));
  const add = (y: number, count: number) => {
    const cluster = clusters.find((other) => Math.abs(other.y - y) < 0.1 * em);
    if (cluster) cluster.count += count;
    else clusters.push({ y, count });
  };
  for (const item of items) {
    // A matrix may be all there is in a row.
    if (item.kind === "fence" && heightOf(item) > GRID_HEIGHT * em && !rules.some((rule) => covers(rule, item, em, 4)))
      add(item.axis + AXIS_HEIGHT * em, STRONG);
    const counts =
      item.size !== undefined &&
      item.size >= 0.85 * em &&
      item.baseline !== undefined &&
      !ACCENTS.has(item.name) &&
      !DELIMITERS.has(item.name) &&
      item.name !== "dot" &&
      item.name !== "\\prime" &&
      !rules.some((rule) => covers(rule, item, em, 1.6)) &&
      !bars.some((bar) => covers(bar, item, em, 4));
    if (counts) add(item.baseline!, 1);
  }
  if (enclosed) for (const rule of rules) if (isFraction(rule, items, em)) add(centreY(rule) + AXIS_HEIGHT * em, 1);
  const strong = clusters.filter(({ count }) => enclosed || count >= STRONG).sort((a, b) => a.y - b.y);
  const apart: Baseline[] = [];
  for (const cluster of strong) {
    const last = apart.at(-1);
    if (!last || cluster.y - last.y >= em) apart.push(cluster);
    else if (cluster.count > last.count) apart[apart.length - 1] = cluster;
  }
  return apart;
}

/** A rule close to what stands over and under it, of a fraction that is in no other. */
function isFraction(rule: Item, items: readonly Item[], em: number): boolean {
  const near = (other: Item, gap: number) =>
    covers(rule, other, em, 4) && gap > -0.05 * em && gap < 0.5 * em && (other.size ?? em) > 0.6 * em;
  // One right behind something is a script or a term of a row that others make.
  const attached = items.some(
    (other) =>
      other !== rule &&
      other.x1 < rule.x0 + 0.05 * em &&
      rule.x0 - other.x1 < 0.3 * em &&
      other.y0 < rule.y1 + 0.6 * em &&
      other.y1 > rule.y0 - 0.6 * em,
  );
  return (
    !attached &&
    items.some((other) => near(other, rule.y0 - other.y1)) &&
    items.some((other) => near(other, other.y0 - rule.y1)) &&
    !items.some(
      (other) => other.name === "hrule" && widthOf(other) > widthOf(rule) + 0.1 * em && covers(other, rule, em, 2),
    )
  );
}

/** A fraction bar at the axis of symbols beside it: what stands over and under it is no row of its own, however tall. */
function isMainBar(rule: Item, items: readonly Item[], em: number): boolean {
  return items.some(
    (item) =>
      item.size !== undefined &&
      item.size >= 0.85 * em &&
      item.baseline !== undefined &&
      (item.x1 < rule.x0 + 0.05 * em || item.x0 > rule.x1 - 0.05 * em) &&
      Math.abs(item.baseline - AXIS_HEIGHT * em - centreY(rule)) < 0.1 * em,
  );
}

/** True when the item stands over or under the rule within `within` text sizes. */
function covers(rule: Item, item: Item, em: number, within: number): boolean {
  const centre = centreX(item);
  return (
    rule !== item &&
    widthOf(rule) > 0 &&
    rule.x0 - 0.05 * em <= centre &&
    centre <= rule.x1 + 0.05 * em &&
    Math.abs(centreY(item) - centreY(rule)) < within * em
  );
}
