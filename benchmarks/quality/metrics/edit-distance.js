/**
 * Levenshtein distance of two sequences (characters of strings or elements of arrays): insert, delete and replace cost 1.
 * @param {ArrayLike<unknown>} a
 * @param {ArrayLike<unknown>} b
 * @returns {number}
 */
export function editDistance(a, b) {
  if (a.length < b.length) return editDistance(b, a);
  let row = new Int32Array(b.length + 1).map((_, j) => j);
  let next = new Int32Array(b.length + 1);
  for (let i = 1; i <= a.length; i += 1) {
    next[0] = i;
    for (let j = 1; j <= b.length; j += 1) {
      const replace = row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1);
      next[j] = Math.min(replace, row[j] + 1, next[j - 1] + 1);
    }
    [row, next] = [next, row];
  }
  return row[b.length];
}

/**
 * Distance over the length of the longer sequence, 0 (equal) to 1; two empty sequences are equal.
 * @param {ArrayLike<unknown>} a
 * @param {ArrayLike<unknown>} b
 * @returns {number}
 */
export function normalizedEditDistance(a, b) {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 0 : editDistance(a, b) / longer;
}
