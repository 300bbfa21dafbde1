import type { Token } from "./token.js";

/** Narrowest word space, in sizes. */
const WORD_GAP = 0.2;

/**
 * Formulas that a recogniser saw as such: where one part of it is maths, all of it is, but for words, numbers and marks of the sentence at its
 * ends. Works in place.
 */
export function markSeen(tokens: readonly Token[], maths: boolean[]): void {
  for (let first = 0; first < tokens.length; first++) {
    if (!isSeen(tokens[first]!)) continue;
    let last = first;
    while (tokens[last + 1] && isSeen(tokens[last + 1]!)) last++;
    markScripts(tokens, maths, first, last);
    if (maths.slice(first, last + 1).includes(true)) {
      const [from, to] = [skipWords(tokens, maths, first, 1), skipWords(tokens, maths, last, -1)];
      maths.fill(true, from, to + 1);
      takeBrackets(tokens, maths, from, to);
    }
    first = last;
  }
}

/** Whether all of a token was seen as part of a formula. */
export function isSeen({ glyphs }: Token): boolean {
  return glyphs.length > 0 && glyphs.every(({ formula }) => formula !== undefined);
}

/** `10^{3}`, `0.9^↓`: what has a script in a formula is maths. */
function markScripts(tokens: readonly Token[], maths: boolean[], first: number, last: number): void {
  for (let at = first; at < last; at++)
    if (!tokens[at]!.script && tokens[at + 1]!.script && isOperand(tokens[at]!)) maths[at] = maths[at + 1] = true;
}

/** Brackets right at the ends whose partners are inside. */
function takeBrackets(tokens: readonly Token[], maths: boolean[], from: number, to: number): void {
  let [opened, closed] = [0, 0];
  for (const { role } of tokens.slice(from, to + 1)) {
    if (role === "open") opened++;
    else if (role === "close" && opened > 0) opened--;
    else if (role === "close") closed++;
  }
  const [before, after] = [tokens[from - 1], tokens[to + 1]];
  if (closed > 0 && before?.role === "open" && tokens[from]!.gap < WORD_GAP) maths[from - 1] = true;
  if (opened > 0 && after?.role === "close" && after.gap < WORD_GAP) maths[to + 1] = true;
}

/**
 * The first place from an end inwards (`step` 1 or -1) that belongs to the formula: behind marks, and behind what a word space parts from
 * it where no sign joins the two.
 */
function skipWords(tokens: readonly Token[], maths: readonly boolean[], end: number, step: 1 | -1): number {
  let from = end;
  while (!maths[from] && isMark(tokens[from]!)) from += step;
  for (let at = from; !maths[at]; at += step) {
    const [outer, inner] = [tokens[at]!, tokens[at + step]!];
    const { gap } = step > 0 ? inner : outer;
    if (gap > WORD_GAP && isOperand(outer) && isOperand(inner)) return at + step;
  }
  return from;
}

function isOperand({ role, text }: Token): boolean {
  return role === "letter" || role === "number" || role === "close" || /[\p{L}\p{N}]/u.test(text);
}

function isMark({ role, script }: Token): boolean {
  return (role === "mark" || role === "colon") && script === undefined;
}
