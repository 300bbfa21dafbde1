import { centreY, type Item, widthOf } from "./item.js";
import { ACCENTS, BIG_OPERATORS, DELIMITERS } from "./symbol-classes.js";

/**
 * TeX's line over a letter lies three rule thicknesses (0.12 em) over its ink. A fraction bar is 0.85 sizes over the baseline of what it divides
 * in text and 0.94 in displays (TeXbook, Appendix G, rules 9 and 15).
 */
const NEAR = 0.17;
/** Height of the line over the baseline of a letter without ascender, in the letter's sizes. */
const LOW = 0.68;
/** … and blank below it where the letter has one, which a fraction has not less than 0.2 em of, and its lead before that above, text sizes. */
const CLOSE = 0.15;
const LEAD = 0.2;

/** Widest script of the letter that the line may cover too, sizes. */
const BESIDE = 0.75;

/** Whether a rule is the line over what is next below it, and what is next above it stands in another row. */
export function isLineOver(rule: Item, above: Item, below: Item, em: number): boolean {
  if (below.kind !== "symbol" || below.size === undefined || below.baseline === undefined) return false;
  if (ACCENTS.has(below.name) || DELIMITERS.has(below.name) || BIG_OPERATORS.has(below.name)) return false;
  const gap = below.y0 - rule.y1;
  const higher = rule.y0 - above.y1;
  // A longer bar has more below it, of which only the highest is as near.
  if (gap < 0 || gap > NEAR * em || higher < gap || widthOf(rule) > widthOf(below) + BESIDE * below.size) return false;
  if (below.baseline - centreY(rule) < LOW * below.size && /^(?:\p{L}|\\[a-z]+)$/u.test(below.name)) return true;
  return below.size >= 0.85 * em && gap < CLOSE * em && higher > gap + LEAD * em;
}
