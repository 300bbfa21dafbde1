import type { Box } from "../../page.js";
import { unionBox } from "./item.js";
import type { MathNode } from "./tree.js";

/** Relations rows are aligned at. */
const RELATION =
  /^(?:[=<>]|\\(?:leq|geq|neq|equiv|approx|sim|simeq|cong|propto|rightarrow|leftarrow|Rightarrow|Leftrightarrow|longrightarrow|Longrightarrow|Longleftrightarrow|leftrightarrow|in|subset|subseteq|supset|leqslant|geqslant|ll|gg|prec|succ|mapsto|triangleq|doteq|lesssim|gtrsim|models|vdash))$/;
/** Marks that open a continued row at the alignment point (`&+ b`). */
const CONTINUATION = /^(?:[+-]|\\(?:pm|mp|times|cdot|cup|cap|quad))$/;
/** Alignment points of two rows differ by less than this, in text sizes: TeX sets them exactly, side bearings differ. */
const TOLERANCE = 0.2;

/**
 * Rows of a display as a grid: two columns when at least two rows share the place of a relation and the rest start there or further
 * right; else one column. `em`: text size, px.
 */
export function alignRows(rows: readonly MathNode[], em: number, box: Box): MathNode {
  const cuts = cutAtAlignment(rows, em);
  if (!cuts) return { type: "grid", form: "aligned", rows: rows.map((row) => [row]), align: "", box };
  return { type: "grid", form: "aligned", rows: cuts, align: "rl", box };
}

function cutAtAlignment(rows: readonly MathNode[], em: number): MathNode[][] | undefined {
  const children = rows.map((row) => (row.type === "row" ? row.children : [row]));
  const places = children.map((row) => row.filter(isRelation).map((node) => node.box.x0));
  const first = places.find((place) => place.length > 0);
  const at = first?.find(
    (x) => places.filter((place) => place.some((other) => Math.abs(other - x) < TOLERANCE * em)).length >= 2,
  );
  if (at === undefined) return undefined;
  const cut = children.map((row) => {
    const index = row.findIndex(
      (node) => (isRelation(node) || isContinuation(node)) && Math.abs(node.box.x0 - at) < TOLERANCE * em,
    );
    if (index >= 0) return [row.slice(0, index), row.slice(index)];
    return row[0] && row[0].box.x0 > at - TOLERANCE * em ? [[], row] : undefined;
  });
  if (cut.some((row) => row === undefined)) return undefined;
  return cut.map((row, index) => row!.map((nodes) => join(nodes, rows[index]!)));
}

function join(nodes: MathNode[], row: MathNode): MathNode {
  if (nodes.length === 1) return nodes[0]!;
  return { type: "row", children: nodes, box: nodes.length > 0 ? unionBox(nodes.map((node) => node.box)) : row.box };
}

function isRelation(node: MathNode): boolean {
  if (node.type === "stack" || node.type === "scripts") return node.base !== undefined && isRelation(node.base);
  return node.type === "negation" || (node.type === "symbol" && RELATION.test(node.name));
}

function isContinuation(node: MathNode): boolean {
  return node.type === "symbol" && CONTINUATION.test(node.name);
}
