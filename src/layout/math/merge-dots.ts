import { AXIS_HEIGHT, centreX, centreY, compose, type Item, removeItems } from "./item.js";

/**
 * Three dots in equal steps become one item: `\vdots`, `\ddots`, `⋰`, `\cdots` or `\ldots`. Steps seen in TeX output: 0.2–0.6 em down,
 * 0.3–0.62 em across; `em` is the text size in px.
 */
export function mergeDots(items: Item[], em: number): Item[] {
  const out = [...items];
  const dots = () => out.filter((item) => item.name === "dot");
  for (const [first, second, third] of triples(
    dots().sort((a, b) => a.y0 - b.y0 || a.x0 - b.x0),
    (a, b) => {
      const dy = centreY(b) - centreY(a);
      const dx = Math.abs(centreX(b) - centreX(a));
      return dy > 0.2 * em && dy < 0.6 * em && (dx < 0.06 * em || (dx > 0.2 * em && dx < 0.8 * em));
    },
    0.06 * em,
  )) {
    const vertical = Math.abs(centreX(first) - centreX(third)) < 0.1 * em;
    const falling = centreX(third) > centreX(first);
    const name = vertical ? "\\vdots" : falling ? "\\ddots" : "⋰";
    replace(out, [first, second, third], name, { size: em, baseline: third.y1 + (vertical ? 0 : 0.1 * em) });
  }
  for (const [first, second, third] of triples(
    dots().sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0),
    (a, b) => {
      const step = centreX(b) - centreX(a);
      const size = a.size ?? em;
      return (
        step > 0.3 * size &&
        step < 0.62 * size &&
        Math.abs(centreY(a) - centreY(b)) < 0.03 * size &&
        a.baseline !== undefined
      );
    },
    0.04 * em,
  )) {
    const size = first.size ?? em;
    const raised = centreY(first) < first.baseline! - 0.15 * size;
    replace(out, [first, second, third], raised ? "\\cdots" : "\\ldots", { size, baseline: first.baseline });
  }
  return out;
}

/** Disjoint triples of dots with equal steps, each step accepted by `fits`. */
function triples(dots: Item[], fits: (a: Item, b: Item) => boolean, tolerance: number): [Item, Item, Item][] {
  const used = new Set<Item>();
  const found: [Item, Item, Item][] = [];
  for (const a of dots) {
    if (used.has(a)) continue;
    for (const b of dots) {
      if (b === a || used.has(b) || !fits(a, b)) continue;
      const c = dots.find(
        (dot) =>
          dot !== a &&
          dot !== b &&
          !used.has(dot) &&
          Math.abs(centreX(dot) - 2 * centreX(b) + centreX(a)) < tolerance &&
          Math.abs(centreY(dot) - 2 * centreY(b) + centreY(a)) < tolerance,
      );
      if (!c) continue;
      for (const dot of [a, b, c]) used.add(dot);
      found.push([a, b, c]);
      break;
    }
  }
  return found;
}

function replace(
  items: Item[],
  dots: Item[],
  name: string,
  place: { size: number; baseline: number | undefined },
): void {
  removeItems(items, dots);
  const confidence = Math.min(...dots.map((dot) => (dot.node.type === "symbol" ? dot.node.confidence : 1)));
  const axis = place.baseline === undefined ? undefined : place.baseline - AXIS_HEIGHT * place.size;
  items.push(compose(dots, "dots", (box) => ({ type: "symbol", name, confidence, box }), { ...place, axis, name }));
}
