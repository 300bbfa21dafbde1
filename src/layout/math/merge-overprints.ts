import type { MathSymbol } from "./symbol.js";

/** `\pmb` prints a sign three times within this many sizes. */
const SHIFT = 0.06;

/** Signs printed over themselves, as bold is imitated, become one bold sign. */
export function mergeOverprints(symbols: readonly MathSymbol[]): MathSymbol[] {
  const merged: MathSymbol[] = [];
  for (const symbol of symbols) {
    const under = merged.findLastIndex((other) => isSame(other, symbol));
    if (under < 0) merged.push(symbol);
    else merged[under] = { ...merged[under]!, alphabet: boldOf(symbol) };
  }
  return merged;
}

function isSame(a: MathSymbol, b: MathSymbol): boolean {
  const reach = SHIFT * (b.size ?? 0);
  return a.name === b.name && Math.abs(a.box.x0 - b.box.x0) < reach && Math.abs(a.box.y0 - b.box.y0) < reach;
}

/** Alphabet of a symbol that is printed over itself. */
export function boldOf({ alphabet, name }: MathSymbol): MathSymbol["alphabet"] {
  if (alphabet === "mathrm" || /^\p{N}$/u.test(name)) return "mathbf";
  return alphabet === undefined && /^(?:\p{L}|\\[a-zA-Z]+)$/u.test(name) ? "boldsymbol" : alphabet;
}
