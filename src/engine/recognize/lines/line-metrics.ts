import type { InkLine } from "./find-lines.js";

/** Where a line stands, px of the page image. */
export interface LineMetrics {
  /** y of the baseline at the middle of the line. */
  baseline: number;
  /** Fall of the baseline per px to the right. */
  slope: number;
  xHeight: number;
}

/** x-height over capital height, mean of the faces used in training (0.60 to 0.76). */
export const CAP_TO_X = 0.68;

interface Stand {
  x: number;
  top: number;
  bottom: number;
  weight: number;
}

/**
 * Baseline and x-height of a line from the boxes of its letters (the reference is `line_metrics.py` beside the training code).
 * `expected`, the x-height of the text around, decides lines of capitals or digits only, and leaders.
 */
export function measureLine(line: InkLine, expected: number): LineMetrics {
  const height = line.y1 - line.y0;
  const middle = (line.x0 + line.x1) / 2;
  const stands = line.letters
    .filter((letter) => letter.y1 - letter.y0 >= 0.18 * height && letter.x1 - letter.x0 < 12 * (letter.y1 - letter.y0))
    .map(
      (letter): Stand => ({
        x: (letter.x0 + letter.x1) / 2,
        top: letter.y0,
        bottom: letter.y1,
        weight: Math.min(Math.max(letter.x1 - letter.x0, 1), height),
      }),
    );
  if (stands.length === 0) return { baseline: line.y1, slope: 0, xHeight: expected };
  let slope = 0;
  let baseline = mode(
    stands.map((stand) => [stand.bottom, stand.weight] as const),
    Math.max(1, 0.06 * height),
  ).value;
  for (let round = 0; round < 2; round++) {
    const near = stands.filter(
      (stand) => Math.abs(stand.bottom - (baseline + slope * (stand.x - middle))) <= Math.max(1.2, 0.08 * height),
    );
    const spread = Math.max(...near.map((stand) => stand.x)) - Math.min(...near.map((stand) => stand.x));
    if (near.length >= 6 && spread > 6 * height) ({ slope, offset: baseline } = fitLine(near, middle));
  }
  const standing = stands.filter(
    (stand) => Math.abs(stand.bottom - (baseline + slope * (stand.x - middle))) <= Math.max(1.2, 0.09 * height),
  );
  const rises = standing
    .map((stand) => [baseline + slope * (stand.x - middle) - stand.top, stand.weight] as const)
    .filter(([rise]) => rise > 0.3 * height);
  if (line.isLeader || rises.length === 0) return { baseline, slope, xHeight: expected };
  return { baseline, slope, xHeight: readXHeight(rises, expected) };
}

function readXHeight(rises: readonly (readonly [number, number])[], expected: number): number {
  const tolerance = Math.max(0.8, 0.07 * Math.max(...rises.map(([rise]) => rise)));
  const { value: main, weight } = mode(rises, tolerance);
  const mass = (from: number, to: number) =>
    rises.reduce((sum, [rise, own]) => sum + (rise > from && rise < to ? own : 0), 0);
  const higher = mass(1.22 * main, 1.9 * main);
  const lower = mass(main / 1.9, main / 1.22);
  if (higher >= 0.1 * weight && higher >= 0.6 * lower) return main;
  if (lower >= 0.2 * weight) {
    const low = mode(
      rises.filter(([rise]) => rise > main / 1.9 && rise < main / 1.22),
      tolerance,
    );
    if (low.weight >= 0.12 * mass(0, Infinity)) return low.value;
  }
  const asLetters = Math.abs(Math.log(main / expected));
  const asCapitals = Math.abs(Math.log((main * CAP_TO_X) / expected));
  return asLetters < asCapitals ? main : main * CAP_TO_X;
}

/** Weighted mean and weight of the heaviest window of width `2 * tolerance`. */
function mode(values: readonly (readonly [number, number])[], tolerance: number): { value: number; weight: number } {
  let best = { value: 0, weight: -1 };
  for (const [centre] of values) {
    let weight = 0;
    let sum = 0;
    for (const [value, own] of values) {
      if (Math.abs(value - centre) > tolerance) continue;
      weight += own;
      sum += own * value;
    }
    if (weight > best.weight) best = { value: sum / weight, weight };
  }
  return best;
}

/** Least squares through the letters' feet, slope within ±0.02. */
function fitLine(stands: readonly Stand[], middle: number): { slope: number; offset: number } {
  let [w, wx, wy, wxx, wxy] = [0, 0, 0, 0, 0];
  for (const { x, bottom, weight } of stands) {
    const dx = x - middle;
    w += weight;
    wx += weight * dx;
    wy += weight * bottom;
    wxx += weight * dx * dx;
    wxy += weight * dx * bottom;
  }
  const determinant = w * wxx - wx * wx;
  const slope = determinant === 0 ? 0 : Math.min(Math.max((w * wxy - wx * wy) / determinant, -0.02), 0.02);
  return { slope, offset: (wy - slope * wx) / w };
}
