import type { InkLine } from "./find-lines.js";
import { measureLine } from "./line-metrics.js";

/** Letters of a line that tells its x-height. */
const WORD_LETTERS = 10;
/** Digits are higher than small letters by 1 over this, and more. */
const MOST_DIGITS = 0.8;

/**
 * x-height of a page's text, px: `height`, the most frequent height of its letters, unless the words tell another. On a page of numbers, as a
 * table of contents is, most letters are as high as digits.
 */
export function commonXHeight(lines: readonly InkLine[], height: number): number {
  const heights = lines
    .filter(({ letters, isLeader }) => !isLeader && letters.length >= WORD_LETTERS)
    .flatMap((line) => Array<number>(line.letters.length).fill(measureLine(line, height).xHeight))
    .sort((a, b) => a - b);
  const middle = heights[heights.length >> 1] ?? height;
  return middle < MOST_DIGITS * height ? middle : height;
}
