/** `30 November 2026`, `November 30, 2026`, `le 3 mai 2021`: the date of a document. */
const DATE =
  /^(?:\p{L}+,? )?(?:\d{1,2}(?:st|nd|rd|th|er)?\.? (?:of |de )?\p{L}{3,}|\p{L}{3,} \d{1,2}(?:st|nd|rd|th)?),? (?:de )?\d{4}$/u;

/** Dates of English documents, and what is said of them: `Revised 8 October 2014`, `Spring 2008 (typeset on May 3, 2022)`. */
const PARTS = [
  /(?:\d{1,2}(?:st|nd|rd|th)?\s+)?\b(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)[a-z]*\.?\s+(?:\d{1,2}(?:st|nd|rd|th)?,?\s+)?\d{4}\b/giu,
  /\b(?:spring|summer|autumn|fall|winter)\s+\d{4}\b/giu,
  /\b\d{4}[-/]\d{2}[-/]\d{2}\b/gu,
  /\b(?:first|last|revised|revision|version|draft|updated?|modified|typeset|printed|compiled|created|on|of|as|v?\d+(?:\.\d+)+)\b/giu,
];

/** Whether a text is one or several dates of a document and nothing else. */
export function isDate(text: string): boolean {
  if (DATE.test(text.trim())) return true;
  const rest = PARTS.reduce((left, part) => left.replaceAll(part, " "), text);
  return /\d{4}/u.test(text) && !/[\p{L}\p{N}]/u.test(rest);
}
