import { unionBoxes } from "../boxes.js";
import type { Line } from "../types.js";

/** `(2.4)`, `(12)`, `(A.1)`, `(3a)`, `(2.4′)`, `[7]`, `(1.2.3)`, `(S4)`, `(*)`; also bare `(IV)`. */
const NUMBER =
  /^[([]\s*(?:(?:Eq\.?\s*)?(?:[A-Z]{1,2}[.\-–]?)?\d{1,3}(?:[.\-–:]\d{1,3})*\s?[a-z]?[′'*]*|[IVX]{1,5}|\*{1,3}|†|♯|♭)\s*[)\]]$/u;
/** `(E)`, `(P1)`, `(E′)`, `(ODE)`. */
const TAG = /^\((?:\p{L}|\p{Lu}{2,4})\d{0,2}[′'*]?\)$/u;
/** Dotted decimal without brackets, as some books print it. */
const BARE_NUMBER = /^\d{1,2}\.\d{1,3}(?:\.\d{1,3})?$/u;

/** True for the text of a printed equation number. */
export function isEquationNumber(text: string): boolean {
  return NUMBER.test(text.trim());
}

/** Also accepts a number without brackets; only for text that stands alone at the margin. */
export function isLooseEquationNumber(text: string): boolean {
  return isEquationNumber(text) || BARE_NUMBER.test(text.trim());
}

/** True for a bracketed letter or short name, as `\\tag` prints it; only for text that stands alone at the margin of a formula. */
export function isEquationTag(text: string): boolean {
  return TAG.test(text.trim());
}

/** Part of a line made of the words `from` to `to` (exclusive); shares of style are kept from the whole. */
export function partOfLine(line: Line, from: number, to: number): Line {
  const words = line.words.slice(from, to);
  return {
    ...line,
    words,
    text: words.map((word) => word.text).join(" "),
    box: words.length > 0 ? unionBoxes(words.map((word) => word.box)) : line.box,
  };
}

/**
 * Number at the end (or start) of a formula line, when the blank before it was too small to split the line: last words that
 * read as a number, set off by more than `gap` px.
 */
export function splitNumberOff(line: Line, gap: number): { number: Line; rest: Line } | undefined {
  const count = line.words.length;
  for (const size of [1, 2]) {
    if (count <= size) break;
    const tail = partOfLine(line, count - size, count);
    const before = line.words[count - size - 1];
    if (before && isEquationNumber(tail.text) && tail.box.x0 - before.box.x1 > gap)
      return { number: tail, rest: partOfLine(line, 0, count - size) };
    const head = partOfLine(line, 0, size);
    const after = line.words[size];
    if (after && isEquationNumber(head.text) && after.box.x0 - head.box.x1 > gap)
      return { number: head, rest: partOfLine(line, size, count) };
  }
  return undefined;
}
