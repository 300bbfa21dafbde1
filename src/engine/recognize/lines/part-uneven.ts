import type { Component } from "../../raster/ink/components.js";
import type { InkLine } from "./find-lines.js";
import { measureLine } from "./line-metrics.js";

/** Blanks at least this wide, in letter heights, may be the gutter between columns; justified words stand up to 1.6 apart. */
const WIDE = 1.2;
/** Baselines of one line agree within this share of the letter height; those of two columns need not. */
const UNEVEN = 0.1;
/** Each side must have so many letters that stand on its baseline for that to be known … */
const LEAST_FEET = 4;
/** … of at least this share of the letter height: signs float. */
const STANDING = 0.8;
/** A side of which half as many letters stand on the other's baseline as on its own is of its line: brackets and descenders hang alike. */
const SHARED_FEET = 0.5;

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
    if (blank < WIDE * height || at < LEAST_FEET || letters.length - at < LEAST_FEET) continue;
    const [left, rest] = [lineOf(letters.slice(0, at)), lineOf(letters.slice(at))];
    if (isUneven(left, rest, height)) return [left, ...partUneven(rest, height)];
  }
  return [line];
}

/** Compares the two baselines in the middle of the blank, where both are known and neither side stands on the other's too. */
function isUneven(left: InkLine, right: InkLine, height: number): boolean {
  const x = (left.x1 + right.x0) / 2;
  const tolerance = Math.max(1, UNEVEN * height);
  const sides = [left, right].map((side) => {
    const { baseline, slope } = measureLine(side, height);
    const rise = (at: number) => slope * (at - (side.x0 + side.x1) / 2);
    const feetOn = (level: number) =>
      side.letters.filter(
        ({ x0, x1, y0, y1 }) => y1 - y0 >= STANDING * height && Math.abs(y1 - level - rise((x0 + x1) / 2)) <= tolerance,
      ).length;
    return { level: baseline, at: baseline + rise(x), feet: feetOn(baseline), feetOn };
  });
  const [a, b] = sides as [(typeof sides)[number], (typeof sides)[number]];
  const difference = b.at - a.at;
  if (Math.abs(difference) <= tolerance || a.feet < LEAST_FEET || b.feet < LEAST_FEET) return false;
  return a.feetOn(a.level + difference) < SHARED_FEET * a.feet && b.feetOn(b.level - difference) < SHARED_FEET * b.feet;
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
