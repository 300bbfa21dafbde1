import { isRelation, pointBefore } from "./alignment-point.js";
import type { Row } from "./cut-column.js";
import { penBehind } from "./pens.js";

/** TeX sets no blank behind a sign at the end of a cell, and 0.28 em behind any other relation; pens tell up to this. */
const TIGHT = 0.04;
/** Pens stand together up to the rounding of files. */
const PEN = 0.03;

/**
 * Cuts rows behind a relation that nothing parts from what follows (`\leq & x`): the cell ends there. All other rows have some part at that place or
 * start right of it. `em`: text size, px.
 */
export function behindTightSign(rows: readonly Row[], em: number): number[] | undefined {
  for (const row of rows) {
    for (let at = 1; at < row.length; at++) {
      const sign = row[at - 1]!;
      if (!isRelation(sign)) continue;
      const end = penBehind(sign, em);
      const point = pointBefore(row[at]!, em, !isRelation(row[at]));
      if (!end.exact || !point.exact || isRelation(row[at]) || Math.abs(point.x - end.x) > TIGHT * em) continue;
      const cuts = rows.map((other) => (other === row ? at : cutAt(other, point.x, em)));
      if (!cuts.includes(-1)) return cuts;
    }
  }
  return undefined;
}

/** Index of the part of a row that stands behind an alignment point. */
function cutAt(row: Row, x: number, em: number): number {
  if (pointBefore(row[0]!, em).x > x - PEN * em) return 0;
  return row.findIndex((node) => {
    const place = pointBefore(node, em);
    return place.exact && Math.abs(place.x - x) < PEN * em;
  });
}
