import { AXIS_HEIGHT, centreX, centreY, compose, type Item, largestSize, removeItems, unionBox } from "./item.js";
import type { Recursion } from "./recursion.js";

/** The bar of each radical sign: the rule that starts at its upper right corner. Keys are the rules, values the signs. */
export function radicalBars(items: readonly Item[], em: number): Map<Item, Item> {
  const bars = new Map<Item, Item>();
  for (const sign of items) {
    if (sign.name !== "\\sqrt" || sign.kind !== "symbol") continue;
    let best: Item | undefined;
    for (const rule of items) {
      if (rule.name !== "hrule" || bars.has(rule)) continue;
      if (
        Math.abs(rule.x0 - sign.x1) < 0.25 * em &&
        Math.abs(rule.y0 - sign.y0) < 0.2 * em &&
        (!best || rule.x1 > best.x1)
      )
        best = rule;
    }
    if (best) bars.set(best, sign);
  }
  return bars;
}

/** Replaces a radical sign, its bar, what is under it and its index by one item, in place. */
export function buildRadical(items: Item[], sign: Item, bar: Item, em: number, recursion: Recursion): void {
  const slack = 0.08 * em;
  const under = unionBox([sign, bar]);
  const inside = items.filter(
    (item) =>
      item !== sign &&
      item !== bar &&
      centreX(item) >= sign.x1 - slack &&
      centreX(item) <= bar.x1 + slack &&
      item.x0 < bar.x1 - 0.03 * em &&
      centreY(item) > bar.y0 - slack &&
      centreY(item) < under.y1 + 0.25 * em,
  );
  if (inside.length === 0) return;
  const index = items.filter(
    (item) => item !== sign && item !== bar && !inside.includes(item) && isIndex(item, sign, em),
  );
  const size = largestSize(inside, em);
  const radicand = recursion.block(inside, size);
  const indexNode = index.length > 0 ? recursion.line(index, 0.5 * em).node : undefined;
  removeItems(items, [...inside, ...index, sign, bar]);
  items.push(
    compose(
      [...inside, ...index, sign, bar],
      "radical",
      (box) => ({ type: "radical", radicand: radicand.node, index: indexNode, box }),
      {
        baseline: radicand.settled ? radicand.baseline : undefined,
        size: radicand.settled ? size : undefined,
        axis: radicand.baseline - AXIS_HEIGHT * radicand.size,
      },
    ),
  );
}

/** Small and above the shoulder of the sign. */
function isIndex(item: Item, sign: Item, em: number): boolean {
  const centre = centreX(item);
  return (
    centre > sign.x0 - 0.5 * em &&
    centre < sign.x1 - 0.2 * em &&
    item.x1 < sign.x1 &&
    item.y1 < centreY(sign) + 0.15 * em &&
    item.y0 > sign.y0 - 0.5 * em &&
    (item.size ?? em) < 0.65 * em
  );
}
