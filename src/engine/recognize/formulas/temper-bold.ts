import type { SeenSymbol } from "../../inference/symbol-model.js";
import { reweigh } from "./reweigh.js";

/**
 * Odds against bold that the net does not know of, by size level (text, script, script of scripts). Scripts are drawn with heavier strokes
 * for their size, and bold ones are rare: 7 of 1,000 script symbols of the development formulas, where of 12,300 plain ones in three set-ups
 * 129 were taken for bold, most of them for slanted bold.
 */
const AGAINST_UPRIGHT = [1.5, 8, 8] as const;
const AGAINST_SLANTED = [5, 25, 25] as const;
const BOLD = /^(?:mathbf|boldsymbol):/u;
const SLANTED = /^boldsymbol:/u;

/** Weighs bold against plain classes of each symbol. */
export function temperBold(symbols: readonly SeenSymbol[]): SeenSymbol[] {
  return symbols.map((symbol) => {
    const bold = symbol.choices.filter(({ label }) => BOLD.test(label));
    if (bold.length === 0 || bold.length === symbol.choices.length) return symbol;
    const odds = (label: string) => {
      const against = SLANTED.test(label) ? AGAINST_SLANTED : AGAINST_UPRIGHT;
      return BOLD.test(label) ? against.reduce((total, value, level) => total + value * symbol.levels[level]!, 0) : 1;
    };
    return { ...symbol, choices: reweigh(symbol.choices, (label) => 1 / odds(label)) };
  });
}
