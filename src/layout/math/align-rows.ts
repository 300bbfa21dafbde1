import type { Box } from "../../page.js";
import { unionBox } from "./item.js";
import type { MathNode } from "./tree.js";

/** Relations rows are aligned at. */
const RELATION =
  /^(?:[=<>]|\\(?:leq|geq|neq|equiv|approx|sim|simeq|cong|propto|rightarrow|leftarrow|Rightarrow|Leftrightarrow|longrightarrow|Longrightarrow|Longleftrightarrow|leftrightarrow|in|subset|subseteq|supset|leqslant|geqslant|ll|gg|prec|succ|mapsto|triangleq|doteq|lesssim|gtrsim|models|vdash))$/;
/** Alignment points of two rows differ by less than this, in text sizes: TeX sets them exactly, side bearings differ. */
const TOLERANCE = 0.2;
const CONTINUATION_TOLERANCE = 0.45;
/** Blank between columns of a display: `aligned` sets at least 1 em and what is left of the line. */
const COLUMN_GAP = 1.6;

type Row = readonly MathNode[];

/**
 * Rows of a display as a grid. Blank that all rows share parts columns when they start at one place behind it; each column is cut in two where
 * rows share the place of a relation, or go on below what follows one. `em`: text size, px.
 */
export function alignRows(rows: readonly MathNode[], em: number, box: Box): MathNode {
  const children = rows.map((row) => (row.type === "row" ? row.children : [row]));
  const columns = splitColumns(children, em).map((column) => cutAtAlignment(column, em) ?? [column]);
  const align = columns.map((parts) => (parts.length === 2 ? "rl" : "l")).join("");
  const cells = rows.map((row, index) => columns.flatMap((parts) => parts.map((part) => join(part[index]!, row))));
  return { type: "grid", form: "aligned", rows: cells, align: align === "l" ? loneColumn(rows, em) : align, box };
}

/** `c` for rows centred on each other, "" (flush left) else. */
function loneColumn(rows: readonly MathNode[], em: number): string {
  const centres = rows.map(({ box }) => (box.x0 + box.x1) / 2);
  const starts = rows.map(({ box }) => box.x0);
  const spread = (values: readonly number[]) => Math.max(...values) - Math.min(...values);
  return spread(centres) < 0.5 * em && spread(starts) > em ? "c" : "";
}

/** Columns left to right, each with the nodes of every row. */
function splitColumns(rows: readonly Row[], em: number): Row[][] {
  const spans = rows
    .flat()
    .map(({ box }) => [box.x0, box.x1] as const)
    .sort((a, b) => a[0] - b[0]);
  const cuts: number[] = [];
  let right = spans[0]?.[1] ?? 0;
  for (const [x0, x1] of spans) {
    if (x0 - right > COLUMN_GAP * em && startTogether(rows, x0, em)) cuts.push((x0 + right) / 2);
    right = Math.max(right, x1);
  }
  const edges = [-Infinity, ...cuts, Infinity];
  return edges
    .slice(1)
    .map((end, index) => rows.map((row) => row.filter(({ box }) => box.x0 >= edges[index]! && box.x0 < end)));
}

/** At least two rows go on at this place. */
function startTogether(rows: readonly Row[], x: number, em: number): boolean {
  const starts = rows.map((row) => row.find(({ box }) => box.x0 >= x - TOLERANCE * em)?.box.x0);
  return starts.filter((start) => start !== undefined && start - x < TOLERANCE * em).length >= 2;
}

/** Two columns: when at least two rows share a place, at a relation or behind one, and all others start there or further right. */
function cutAtAlignment(rows: readonly Row[], em: number): Row[][] | undefined {
  const filled = rows.filter((row) => row.length > 0);
  const left = Math.min(...filled.map((row) => row[0]!.box.x0));
  const relations = filled.flatMap((row) => row.filter(isRelation).map(({ box }) => box.x0));
  const starts = filled.map((row) => row[0]!.box.x0).filter((x) => x > left + TOLERANCE * em);
  for (const x of [...relations, ...starts]) {
    const cuts = rows.map((row) => cutOf(row, x, em));
    if (cuts.includes(undefined) || cuts.filter((cut) => cut!.exact).length < 2) continue;
    if (cuts.every((cut) => cut!.index === 0)) continue;
    return [
      rows.map((row, index) => row.slice(0, cuts[index]!.index)),
      rows.map((row, index) => row.slice(cuts[index]!.index)),
    ];
  }
  return undefined;
}

function isAt(node: MathNode, x: number, em: number): boolean {
  // An operator that opens a row is set off from the alignment point.
  const tolerance = isContinuation(node) ? CONTINUATION_TOLERANCE : TOLERANCE;
  return Math.abs(node.box.x0 - x) < tolerance * em;
}

/**
 * Where the row is cut for alignment at `x`: before a relation there or what follows one, or at its start; undefined when it runs through.
 * `exact`: something starts right at `x`.
 */
function cutOf(row: Row, x: number, em: number): { index: number; exact: boolean } | undefined {
  const first = row[0];
  if (!first || first.box.x0 > x - TOLERANCE * em)
    return { index: 0, exact: first !== undefined && isAt(first, x, em) };
  const index = row.findIndex(
    (node, at) => at > 0 && isAt(node, x, em) && (isRelation(node) || isRelation(row[at - 1]!)),
  );
  if (index < 0) return undefined;
  // Rows that go on behind a relation are aligned there, and read as aligned at it; `:=` is one relation.
  const cut = isRelation(row[index]!) ? index : index - 1;
  return { index: isColon(row[cut - 1]) ? cut - 1 : cut, exact: true };
}

function isContinuation(node: MathNode): boolean {
  return node.type === "symbol" && /^(?:[+-]|\\(?:pm|mp|times|cdot))$/.test(node.name);
}

function isColon(node: MathNode | undefined): boolean {
  return node?.type === "symbol" && node.name === ":";
}

function join(nodes: Row, row: MathNode): MathNode {
  if (nodes.length === 1) return nodes[0]!;
  return {
    type: "row",
    children: [...nodes],
    box: nodes.length > 0 ? unionBox(nodes.map((node) => node.box)) : row.box,
  };
}

function isRelation(node: MathNode): boolean {
  if (node.type === "stack" || node.type === "scripts") return node.base !== undefined && isRelation(node.base);
  return node.type === "negation" || (node.type === "symbol" && RELATION.test(node.name));
}
