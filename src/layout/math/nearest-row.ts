import { AXIS_HEIGHT, centreX, centreY, type Item, unionBox } from "./item.js";
import { BIG_OPERATORS } from "./symbol-classes.js";

/** Parts of one script or limit are this close to each other, text sizes. */
const CHAIN_GAP = 0.2;
/** … and overlap by no more than slanted letters do. */
const OVERLAP = 0.12;
/** Largest size of a script, text sizes. */
const SCRIPT = 0.85;
/** A row has to be nearer than the next one by this much, text sizes; else the centre decides. */
const CLEARLY = 0.1;

/**
 * Rows of the small items of touching rows, as indices of `baselines`: scripts and limits belong to the row whose symbols they are nearest to,
 * as the parts of one script do together. Items that are no clear case are left out.
 */
export function rowsOfSmallItems(items: readonly Item[], baselines: readonly number[], em: number): Map<Item, number> {
  const anchors = baselines.map((y) => items.filter((item) => isAnchor(item, y, em)));
  const all = new Set(anchors.flat());
  const small = items.filter(
    (item) => item.size !== undefined && item.size < 0.85 * em && item.baseline !== undefined && !all.has(item),
  );
  const rows = new Map<Item, number>();
  for (const chain of chains(small, em)) {
    const costs = anchors.map((row) =>
      Math.min(...row.flatMap((anchor) => chain.map((item) => distance(item, anchor)))),
    );
    const best = costs.indexOf(Math.min(...costs));
    if (costs.every((cost, index) => index === best || cost > costs[best]! + CLEARLY * em))
      for (const item of chain) rows.set(item, best);
  }
  return rows;
}

/** A limit is centred on its operator up to side bearings, and this near to it, text sizes. */
const CENTRED = 0.1;
const LIMIT_GAP = 0.35;

/**
 * Rows of limits of big operators, as indices of `baselines`: TeX centres them, so what is centred above or below an operator is its own even
 * where the numerator of the next row touches it.
 */
export function rowsOfLimits(items: readonly Item[], baselines: readonly number[], em: number): Map<Item, number> {
  const rows = new Map<Item, number>();
  const operators = items.flatMap((item) => {
    if (!BIG_OPERATORS.has(item.name)) return [];
    const row = baselines.findIndex((y) => isAnchor(item, y, em));
    return row < 0 ? [] : [{ item, row }];
  });
  const small = items.filter(
    (item) =>
      item.size !== undefined && item.size < SCRIPT * em && item.baseline !== undefined && item.kind === "symbol",
  );
  for (const chain of chains(small, em)) {
    if (rows.has(chain[0]!)) continue;
    const whole = withDeeper(chain, small, em);
    const box = unionBox(whole);
    const near = operators
      .map(({ item, row }) => ({
        row,
        gap: Math.max(box.y0 - item.y1, item.y0 - box.y1),
        off: Math.abs(centreX(box) - centreX(item)),
      }))
      .filter(({ gap, off }) => off < CENTRED * em && gap > -0.06 * em && gap < LIMIT_GAP * em)
      .sort((a, b) => a.gap - b.gap);
    const row = near[0]?.row ?? continued(chain[0]!, rows, em) ?? rowOfScript(chain[0]!, items, baselines, em);
    if (row !== undefined) for (const item of whole) rows.set(item, row);
  }
  return rows;
}

/** Row of the script's script that an item goes on behind: `B_r(0)` is one script. */
function continued(item: Item, rows: ReadonlyMap<Item, number>, em: number): number | undefined {
  for (const [before, row] of rows) {
    const gap = item.x0 - before.x1;
    if (before.size! < SCRIPT * item.size! && Math.abs(gap) < 0.15 * em && before.y0 < item.y1 && item.y0 < before.y1)
      return row;
  }
  return undefined;
}

/** A run of small items with the smaller ones that hang on them. */
function withDeeper(chain: readonly Item[], small: readonly Item[], em: number): Item[] {
  const whole = [...chain];
  const size = Math.max(...chain.map((item) => item.size!));
  for (const item of small) {
    if (whole.includes(item) || item.size! > SCRIPT * size) continue;
    const beside = chain.some(
      (base) => item.x0 - base.x1 > -0.1 * em && item.x0 - base.x1 < 0.1 * em && item.y0 < base.y1 && base.y0 < item.y1,
    );
    if (beside) whole.push(item);
  }
  return whole;
}

/** Row of a script that touches its base, as an index of `baselines`. */
export function rowOfScript(
  item: Item,
  items: readonly Item[],
  baselines: readonly number[],
  em: number,
): number | undefined {
  if (item.size === undefined || item.size > SCRIPT * em) return undefined;
  const row = baselines.findIndex((y) =>
    items.some(
      (base) =>
        (base.size !== undefined || BIG_OPERATORS.has(base.name)) &&
        isAnchor(base, y, em) &&
        base.name !== "dot" &&
        item.x0 - base.x1 > -CHAIN_GAP * em &&
        item.x0 - base.x1 < 0.8 * CHAIN_GAP * em &&
        item.y1 > base.y0 &&
        item.y0 < base.y1,
    ),
  );
  return row < 0 ? undefined : row;
}

/** Whether an item stands beside some symbol of text size as its script does. */
export function hangsOn(item: Item, items: readonly Item[], em: number): boolean {
  if (item.size === undefined || item.size > SCRIPT * em) return false;
  return items.some(
    (base) =>
      base.baseline !== undefined &&
      (base.size ?? 0) >= SCRIPT * em &&
      base.name !== "dot" &&
      item.x0 - base.x1 > -CHAIN_GAP * em &&
      item.x0 - base.x1 < 0.8 * CHAIN_GAP * em &&
      item.y1 > base.y0 - 0.25 * em &&
      item.y0 < base.baseline + 0.25 * em,
  );
}

function isAnchor(item: Item, y: number, em: number): boolean {
  // Operators and grown delimiters.
  if (item.size === undefined)
    return item.name !== "hrule" && Math.abs(centreY(item) - y + AXIS_HEIGHT * em) < 0.3 * em;
  return item.size >= 0.85 * em && item.baseline !== undefined && Math.abs(item.baseline - y) < 0.1 * em;
}

function chains(items: readonly Item[], em: number): Item[][] {
  const found: Item[][] = [];
  for (const item of [...items].sort((a, b) => a.x0 - b.x0)) {
    const chain = found.find((candidate) => {
      const last = candidate.at(-1)!;
      const gap = item.x0 - last.x1;
      return Math.abs(last.baseline! - item.baseline!) < 0.06 * em && gap < CHAIN_GAP * em && gap > -OVERLAP * em;
    });
    if (chain) chain.push(item);
    else found.push([item]);
  }
  return found;
}

/** Blank between two items; that between lines counts more than that in one. */
function distance(a: Item, b: Item): number {
  return Math.max(0, a.x0 - b.x1, b.x0 - a.x1) + 2 * Math.max(0, a.y0 - b.y1, b.y0 - a.y1);
}
