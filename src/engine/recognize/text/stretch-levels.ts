/** Least contrast between paper and full ink, as a share of the grey range. */
const LEAST_CONTRAST = 0.25;
/** Levels of ink told apart where paper and full ink are looked for: four for each grey of a page image. */
const LEVELS = 1020;

/** Paper (median) becomes 0, full ink (99th percentile) 1. Works in place; what is mostly dark is white on dark and inverted. */
export function stretchLevels(ink: Float32Array): void {
  const counts = countLevels(ink);
  let paper = quantile(counts, ink.length >> 1);
  let full = quantile(counts, Math.floor(0.99 * (ink.length - 1)));
  const lightest = quantile(counts, Math.floor(0.01 * ink.length));
  if (paper > 0.5 && paper - lightest > full - paper) {
    for (let i = 0; i < ink.length; i++) ink[i] = 1 - ink[i]!;
    [paper, full] = [1 - paper, 1 - lightest];
  }
  full = Math.max(full, paper + LEAST_CONTRAST);
  const gain = 1 / (full - paper);
  for (let i = 0; i < ink.length; i++) ink[i] = Math.min(Math.max((ink[i]! - paper) * gain, 0), 1);
}

function countLevels(ink: Float32Array): Uint32Array {
  const counts = new Uint32Array(LEVELS + 1);
  for (let i = 0; i < ink.length; i++) counts[(ink[i]! * LEVELS + 0.5) | 0]!++;
  return counts;
}

/** The value with `rank` smaller or equal ones before it. */
function quantile(counts: Uint32Array, rank: number): number {
  let level = 0;
  for (let before = counts[0]!; before <= rank && level < LEVELS; before += counts[level]!) level++;
  return level / LEVELS;
}
