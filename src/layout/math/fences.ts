import {
  AXIS_HEIGHT,
  centreX,
  centreY,
  compose,
  heightOf,
  type Item,
  largestSize,
  removeItems,
  unionBox,
} from "./item.js";
import type { Recursion } from "./recursion.js";
import { splitRows } from "./rows.js";
import { CLOSING, OPENING } from "./symbol-classes.js";
import type { MathNode } from "./tree.js";

/** A delimiter is grown when it is this much taller than the text; around script-size rows (`smallmatrix`, inline `\\binom`) less will do. */
const GROWN = 1.6;
const GROWN_A_LITTLE = 1.05;
/** Largest size of script-size rows, in text sizes. */
const SCRIPT_ROWS = 0.8;
/** `smallmatrix` has a thick space between columns (0.278 em of the text), and none about signs. */
const SMALL_COLUMN_GAP = 0.36;
/** Parts whose ends differ by less than this, text sizes, are of one width. */
const SAME_WIDTH = 0.25;
/** Cells of one row are apart by at least this many text sizes in every row (TeX's \arraycolsep twice is 1 em). */
const COLUMN_GAP = 0.75;

/**
 * Finds grown delimiters that enclose several rows: matrices between a pair, cases after a lone `\{`. Each becomes one item.
 */
export function captureGrids(group: readonly Item[], em: number, recursion: Recursion): Item[] {
  const items = [...group];
  const openers = items
    .filter((item) => OPENING.has(item.name) && item.size === undefined && heightOf(item) > GROWN_A_LITTLE * em)
    .sort((a, b) => heightOf(b) - heightOf(a) || (a.name === "\\{" && b.name === "\\{" ? b.x0 - a.x0 : a.x0 - b.x0));
  for (const open of openers) {
    if (!items.includes(open)) continue;
    const close = partner(items, open, em);
    if (!close && open.name !== "\\{") continue;
    if (open.name === "|" && insideRules(open, items, em)) continue;
    const inside = enclosed(items, open, close, em);
    if (inside.length === 0) continue;
    const size = largestSize(inside, em);
    if (
      heightOf(open) <= GROWN * em &&
      (!close || size > SCRIPT_ROWS * em || inside.some((item) => !item.size && item.kind === "symbol"))
    )
      continue;
    const rows = splitRows(captureGrids(inside, size, recursion), size, true);
    if (rows.length < 2) continue;
    const small = size <= SCRIPT_ROWS * em;
    const grid = readGrid(rows, size, close ? "matrix" : "cases", recursion, small);
    const parts = [open, ...(close ? [close] : []), ...inside];
    removeItems(items, parts);
    items.push(
      compose(
        parts,
        "fence",
        (box) => (close ? { type: "fence", open: open.name, close: close.name, body: grid, tall: true, box } : grid),
        { axis: centreY(open) },
      ),
    );
  }
  captureSmallRows(items, em, recursion);
  captureRightCases(items, em, recursion);
  return items;
}

/** Two script-size rows between brackets of text size, with nothing else in them (`smallmatrix`). Works in place. */
function captureSmallRows(items: Item[], em: number, recursion: Recursion): void {
  for (const open of items.filter((item) => OPENING.has(item.name) && OPENING.get(item.name) !== item.name)) {
    if (open.size === undefined || open.baseline === undefined || open.size < 0.85 * em || !items.includes(open))
      continue;
    const close = items
      .filter((item) => item.x0 >= open.x1 && (item.size ?? 0) >= 0.85 * em && isLevel(item, open))
      .sort((a, b) => a.x0 - b.x0)[0];
    if (!close || close.name !== OPENING.get(open.name)) continue;
    const inside = items.filter((item) => centreX(item) > open.x1 && centreX(item) < close.x0 && isLevel(item, open));
    const size = largestSize(inside, em);
    if (inside.length < 2 || size > SCRIPT_ROWS * em || inside.some((item) => item.size === undefined)) continue;
    if (items.some((item) => !inside.includes(item) && item.x0 > open.x0 && item.x1 < close.x1 && isLevel(item, open)))
      continue;
    const rows = splitRows(inside, size, true);
    if (rows.length !== 2) continue;
    const body = readGrid(rows, size, "matrix", recursion, true);
    const parts = [open, close, ...inside];
    removeItems(items, parts);
    items.push(
      compose(parts, "fence", (box) => ({ type: "fence", open: open.name, close: close.name, body, tall: true, box }), {
        axis: centreY(open),
      }),
    );
  }
}

/** Whether an item lies within the height of a bracket, or almost. */
function isLevel(item: Item, open: Item): boolean {
  const slack = 0.3 * heightOf(open);
  return item !== open && centreY(item) > open.y0 - slack && centreY(item) < open.y1 + slack;
}

