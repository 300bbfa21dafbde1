import type { Box } from "../../../page.js";
import type { InkLine } from "./find-lines.js";

/** A neighbour is looked for within this many letter heights. */
const REACH = 2.5;
/** Text runs down the page when this many times more letters have their nearest neighbour above or below than beside them. */
const CLEARLY = 1.6;
/** Fewer letters tell nothing. */
const LEAST_LETTERS = 40;

/** Whether the lines of a page image run from top to bottom: letters stand nearer to each other along a line than across. */
export function runsDown(letters: readonly Box[], height: number): boolean {
  if (letters.length < LEAST_LETTERS) return false;
  const beside = nearest(letters, height);
  const below = nearest(
    letters.map(({ x0, y0, x1, y1 }) => ({ x0: y0, y0: x0, x1: y1, y1: x1 })),
    height,
  );
  let [across, down] = [0, 0];
  for (const [index, right] of beside.entries()) {
    if (right < below[index]!) across++;
    else if (below[index]! < right) down++;
  }
  return down > CLEARLY * across;
}

/** Gap to the next letter to the right that shares half of the smaller one's height; Infinity where there is none near. */
function nearest(letters: readonly Box[], height: number): number[] {
  const order = [...letters.keys()].sort((a, b) => letters[a]!.x0 - letters[b]!.x0);
  const gaps = new Array<number>(letters.length).fill(Infinity);
  order.forEach((index, at) => {
    const letter = letters[index]!;
    for (let next = at + 1; next < order.length; next++) {
      const other = letters[order[next]!]!;
      if (other.x0 - letter.x1 > REACH * height) break;
      const overlap = Math.min(letter.y1, other.y1) - Math.max(letter.y0, other.y0);
      if (
        other.x0 < (letter.x0 + letter.x1) / 2 ||
        overlap < 0.5 * Math.min(letter.y1 - letter.y0, other.y1 - other.y0)
      )
        continue;
      gaps[index] = Math.max(0, other.x0 - letter.x1);
      break;
    }
  });
  return gaps;
}

/** Lines of fewer letters have no reliable band. */
const LEAST_LINE = 8;

/**
 * How much more letters rise above their line's middle band than hang below it, −1 to 1: print of Latin script has some four times more
 * ascenders, capitals and digits than descenders; upside down it is the other way round. 0 where nothing tells.
 */
export function uprightness(lines: readonly InkLine[]): number {
  let [rising, hanging] = [0, 0];
  for (const { letters } of lines) {
    if (letters.length < LEAST_LINE) continue;
    const tops = median(letters.map(({ y0 }) => y0));
    const feet = median(letters.map(({ y1 }) => y1));
    const band = feet - tops;
    for (const { y0, y1 } of letters) {
      if (y1 - y0 < 0.7 * band) continue;
      if (y0 < tops - 0.2 * band && y1 < feet + 0.15 * band) rising++;
      if (y1 > feet + 0.2 * band && y0 > tops - 0.15 * band) hanging++;
    }
  }
  return rising + hanging === 0 ? 0 : (rising - hanging) / (rising + hanging);
}

function median(values: number[]): number {
  return values.sort((a, b) => a - b)[values.length >> 1]!;
}
