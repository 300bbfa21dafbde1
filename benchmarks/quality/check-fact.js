import { alignPattern } from "./metrics/align-pattern.js";
import { normalizedEditDistance } from "./metrics/edit-distance.js";
import { normalizeText } from "./metrics/normalize-text.js";
import { tableGrid } from "./prediction/table-grid.js";

/**
 * A statement about a document that a reader took from the page picture.
 * @typedef {object} Fact
 * @property {"present" | "absent" | "before" | "paragraph" | "heading" | "title" | "author" | "abstract" | "caption" | "footnote" | "list_item" | "code" | "in_table"} kind
 * @property {string} text
 * @property {string} [then] before: a text that comes later; paragraph: where the paragraph that begins with `text` ends.
 * @property {number} [page] Where the reader saw it; for people.
 * @property {"title" | "abstract"} [or] heading: another correct form (`\title{…}`, the abstract environment).
 * @property {number} [maxDiffs] Characters that may differ; 0 when not given.
 * @property {string} [left] in_table: the nearest filled cell on that side.
 * @property {string} [right]
 * @property {string} [up]
 * @property {string} [down]
 */

/** Headings and cells are compared as wholes; this share of their characters may differ. */
const WHOLE_DISTANCE = 0.1;
/** Often set in small capitals, which are capitals in the text layer. */
const CASELESS = new Set(["title", "author", "caption"]);
const NUMBERING = /^(?:\d+(?:\.\d+)*|[IVXLC]+|[A-Z])[.:)]?\s+/u;

/**
 * Whether a fact holds for a document.
 * @param {Fact} fact
 * @param {import("./prediction/mmd-blocks.js").MmdBlock[]} blocks With formulas kept.
 * @returns {boolean}
 */
export function checkFact(fact, blocks) {
  const fold = CASELESS.has(fact.kind)
    ? (/** @type {string} */ text) => text.toLowerCase()
    : (/** @type {string} */ text) => text;
  const has = (/** @type {string[]} */ kinds) =>
    blocks.some((block) => kinds.includes(block.kind) && find(fold(fact.text), fold(block.text), fact.maxDiffs));
  switch (fact.kind) {
    case "present":
      return isPresent(fact, blocks);
    case "absent":
      return !isPresent(fact, blocks);
    case "before":
      return isBefore(fact, textsOf(blocks).whole);
    case "paragraph":
      return blocks.some((block) => isParagraph(fact, normalizeText(block.text)));
    case "heading":
      return isHeading(fact, blocks);
    case "in_table":
      return blocks.some((block) => block.cells && inTable(fact, tableGrid(block.cells)));
    default:
      return has([fact.kind]);
  }
}

/** Blocks that interrupt a sentence where a column or page ends, without ending it. */
const ASIDE = new Set(["caption", "footnote", "table", "figure"]);

/** @type {WeakMap<object, { whole: string, running: string }>} */
const texts = new WeakMap();

function textsOf(blocks) {
  const known = texts.get(blocks);
  if (known !== undefined) return known;
  const join = (/** @type {typeof blocks} */ some) => normalizeText(some.map((block) => block.text).join(" "));
  const made = { whole: join(blocks), running: join(blocks.filter((block) => !ASIDE.has(block.kind))) };
  texts.set(blocks, made);
  return made;
}

function isPresent(fact, blocks) {
  const { whole, running } = textsOf(blocks);
  return Boolean(find(fact.text, whole, fact.maxDiffs) ?? find(fact.text, running, fact.maxDiffs));
}

/** First place of `needle` with at most `maxDiffs` edits. */
function find(needle, haystack, maxDiffs = 0) {
  const wanted = normalizeText(needle);
  const text = normalizeText(haystack);
  const exact = text.indexOf(wanted);
  if (exact >= 0) return { start: exact, end: exact + wanted.length };
  if (maxDiffs === 0) return undefined;
  const window = alignPattern(wanted, text);
  return window.edits <= maxDiffs ? window : undefined;
}

function isBefore(fact, text) {
  const first = find(fact.text, text, fact.maxDiffs);
  return first !== undefined && Boolean(find(fact.then, text.slice(first.end), fact.maxDiffs));
}

function isParagraph(fact, text) {
  return text.startsWith(normalizeText(fact.text)) && text.endsWith(normalizeText(fact.then));
}

function isHeading(fact, blocks) {
  if (fact.or === "abstract" && blocks.some((block) => block.kind === "abstract")) return true;
  const kinds = fact.or === "title" ? ["heading", "title"] : ["heading"];
  const plain = (/** @type {string} */ text) => [text, text.replace(NUMBERING, "")];
  const wanted = plain(normalizeText(fact.text).toLowerCase());
  return blocks.some((block) => {
    if (!kinds.includes(block.kind)) return false;
    const found = plain(normalizeText(block.text).toLowerCase());
    return (
      normalizedEditDistance(wanted[0], found[0]) <= WHOLE_DISTANCE ||
      normalizedEditDistance(wanted[1], found[1]) <= WHOLE_DISTANCE
    );
  });
}

function inTable(fact, grid) {
  return grid.some((row, r) =>
    row.some((cell, c) => sameCell(fact.text, cell?.text, fact.maxDiffs) && neighboursAgree(fact, grid, r, c)),
  );
}

const SIDES = { left: [0, -1], right: [0, 1], up: [-1, 0], down: [1, 0] };

function neighboursAgree(fact, grid, r, c) {
  return Object.entries(SIDES).every(
    ([side, [dr, dc]]) =>
      fact[side] === undefined || sameCell(fact[side], neighbour(grid, r, c, dr, dc), fact.maxDiffs),
  );
}

/** Text of the next filled cell in a direction; slots of the same cell and empty cells are passed. */
function neighbour(grid, r, c, dr, dc) {
  const self = grid[r][c];
  for (let i = r + dr, j = c + dc; grid[i] !== undefined && j >= 0 && j < grid[i].length; i += dr, j += dc) {
    const cell = grid[i][j];
    if (cell && cell !== self && cell.text !== "") return cell.text;
  }
  return undefined;
}

function sameCell(wanted, text, maxDiffs) {
  if (text === undefined) return false;
  const a = normalizeText(wanted);
  const b = normalizeText(text);
  if (a === b) return true;
  // Short cells hold numbers: a wrong digit is a wrong cell.
  const allowed = maxDiffs ?? (a.length < 20 ? 0 : WHOLE_DISTANCE * a.length);
  return allowed > 0 && normalizedEditDistance(a, b) * Math.max(a.length, b.length) <= allowed;
}
