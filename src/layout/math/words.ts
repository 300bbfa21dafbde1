import { AXIS_HEIGHT, compose, type Item, removeItems } from "./item.js";
import type { Alphabet } from "./symbol.js";

/** Bold and italic letters are mostly vectors and variables: each stays a symbol of its own. */
const TEXT_ALPHABETS = new Set<Alphabet>(["mathrm", "mathsf", "mathtt", "mathit"]);
const LETTER = /^[\p{L}\p{N}'’“”„«»‘-]+$/u;
/** Ink to ink inside a word, in sizes: a thin space (TeX's 1/6) separates words. */
const LETTER_GAP = 0.14;
/** … and where the boxes come from pixels, which are a pixel off at either side of small letters; with their side bearings words stand 0.25 apart. */
const SEEN_GAP = 0.2;
const LETTER_GAPS: Partial<Record<Alphabet, number>> = { mathsf: 0.2, mathtt: 0.3 };
/** Pairs that are one operator with a space inside. */
const TWO_WORDS = /^(?:lim|arg|ess) (?:sup|inf|max|min)$/;

/** Joins runs of upright (or otherwise text-set) letters into words: function names, units, text. Works in place. */
export function buildWords(items: Item[], em: number): void {
  nameApostrophes(items, em);
  const letters = items.filter(isLetter).sort((a, b) => a.x0 - b.x0 || a.y0 - b.y0);
  const runs: Item[][] = [];
  for (const letter of letters) {
    const run = runs.find((candidate) => follows(letter, candidate.at(-1)!, em));
    if (run) run.push(letter);
    else runs.push([letter]);
  }
  for (const run of runs) {
    const alphabet = alphabetOf(run[0]!)!;
    const text = run.map((letter) => letter.name).join("");
    const { baseline, size } = run[0]!;
    removeItems(items, run);
    items.push(
      compose(run, "word", (box) => ({ type: "word", text, alphabet, box, pen: penOf(run) }), {
        baseline,
        size,
        axis: axisOf(run[0]!, em),
        name: text,
      }),
    );
  }
  joinOperatorWords(items, em);
}

/** A text font's apostrophe within a word (`n'est`), which elsewhere is a prime. Works in place. */
function nameApostrophes(items: Item[], em: number): void {
  for (const [index, item] of items.entries()) {
    if (item.name !== "\\prime" || item.node.type !== "symbol" || item.baseline === undefined) continue;
    const beside = (other: Item, gap: number) =>
      isLetter(other) &&
      alphabetOf(other) === "mathrm" &&
      Math.abs(other.baseline! - item.baseline!) < 0.02 * em &&
      Math.abs((other.size ?? em) - (item.size ?? em)) < 0.05 * em &&
      Math.abs(gap) < LETTER_GAP * em;
    if (!items.some((other) => beside(other, item.x0 - other.x1))) continue;
    if (!items.some((other) => beside(other, other.x0 - item.x1))) continue;
    items[index] = { ...item, name: "'", node: { ...item.node, name: "'", alphabet: "mathrm" } };
  }
}

function penOf(run: readonly Item[]): readonly [number, number] | undefined {
  const [first, last] = [run[0]!.node.pen, run.at(-1)!.node.pen];
  return first && last && [first[0], last[1]];
}

function isLetter(item: Item): boolean {
  const alphabet = alphabetOf(item);
  return (
    item.baseline !== undefined && alphabet !== undefined && TEXT_ALPHABETS.has(alphabet) && LETTER.test(item.name)
  );
}

function alphabetOf(item: Item): Alphabet | undefined {
  return item.kind === "symbol" && item.node.type === "symbol" ? item.node.alphabet : undefined;
}

function follows(letter: Item, last: Item, em: number): boolean {
  const size = letter.size ?? em;
  const gap = letter.x0 - last.x1;
  return (
    alphabetOf(letter) === alphabetOf(last) &&
    Math.abs(last.baseline! - letter.baseline!) < 0.12 * size &&
    Math.abs((last.size ?? em) - size) < 0.2 * size &&
    gap > -0.25 * size &&
    gap < (LETTER_GAPS[alphabetOf(letter)!] ?? (letter.node.pen ? LETTER_GAP : SEEN_GAP)) * size
  );
}

function axisOf(item: Item, em: number): number {
  return item.baseline! - AXIS_HEIGHT * (item.size ?? em);
}

function joinOperatorWords(items: Item[], em: number): void {
  const words = items.filter((item) => item.kind === "word").sort((a, b) => a.x0 - b.x0);
  for (const [index, first] of words.entries()) {
    const second = words[index + 1];
    if (!second || !TWO_WORDS.test(`${first.name} ${second.name}`)) continue;
    const gap = second.x0 - first.x1;
    if (Math.abs(first.baseline! - second.baseline!) > 0.1 * em || gap < 0 || gap > 0.4 * em) continue;
    const name = `${first.name} ${second.name}`;
    removeItems(items, [first, second]);
    items.push(
      compose([first, second], "word", (box) => ({ type: "word", text: name, alphabet: "mathrm", box }), {
        baseline: first.baseline,
        size: first.size,
        axis: first.axis,
        name,
      }),
    );
  }
}
