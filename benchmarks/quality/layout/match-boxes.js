/** @typedef {import("./page-structure.js").Box} Box */

/** @param {Box} box */
export const area = ([x0, y0, x1, y1]) => Math.max(0, x1 - x0) * Math.max(0, y1 - y0);

/**
 * @param {Box} a
 * @param {Box} b
 */
export function overlap(a, b) {
  return area([Math.max(a[0], b[0]), Math.max(a[1], b[1]), Math.min(a[2], b[2]), Math.min(a[3], b[3])]);
}

/**
 * Intersection over union.
 * @param {Box} a
 * @param {Box} b
 */
export function iou(a, b) {
  const common = overlap(a, b);
  return common === 0 ? 0 : common / (area(a) + area(b) - common);
}

/**
 * Pairs boxes one to one, the best overlap first.
 * @param {Box[]} truth
 * @param {Box[]} found
 * @param {number} least smallest IoU of a pair
 * @returns {Map<number, number>} index of `found` → index of `truth`
 */
export function matchBoxes(truth, found, least) {
  const pairs = [];
  for (const [f, box] of found.entries()) {
    for (const [t, other] of truth.entries()) {
      const value = iou(box, other);
      if (value >= least) pairs.push({ f, t, value });
    }
  }
  pairs.sort((a, b) => b.value - a.value || a.f - b.f || a.t - b.t);
  const matched = new Map();
  const taken = new Set();
  for (const { f, t } of pairs) {
    if (matched.has(f) || taken.has(t)) continue;
    matched.set(f, t);
    taken.add(t);
  }
  return matched;
}
