// The sets of single formulas: each kind in each font set-up, read and scored.

import { normalizedEditDistance } from "../metrics/edit-distance.js";
import { canonicalTokens } from "./canonical.js";
import { FONT_SETUPS, foldSame } from "./font-setups.js";
import { formulaSet } from "./formula-sets.js";
import { readPages } from "./read-pages.js";
import { readPixels } from "./read-pixels.js";
import { sameColumns } from "./same-columns.js";
import { typeset } from "./typeset.js";

/** Kinds and the sizes of their held-out sets. */
export const KINDS = { inline: 3000, "one-row": 3000, "several-rows": 1000 };

/**
 * @typedef {object} Scored
 * @property {string} fonts
 * @property {string} kind
 * @property {string} truth
 * @property {string} read
 * @property {boolean} exact the same tokens, in columns that show the same
 * @property {boolean} asWritten exact with every `&` where the author put it
 * @property {number} edit edits of canonical tokens / tokens of the longer side
 * @property {number} f1
 * @property {number} rate the engine's confidence per symbol
 * @property {number | undefined} confidence from pixels: of the whole
 * @property {string} pdf
 * @property {number} page
 */

/**
 * @param {{ corpus: string, cache: string, fonts: string, kind: keyof typeof KINDS, split: "held-out" | "development", sample?: number,
 *   scores: import("./score-cache.js").ScoreCache, pixels?: { model?: string, dpi: number, grade: string } }} options `pixels`: read from the
 *   pictures, not from the glyphs
 * @returns {Promise<{ scored: Scored[], seconds: number }>}
 */
export async function scoreSet({ corpus, cache, fonts, kind, split, sample, scores, pixels }) {
  const set = formulaSet(corpus, kind, { split, limit: sample ?? KINDS[kind] });
  const display = kind !== "inline";
  const { pdf, pages } = typeset(set, { folder: cache, fonts, display });
  const read = await (pixels
    ? readPixels(pdf, pages, { ...pixels, inline: !display })
    : readPages(pdf, pages, { inline: !display }));
  const columns = kind === "several-rows";
  const scored = [];
  let seconds = 0;
  for (const [index, { latex }] of set.entries()) {
    const page = pages[index];
    if (page === undefined) continue;
    const result = read[index];
    seconds += result.seconds;
    const truth = foldSame(canonicalTokens(latex, { columns }), fonts);
    const found = foldSame(canonicalTokens(result.latex, { columns }), fonts);
    const asWritten = truth.join(" ") === found.join(" ");
    const exact = asWritten || (columns && sameColumns(latex, result.latex, (tokens) => foldSame(tokens, fonts)));
    const edit = exact ? 0 : normalizedEditDistance(truth, found);
    // What is the same in canonical form looks the same; MathJax is asked about the rest.
    const f1 = asWritten ? 1 : scores.boxF1(latex, result.latex, display);
    scored.push({
      fonts,
      kind,
      truth: latex,
      read: result.latex,
      exact,
      asWritten,
      edit,
      f1: f1 ?? 1 - edit,
      rate: result.rate,
      confidence: result.confidence,
      pdf,
      page,
    });
  }
  return { scored, seconds };
}

/** Set-ups of a group, all of them when none is named. */
export function setupsOf(/** @type {string | undefined} */ only) {
  return Object.keys(FONT_SETUPS).filter(
    (name) => !only || only.split(",").includes(name) || FONT_SETUPS[name].family === only,
  );
}
