import type { FontInfo } from "../../../page.js";
import { innerGaps } from "./inner-gaps.js";
import { type Token, touches } from "./token.js";

const LATIN = /^\p{L}$/u;
/** Widest blank between the letters of a product, in sizes; and its narrowest, which letters of a word never have. */
const PRODUCT = 0.2;
const BEARING = 0.03;
/** Signs of a maths font that stand in text, too. */
const NO_SIGN = /^[-–*∗/|∣·∼^]$/u;

/**
 * Variables in a line of italic text (a theorem) whose maths takes its letters from the same font: single letters with a subscript or a prime,
 * beside a sign or bracket of a maths font, or set off by another blank than the line's words. Works in place.
 */
export function markInItalics(tokens: readonly Token[], fonts: readonly FontInfo[]): void {
  // Where a maths font has the letters, those of the text are words.
  if (tokens.some((token) => token.role === "letter" && token.strong && isLatin(token, fonts))) return;
  const inner = innerGaps(tokens);
  const single = tokens.map((token, index) => isSingle(tokens, index, token, fonts));
  for (const [index, token] of tokens.entries()) {
    if (!single[index]) continue;
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (
      hasScript(token, after) ||
      isSign(before) ||
      isSign(after) ||
      isMapped(tokens, index) ||
      isBracket(before, token, "open") ||
      isBracket(after, token, "close") ||
      isBracket(after, token, "open") ||
      (/\p{L}$/u.test(before?.text ?? "") && before!.role === "text" && inner(token) === true) ||
      (after?.role === "text" && after.word !== token.word && /^\p{L}/u.test(after.text) && inner(after) === true)
    )
      token.role = "letter";
  }
  // `a y`: beside a variable, closer than words.
  for (let index = 0; index < tokens.length; index++) {
    if (!single[index] || tokens[index]!.role === "letter") continue;
    const [before, token, after] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
    const close = (other: Token | undefined, gap: number) => other?.role === "letter" && gap > BEARING && gap < PRODUCT;
    const joined = before?.role === "letter" && before.strong && touches(before, token);
    if (joined || close(before, token.gap) || (after && close(after, after.gap))) token.role = "letter";
  }
}

/** A letter of a maths italic; those of other alphabets stand by themselves. */
function isLatin(token: Token, fonts: readonly FontInfo[]): boolean {
  return /^(?:[A-Za-z]|[𝐴-𝑧]|ℎ)$/u.test(token.text) && fonts[token.glyphs[0]!.font]?.italic === true;
}

function isSingle(tokens: readonly Token[], index: number, token: Token, fonts: readonly FontInfo[]): boolean {
  if (token.role !== "text" || token.glyphs.length !== 1 || !LATIN.test(token.text) || token.script) return false;
  if (fonts[token.glyphs[0]!.font]?.italic !== true) return false;
  return ![tokens[index - 1], tokens[index + 1]].some(
    (other) => touches(other, token) && other!.role === "text" && !other!.script && /[\p{L}’']/u.test(other!.text),
  );
}

/** Furthest arrow of a map, in tokens. */
const MAP = 10;

/** `f : A → B`. */
function isMapped(tokens: readonly Token[], index: number): boolean {
  if (tokens[index + 1]?.role !== "colon") return false;
  return tokens
    .slice(index + 2, index + MAP)
    .some(({ role, strong, text }) => role === "link" && strong && text === "→");
}

function hasScript(token: Token, after: Token | undefined): boolean {
  return touches(token, after) && (after!.role === "prime" || after!.script === "sub");
}

function isSign(other: Token | undefined): boolean {
  return other?.role === "link" && other.strong && !other.script && !NO_SIGN.test(other.text);
}

/** A bracket of a maths font that touches the letter. */
function isBracket(other: Token | undefined, token: Token, role: "open" | "close"): boolean {
  return other?.role === role && other.strong && touches(other, token);
}
