import type { ReadLine } from "./read-lines.js";
import { isGrammarMark } from "./text/decode-line.js";

/** Ink of a letter is this high and wide at least, no higher than so much, and its middle is this near to the line's small letters, in x-heights. */
const LEAST_HEIGHT = 0.7;
const MOST_HEIGHT = 2.4;
const LEAST_WIDTH = 0.45;
const OFF_LINE = 0.6;
/** The recogniser's symbols stand this near to the middle of their ink, in x-heights; ink of several letters holds theirs. */
const NEAR = 0.6;
/** A formula ends this far behind its last column, in x-heights. */
const FORMULA_END = 0.3;

/**
 * How many letters of a line have ink, but no symbol near it: the recogniser passed over them. Inside formulas, whose parts stand above
 * each other, nothing is counted.
 */
export function missedLetters({ line, metrics, symbols, framed, maths }: ReadLine): number {
  const { xHeight, baseline } = metrics;
  const xOf = (column: number) => framed.left + column * framed.scale;
  const centres = symbols
    .filter(({ label }) => label !== " " && !isGrammarMark(label))
    .map(({ centre }) => xOf(centre));
  if (centres.length === 0) return 0;
  const ranges = maths.map(([from, to]) => [xOf(from) - xHeight, xOf(to) + FORMULA_END * xHeight] as const);
  const [first, last] = [Math.min(...centres), Math.max(...centres)];
  return line.letters.filter(({ x0, y0, x1, y1 }) => {
    const [middle, height] = [(x0 + x1) / 2, y1 - y0];
    if (height < LEAST_HEIGHT * xHeight || height > MOST_HEIGHT * xHeight) return false;
    if (x1 - x0 < LEAST_WIDTH * xHeight) return false;
    if (Math.abs((y0 + y1) / 2 - (baseline - 0.5 * xHeight)) > OFF_LINE * xHeight) return false;
    // What stands before the first and behind the last symbol may be no letter at all.
    if (middle < first || middle > last || ranges.some(([from, to]) => middle > from && middle < to)) return false;
    const reach = Math.max(NEAR * xHeight, (x1 - x0) / 2);
    return !centres.some((centre) => Math.abs(centre - middle) < reach);
  }).length;
}
