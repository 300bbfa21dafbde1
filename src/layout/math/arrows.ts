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

/** Strokes and heads that long arrows are put together from, and their names. */
const FAMILIES = [
  {
    stroke: "-",
    heads: ["\\leftarrow", "\\rightarrow"],
    both: "\\leftrightarrow",
    long: ["\\longleftarrow", "\\longrightarrow", "\\longleftrightarrow"],
  },
  {
    stroke: "=",
    heads: ["\\Leftarrow", "\\Rightarrow"],
    both: "\\Leftrightarrow",
    long: ["\\Longleftarrow", "\\Longrightarrow", "\\Longleftrightarrow"],
  },
] as const;
const ARROW = /arrow$/i;
const OVER: Record<string, string> = {
  "\\rightarrow": "\\overrightarrow",
  "\\leftarrow": "\\overleftarrow",
  "\\leftrightarrow": "\\overleftrightarrow",
};

/** Joins overlapping minus signs and arrow heads into long arrows, and arrows lying over a body into `\overrightarrow` and its kin. */
export function buildArrows(items: Item[], em: number, recursion: Recursion): void {
  for (const family of FAMILIES) joinLongArrows(items, family, em);
  for (const arrow of items.filter((item) => item.kind === "symbol" && item.name in OVER))
    buildOverArrow(items, arrow, em, recursion);
}

function joinLongArrows(
  items: Item[],
  { stroke, heads: names, both, long }: (typeof FAMILIES)[number],
  em: number,
): void {
  const shapes = new Set<string>([stroke, ...names]);
  let parts = items.filter((item) => item.kind === "symbol" && shapes.has(item.name)).sort((a, b) => a.x0 - b.x0);
  while (parts.length > 1) {
    const [first, ...rest] = parts as [Item, ...Item[]];
    const group = [first];
    for (const part of rest) {
      // Nothing goes on behind the head that points right: a minus there is a sign of its own.
      if (group.some((other) => other.name === names[1] && part.x0 > other.x1 - 0.06 * em)) break;
      if (Math.abs(centreY(part) - centreY(first)) < 0.08 * em && part.x0 < unionBox(group).x1 + 0.06 * em)
        group.push(part);
    }
    parts = parts.filter((part) => !group.includes(part));
    const heads = group.filter((part) => part.name !== stroke);
    if (group.length < 2 || heads.length === 0) continue;
    const head = heads[0]!;
    const kinds = new Set(heads.map((part) => part.name));
    const name = kinds.size === 2 ? both : head.name;
    const longName = kinds.size === 2 ? long[2] : name === names[0] ? long[0] : long[1];
    const over = name in OVER && bodyUnder(items, { ...head, ...unionBox(group) }, em).length > 0;
    removeItems(items, group);
    items.push(
      compose(group, "symbol", (box) => ({ type: "symbol", name: over ? name : longName, confidence: 1, box }), {
        baseline: head.baseline,
        size: head.size,
        name: over ? name : longName,
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
