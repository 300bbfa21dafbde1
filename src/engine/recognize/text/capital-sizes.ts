import type { ReadLine } from "../read-lines.js";

/** The x-height of a line of capitals and digits is guessed from their height; one so near, by this factor, is its neighbour's. */
const ALIKE = 1.25;
/** Lines that tell their x-height have this many small letters. */
const LEAST_SMALL = 3;
/** A neighbour is over, under or beside the line within this many heights of it. */
const REACH = 3;

/**
 * x-heights of lines, those of lines without small letters taken over from the line next to them: what stands in one address or paragraph
 * is set in one size.
 *
 * @param sizes x-height of each line, px
 */
export function settleCapitals(lines: readonly ReadLine[], sizes: readonly number[]): number[] {
  const telling = lines.flatMap((line, at) => (smallLetters(line) >= LEAST_SMALL ? [{ line, size: sizes[at]! }] : []));
  return lines.map((line, at) => {
    const own = sizes[at]!;
    if (smallLetters(line) > 0) return own;
    const near = telling
      .map(({ line: other, size }) => ({ size, distance: distance(line, other) }))
      .filter(({ size, distance: gap }) => gap < REACH && size < ALIKE * own && own < ALIKE * size)
      .sort((a, b) => a.distance - b.distance)[0];
    return near?.size ?? own;
  });
}

function smallLetters({ symbols }: ReadLine): number {
  return symbols.filter(({ label }) => /^\p{Ll}$/u.test(label)).length;
}

/** Blank between two lines that overlap in x or y, in heights of the first; Infinity for others. */
function distance({ line: a }: ReadLine, { line: b }: ReadLine): number {
  const gapX = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  const gapY = Math.max(a.y0 - b.y1, b.y0 - a.y1);
  if (gapX > 0 && gapY > 0) return Number.POSITIVE_INFINITY;
  return Math.max(0, gapX, gapY) / (a.y1 - a.y0);
}
