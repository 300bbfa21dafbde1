import type { Line } from "../types.js";
import { MONOSPACE } from "./listing-seeds.js";

/** Terms in typewriter type and the first lines of what is said of them. */
export interface DescriptionLists {
  terms: ReadonlySet<Line>;
  descriptions: ReadonlySet<Line>;
}

/** Share of monospaced characters of a description: it may be mostly names in typewriter type, but has other words too. */
const MOSTLY = 0.85;
/** Terms are short, and neither statements of a program nor numbers of its lines. */
const TERM_WORDS = 6;
const NO_TERM = /[;{}]$|^\d+$/u;
/** What stands beside text may be a line of a listing in the next column: only names, options and signs are terms there. */
const NAMES = /^(?:[^\s(){}[\];=]+ ?){1,3}$/u;
/** Descriptions begin with a word, maybe in quotes or brackets; what a program goes on with does not. */
const PROSE = /^[“"'‘(]?\p{L}/u;
/** Descriptions stand this far right of their terms, in sizes, and no further; starts of terms and descriptions agree to within this. */
const HANGING = 1.2;
const LIST_INDENT = 16;
const FLUSH = 0.2;
/** Least indent of a paragraph's first line, in sizes. */
const INDENT = 0.7;
/** Baselines of rows with nothing between them, in sizes. */
const NEXT_ROW = 1.55;

/**
 * Description lists whose terms are in typewriter type: each term beside its indented description, or right above it, two and more terms
 * and two and more descriptions flush. Terms right above such a term are of the list.
 */
export function findDescriptionLists(lines: readonly Line[]): DescriptionLists {
  const candidates = lines.filter(
    ({ monospace, words, text }) => monospace > MONOSPACE && words.length <= TERM_WORDS && !NO_TERM.test(text),
  );
  const pairs = candidates.flatMap((term) => {
    const text = lines.find((other) => other.monospace < MOSTLY && describes(other, term));
    return text && !opensParagraph(text, lines) ? [{ term, text }] : [];
  });
  const listed = pairs.filter(({ term, text }) =>
    pairs.some(
      (other) =>
        other.term !== term &&
        other.text.monospace <= MONOSPACE &&
        isFlush(other.term, term) &&
        isFlush(other.text, text),
    ),
  );
  const terms = new Set(listed.map(({ term }) => term));
  for (const line of candidates.toReversed())
    if ([...terms].some((term) => isFlush(term, line) && isNextRow(line, term))) terms.add(line);
  return { terms, descriptions: new Set(listed.map(({ text }) => text)) };
}

function describes(text: Line, term: Line): boolean {
  if (text.box.x0 - term.box.x0 < HANGING * term.size || text.angle !== 0) return false;
  if (text.words.length < 2 || !PROSE.test(text.text)) return false;
  if (isNextRow(term, text)) return true;
  const isBeside = Math.abs(text.baseline - term.baseline) < 0.2 * term.size && text.box.x0 > term.box.x1;
  return isBeside && NAMES.test(term.text) && text.box.x0 - term.box.x0 < LIST_INDENT * term.size;
}

/** The first line of a paragraph is moved in too, but the next one goes back to the margin. */
function opensParagraph(text: Line, lines: readonly Line[]): boolean {
  return lines.some(
    (next) => isNextRow(text, next) && next.monospace <= MONOSPACE && text.box.x0 - next.box.x0 > INDENT * text.size,
  );
}

function isFlush(a: Line, b: Line): boolean {
  return Math.abs(a.box.x0 - b.box.x0) < FLUSH * a.size;
}

function isNextRow(upper: Line, lower: Line): boolean {
  const below = (lower.baseline - upper.baseline) / upper.size;
  return below > 0.5 && below < NEXT_ROW;
}
