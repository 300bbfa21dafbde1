import type { Row } from "./build-rows.js";
import type { FramedGlyph } from "./frame.js";

/** Small run of a row that may be a script of another row. */
export interface Piece {
  row: Row;
  glyphs: FramedGlyph[];
  u0: number;
  u1: number;
  v: number;
  size: number;
  /** Where it was attached. */
  carrier?: Carrier | undefined;
}

/** Place of a script in the row that takes it: see `Run`. */
export interface Carrier {
  row: Row;
  anchor: number;
  order: number;
}

/** Scripts over each other: the lower one first. Positive, since 0 is the order of the row's own glyphs. */
export function levelOrder(v: number): number {
  return 1e6 - v;
}

/** Index of the first of the items, ascending by `place`, that is not before `from`. */
export function lowerBound<T>(items: readonly T[], from: number, place: (item: T) => number): number {
  let low = 0;
  let high = items.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (place(items[middle]!) < from) low = middle + 1;
    else high = middle;
  }
  return low;
}