/** Rows before a lone `\\}` (`rcases`). Works in place. */
function captureRightCases(items: Item[], em: number, recursion: Recursion): void {
  const closers = items.filter(
    (item) => item.name === "\\}" && item.size === undefined && heightOf(item) > GROWN * em && item.kind === "symbol",
  );
  for (const close of closers) {
    const paired = items.some(
      (item) => item.name === "\\{" && item.x1 <= close.x0 && Math.abs(item.y0 - close.y0) < 0.3 * em,
    );
    if (paired) continue;
    const inside = items.filter(
      (item) =>
        item.x1 <= close.x0 + 0.1 * em && centreY(item) > close.y0 - 0.3 * em && centreY(item) < close.y1 + 0.3 * em,
    );
    if (inside.length === 0) continue;
    const rows = splitRows(inside, em);
    if (rows.length < 2) continue;
    const body = readGrid(rows, em, "matrix", recursion);
    removeItems(items, [close, ...inside]);
    items.push(
      compose(
        [close, ...inside],
        "fence",
        (box) => ({ type: "fence", open: "", close: "\\}", body, tall: true, box }),
        {
          axis: centreY(close),
        },
      ),
    );
  }
}

/** The delimiter of the same extent to the right that is not another one's. */
function partner(items: readonly Item[], open: Item, em: number): Item | undefined {
  const bar = OPENING.get(open.name) === open.name;
  const alike = items
    .filter(
      (item) =>
        item !== open &&
        item.x0 >= open.x1 &&
        item.size === undefined &&
        (item.name === OPENING.get(open.name) || (!bar && (CLOSING.has(item.name) || OPENING.has(item.name)))) &&
        Math.abs(item.y0 - open.y0) < 0.2 * em &&
        Math.abs(item.y1 - open.y1) < 0.2 * em,
    )
    .sort((a, b) => a.x0 - b.x0);
  if (bar) return alike[0];
  let depth = 1;
  for (const item of alike) {
    const closes = CLOSING.has(item.name);
    const opens = OPENING.has(item.name);
    if (closes && opens) continue;
    depth += opens ? 1 : -1;
    if (depth === 0) return item;
  }
  return alike.find((item) => CLOSING.has(item.name));
}

/** A bar that runs between two horizontal rules is a table line. */
function insideRules(bar: Item, items: readonly Item[], em: number): boolean {
  return items.some(
    (item) =>
      item.name === "hrule" &&
      item.x0 < centreX(bar) &&
      centreX(bar) < item.x1 &&
      Math.min(Math.abs(centreY(item) - bar.y0), Math.abs(centreY(item) - bar.y1)) < 0.5 * em,
  );
}

function enclosed(items: readonly Item[], open: Item, close: Item | undefined, em: number): Item[] {
  const inside = items.filter(
    (item) =>
      item !== open &&
      item !== close &&
      !(item.name === "hrule" && (item.x0 < open.x0 || (close && item.x1 > close.x1))) &&
      centreX(item) > centreX(open) &&
      (!close || centreX(item) < centreX(close)) &&
      centreY(item) > open.y0 - 0.3 * em &&
      centreY(item) < open.y1 + 0.3 * em &&
      !(isBeyond(item) && isScriptOfOther(item)),
  );
  function isBeyond(item: Item): boolean {
    return centreY(item) < open.y0 || centreY(item) > open.y1;
  }
  // A superscript of the row below, or a subscript of the one above.
  function isScriptOfOther(item: Item): boolean {
    if (item.size === undefined || item.size > SCRIPT_ROWS * em) return false;
    const base = items
      .filter((other) => (other.size ?? 0) >= 0.85 * em && other.x1 < item.x0 + 0.15 * em && item.x0 - other.x1 < em)
      .sort((a, b) => distance(a, item) - distance(b, item))[0];
    return base !== undefined && isBeyond(base);
  }
  if (close || inside.length < 3) return inside;
  const end = endOfCases(inside, open, em);
  if (end !== undefined) return inside.filter((item) => item.x0 < end);
  // Punctuation that ends the sentence after cases stands on the brace's axis, alone.
  const baseline = centreY(open) + 0.25 * em;
  const last = inside.reduce((right, item) => (item.x1 > right.x1 ? item : right));
  const alone = !inside.some(
    (item) =>
      item !== last &&
      item.baseline !== undefined &&
      Math.abs(item.baseline - baseline) < 0.15 * em &&
      (item.size ?? 0) > 0.85 * em,
  );
  const punctuation =
    (last.name === "dot" || last.name === ",") &&
    last.baseline !== undefined &&
    Math.abs(last.baseline - baseline) < 0.1 * em;
  const before = inside.filter(
    (item) => item !== last && item.baseline !== undefined && Math.abs(item.baseline - baseline) < 0.15 * em,
  );
  const apart = before.length > 0 && last.x0 - Math.max(...before.map((item) => item.x1)) > 0.35 * em;
  return punctuation && (alone || apart) ? inside.filter((item) => item !== last) : inside;
}

