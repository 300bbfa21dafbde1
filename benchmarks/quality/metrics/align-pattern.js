import { FORMULA_MARK, UNKNOWN_MARK } from "./normalize-text.js";

/**
 * @typedef {object} Alignment
 * @property {number} edits Inserted, deleted and replaced characters.
 * @property {number} start Window of the text that the pattern covers, [start, end).
 * @property {number} end
 * @property {number} unknown Characters of the window that marks of the pattern stand for.
 */

const UNKNOWN = UNKNOWN_MARK.charCodeAt(0);
const FORMULA = FORMULA_MARK.charCodeAt(0);
const NEWLINE = 10;
const SPACE = 32;
/** Stands in a text for characters that another block has taken; equals nothing. */
export const TAKEN = "\u0001";
const TAKEN_CODE = TAKEN.charCodeAt(0);

/**
 * Finds the window of `text` nearest to `pattern` (Sellers' approximate substring search): Levenshtein distance with free
 * ends in the text. A newline (paragraph border) equals a space. A mark in the pattern equals any one character, an unknown
 * mark no newline, and may be left out, both at no cost.
 * Among equal windows unknown marks cover as much as they can (a heading's number), formula marks as little (a formula
 * that the prediction leaves out must not take the words after it); then the leftmost end wins.
 * @param {string} pattern
 * @param {string} text
 * @returns {Alignment}
 */
export function alignPattern(pattern, text) {
  const n = text.length;
  const codes = new Uint16Array(n);
  for (let j = 0; j < n; j += 1) codes[j] = text.charCodeAt(j);
  let cost = new Int32Array(n + 1);
  let start = new Int32Array(n + 1).map((_, j) => j);
  let unknown = new Int32Array(n + 1);
  let nextCost = new Int32Array(n + 1);
  let nextStart = new Int32Array(n + 1);
  let nextUnknown = new Int32Array(n + 1);
  for (let i = 1; i <= pattern.length; i += 1) {
    const code = pattern.charCodeAt(i - 1);
    const joker = code === UNKNOWN || code === FORMULA;
    const drop = joker ? 0 : 1;
    nextCost[0] = cost[0] + drop;
    nextStart[0] = start[0];
    nextUnknown[0] = unknown[0];
    for (let j = 1; j <= n; j += 1) {
      const character = codes[j - 1];
      const same = joker
        ? character !== TAKEN_CODE && (code === FORMULA || character !== NEWLINE)
        : character === code || (code === SPACE && character === NEWLINE);
      let best = cost[j - 1] + (same ? 0 : 1);
      let from = start[j - 1];
      let covered = unknown[j - 1] + (joker && same ? 1 : 0);
      const deletion = cost[j] + drop;
      if (deletion < best || (deletion === best && (code === FORMULA || unknown[j] > covered))) {
        best = deletion;
        from = start[j];
        covered = unknown[j];
      }
      const insertion = nextCost[j - 1] + 1;
      if (insertion < best) {
        best = insertion;
        from = nextStart[j - 1];
        covered = nextUnknown[j - 1];
      }
      nextCost[j] = best;
      nextStart[j] = from;
      nextUnknown[j] = covered;
    }
    [cost, nextCost] = [nextCost, cost];
    [start, nextStart] = [nextStart, start];
    [unknown, nextUnknown] = [nextUnknown, unknown];
  }
  let end = 0;
  const greedy = pattern.charCodeAt(pattern.length - 1) === UNKNOWN;
  for (let j = 1; j <= n; j += 1) {
    if (cost[j] < cost[end] || (greedy && cost[j] === cost[end] && unknown[j] > unknown[end])) end = j;
  }
  return { edits: cost[end], start: start[end], end, unknown: unknown[end] };
}

/**
 * Number of characters of a pattern that are not marks.
 * @param {string} pattern
 * @returns {number}
 */
export function knownLength(pattern) {
  let length = 0;
  for (let i = 0; i < pattern.length; i += 1) {
    const code = pattern.charCodeAt(i);
    if (code !== UNKNOWN && code !== FORMULA) length += 1;
  }
  return length;
}
