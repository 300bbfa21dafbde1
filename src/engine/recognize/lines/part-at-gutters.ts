import type { InkLine } from "./find-lines.js";
import { lineOf } from "./part-uneven.js";

/** Blanks at least this wide, in letter heights, may be a narrow gutter. */
const WIDE = 1.2;
/** Edges of a column's lines agree within this, letter heights. */
const NEAR = 0.6;
/** So many other lines must end, begin or have a wide blank where this line has its blank … */
const LEAST_LINES = 8;
/** … for each one that has letters there. */
const PER_CROSSING = 4;

interface Blank {
  x0: number;
  x1: number;
  /** Index of the first letter after it, from left to right. */
  at: number;
}

/**
 * Parts lines that were chained over a narrow gutter: a blank no wider than between words of stretched print is one where the lines above
 * and below end, begin or are blank at the same place. `height`: letter height, px.
 */
export function partAtGutters(lines: readonly InkLine[], height: number): InkLine[] {
  const blanks = new Map(lines.map((line) => [line, wideBlanks(line, height)]));
  return lines.flatMap((line) => {
    const gutters = blanks.get(line)!.filter((blank) => isGutter(blank, line, blanks, height));
    if (gutters.length === 0) return [line];
    const letters = sortedLetters(line);
    const cuts = [0, ...gutters.map(({ at }) => at), letters.length];
    return cuts.slice(1).map((to, index) => lineOf(letters.slice(cuts[index], to)));
  });
}

function isGutter(
  { x0, x1 }: Blank,
  line: InkLine,
  blanks: ReadonlyMap<InkLine, readonly Blank[]>,
  height: number,
): boolean {
  const middle = (x0 + x1) / 2;
  let [agree, cross] = [0, 0];
  for (const [other, own] of blanks) {
    if (other === line) continue;
    const ends = Math.abs(other.x1 - x0) <= NEAR * height || Math.abs(other.x0 - x1) <= NEAR * height;
    if (ends || own.some((blank) => blank.x0 < middle && blank.x1 > middle)) agree++;
    else if (other.x0 < middle && other.x1 > middle) cross++;
  }
  return agree >= LEAST_LINES && agree >= PER_CROSSING * cross;
}

function wideBlanks(line: InkLine, height: number): Blank[] {
  const letters = sortedLetters(line);
  const blanks: Blank[] = [];
  let right = letters[0]!.x1;
  for (let at = 1; at < letters.length; at++) {
    const { x0, x1 } = letters[at]!;
    if (x0 - right >= WIDE * height) blanks.push({ x0: right, x1: x0, at });
    right = Math.max(right, x1);
  }
  return blanks;
}

function sortedLetters(line: InkLine) {
  return [...line.letters].sort((a, b) => a.x0 - b.x0);
}
