import type { SeenSymbol } from "../../inference/symbol-model.js";

/**
 * Odds against bold that the net does not know of, by size level (text, script, script of scripts). Scripts are drawn with heavier strokes
 * for their size, and bold ones are rare (7 of 1,000 script symbols of the development formulas): of 12,300 plain ones in three font set-ups
 * 129 were taken for bold, with these odds 13, and 8 instead of 6 of 80 bold ones for plain.
 */
const ODDS_AGAINST = [1.5, 8, 8] as const;
const BOLD = /^(?:mathbf|boldsymbol):/u;

/** Weighs bold against plain classes of each symbol; choices are sorted again and their probabilities go on adding up to what they did. */
export function temperBold(symbols: readonly SeenSymbol[]): SeenSymbol[] {
  return symbols.map((symbol) => {
    const bold = symbol.choices.filter(({ label }) => BOLD.test(label));
    if (bold.length === 0 || bold.length === symbol.choices.length) return symbol;
    const odds = ODDS_AGAINST.reduce((sum, value, level) => sum + value * symbol.levels[level]!, 0);
    const scores = symbol.choices.map(({ label, probability }) => probability / (BOLD.test(label) ? odds : 1));
    const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
    const share = sum(symbol.choices.map(({ probability }) => probability)) / sum(scores);
    const choices = symbol.choices
      .map(({ label }, index) => ({ label, probability: scores[index]! * share }))
      .sort((a, b) => b.probability - a.probability);
    return { ...symbol, choices };
  });
}
