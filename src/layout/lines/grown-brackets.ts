import { type FramedGlyph, isHanging } from "./frame.js";

/** Two brackets that hang from their pens, grown around small rows. */
export interface GrownPair {
  open: FramedGlyph;
  close: FramedGlyph;
}

/** Widest content of grown brackets in text, in their sizes. */
const WIDEST = 8;
/** Both are equally tall, in their sizes. */
const ALIKE = 0.1;
const OPENING = /^[([{⌊⌈⟨|‖]$/u;
const CLOSING = /^[)\]}⌋⌉⟩|‖]$/u;

/** Pairs of neighbouring grown brackets among the glyphs of one row, left to right. */
export function grownPairs(row: readonly FramedGlyph[]): GrownPair[] {
  const hanging = row.filter(isHanging);
  return hanging.flatMap((open, at) => {
    const close = hanging[at + 1];
    if (!close || !OPENING.test(open.glyph.text) || !CLOSING.test(close.glyph.text)) return [];
    const alike = Math.abs(open.v0 - close.v0) + Math.abs(open.v1 - close.v1) < ALIKE * open.size;
    return alike && close.u0 - open.u1 < WIDEST * open.size ? [{ open, close }] : [];
  });
}

/** Ink between two places of a row, its baseline and size. */
interface Place {
  u0: number;
  u1: number;
  v: number;
  size: number;
}

export function isBetween({ open, close }: GrownPair, place: Place): boolean {
  const middle = middleOf(place);
  return place.u0 > open.u0 && place.u1 < close.u1 && middle > open.v0 && middle < open.v1;
}

/** In the upper half of what the brackets enclose. */
export function isUpper({ open }: GrownPair, place: Place): boolean {
  return middleOf(place) < (open.v0 + open.v1) / 2;
}

function middleOf({ v, size }: Place): number {
  return v - 0.3 * size;
}
