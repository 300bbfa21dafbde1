import type { ReadLine } from "../read-lines.js";

/** A line belongs to the running text when its x-height is within this share of the middle one. */
const SAME_SIZE = 0.1;
/** A letter stands on the baseline, px, and its ascender is this many times the x-height. */
const ON_BASELINE = 2;
const [LEAST_RISE, MOST_RISE] = [1.25, 1.9];
const LEAST_LETTERS = 20;
/** Height of ascenders and capitals in ems: 0.66 to 0.72 in Computer Modern, Times, Utopia and Kp, whose x-heights are 0.43 to 0.49. */
const ASCENDER = 0.69;
/** Boxes of ink are larger than the outlines by this, px. */
const EDGE = 0.7;

/** Em of the running text by its tall letters, px of the image; undefined when there are hardly any. */
export function emOfAscenders(lines: readonly Pick<ReadLine, "line" | "metrics">[]): number | undefined {
  const usual = middleOf(lines.flatMap(({ line, metrics }) => line.letters.map(() => metrics.xHeight)));
  if (usual === undefined) return undefined;
  const rises = lines.flatMap(({ line, metrics }) => {
    if (Math.abs(metrics.xHeight - usual) > SAME_SIZE * usual) return [];
    const middle = (line.x0 + line.x1) / 2;
    return line.letters.flatMap((letter) => {
      const baseline = metrics.baseline + metrics.slope * ((letter.x0 + letter.x1) / 2 - middle);
      const rise = baseline - letter.y0;
      const stands = Math.abs(letter.y1 - baseline) < ON_BASELINE;
      return stands && rise > LEAST_RISE * usual && rise < MOST_RISE * usual ? [rise] : [];
    });
  });
  return rises.length < LEAST_LETTERS ? undefined : (middleOf(rises)! - EDGE) / ASCENDER;
}

function middleOf(values: number[]): number | undefined {
  return values.sort((a, b) => a - b)[values.length >> 1];
}
