/** Scripts without spaces between words: Han, kana, bopomofo, full-width forms. Hangul has spaces and is not among them. */
const IDEOGRAPHIC =
  /[\u2e80-\u2fdf\u3000-\u30ff\u3100-\u312f\u31a0-\u31ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\u{20000}-\u{3ffff}]/u;
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff]/u;
const SPACELESS = /[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff]/u;
const COMBINING = /^\p{M}/u;
const STRONG_LEFT_TO_RIGHT = /[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Nd}]/u;

/** Whether words of this text are not set apart by spaces (Chinese, Japanese). */
export function isIdeographic(text: string): boolean {
  return IDEOGRAPHIC.test(text);
}

/** Thai, Lao, Burmese, Khmer: spaces end phrases, not words, and only printed spaces count. */
export function isSpaceless(text: string): boolean {
  return SPACELESS.test(text);
}

export function isRightToLeft(text: string): boolean {
  return RIGHT_TO_LEFT.test(text);
}

/** Letters and digits that keep left-to-right order inside right-to-left text. */
export function isLeftToRight(text: string): boolean {
  return STRONG_LEFT_TO_RIGHT.test(text) && !RIGHT_TO_LEFT.test(text);
}

/** A mark that belongs to the letter before it. */
export function isCombining(text: string): boolean {
  return COMBINING.test(text);
}

/** Presentation forms of Arabic and Hebrew letters as plain letters; anything else unchanged. */
export function foldPresentationForms(text: string): string {
  return /[\ufb1d-\ufdff\ufe70-\ufefc]/u.test(text) ? text.normalize("NFKC") : text;
}
