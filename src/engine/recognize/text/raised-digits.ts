import type { LineSymbol } from "./decode-line.js";

const RAISED = [..."⁰¹²³⁴⁵⁶⁷⁸⁹"];
const BRACKET = /^[()[\].]$/u;

/** Raised digits with nothing but brackets beside them have nothing to be raised on: a number of an equation or a reference, `(2)`. */
export function settleRaised(symbols: readonly LineSymbol[]): readonly LineSymbol[] {
  const isLone = symbols.every(({ label }) => RAISED.includes(label) || BRACKET.test(label));
  if (!isLone || symbols.length < 3 || !symbols.some(({ label }) => label === "(" || label === "[")) return symbols;
  return symbols.map((symbol) => {
    const digit = RAISED.indexOf(symbol.label);
    return digit < 0 ? symbol : { ...symbol, label: String(digit) };
  });
}
