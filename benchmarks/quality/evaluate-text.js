import { readFileSync } from "node:fs";
import { normalizedEditDistance } from "./metrics/edit-distance.js";
import { headingScore } from "./metrics/heading-score.js";
import { matchBlocks } from "./metrics/match-blocks.js";
import { FORMULA_MARK, normalizeText } from "./metrics/normalize-text.js";
import { textScore } from "./metrics/text-score.js";
import { mmdBlocks } from "./prediction/mmd-blocks.js";
import { latexTruth } from "./truth/latex-truth.js";

/** Blocks of the prediction that are not running text; truth knows them as optional. */
const ASIDE = new Set(["author", "caption", "footnote", "table", "figure"]);
const FORMULAS = new RegExp(`${FORMULA_MARK}+`, "g");

/**
 * Truth blocks of a document, from its committed file or its LaTeX source.
 * @param {import("./documents.js").QualityDocument} document
 */
export function truthOf(document) {
  if (document.truth) return JSON.parse(readFileSync(document.truth, "utf8"));
  return document.latex ? latexTruth(document.latex.file, document.latex) : undefined;
}

/**
 * Text, order and heading figures of one predicted document.
 * `strict` drops formulas on both sides; `prose` forgives characters at the place of a formula (unrecognised inline maths).
 * @param {{ ignore: string[], partial: boolean }} document
 * @param {import("./metrics/match-blocks.js").TruthBlock[]} truth
 * @param {string} mmd
 */
export function evaluateText(document, truth, mmd) {
  const predicted = mmdBlocks(mmd, { formulas: "drop" }).map((block) => ({
    ...block,
    text: normalizeText(block.text),
  }));
  const running = predicted.filter((block) => !ASIDE.has(block.kind) && block.text !== "");
  const paragraphs = running.map((block) => block.text);
  const strictTruth = truth.map((block) => ({
    ...block,
    pattern: normalizeText(block.pattern.replace(FORMULAS, " ")),
  }));
  const strict = scoreAgainst(document, strictTruth, paragraphs);
  const prose = scoreAgainst(document, truth.map(openFormulas), paragraphs);
  const headings = headingScore(
    strictTruth
      .filter((block) => block.level !== undefined)
      .map((block) => ({ text: block.pattern, level: block.level, optional: block.optional })),
    predicted
      // A heading that is nothing but a formula has no words left on either side.
      .filter((block) => (block.kind === "heading" || block.kind === "title") && /\p{L}/u.test(block.text))
      .map((block) => ({ text: block.text, level: block.level })),
  );
  return {
    strict: strict.score,
    prose: prose.score,
    headings,
    matching: strict.matching,
    truth: strictTruth,
    ignored: strict.ignored,
  };
}

/** The space before a formula belongs to it: where the prediction drops the formula, one space is left, not two. */
function openFormulas(block) {
  return { ...block, pattern: block.pattern.replaceAll(` ${FORMULA_MARK}`, FORMULA_MARK.repeat(2)) };
}

function scoreAgainst(document, truth, paragraphs) {
  const matching = matchBlocks(truth, paragraphs);
  const ignored = document.partial
    ? [{ start: 0, end: matching.stream.length }]
    : ignoredRanges(document.ignore, truth, matching, paragraphs);
  return { matching, ignored, score: textScore(truth, matching, ignored) };
}

/** From a paragraph that equals an ignored heading to the next heading of the truth. */
function ignoredRanges(headings, truth, matching, paragraphs) {
  const starts = matching.matches
    .filter((match) => truth[match.block].kind === "heading" && truth[match.block].required)
    .map((match) => match.start);
  const ranges = [];
  let offset = 0;
  for (const paragraph of paragraphs) {
    const plain = paragraph.replace(/^[\dIVXA-C]+\.?\s+/, "");
    if (headings.some((heading) => normalizedEditDistance(heading.toLowerCase(), plain.toLowerCase()) <= 0.1)) {
      const next = starts.filter((start) => start > offset + paragraph.length).sort((a, b) => a - b)[0];
      ranges.push({ start: offset, end: next ?? matching.stream.length });
    }
    offset += paragraph.length + 1;
  }
  return ranges;
}
