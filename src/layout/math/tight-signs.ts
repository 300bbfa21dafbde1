import { isOperator, isRelation, pointBefore } from "./alignment-point.js";
import type { Row } from "./cut-column.js";
import { penBefore, penBehind } from "./pens.js";
import type { MathNode } from "./tree.js";

/** TeX sets no blank behind a sign at the end of a cell, and 0.28 em behind any other relation; pens tell up to this. */
const TIGHT = 0.04;
/** A tight relation's blank is less than those of others by this, text sizes; wider ones are spaces of their own. */
const LESS = 0.08;
const WIDEST = 0.32;
/** Pens stand together up to the rounding of files. */
const PEN = 0.03;

/**
 * Cuts rows behind a relation that nothing parts from what follows (`\leq & x`): the cell ends there. All other rows have some part at that place or
 * start right of it. `em`: text size, px.
 */
export function behindTightSign(rows: readonly Row[], em: number): number[] | undefined {
  const blanks = rows.map((row) => row.slice(1).map((node, at) => blankBehind(row[at]!, node, em)));
  // Some fonts set narrower blanks: what the rows have elsewhere tells.
  const signs = rows.flatMap((row) => row.slice(1).map((node, at) => blankBehind(row[at]!, node, em, isOperator)));
  const known = [...blanks.flat(), ...signs].filter((blank) => blank !== undefined && blank < WIDEST * em);
  const usual = Math.max(0, ...known.map(Number));
  for (const [index, row] of rows.entries()) {
    for (let at = 1; at < row.length; at++) {
      const blank = blanks[index]![at - 1];
      const point = pointBefore(row[at]!, em, !isOperator(row[at]!)).x;
      const lead = penBefore(row[at]!, em).x - point;
      if (blank === undefined || blank > lead + TIGHT * em || usual < blank + LESS * em) continue;
      const cuts = rows.map((other) => (other === row ? at : cutAt(other, point, em)));
      if (!cuts.includes(-1)) return cuts;
    }
  }
  return undefined;
}

/** Blank between a relation (or other sign) and what follows it, px, where pens tell it. */
function blankBehind(
  sign: MathNode,
  node: MathNode,
  em: number,
  isSign: (node: MathNode) => boolean = isRelation,
): number | undefined {
  if (!isSign(sign) || isRelation(node)) return undefined;
  const [end, start] = [penBehind(sign, em), penBefore(node, em)];
  return end.exact && start.exact ? start.x - end.x : undefined;
}

/** Index of the part of a row that stands behind an alignment point. */
function cutAt(row: Row, x: number, em: number): number {
  if (pointBefore(row[0]!, em).x > x - PEN * em) return 0;
  return row.findIndex((node) => {
    const place = pointBefore(node, em);
    return place.exact && Math.abs(place.x - x) < PEN * em;
  });
}
