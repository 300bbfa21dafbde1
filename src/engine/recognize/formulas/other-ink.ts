import type { Box } from "../../../page.js";
import type { ReadLine } from "../read-lines.js";
import { isProse } from "./formula-areas.js";

/**
 * Tells whether ink belongs to another line of text than the given one: to its letters, or, where it belongs to none (limits, parts of
 * fractions, accents), to what lies nearer to another line that runs over or under it and not beside
 * its own letters.
 */
export function otherInk(read: readonly ReadLine[]): (part: Box, line: ReadLine) => boolean {
  const prose = read.filter(isProse);
  const homes = new Map<Box, ReadLine>(prose.flatMap((line) => line.line.letters.map((letter) => [letter, line])));
  return (part, line) => {
    const home = homes.get(part);
    if (home) return !isSame(home, line);
    const { baseline, xHeight } = line.metrics;
    if (part.y0 < baseline && part.y1 > baseline - xHeight) return false;
    const own = distance(part, line);
    return prose.some(
      (other) =>
        !isSame(other, line) && other.line.x0 < part.x1 && other.line.x1 > part.x0 && distance(part, other) < own,
    );
  };
}

/** A line with fractions may come in pieces, whose baselines differ by less than this, in x-heights. */
const SAME_LINE = 1;

function isSame(a: ReadLine, b: ReadLine): boolean {
  return Math.abs(a.metrics.baseline - b.metrics.baseline) < SAME_LINE * b.metrics.xHeight;
}

/** From the middle of the small letters to the middle of the part, px. */
function distance({ y0, y1 }: Box, { metrics }: ReadLine): number {
  return Math.abs((y0 + y1) / 2 - (metrics.baseline - metrics.xHeight / 2));
}
