import { alignPattern, knownLength, TAKEN } from "./align-pattern.js";
import { FORMULA_MARK, UNKNOWN_MARK } from "./normalize-text.js";

/**
 * @typedef {object} TruthBlock
 * @property {string} kind
 * @property {string} pattern Normalised text with marks.
 * @property {boolean} required False: neither rewarded nor punished (captions, footnotes, table cells …).
 * @property {number} [level]
 *
 * @typedef {object} Match
 * @property {number} block Index of the truth block.
 * @property {number} start Window of the stream, [start, end).
 * @property {number} end
 * @property {number} edits
 * @property {number} length Characters the edits are counted over: the longer of the known truth and the window.
 *
 * @typedef {object} Matching
 * @property {Match[]} matches In order of the truth.
 * @property {number[]} missing Indices of required blocks without a window.
 * @property {{ start: number, end: number }[]} rest Pieces of the stream that no block covers.
 */

/** A window may differ from its block by half of its characters; beyond that the block counts as missing. */
const MAX_DISTANCE = 0.5;
/** Up to this length every place with a common gram is tried, above it the best few. */
const SHORT_BLOCK = 60;
const GRAM = 8;

/**
 * Finds the window of the predicted stream for every truth block: longest blocks first, required before optional, each
 * window used once. A block may cover several predicted paragraphs and a paragraph several blocks (the merging and
 * cutting of OmniDocBench's quick match), so paragraph borders cost nothing here.
 * @param {TruthBlock[]} blocks
 * @param {string[]} paragraphs Normalised predicted paragraphs in order.
 * @returns {Matching & { stream: string }}
 */
export function matchBlocks(blocks, paragraphs) {
  const stream = paragraphs.join("\n");
  // Headings are compared without case: small capitals are capitals in the text layer.
  const text = { free: stream, grams: indexGrams(stream) };
  const folded = { free: foldCase(stream), grams: indexGrams(foldCase(stream)) };
  /** @type {(Match | undefined)[]} */
  const found = blocks.map(() => undefined);
  const order = blocks
    .map((block, index) => ({ block, index, length: knownLength(block.pattern) }))
    .filter(({ length }) => length > 0)
    .sort((a, b) => Number(b.block.required) - Number(a.block.required) || b.length - a.length || a.index - b.index);
  for (const { block, index, length } of order) {
    const expected = expectedPosition(found, blocks, index, stream.length);
    const heading = block.level !== undefined;
    const source = heading ? folded : text;
    const best = findWindow(heading ? foldCase(block.pattern) : block.pattern, length, source, stream, expected);
    if (best === undefined) continue;
    found[index] = { block: index, ...best };
    for (const variant of [text, folded]) variant.free = take(variant.free, best);
  }
  return {
    stream,
    matches: found.filter((match) => match !== undefined),
    missing: blocks.flatMap((block, index) =>
      block.required && !found[index] && knownLength(block.pattern) > 0 ? [index] : [],
    ),
    rest: restOf(text.free),
  };
}

/** Lower case with every character at its place. */
function foldCase(text) {
  return Array.from({ length: text.length }, (_, i) => {
    const lower = text[i].toLowerCase();
    return lower.length === 1 ? lower : text[i];
  }).join("");
}

function take(text, { start, end }) {
  return text.slice(0, start) + TAKEN.repeat(end - start) + text.slice(end);
}

function indexGrams(text) {
  const grams = new Map();
  for (let i = 0; i + GRAM <= text.length; i += 1) {
    const gram = text.slice(i, i + GRAM);
    const places = grams.get(gram);
    if (places) places.push(i);
    else grams.set(gram, [i]);
  }
  return grams;
}

/** Where the neighbours in the truth were found; decides between equal windows (repeated headings, "Proof."). */
function expectedPosition(found, blocks, index, length) {
  for (let distance = 1; distance < blocks.length; distance += 1) {
    const before = found[index - distance];
    if (before && blocks[before.block].required) return before.end;
    const after = found[index + distance];
    if (after && blocks[after.block].required) return after.start;
  }
  return (index / blocks.length) * length;
}

