import type { LineSymbol } from "./decode-line.js";

/** Signs that many faces draw alike; which one stands there the neighbours tell. Digit, small letter, capital. */
const ALIKE = [
  { signs: "1lI|", digit: "1", small: "l", capital: "I" },
  { signs: "0oO", digit: "0", small: "o", capital: "O" },
];
/** Signs read with more certainty stay as they are: on clean print they are right. */
const UNCERTAIN = 0.85;
const DIGIT = /^\d$/;
const SMALL = /^\p{Ll}$/u;
const CAPITAL = /^\p{Lu}$/u;
const LETTER_OR_DIGIT = /^[\p{L}\d]$/u;

/**
 * Settles uncertain signs of the kind of 1, l, I by the signs beside them in the word: among digits a digit, among small letters a small
 * one, between capitals a capital. Formulas are left alone.
 */
export function settleSimilar(symbols: readonly LineSymbol[]): LineSymbol[] {
  let maths = false;
  return symbols.map((symbol, index) => {
    if (symbol.label === "\\(" || symbol.label === "\\)") maths = symbol.label === "\\(";
    if (maths || symbol.probability >= UNCERTAIN) return symbol;
    const alike = ALIKE.find(({ signs }) => signs.includes(symbol.label));
    const label = alike && choose(alike, symbols[index - 1]?.label ?? " ", symbols[index + 1]?.label ?? " ");
    return label === undefined || label === symbol.label ? symbol : { ...symbol, label };
  });
}

/** undefined where the neighbours do not tell: a word may begin with a capital. */
function choose(alike: (typeof ALIKE)[number], before: string, after: string): string | undefined {
  const beside = [before, after].filter((label) => LETTER_OR_DIGIT.test(label));
  if (beside.length === 0) return undefined;
  if (beside.every((label) => DIGIT.test(label))) return alike.digit;
  if (SMALL.test(before) || (CAPITAL.test(before) && SMALL.test(after))) return alike.small;
  return CAPITAL.test(before) && CAPITAL.test(after) ? alike.capital : undefined;
}
