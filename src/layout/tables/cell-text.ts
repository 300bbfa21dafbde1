/** Letters that may stand in a number: exponents, magnitudes, units of one sign. */
const NUMBER_EXTRAS = /[\d.,:/%‰°()[\]{}+\-−–—±×·^*†‡§~≈<>≤≥=$€£¥₹\s'’kKMeE]|(?:bn|mn|pp|ms|nd|st|th|rd|s)$/gu;

/** A value as columns of figures hold: `1,234.5`, `(31,874)`, `−0.3 ± 0.1`, `12%`, `$5`. */
export function isNumeric(text: string): boolean {
  if (!/\d/.test(text)) return false;
  return text.replace(NUMBER_EXTRAS, "") === "";
}

/** Years head columns as often as they fill them. */
export function isYear(text: string): boolean {
  return /^(?:FY)?(?:1[89]|20)\d\d(?:[-–/]\d{2,4})?$/.test(text.trim());
}

/** What stands in for a missing value: dashes, dots, n/a. */
export function isPlaceholder(text: string): boolean {
  return /^(?:[-–—−.…·*]+|n\.?\s?\/?a\.?|nil|none|nan|✓|✗|x|yes|no)$/iu.test(text.trim());
}

export function isValue(text: string): boolean {
  return isNumeric(text) || isPlaceholder(text);
}

/** Signs that belong to the number in the next column. */
export function isLeadingSign(text: string): boolean {
  return /^(?:[$€£¥₹(<>≤≥±~≈+\-−–]|US\$|Rs\.?|RM|kr\.?|CHF|EUR|USD|GBP|JPY)$/u.test(text.trim());
}

/** Signs that belong to the number in the column before. */
export function isTrailingSign(text: string): boolean {
  return /^(?:[%‰)*†‡°]+|\)%|%\)|\*{1,3})$/u.test(text.trim());
}

/** Rows of dots that lead to a page number. */
export function hasLeader(text: string): boolean {
  return /(?:\.\s?){4,}|(?:…\s?){2,}|(?:·\s?){4,}/u.test(text);
}