function findWindow(pattern, length, { free, grams }, stream, expected) {
  const slack = Math.ceil(length * 0.3) + 40;
  let best;
  for (const offset of candidateOffsets(pattern, length, free, grams)) {
    const from = Math.max(0, offset - slack);
    const to = Math.min(free.length, offset + pattern.length + slack);
    const window = alignPattern(pattern, free.slice(from, to));
    const start =
      from + window.start + strayPrefix(pattern, free.slice(from + window.start, from + window.end), window.unknown);
    const end = from + window.end;
    const covered = from + window.end - (from + window.start) - window.unknown;
    const total = Math.max(length, covered);
    if (covered <= 0 || window.edits / total > MAX_DISTANCE) continue;
    const borders =
      Number(start === 0 || stream[start - 1] === "\n") + Number(end === stream.length || stream[end] === "\n");
    const rank =
      window.edits +
      (length <= SHORT_BLOCK ? 2 - borders : 0) +
      Math.min(0.9, Math.abs(start - expected) / stream.length);
    if (best === undefined || rank < best.rank) best = { rank, start, end, edits: window.edits, length: total };
  }
  return best && { start: best.start, end: best.end, edits: best.edits, length: best.length };
}

/** Marks in front of a heading stand for its number: text of another kind before the heading is given back. */
function strayPrefix(pattern, window, unknown) {
  if (pattern[0] !== UNKNOWN_MARK || unknown === 0) return 0;
  return /^(?:\p{L}+ )?(?:[\dIVXLC.]+|\p{L}(?:\.\d+)*)[.:)-]? ?$/iu.test(window.slice(0, unknown)) ? 0 : unknown;
}

/** Places in the stream where the pattern may begin: diagonals with the most common grams. */
function candidateOffsets(pattern, length, free, grams) {
  const size = Math.min(GRAM, Math.max(2, Math.floor(length / 2)));
  const votes = new Map();
  const bucket = length <= SHORT_BLOCK ? 4 : 64;
  for (const { gram, at } of patternGrams(pattern, size)) {
    const places = size === GRAM ? (grams.get(gram) ?? []) : occurrences(free, gram);
    if (places.length > 400) continue;
    for (const place of places) {
      if (free[place] === TAKEN || free[place + size - 1] === TAKEN) continue;
      const key = Math.round((place - at) / bucket);
      votes.set(key, (votes.get(key) ?? 0) + 1);
    }
  }
  const ranked = [...votes.entries()].sort((a, b) => b[1] - a[1] || a[0] - b[0]);
  if (length <= SHORT_BLOCK) return ranked.slice(0, 60).map(([key]) => key * bucket);
  const strong = ranked.filter(([, count]) => count * 3 >= ranked[0][1]).map(([key]) => key * bucket);
  // Neighbouring diagonals lead to the same window: an insertion in the middle shifts the votes.
  const apart = [];
  for (const offset of strong) {
    if (apart.length < 4 && apart.every((other) => Math.abs(other - offset) > length * 0.15 + bucket))
      apart.push(offset);
  }
  return apart;
}

function patternGrams(pattern, size) {
  const grams = [];
  for (let at = 0; at + size <= pattern.length; at += 1) {
    const gram = pattern.slice(at, at + size);
    if (!gram.includes(UNKNOWN_MARK) && !gram.includes(FORMULA_MARK)) grams.push({ gram, at });
  }
  return grams;
}

function occurrences(text, gram) {
  const places = [];
  for (let at = text.indexOf(gram); at >= 0 && places.length <= 400; at = text.indexOf(gram, at + 1)) places.push(at);
  return places;
}

/** Uncovered pieces with at least one letter or digit. */
function restOf(free) {
  const rest = [];
  for (const piece of free.matchAll(/[^\u0001\n]+/g)) {
    const text = piece[0];
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    const start = piece.index + (text.length - text.trimStart().length);
    rest.push({ start, end: start + text.trim().length });
  }
  return rest;
}
