import type { Box } from "../../page.js";
import { isOperator, isRelation, pointBefore } from "./alignment-point.js";
import { cutColumn, type Row, spread } from "./cut-column.js";
import { unionBox } from "./item.js";
import { penBehind } from "./pens.js";
import type { MathNode } from "./tree.js";

/** Starts, ends or centres that are one place, in text sizes: TeX sets them exactly, side bearings differ. */
const TOLERANCE = 0.12;
/** Pens stand together up to the rounding of files. */
const PEN = 0.03;
/** Least blank between columns: amsmath's and twice \arraycolsep are 10 pt. */
const COLUMN_GAP = 0.9;
/** Behind a comma `\quad` leaves more than this, columns leave less. */
const QUAD = 1.12;

/**
 * Rows of a display as a grid. Blank that all rows share parts columns when what follows it is set to one place; each column is cut in two
 * where its rows are aligned. `em`: text size, px.
 */
export function alignRows(rows: readonly MathNode[], em: number, box: Box): MathNode {
  const children = rows.map((row) => (row.type === "row" ? row.children : [row]));
  const columns = joinRelations(splitColumns(children, em)).map((column, index) =>
    index > 0 && column.every((row) => isSign(row[0])) ? [column] : (cutColumn(column, em) ?? [column]),
  );
  const align = columns.map((parts) => (parts.length === 2 ? "rl" : letterOf(parts[0]!, em))).join("");
  const cells = rows.map((row, index) => columns.flatMap((parts) => parts.map((part) => join(part[index]!, row))));
  return { type: "grid", form: "aligned", rows: cells, align: align === "l" ? "" : align, box };
}

const isSign = (node: MathNode | undefined) => node === undefined || isRelation(node) || isOperator(node);

/** A column of signs alone belongs to the one behind it, and one whose rows all end with a relation has no blank of its own behind it. */
function joinRelations(columns: readonly Row[][]): Row[][] {
  const joined: Row[][] = [];
  let signs: Row[] | undefined;
  for (const [index, column] of columns.entries()) {
    const whole = signs ? column.map((row, at) => [...signs![at]!, ...row]) : column;
    signs = undefined;
    const alone = index > 0 && whole.every((row) => row.length < 2 && isSign(row[0]));
    const open = whole.every((row) => row.length === 0 || isRelation(row.at(-1)));
    if (index + 1 < columns.length && (alone || open)) signs = whole;
    else joined.push(whole);
  }
  return joined;
}

/** How a column that is not cut is set: `c` and `r` for parts of different width that share their centre or end, `l` else. */
function letterOf(column: readonly Row[], em: number): string {
  const boxes = column.filter((row) => row.length > 0).map((row) => unionBox(row.map(({ box }) => box)));
  if (spread(boxes.map(({ x0 }) => x0)) <= 0.3 * em) return "l";
  if (spread(boxes.map(({ x0, x1 }) => (x0 + x1) / 2)) < (column.length === boxes.length ? 0.5 : TOLERANCE) * em)
    return "c";
  const ends = column.filter((row) => row.length > 0).map((row) => penBehind(row.at(-1)!, em).x);
  return spread(ends) < 0.12 * em ? "r" : "l";
}

/** Columns left to right, each with the nodes of every row. */
function splitColumns(rows: readonly Row[], em: number): Row[][] {
  const spans = rows
    .flat()
    .map(({ box }) => [box.x0, box.x1] as const)
    .sort((a, b) => a[0] - b[0]);
  const blanks: (readonly [number, number])[] = [];
  let right = spans[0]?.[1] ?? 0;
  for (const [x0, x1] of spans) {
    if (x0 - right > COLUMN_GAP * em) blanks.push([right, x0]);
    right = Math.max(right, x1);
  }
  const cuts = blanks.filter((blank, index) => isColumnBlank(rows, blank, blanks[index + 1]?.[0] ?? Infinity, em));
  const edges = [-Infinity, ...cuts.map(([x0, x1]) => (x0 + x1) / 2), Infinity];
  return edges
    .slice(1)
    .map((end, index) => rows.map((row) => row.filter(({ box }) => box.x0 >= edges[index]! && box.x0 < end)));
}

/**
 * What stands behind the blank, up to `end`, is set to one place in at least two rows; a narrow blank tells that by itself, while rows of
 * equal width before a wide one may hold just a `\quad` each.
 */
function isColumnBlank(rows: readonly Row[], [x0, x1]: readonly [number, number], end: number, em: number): boolean {
  const behind = rows.map((row) => row.filter(({ box }) => box.x0 >= x1 - 1e-6));
  const filled = behind.flatMap((nodes, index) => (nodes.length > 0 ? [{ nodes, before: rows[index]! }] : []));
  if (filled.length < 2) return false;
  const ends = filled.map(({ nodes, before }) => {
    const last = before[before.length - nodes.length - 1];
    return last ? last.box.x1 : -Infinity;
  });
  const befores = filled.map(({ nodes, before }) => before.slice(0, before.length - nodes.length));
  const aligned = cutColumn(befores, em) !== undefined;
  const flush = !aligned && isSetRight(befores, em);
  const points = filled.map(({ nodes }) => pointBefore(nodes[0]!, em));
  const lasts = befores.flatMap((row) => row.slice(-1));
  const between = Math.min(...points.map(({ x }) => x)) - Math.max(...lasts.map((node) => penBehind(node, em).x));
  const blank = lasts.some(isComma) ? x1 - x0 : Math.min(x1 - x0, between);
  const tells = blank < QUAD * em || spread(ends) > 0.25 * em || flush;
  const cells = filled.map(({ nodes }) => unionBox(nodes.filter(({ box }) => box.x0 <= end).map(({ box }) => box)));
  const starts = cells.map((cell) => cell.x0);
  const first = Math.min(...points.map(({ x }) => x));
  const together =
    starts.filter((start) => start - x1 < TOLERANCE * em).length >= 2 ||
    points.filter(({ x, exact }) => exact && x - first < PEN * em).length >= 2;
  if (tells && together) return true;
  const centred = spread(cells.map((cell) => (cell.x0 + cell.x1) / 2)) < TOLERANCE * em;
  if (centred && tells && filled.length === rows.length) return true;
  const column = filled.map(({ nodes }) => nodes);
  if (!tells || spread(starts) <= TOLERANCE * em) return false;
  if (cutColumn(column, em) !== undefined) return true;
  return end === Infinity && (aligned || x1 - x0 < QUAD * em) && isSetRight(column, em);
}

function isComma(node: MathNode): boolean {
  return node.type === "symbol" && /^[,;.]$/.test(node.name);
}

/** Parts of different width that end at one place. */
function isSetRight(parts: readonly Row[], em: number): boolean {
  if (parts.some((part) => part.length === 0)) return false;
  const ends = parts.map((part) => penBehind(part.at(-1)!, em));
  return (
    ends.every(({ exact }) => exact) &&
    spread(ends.map(({ x }) => x)) < PEN * em &&
    spread(parts.map((part) => part[0]!.box.x0)) > 0.3 * em
  );
}

function join(nodes: Row, row: MathNode): MathNode {
  if (nodes.length === 1) return nodes[0]!;
  return {
    type: "row",
    children: [...nodes],
    box: nodes.length > 0 ? unionBox(nodes.map((node) => node.box)) : row.box,
  };
}
