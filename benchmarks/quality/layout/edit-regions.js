import { union } from "./page-structure.js";

/**
 * Commands of the annotation tool. Regions are named by their number in reading order as last drawn (from 1); numbers stay what they were until all
 * commands of a call are done.
 */
export const COMMANDS = `
kind N KIND            another kind (several numbers: kind 3,4,7-9 list_item)
del N                  not a region (its lines go, too)
merge N M …            one region, in the place of the first
split N y Y            in two at a height (or: split N x X); lines go to the side they stand on
lines N                every line a region of its own
box N x0 y0 x1 y1      another box (- keeps a side)
fit N                  box around its lines
add KIND x0 y0 x1 y1 after N    new region without lines (after 0: first)
line N x0 y0 x1 y1     adds a line to a region
unline N               takes its lines away
own N                  one line of the region's own box
after N M …            moves regions M … behind N (0: to the front)
order N M …            these regions take each other's places in this order
take N M               lines of M that lie in the box of N go to N`;

/**
 * @param {import("./page-structure.js").Region[]} regions
 * @param {string[]} commands
 * @returns {import("./page-structure.js").Region[]}
 * @throws {Error} naming the command that cannot be done
 */
export function editRegions(regions, commands) {
  const numbered = regions.map((region) => structuredClone(region));
  let order = [...numbered];
  for (const command of commands.map((text) => text.trim()).filter(Boolean)) {
    const [verb, ...words] = command.split(/\s+/);
    const action = ACTIONS[verb];
    if (!action) throw new Error(`Unknown command: ${command}`);
    const at = (word) => {
      const region = numbered[Number(word) - 1];
      if (!region || !order.includes(region)) throw new Error(`No region ${word}: ${command}`);
      return region;
    };
    order = action({ order, at, words, all: (list) => numbers(list).map(at) });
  }
  return order;
}

/** `3,4,7-9` → 3 4 7 8 9 */
function numbers(list) {
  return list.split(",").flatMap((part) => {
    const [from, to = from] = part.split("-").map(Number);
    return Array.from({ length: to - from + 1 }, (_, index) => from + index);
  });
}

const middle = ([x0, y0, x1, y1]) => [(x0 + x1) / 2, (y0 + y1) / 2];
const holds = (box, line) => {
  const [x, y] = middle(line);
  return x >= box[0] && x <= box[2] && y >= box[1] && y <= box[3];
};
const behind = (order, anchor, made) => {
  const place = anchor === undefined ? 0 : order.indexOf(anchor) + 1;
  return [...order.slice(0, place), ...made, ...order.slice(place)];
};

const ACTIONS = {
  kind({ order, all, words: [list, kind] }) {
    for (const region of all(list)) region.kind = kind;
    return order;
  },
  del({ order, all, words }) {
    const gone = words.flatMap(all);
    return order.filter((region) => !gone.includes(region));
  },
  merge({ order, all, words }) {
    const [first, ...rest] = words.flatMap(all);
    first.box = union([first, ...rest].map(({ box }) => box));
    first.lines = [first, ...rest].flatMap(({ lines }) => lines);
    return order.filter((region) => !rest.includes(region));
  },
  split({ order, at, words: [number, axis, value] }) {
    const region = at(number);
    const side = axis === "x" ? 0 : 1;
    const cut = Number(value);
    const second = structuredClone(region);
    region.lines = region.lines.filter((line) => middle(line)[side] < cut);
    second.lines = second.lines.filter((line) => middle(line)[side] >= cut);
    region.box[side + 2] = cut;
    second.box[side] = cut;
    for (const part of [region, second]) if (part.lines.length > 0) part.box = union(part.lines);
    return behind(order, region, [second]);
  },
  lines({ order, all, words }) {
    const chosen = words.flatMap(all);
    return order.flatMap((region) =>
      chosen.includes(region)
        ? region.lines.map((line) => ({ kind: region.kind, box: line, lines: [line] }))
        : [region],
    );
  },
  box({ order, at, words: [number, ...sides] }) {
    const region = at(number);
    region.box = region.box.map((old, side) => (sides[side] === "-" ? old : Number(sides[side])));
    return order;
  },
  fit({ order, all, words }) {
    for (const region of words.flatMap(all)) region.box = union(region.lines);
    return order;
  },
  add({ order, at, words: [kind, x0, y0, x1, y1, , place] }) {
    const region = { kind, box: [x0, y0, x1, y1].map(Number), lines: [] };
    return behind(order, place === "0" ? undefined : at(place), [region]);
  },
  line({ order, at, words: [number, ...sides] }) {
    at(number).lines.push(sides.map(Number));
    return order;
  },
  unline({ order, all, words }) {
    for (const region of words.flatMap(all)) region.lines = [];
    return order;
  },
  own({ order, all, words }) {
    for (const region of words.flatMap(all)) region.lines = [[...region.box]];
    return order;
  },
  after({ order, at, all, words: [place, ...moved] }) {
    const regions = moved.flatMap(all);
    const rest = order.filter((region) => !regions.includes(region));
    return behind(rest, place === "0" ? undefined : at(place), regions);
  },
  order({ order, all, words }) {
    const wanted = words.flatMap(all);
    let next = 0;
    return order.map((region) => (wanted.includes(region) ? wanted[next++] : region));
  },
  take({ order, at, words: [number, from] }) {
    const region = at(number);
    const giver = at(from);
    region.lines.push(...giver.lines.filter((line) => holds(region.box, line)));
    giver.lines = giver.lines.filter((line) => !holds(region.box, line));
    return order;
  },
};
