import type { Component } from "../../raster/ink/components.js";
import type { InkLine } from "./find-lines.js";
import { measureLine } from "./line-metrics.js";

/** Blanks at least this wide, in letter heights, may be the gutter between columns; justified words stand up to 1.6 apart. */
const WIDE = 1.2;
/** Baselines of one line agree within this share of the letter height; those of two columns need not. */
const UNEVEN = 0.1;
/** Each side must have enough letters for its baseline to be known. */
const LEAST_LETTERS = 4;

/**
 * Parts a line where the letters left and right of a wide blank stand on different baselines: two columns that were taken for one line,
 * which no single frame could hold. `height`: letter height, px.
 */
export function partUneven(line: InkLine, height: number): InkLine[] {
  const letters = [...line.letters].sort((a, b) => a.x0 - b.x0);
  let right = letters[0]!.x1;
  for (let at = 1; at < letters.length; at++) {
    const blank = letters[at]!.x0 - right;
    right = Math.max(right, letters[at]!.x1);
    if (blank < WIDE * height || at < LEAST_LETTERS || letters.length - at < LEAST_LETTERS) continue;
    const [left, rest] = [lineOf(letters.slice(0, at)), lineOf(letters.slice(at))];
    if (isUneven(left, rest, height)) return [left, ...partUneven(rest, height)];
  }
  return [line];
}

/** Compares the two baselines in the middle of the blank. */
function isUneven(left: InkLine, right: InkLine, height: number): boolean {
  const x = (left.x1 + right.x0) / 2;
  const [a, b] = [left, right].map((side) => {
    const { baseline, slope } = measureLine(side, height);
    return baseline + slope * (x - (side.x0 + side.x1) / 2);
  });
  return Math.abs(a! - b!) > Math.max(1, UNEVEN * height);
}

/** The line that letters make. */
export function lineOf(letters: Component[]): InkLine {
  return {
    x0: Math.min(...letters.map((letter) => letter.x0)),
    y0: Math.min(...letters.map((letter) => letter.y0)),
    x1: Math.max(...letters.map((letter) => letter.x1)),
    y1: Math.max(...letters.map((letter) => letter.y1)),
    letters,
  };
}
