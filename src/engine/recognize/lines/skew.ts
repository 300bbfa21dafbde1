import type { Component } from "../../raster/ink/components.js";

/** Skew is looked for within this angle, degrees; scanners feed within 3°, hands lay within 5°. */
const MAX_SKEW = 5;
const COARSE_STEP = 0.25;
const FINE_STEP = 0.025;
/** Fewer letters than this tell no angle. */
const MIN_LETTERS = 30;

/**
 * Skew of the text lines in degrees, clockwise positive: the angle at which the feet of the letters gather on the fewest rows
 * (projection profile, Postl 1986; feet instead of pixels).
 */
export function estimateSkew(letters: readonly Component[], letterHeight: number): number {
  if (letters.length < MIN_LETTERS) return 0;
  const bin = Math.max(1.5, letterHeight / 6);
  const score = (degrees: number) => sharpness(letters, Math.tan((degrees * Math.PI) / 180), bin);
  const coarse = best(-MAX_SKEW, MAX_SKEW, COARSE_STEP, score);
  return best(coarse - COARSE_STEP, coarse + COARSE_STEP, FINE_STEP, score);
}

function best(from: number, to: number, step: number, score: (degrees: number) => number): number {
  let angle = 0;
  let high = score(0);
  for (let i = 0; i <= Math.round((to - from) / step); i++) {
    const degrees = from + i * step;
    const value = score(degrees);
    // A straight page must clearly gain before it is turned.
    if (value > high * (Math.abs(degrees) < Math.abs(angle) ? 1 : 1.005)) {
      high = value;
      angle = degrees;
    }
  }
  return angle;
}

function sharpness(letters: readonly Component[], slope: number, bin: number): number {
  const rows = letters.map(({ x0, x1, y1 }) => Math.round((y1 - slope * (x0 + x1) * 0.5) / bin));
  let [first, last] = [Infinity, -Infinity];
  for (const row of rows) {
    if (row < first) first = row;
    if (row > last) last = row;
  }
  const counts = new Uint32Array(last - first + 1);
  for (const row of rows) counts[row - first]!++;
  return counts.reduce((sum, count) => sum + count * count, 0);
}