/** x of what follows two rows after a lone brace on its axis: right of what stands above and below it. */
function endOfCases(inside: readonly Item[], open: Item, em: number): number | undefined {
  const axis = centreY(open);
  const next = inside
    .filter(
      (item) =>
        item.baseline !== undefined &&
        (item.size ?? 0) >= 0.85 * em &&
        Math.abs(item.baseline - axis - AXIS_HEIGHT * em) < 0.15 * em,
    )
    .sort((a, b) => a.x0 - b.x0)[0];
  if (!next) return undefined;
  const before = inside.filter((item) => item.x1 <= next.x0 + 0.1 * em);
  const behind = inside.filter((item) => item.x0 >= next.x0 && item !== next);
  const both = (items: readonly Item[]) =>
    items.some((item) => item.y1 < axis + 0.1 * em) && items.some((item) => item.y0 > axis - 0.1 * em);
  const crossing = inside.some((item) => item.x0 < next.x0 - 0.1 * em && item.x1 > next.x0 + 0.1 * em);
  const middle = before.some((item) => item.size === undefined && Math.abs(centreY(item) - axis) < 0.15 * em);
  return both(before) && behind.length > 0 && !crossing && !middle ? next.x0 : undefined;
}

/** Blank between two items; that between lines counts more than that in one. */
function distance(a: Item, b: Item): number {
  return Math.max(0, a.x0 - b.x1, b.x0 - a.x1) + 2 * Math.max(0, a.y0 - b.y1, b.y0 - a.y1);
}

/** Cells by the gaps in x that all rows share. `small`: rows of script size in text. */
export function readGrid(
  rows: Item[][],
  em: number,
  form: "matrix" | "cases",
  recursion: Recursion,
  small = false,
): MathNode {
  const verticals = rows.flatMap((row) => row.filter((item) => item.name === "vrule"));
  const cells = rows.map((row) => row.filter((item) => item.name !== "vrule"));
  const blanks = columnCuts(cells.flat(), (small ? SMALL_COLUMN_GAP : COLUMN_GAP) * em);
  const cuts = form === "cases" ? columnsOfCases(blanks, cells, em) : blanks;
  const edges = [-Infinity, ...cuts, Infinity];
  const grid = cells.map((row) =>
    edges.slice(1).map((right, column): MathNode => {
      const cell = row.filter((item) => centreX(item) >= edges[column]! && centreX(item) < right);
      return cell.length > 0 ? recursion.block(cell, em).node : { type: "row", children: [], box: unionBox(row) };
    }),
  );
  const bars = new Set(verticals.map((rule) => cuts.filter((cut) => cut < centreX(rule) + 0.4 * em).length));
  const align = edges
    .slice(1)
    .map((_, column) => (column > 0 && bars.has(column) ? "|" : "") + (form === "cases" ? "l" : "c"))
    .join("");
  return { type: "grid", form, rows: grid, align, box: unionBox(rows.flat()) };
}

/**
 * A `\quad` within the parts of cases is as wide as the blank between their columns: at least two rows go on behind one of these, and the
 * second and later ones stand behind parts of different width.
 */
function columnsOfCases(blanks: readonly number[], rows: readonly Item[][], em: number): number[] {
  const cuts: number[] = [];
  for (const [index, blank] of blanks.entries()) {
    const next = blanks[index + 1] ?? Infinity;
    const filled = rows.filter((row) => row.some((item) => centreX(item) > blank && centreX(item) < next));
    if (filled.length < 2) continue;
    const ends = filled.map((row) => Math.max(...row.filter((item) => centreX(item) < blank).map((item) => item.x1)));
    if (cuts.length === 0 || Math.max(...ends) - Math.min(...ends) > SAME_WIDTH * em) cuts.push(blank);
  }
  return cuts;
}

function columnCuts(items: readonly Item[], gap: number): number[] {
  const spans = items.map((item) => [item.x0, item.x1] as const).sort((a, b) => a[0] - b[0]);
  const cuts: number[] = [];
  let right = spans[0]?.[1] ?? 0;
  for (const [x0, x1] of spans) {
    if (x0 - right > gap) cuts.push((x0 + right) / 2);
    right = Math.max(right, x1);
  }
  return cuts;
}
