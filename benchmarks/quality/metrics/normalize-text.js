/** Marks of a truth pattern: one character stands for one character that the source does not tell. Private use, never in texts. */
export const UNKNOWN_MARK = "\uE000";
export const FORMULA_MARK = "\uE001";

/** Characters that typesetting varies without meaning. The same table serves truth and prediction. */
const FOLDED = [
  { pattern: /[\u2018\u2019\u201A\u201B\u2032\u00B4`]/g, by: "'" },
  { pattern: /[\u201C\u201D\u201E\u201F\u2033]|''/g, by: '"' },
  { pattern: /[\u2010-\u2015\u2212]/g, by: "-" },
  { pattern: /-{2,}/g, by: "-" },
  { pattern: /[\u2022\u25CF\u25AA\u25E6\u2023\u00B7\u22C5]/g, by: "\u2022" },
  { pattern: /[\u00AD\u200B-\u200F\u2028-\u202E\u2060\uFEFF]/g, by: "" },
  { pattern: /\.{4,}|(?:\. ){4,}/g, by: "...." },
  { pattern: /_{4,}/g, by: "____" },
  { pattern: /\s+/g, by: " " },
  { pattern: / +(?=[.,;:!?)\]»])/g, by: "" },
  { pattern: /(?<=[([«]) +/g, by: "" },
];

/**
 * Text as the metrics compare it: NFKC (ligatures, full-width forms), quotes, dashes and bullets folded, invisible
 * characters dropped, white space single, none before closing and after opening punctuation (where a masked formula or
 * French typography leaves some). Case, accents and punctuation count.
 * @param {string} text
 * @returns {string}
 */
export function normalizeText(text) {
  return FOLDED.reduce((result, { pattern, by }) => result.replace(pattern, by), text.normalize("NFKC")).trim();
}
