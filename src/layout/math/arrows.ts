import {
  AXIS_HEIGHT,
  centreX,
  centreY,
  compose,
  type Item,
  largestSize,
  removeItems,
  unionBox,
  widthOf,
} from "./item.js";
import type { Recursion } from "./recursion.js";

const PARTS = new Set(["-", "\\rightarrow", "\\leftarrow"]);
const ARROW = /arrow$/i;
const OVER: Record<string, string> = {
  "\\rightarrow": "\\overrightarrow",
  "\\leftarrow": "\\overleftarrow",
  "\\leftrightarrow": "\\overleftrightarrow",
};

/** Joins overlapping minus signs and arrow heads into long arrows, and arrows lying over a body into `\overrightarrow` and its kin. */
export function buildArrows(items: Item[], em: number, recursion: Recursion): void {
  joinLongArrows(items, em);
  for (const arrow of items.filter((item) => item.kind === "symbol" && item.name in OVER))
    buildOverArrow(items, arrow, em, recursion);
}

function joinLongArrows(items: Item[], em: number): void {
  let parts = items.filter((item) => item.kind === "symbol" && PARTS.has(item.name)).sort((a, b) => a.x0 - b.x0);
  while (parts.length > 1) {
    const [first, ...rest] = parts as [Item, ...Item[]];
    const group = [first];
    for (const part of rest) {
      if (Math.abs(centreY(part) - centreY(first)) < 0.08 * em && part.x0 < unionBox(group).x1 + 0.06 * em)
        group.push(part);
    }
    parts = parts.filter((part) => !group.includes(part));
    const heads = group.filter((part) => part.name !== "-");
    if (group.length < 2 || heads.length === 0) continue;
    const head = heads[0]!;
    const kinds = new Set(heads.map((part) => part.name));
    const name = kinds.size === 2 ? "\\leftrightarrow" : head.name;
    const long =
      {
        "\\leftrightarrow": "\\longleftrightarrow",
        "\\rightarrow": "\\longrightarrow",
        "\\leftarrow": "\\longleftarrow",
      }[name] ?? name;
    const over = bodyUnder(items, { ...head, ...unionBox(group) }, em).length > 0;
    removeItems(items, group);
    items.push(
      compose(group, "symbol", (box) => ({ type: "symbol", name: over ? name : long, confidence: 1, box }), {
        baseline: head.baseline,
        size: head.size,
        name: over ? name : long,
      }),
    );
  }
}

function bodyUnder(items: readonly Item[], arrow: Item, em: number): Item[] {
  return items.filter((item) => {
    const centre = centreX(item);
    return (
      item !== arrow &&
      centreY(item) > centreY(arrow) &&
      centre >= arrow.x0 - 0.1 * em &&
      centre <= arrow.x1 + 0.1 * em &&
      item.y0 - arrow.y1 < 0.9 * em
    );
  });
}

function buildOverArrow(items: Item[], arrow: Item, em: number, recursion: Recursion): void {
  const body = bodyUnder(items, arrow, em);
  if (body.length === 0 || !items.includes(arrow)) return;
  const gap = Math.min(...body.map((item) => item.y0)) - arrow.y1;
  const inLine = items.some(
    (item) =>
      item !== arrow &&
      Math.abs(centreY(item) - centreY(arrow)) < 0.15 * em &&
      centreX(item) > arrow.x0 &&
      centreX(item) < arrow.x1,
  );
  if (body.every((item) => item.name === "-" || ARROW.test(item.name))) return;
  if (gap <= -0.15 * em || gap >= 0.3 * em || inLine || largestSize(body, em) < 0.85 * (arrow.size ?? em)) return;
  const box = unionBox(body);
  if (widthOf(box) <= 0.42 * widthOf(arrow) || box.x0 >= centreX(arrow) || centreX(arrow) >= box.x1) return;
  const size = largestSize(body, em);
  const inside = recursion.line(body, size);
  removeItems(items, [...body, arrow]);
  items.push(
    compose(
      [...body, arrow],
      "over",
      (whole) => ({ type: "accent", command: OVER[arrow.name]!, body: inside.node, box: whole }),
      {
        baseline: inside.settled ? inside.baseline : undefined,
        size: inside.settled ? size : undefined,
        axis: inside.baseline - AXIS_HEIGHT * inside.size,
      },
    ),
  );
}
