import { AXIS_HEIGHT, centreY, type Item } from "./item.js";

/** Parts of one script or limit are this close to each other, text sizes. */
const CHAIN_GAP = 0.2;
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
        base.size !== undefined &&
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
      return Math.abs(last.baseline! - item.baseline!) < 0.06 * em && item.x0 - last.x1 < CHAIN_GAP * em;
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
