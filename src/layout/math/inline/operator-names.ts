import { behindScripts, closerIndex, THIN_GAP, type Token, touches } from "./token.js";

/** Longer ones are words that ran together. */
const NAME = /^\p{L}{2,12}$/u;

/**
 * Upright words that are operators of the document's own, maybe with scripts: set tight before a bracket that holds nothing but maths
 * (`Spec(L)`, `tr_k(A)`), or a thin space before a variable or a grown bracket (`colim C`, `diag\{a\}`). Single upright letters right before or
 * after maths are operands (`dt`). Works in place.
 */
export function markOperatorNames(tokens: Token[]): void {
  const thin = thinGap(tokens);
  for (const [index, token] of tokens.entries()) {
    if (token.role !== "text" || token.script) continue;
    const at = behindScripts(tokens, index);
    const next = tokens[at];
    if (NAME.test(token.text)) {
      const least = at > index + 1 ? 0 : 0.08;
      if (next?.role === "open" && next.gap < Math.max(0.08, thin) && holdsMathsOnly(tokens, at))
        token.role = "function";
      else if (next?.role === "letter" && !next.script && next.gap > least && next.gap < thin * shareFor(token))
        token.role = "function";
    } else if (/^\p{L}$/u.test(token.text) && isOperand(tokens, index)) token.role = "letter";
    // `W(\alpha)`.
    else if (/^\p{Lu}$/u.test(token.text) && touches(token, next) && next!.role === "open" && holdsLetter(tokens, at))
      token.role = "function";
  }
}

/** Brackets with a maths font's letter in them and nothing that is text. */
function holdsLetter(tokens: readonly Token[], open: number): boolean {
  const inside = tokens.slice(open + 1, closerIndex(tokens, open));
  return holdsMathsOnly(tokens, open) && inside.some(({ role, strong }) => role === "letter" && strong);
}

/** Long ones are words of the text more often: fonts whose letters stand out to the left narrow the blank before a variable. */
const LONG = 6;
const LONG_SHARE = 0.8;

function shareFor({ text }: Token): number {
  return text.length >= LONG ? LONG_SHARE : 1;
}

/** TeX's thin space, 1/6 em and some slack, is narrower than this share of the word space. */
const TEX_THIN = 0.175;
const TEX_SHARE = 0.75;
/** Any other blank has to be narrower: the bearings of some maths fonts (Libertine's V) narrow a word space to three quarters. */
const SHARE = 0.7;

/** Width below which a blank is no word space of this line: tight lines have none that tells. */
function thinGap(tokens: readonly Token[]): number {
  const spaces = tokens
    .filter(
      (token, index) =>
        token.role === "text" && tokens[index - 1]?.role === "text" && tokens[index - 1]!.word !== token.word,
    )
    .map((token) => token.gap)
    .sort((a, b) => a - b);
  const space = spaces[Math.floor(spaces.length / 4)] ?? 0;
  return Math.max(Math.min(TEX_THIN, TEX_SHARE * space), Math.min(THIN_GAP, SHARE * space));
}

/** Brackets with a variable in them and nothing that is text. */
export function holdsMathsOnly(tokens: readonly Token[], open: number): boolean {
  const end = closerIndex(tokens, open);
  const inside = tokens.slice(open + 1, end);
  return (
    end > open + 1 &&
    inside.some((token) => token.role === "letter" || (token.role === "link" && token.strong)) &&
    inside.every((token, at) => token.role !== "text" || token.script || isScripted(tokens, open + 1 + at))
  );
}

/** An upright word with scripts is a name: `id_A`. */
function isScripted(tokens: readonly Token[], index: number): boolean {
  return NAME.test(tokens[index]!.text) && behindScripts(tokens, index) > index + 1;
}

/** One upright letter that touches a variable on its line, with maths or a relation on its other side. */
function isOperand(tokens: readonly Token[], index: number): boolean {
  const token = tokens[index]!;
  const [before, after] = [tokens[index - 1], tokens[index + 1]];
  const isMaths = (other: Token | undefined) =>
    other?.role === "letter" || other?.role === "link" || other?.role === "close";
  const touchesLetter = touches(token, after) && after!.role === "letter" && !after!.script && after!.gap < 0.1;
  return touchesLetter && (token.text === "d" || (isMaths(before) && token.gap < 0.45));
}
