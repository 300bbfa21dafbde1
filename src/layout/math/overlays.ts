import { centreX, centreY, compose, type Item, removeItems } from "./item.js";

/** Symbols printed over or through each other: `\not`, a slash through ∈, a dot or tilde over =. Works in place. */
export function buildOverlays(items: Item[], em: number): void {
  for (const equals of items.filter((item) => item.name === "=")) {
    merge(items, equals, "dot", "\\doteq", em);
    merge(items, equals, "\\sim", "\\cong", em);
  }
  for (const slash of items.filter((item) => item.name === "\\not")) {
    const struck = items
      .filter(
        (item) =>
          item !== slash &&
          item.kind === "symbol" &&
          item.x0 - 0.3 * em < centreX(slash) &&
          centreX(slash) < item.x1 + 0.1 * em &&
          item.y0 - 0.5 * em < centreY(slash) &&
          centreY(slash) < item.y1 + 0.5 * em,
      )
      .sort((a, b) => Math.abs(centreX(a) - centreX(slash)) - Math.abs(centreX(b) - centreX(slash)));
    if (struck[0]) negate(items, slash, struck[0]);
  }
  for (const slash of items.filter((item) => item.name === "/" && item.kind === "symbol")) {
    const struck = items.find(
      (item) => (item.name === "\\in" || item.name === "\\ni") && item.x0 < centreX(slash) && centreX(slash) < item.x1,
    );
    if (struck) negate(items, slash, struck);
  }
}

function negate(items: Item[], slash: Item, struck: Item): void {
  removeItems(items, [slash, struck]);
  items.push({ ...struck, node: { type: "negation", body: struck.node, box: struck.node.box } });
}

function merge(items: Item[], lower: Item, upperName: string, name: string, em: number): void {
  if (!items.includes(lower)) return;
  const upper = items.find((item) => {
    const rise = centreY(lower) - centreY(item);
    return (
      item.name === upperName &&
      item.kind === "symbol" &&
      Math.abs(centreX(item) - centreX(lower)) < 0.08 * em &&
      rise > 0 &&
      rise < 0.6 * em
    );
  });
  if (!upper) return;
  removeItems(items, [lower, upper]);
  items.push(
    compose([lower, upper], "symbol", (box) => ({ type: "symbol", name, confidence: 1, box }), {
      baseline: lower.baseline,
      size: lower.size,
      axis: lower.axis,
      name,
    }),
  );
}
