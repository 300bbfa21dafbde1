// Formulas of a source and formulas read from its pages, matched in their order.
import { normalizedEditDistance } from "../metrics/edit-distance.js";
import { canonicalTokens } from "./canonical.js";

/** Formulas less alike than this are not the same one. */
const ALIKE = 0.5;
/** Formulas of a document that are compared with one another: no further apart than this in the two orders. */
const BAND = 60;

/** @typedef {{ pairs: { truth: string, read: string, edit: number }[], missed: string[], extra: string[] }} Alignment */

/**
 * @param {readonly string[]} truth
 * @param {readonly string[]} read
 * @returns {Alignment} the matching in order with the most in common
 */
export function alignFormulas(truth, read) {
  const [a, b] = [truth, read].map((list) => list.map(comparable));
  const likeness = (i, j) => {
    if (Math.abs(i - (j * a.length) / Math.max(1, b.length)) > BAND) return 0;
    const [short, long] = [Math.min(a[i].length, b[j].length), Math.max(a[i].length, b[j].length)];
    if (short < ALIKE * long) return 0;
    const like = 1 - normalizedEditDistance(a[i], b[j]);
    return like >= ALIKE ? like : 0;
  };
  const width = b.length + 1;
  const best = new Float64Array((a.length + 1) * width);
  const like = new Float64Array((a.length + 1) * width);
  for (let i = a.length - 1; i >= 0; i--)
    for (let j = b.length - 1; j >= 0; j--) {
      const at = i * width + j;
      like[at] = likeness(i, j);
      best[at] = Math.max(best[at + 1], best[at + width], like[at] > 0 ? like[at] + best[at + width + 1] : 0);
    }
  const result = { pairs: [], missed: [], extra: [] };
  let [i, j] = [0, 0];
  while (i < a.length || j < b.length) {
    const at = i * width + j;
    if (i < a.length && j < b.length && like[at] > 0 && best[at] === like[at] + best[at + width + 1]) {
      result.pairs.push({ truth: truth[i], read: read[j], edit: 1 - like[at] });
      i++;
      j++;
    } else if (j >= b.length || (i < a.length && best[at] === best[at + width])) result.missed.push(truth[i++]);
    else result.extra.push(read[j++]);
  }
  return result;
}

/** Canonical tokens without the mark that ends the sentence, and without equation numbers. */
function comparable(latex) {
  const tokens = canonicalTokens(latex);
  while (/^[.,;:]$/.test(tokens.at(-1) ?? "")) tokens.pop();
  return tokens;
}
