import type { Glyph } from "../../../page.js";

/**
 * How a token takes part in maths. `letter`: maths by itself. `link`: an operator or relation, maths between maths and numbers. `number`,
 * `open`, `close`, `function`: maths next to a link or letter. `mark`: comma and its like, maths only inside. `colon`, `slash`: maths between maths.
 * `accent`: printed over a neighbour. `text`: never.
 */
export type Role =
  | "letter"
  | "link"
  | "number"
  | "open"
  | "close"
  | "function"
  | "mark"
  | "colon"
  | "prime"
  | "slash"
  | "accent"
  | "text";

export interface Token {
  role: Role;
  glyphs: Glyph[];
  text: string;
  /** Index of the word in its line. */
  word: number;
  script: "super" | "sub" | undefined;
  /** Blank before the token between pen positions, in sizes of the line. */
  gap: number;
  /** Set in a maths font. */
  strong: boolean;
}

/** Blank after a comma, between pen positions: TeX sets a fixed 0.167 em inside formulas, words stand 0.22–0.5 em apart. */
export const COMMA_GAP = 0.2;
/** Blank between an operator's name and its argument is TeX's thin space, narrower than one between words. */
export const THIN_GAP = 0.2;

/** In one word, with nothing between them. */
export function touches(a: Token | undefined, b: Token | undefined): boolean {
  return a !== undefined && b !== undefined && a.word === b.word;
}

/** Index of the bracket that closes the one at `index`, on this line; -1 when none does. `|x⟩` and `⟨x|` have no partner: angles are counted alone. */
export function closerIndex(tokens: readonly Token[], index: number): number {
  const angle = tokens[index]!.text === "⟨";
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    const { role, text } = tokens[at]!;
    if (/^[⟨⟩]$/u.test(text) !== angle) continue;
    if (role === "open") depth++;
    else if (role === "close" && --depth === 0) return at;
  }
  return -1;
}

/** Index behind the scripts that are set at the token. */
export function behindScripts(tokens: readonly Token[], index: number): number {
  let at = index + 1;
  while (tokens[at]?.script && touches(tokens[at], tokens[index])) at++;
  return at;
}
