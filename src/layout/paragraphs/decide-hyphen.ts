import {
  COMPOUND_FIRST_PARTS,
  COMPOUND_SECOND_PARTS,
  COMPOUNDS,
  SOLID_ENDS,
  SOLID_STARTS,
  SOLID_WORDS,
} from "./hyphen-data.js";

const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));
const firstParts = wordSet(COMPOUND_FIRST_PARTS);
const secondParts = wordSet(COMPOUND_SECOND_PARTS);
const compounds = wordSet(COMPOUNDS);
const solidWords = wordSet(SOLID_WORDS);
const solidStarts = wordSet(SOLID_STARTS);
const solidEnds = wordSet(SOLID_ENDS);
/**
 * Letters that each part of a compound has when only the document's own words vouch for them. In 22 million characters of English, words made
 * of two common words of this length are hyphenated twice as often as not, and the rest begin or end with a few words only.
 */
const LONG_PART = 5;
/** Endings a compound may carry beyond its entry: `-orders`, `-valued`. */
const ENDINGS = ["s", "ly", "ness"];

/** Words that every page of English running text holds. */
const ENGLISH = ["the", "of"];

/** Words as a document prints them inside its lines: the best witness for the words at its line ends. */
export interface Vocabulary {
  /** Lower case, without hyphen. */
  solid: ReadonlySet<string>;
  /** Lower case, with inner hyphens. */
  hyphenated: ReadonlySet<string>;
}

/**
 * Collects whole words; the first word of a line may be a part and is left out unless it holds a hyphen itself, and so is the last when it
 * ends in a hyphen.
 */
export function collectVocabulary(lines: readonly (readonly string[])[]): Vocabulary {
  const solid = new Set<string>();
  const hyphenated = new Set<string>();
  for (const words of lines) {
    for (const [at, printed] of words.entries()) {
      if (/[-\u2010\u00ad]$/u.test(printed) || (at === 0 && !/\p{L}-\p{L}/u.test(printed))) continue;
      const word = printed.replace(/^[^\p{L}]+|[^\p{L}]+$/gu, "").toLowerCase();
      if (!word) continue;
      (/\p{L}-\p{L}/u.test(word) ? hyphenated : solid).add(word.replace(/\u2010/g, "-"));
    }
  }
  return { solid, hyphenated };
}

/**
 * Whether the hyphen between the parts of a word broken at a line end belongs to the word. `before` is the part up to
 * the hyphen (without it), `after` the part on the next line, both without other punctuation.
 */
export function keepsHyphen(before: string, after: string, vocabulary: Vocabulary): boolean {
  if (!/\p{L}$/u.test(before)) return true;
  const first = before.toLowerCase();
  const second = after.toLowerCase();
  const joined = first + second;
  if (vocabulary.hyphenated.has(`${first}-${second}`)) return true;
  if (vocabulary.solid.has(joined)) return false;
  // Names, numbers and symbols keep theirs: `CIFAR-10`, `non-Abelian`, `x-axis`.
  if (!/^\p{Ll}/u.test(after)) return true;
  // `state-of-` and the like: a part that already holds a hyphen goes on with one.
  if (/-/.test(first) && /-(?:of|to|the|in|and|by|on|a|de|à|la|le)$/.test(first)) return true;
  if (solidWords.has(joined)) return false;
  const lastPart = first.split("-").at(-1) ?? first;
  if (/^\p{Lu}+$/u.test(before) && before.length > 1) return true;
  if (withoutEndings(second).some((part) => compounds.has(`${lastPart}-${part}`))) return true;
  if (lastPart.length === 1) return true;
  return (
    firstParts.has(lastPart) ||
    areWordsOfTheirOwn(lastPart, second, vocabulary) ||
    (first.length > 2 && withoutEndings(second).some((part) => secondParts.has(part)) && isWord(lastPart, vocabulary))
  );
}

/** `floating-point` on an English page that writes of floating things and of points; German and its kin write compounds in one word. */
function areWordsOfTheirOwn(first: string, second: string, vocabulary: Vocabulary): boolean {
  return (
    ENGLISH.every((word) => vocabulary.solid.has(word)) &&
    Math.min(first.length, second.length) >= LONG_PART &&
    vocabulary.solid.has(first) &&
    vocabulary.solid.has(second) &&
    !solidStarts.has(first) &&
    !solidEnds.has(second)
  );
}

function withoutEndings(word: string): string[] {
  return [word, ...ENDINGS.filter((ending) => word.endsWith(ending)).map((ending) => word.slice(0, -ending.length))];
}

/** Whether the part is known to stand alone; syllables are not. */
function isWord(part: string, vocabulary: Vocabulary): boolean {
  return vocabulary.solid.has(part) || firstParts.has(part) || secondParts.has(part) || solidWords.has(part);
}
