import { knownLength } from "../metrics/align-pattern.js";
import { matchBlocks } from "../metrics/match-blocks.js";
import { normalizeText } from "../metrics/normalize-text.js";
import { mmdBlocks } from "../prediction/mmd-blocks.js";

/** Shorter blocks can be found in many places by chance. */
const LEAST_BLOCK = 30;

/**
 * Text blocks without formulas of an MMD: what a reading of the same page is held against.
 * @param {string} mmd
 * @returns {string[]}
 */
export function textBlocks(mmd) {
  const [plain, whole] = ["drop", "keep"].map((formulas) => mmdBlocks(mmd, { formulas }));
  return plain
    .filter((block, index) => block.text === whole[index]?.text && block.kind !== "table" && block.kind !== "figure")
    .map((block) => normalizeText(block.text))
    .filter((text) => text.length >= LEAST_BLOCK);
}

/**
 * Character and word errors of a reading: every gold block against the window of the reading that is nearest to it, wherever that
 * stands; a block without one counts whole. What is read beyond the gold is not counted.
 * @param {string[]} gold Normalised.
 * @param {string[]} paragraphs Of the reading, normalised.
 * @returns {{ errors: number, characters: number, missing: number }}
 */
export function blockErrors(gold, paragraphs) {
  const blocks = gold.map((pattern) => ({ kind: "paragraph", pattern, required: true }));
  const matching = matchBlocks(blocks, paragraphs);
  const missing = matching.missing.reduce((sum, index) => sum + knownLength(blocks[index].pattern), 0);
  return {
    errors: matching.matches.reduce((sum, match) => sum + match.edits, 0) + missing,
    characters: gold.reduce((sum, text) => sum + text.length, 0),
    missing,
  };
}

/** Paragraphs of an MMD, normalised. */
export function mmdParagraphs(mmd) {
  return mmdBlocks(mmd, { formulas: "drop" })
    .map((block) => normalizeText(block.text))
    .filter((text) => text !== "");
}

/** Paragraphs of plain text: what blank lines separate. */
export function textParagraphs(text) {
  return text
    .split(/\n\s*\n/)
    .map(normalizeText)
    .filter((paragraph) => paragraph !== "");
}
