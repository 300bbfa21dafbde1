import type { FontInfo } from "../../../page.js";
import type { Line } from "../../types.js";
import { type Token, touches } from "./token.js";

/** Blank about a sign of a formula, in sizes: TeX's are 0.22 and 0.28 em; the dash of `1a–3c` has none. */
const SIGN_GAP = 0.12;
/** Least blank that parts an operator's name from a variable, in sizes. */
const THIN = 0.08;
const LATIN = /^\p{L}$/u;

/** `i.e.`, `A. alternata`, `Proc. R. Soc.`: a letter before a full stop and another letter or a word in its own style. */
function isAbbreviation(tokens: readonly Token[], index: number, fonts: readonly FontInfo[]): boolean {
  const isStop = (token: Token | undefined) => token?.text === ".";
  const [last, next] = [tokens[index - 2], tokens[index + 2]];
  // `H, HindIII; E, EcoRI`: the initial of what it stands for.
  const explained =
    tokens[index + 1]?.text === "," && touches(tokens[index], tokens[index + 1]) && next?.role === "text";
  if (explained && next.glyphs.length > 2 && /^\p{Lu}/u.test(next.text) && next.text.startsWith(tokens[index]!.text))
    return true;
  if (isStop(tokens[index - 1]) && touches(tokens[index - 1], tokens[index]) && last?.role !== "number") return true;
  if (!isStop(tokens[index + 1]) || !touches(tokens[index], tokens[index + 1]) || !next) return false;
  // `p. 225`, `S. 12`, `n. 3`.
  if (/^[pSsnv]$/.test(tokens[index]!.text) && next.role === "number" && !next.script) return true;
  const styled = fonts[next.glyphs[0]!.font]?.italic === true;
  return /^\p{L}/u.test(next.text) && (touches(tokens[index], next) || (styled && next.role === "text"));
}

/** Variables side by side are no longer than this; so are the words of programs (`dst = src`). */
const LONGEST_RUN = 4;

/**
 * `AB = 3`: italic letters beside a sign of a maths font; `∫ f(x) dx`: a differential behind maths. Words in italics (`de`, `do`) have a vowel.
 */
function isProduct(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  if (token.glyphs.length < 2 || token.glyphs.length > LONGEST_RUN || !/^[A-Za-z]+$/.test(token.text)) return false;
  const sign = (other: Token | undefined) =>
    other?.role === "link" && other.strong && !other.script && !/^[-–*∗/|∣·∼^]$/u.test(other.text);
  if (sign(before) || sign(after)) return true;
  // `\overrightarrow{AB}`, `|AB|`, `V(IB)`.
  if (/^\p{Lu}{2,3}$/u.test(token.text) && isEnclosed(tokens, index)) return true;
  return /^d[^aeiou]$/.test(token.text) && (before?.role === "letter" || before?.role === "close");
}

/** Right behind an arrow that is printed over it, between bars, or in brackets right behind a variable. */
function isEnclosed(tokens: readonly Token[], index: number): boolean {
  const [name, before, token, after] = [-2, -1, 0, 1].map((step) => tokens[index + step]);
  if (before?.role === "accent" && before.strong && touches(before, token)) return true;
  const bar = (other: Token | undefined) =>
    other?.strong === true && /^[|∣]$/u.test(other.text) && touches(other, token);
  if (bar(before) && bar(after)) return true;
  return (
    before?.role === "open" &&
    after?.role === "close" &&
    touches(name, token) &&
    touches(token, after) &&
    isVariable(name)
  );
}

function isVariable(token: Token | undefined): boolean {
  return token?.role === "letter" || (token?.role === "text" && /^\p{L}$/u.test(token.text));
}

/** `+ 4X`, `2t = 4`, `3X²`, `cos 2x`: a number and a letter next to a sign set off by blank, behind a function, or with a script, are a term and no label. */
function isTerm(tokens: readonly Token[], index: number): boolean {
  const [sign, number, letter, after] = [-2, -1, 0, 1].map((step) => tokens[index + step]);
  if (after?.script !== undefined && touches(letter, after)) return true;
  if (sign?.role === "function") return true;
  // The pen of an italic letter stands behind its overhang; a maths font's sign is proof without any blank.
  const setOff = (link: Token | undefined, other: Token | undefined) =>
    link?.role === "link" && (other!.gap > SIGN_GAP || (link.strong && !/^[-–*/|]$/.test(link.text)));
  return setOff(sign, number) || setOff(after, after);
}

/**
 * A single italic letter among upright text is a variable (Times and Word set maths letters in the text italic), a single bold one a vector
 * or a set where the document has maths fonts. Works in place.
 */
export function markLetters(tokens: Token[], line: Line, fonts: readonly FontInfo[]): void {
  const maths = fonts.some((font) => font.math);
  for (const [index, token] of tokens.entries()) {
    if (token.role !== "text") continue;
    const font = fonts[token.glyphs[0]!.font];
    const italic = font?.italic === true && line.italic <= 0.5;
    if (italic && isProduct(tokens, index)) token.role = "letter";
    if (!LATIN.test(token.text) || token.glyphs.length !== 1) continue;
    const bold = maths && font?.bold === true && line.bold <= 0.5;
    if (!italic && !bold) continue;
    const neighbours = [tokens[index - 1], tokens[index + 1]];
    const attached = neighbours.some(
      (other) =>
        touches(other, token) &&
        other!.role === "text" &&
        other!.script === token.script &&
        /\p{L}/u.test(other!.text) &&
        // `colim B`, a thin space apart.
        !(other === tokens[index - 1] && token.gap > THIN && fonts[other!.glyphs[0]!.font]?.italic !== true),
    );
    const phrase = neighbours.some((other) => {
      const face = other && fonts[other.glyphs[0]!.font];
      return (
        other?.role === "text" &&
        other.word !== token.word &&
        /\p{L}/u.test(other.text) &&
        ((italic && face?.italic === true && other.glyphs.length > 1) || (bold && face?.bold === true))
      );
    });
    // `a priori` and its like, broken over two lines.
    const beside = neighbours.some((other) => other?.role === "link" && other.strong && !other.script);
    const word = /^[aAI]$/.test(token.text) && (index === 0 || index === tokens.length - 1) && !beside;
    if (attached || phrase || (word && !token.script) || isAbbreviation(tokens, index, fonts)) continue;
    // `1a` and `x86` are labels.
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const labelled = touches(before, token) && before!.role === "number" && !before!.script && !token.script;
    if (labelled && !isTerm(tokens, index)) continue;
    // `1a,c`: the next of a list of labels.
    const listed = tokens[index - 2];
    if (before?.role === "mark" && touches(before, token) && listed?.role === "text" && touches(listed, token))
      continue;
    if (bold && touches(token, after) && after!.role === "number" && !after!.script) continue;
    // A bold letter needs maths about it: `A.` and `B` also name answers and parts.
    if (
      italic ||
      neighbours.some((other) => other && other.role !== "text" && (other.role !== "mark" || other.strong)) ||
      token.script ||
      (touches(token, after) && after!.script === "sub")
    )
      token.role = "letter";
    else if (bold && index > 0 && index + 1 < tokens.length && !neighbours.some((other) => touches(other, token)))
      token.role = "letter";
  }
}
