import { closeBrackets, hasOpener } from "./brackets.js";
import { isCalculation, isEquation } from "./calculations.js";
import { type InnerGap, innerGaps } from "./inner-gaps.js";
import { behindScripts, COMMA_GAP, closerIndex, type Token, touches } from "./token.js";
import { isUnit, isUnitBefore, UNIT_GAP } from "./units.js";

/**
 * Which tokens are maths: letters, then what they reach over links, brackets and marks.
 * @param continued the first token stands for the end of a formula that goes on
 */
export function markMaths(tokens: Token[], continued = false): boolean[] {
  const inner = innerGaps(tokens);
  const maths = tokens.map(
    (token, index) =>
      token.role === "letter" || isGrown(token) || isCalculation(tokens, index) || isEquation(tokens, index, inner),
  );
  if (continued) maths[0] = true;
  if (!maths.includes(true)) {
    markLoneSigns(tokens, maths);
    return maths;
  }
  attachScripts(tokens, maths);
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = 0; index < tokens.length; index++)
      if (
        !maths[index] &&
        (extendsMaths(tokens, maths, index, inner) ||
          isOperandWord(tokens, maths, index, inner) ||
          isUnit(tokens, maths, index, inner))
      )
        changed = maths[index] = true;
    if (closeBrackets(tokens, maths)) changed = true;
  }
  dropDangling(tokens, maths);
  markLoneSigns(tokens, maths);
  return maths;
}

/** Brackets of the text are about one size tall. */
const GROWN = 1.15;

/** `\binom{8}{4}`: brackets of a maths font that are taller than those of text hold nothing else. */
function isGrown({ role, strong, glyphs }: Token): boolean {
  if (!strong || !/^(?:open|close)$/.test(role)) return false;
  return glyphs.some(({ box, size, exact }) => exact && box.y1 - box.y0 > GROWN * size);
}

/** Widest blank after a comma within a formula, in sizes: TeX's \quad is 1, next to a stretched word space. */
const QUAD_GAP = 1.5;
const QUAD = 0.9;

/** Widest blank in a list of numbers, in sizes: two thin spaces. */
const LIST_GAP = 0.4;

/** Signs that stand before or around what they belong to. */
const NO_INFIX = /^[|∣‖∥¬∠*∗/^]$/u;

/** Signs before a set. */
const MEMBER = /^[∈∉⊂⊆⊃⊇]$/u;

/**
 * An upright word beside a sign of the formula, with a formula's blank between them: `depth ≥ 2`, `x = Tr(A)`. Scripts may
 * stand between the word and the sign.
 */
function isOperandWord(tokens: readonly Token[], maths: readonly boolean[], index: number, inner: InnerGap): boolean {
  const token = tokens[index]!;
  if ((token.role !== "text" && token.role !== "function") || token.script || !/^\p{L}/u.test(token.text)) return false;
  const before = tokens[index - 1];
  // `A ∈ PD`: the name of a set.
  if (
    maths[index - 1] &&
    before!.strong &&
    !before!.script &&
    MEMBER.test(before!.text) &&
    /^\p{Lu}{2,5}$/u.test(token.text)
  )
    return !touches(token, tokens[index + 1]) || tokens[index + 1]!.role !== "text";
  const joins = (other: Token | undefined) =>
    other?.role === "link" && other.script === undefined && !NO_INFIX.test(other.text);
  if (maths[index - 1] && joins(before) && inner(token) === true && isEven(before!, token, ITALIC)) return true;
  // At the start of a line that goes on with a formula.
  if (before?.word === -1 && (tokens[index + 1]?.script || tokens[index + 1]?.role === "open"))
    return touches(token, tokens[index + 1]);
  let next = index + 1;
  while (tokens[next]?.script && touches(tokens[next], token)) next++;
  return (
    maths[next] === true &&
    joins(tokens[next]) &&
    inner(tokens[next]!) === true &&
    (next > index + 1 || isEven(tokens[next]!, tokens[next + 1], UPRIGHT))
  );
}

/** The blanks about a sign of a formula are equal, but for what an italic letter before it leans over; a sign before a number has one alone. In sizes. */
const UPRIGHT = 0.03;
const ITALIC = 0.3;

function isEven(sign: Token, after: Token | undefined, slack: number): boolean {
  return after === undefined || Math.abs(sign.gap - after.gap) < slack;
}

/** Scripts belong to the maths before them; in front of maths only when they touch it. */
function attachScripts(tokens: Token[], maths: boolean[]): void {
  for (let index = 1; index < tokens.length; index++) {
    const token = tokens[index]!;
    if (token.script && token.word === tokens[index - 1]!.word && maths[index - 1]) maths[index] = true;
  }
  // A script that holds maths pulls the base along: an upright word with a maths subscript (`k_max` has a maths base, `H_2` a text one).
  for (let index = tokens.length - 2; index >= 0; index--) {
    const next = tokens[index + 1]!;
    const token = tokens[index]!;
    if (next.script && maths[index + 1] && next.word === token.word && !maths[index]) {
      if (
        token.script ||
        token.role === "number" ||
        token.role === "close" ||
        token.role === "function" ||
        (token.role === "text" && token.glyphs.length <= 3)
      )
        maths[index] = true;
    }
  }
}

function extendsMaths(tokens: Token[], maths: boolean[], index: number, inner: InnerGap): boolean {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const mathsBefore = maths[index - 1] === true;
  const mathsAfter = maths[index + 1] === true;
  switch (token.role) {
    case "link":
      return mathsBefore || mathsAfter || (token.strong && !token.script && isPrefix(tokens, maths, index));
    case "number":
      if (token.script) return mathsBefore;
      if (isPower(tokens, maths, index)) return true;
      if (mathsBefore)
        return (
          before!.role === "link" ||
          (before!.script !== undefined && linkBefore(tokens, index)) ||
          before!.role === "slash" ||
          before!.role === "colon" ||
          before!.role === "function" ||
          (touches(before, token) && before!.role !== "mark") ||
          (before!.role === "mark" && (token.gap < COMMA_GAP || inner(token) === true)) ||
          before!.role === "open"
        );
      return (
        mathsAfter &&
        (/^(?:link|slash|prime)$/.test(after!.role) ||
          // `crc32(x)`: the number of a name.
          (touches(after, token) && after!.role !== "mark" && !(touches(before, token) && before!.role === "text")))
      );
    case "function":
      return (
        isBeforeMaths(tokens, maths, index) ||
        (after?.role === "colon" && maths[index + 2] === true && leadsToArrow(tokens, maths, index + 1)) ||
        (mathsBefore && (before!.role === "link" || token.text === "mod")) ||
        (mathsBefore && after?.role === "number" && token.gap < UNIT_GAP && after.gap < UNIT_GAP) ||
        takesBrackets(tokens, maths, index)
      );
    case "open":
      return (
        (mathsBefore &&
          before!.role !== "mark" &&
          (opensOverLine(tokens, maths, index) ||
            (touches(before, token) ? closerIndex(tokens, index) >= 0 : takesArgument(tokens, maths, index)))) ||
        (mathsAfter && touches(token, after) && (token.text === "⟨" || opensOverLine(tokens, maths, index)))
      );
    case "close":
      if (!mathsBefore || !touches(before, token)) return false;
      return token.text === "⟩" ? token.strong : closesOverLine(tokens, maths, index);
    case "mark":
      if (token.text === "!")
        return (
          (mathsBefore && touches(before, token) && (mathsAfter || token.strong)) ||
          (mathsAfter && touches(token, after) && before?.role === "link" && before.strong)
        );
      if (token.script) return mathsBefore && after?.script === token.script;
      if (!mathsBefore || !after || after.role === "mark") return false;
      // A comma between formulas is the text font's.
      if (mathsAfter && token.strong && token.text !== "." && after.gap < QUAD_GAP) return true;
      // `a = b,\quad c = d`: no word space is that wide.
      if (mathsAfter && token.text === "," && after.gap > QUAD && after.gap < QUAD_GAP) return true;
      // … and one of a formula before a number is in a list of numbers: `0,\,50,\,150`.
      if (token.strong && token.text === "," && after.role === "number" && after.gap < LIST_GAP) return true;
      if (token.text === "," && /^(?:number|open)$/.test(after.role) && after.gap < QUAD_GAP && inner(after))
        return true;
      if (after.gap >= COMMA_GAP) return false;
      return mathsAfter || (token.strong && token.text === "," && (after.role === "number" || after.role === "open"));
    case "colon":
      return (
        mathsBefore &&
        (mathsAfter || isRatio(tokens, index)) &&
        (token.gap > 0.15 || (touches(before, token) && touches(token, after)) || leadsToArrow(tokens, maths, index))
      );
    case "slash": {
      if (!touches(before, token) || !touches(token, after)) return false;
      const operand = (other: Token) => /^(?:letter|number|open|close|function)$/.test(other.role);
      if (mathsBefore && after!.role === "text" && isUnitBefore(tokens, index)) return true;
      return (mathsBefore && operand(after!)) || (mathsAfter && operand(before!));
    }
    case "prime":
      return mathsBefore || (mathsAfter && (after!.role === "link" || after!.role === "prime"));
    case "accent":
      return liesOver(token, before, mathsBefore) || liesOver(token, after, mathsAfter);
    case "text":
      // `dx/d(y)`.
      if (token.text === "d" && mathsBefore && before!.text === "/" && touches(before, token)) return true;
      // `A \ B` of fonts without a sign for it; `#S`; `SU(2)_q`.
      if (token.text === "\\")
        return mathsBefore && token.gap > 0.1 && /^(?:letter|open)$/.test(after?.role ?? "") && after!.gap > 0.1;
      // `c_1$c_2`: a letter of some alphabet.
      if (/^[#$&@]$/.test(token.text) && mathsBefore && mathsAfter && touches(before, token) && touches(token, after))
        return true;
      if (token.text === "#") return mathsAfter && touches(token, after) && after!.strong;
      if (/^\p{Lu}{1,4}$/u.test(token.text) && !token.script && after?.role === "open")
        return mathsAfter && touches(token, after) && after.gap < 0.08;
      return token.script !== undefined && mathsBefore && (touches(before, token) || isScriptOf(token, before!));
    default:
      // Upright words between links belong to the formula only as scripts.
      return token.script !== undefined && mathsBefore && touches(before, token);
  }
}

/** `≤_ℝ 0`: a sign with scripts stands before this place. */
function linkBefore(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (at > 0 && tokens[at]!.script) at--;
  return tokens[at]!.role === "link" && tokens[at]!.strong;
}

/** `1 : 0.66`: a colon between numbers, with the blank of a relation. */
function isRatio(tokens: readonly Token[], index: number): boolean {
  const [before, colon, after] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  return before?.role === "number" && after?.role === "number" && isEven(colon, after, UPRIGHT) && colon.gap > 0.15;
}

/** The next part of a script, behind a comma's blank. */
function isScriptOf(token: Token, before: Token): boolean {
  return before.script === token.script && token.gap < COMMA_GAP;
}

/** `⊢_{ab} A`: a sign with scripts before maths. */
function isPrefix(tokens: readonly Token[], maths: readonly boolean[], index: number): boolean {
  const next = behindScripts(tokens, index);
  return next > index + 1 && maths[next] === true;
}

/** `2^{17} = `: a number with a script before a sign of the formula. */
function isPower(tokens: readonly Token[], maths: readonly boolean[], index: number): boolean {
  const next = behindScripts(tokens, index);
  return (
    next > index + 1 && maths[next] === true && tokens[next]!.role === "link" && !/^[*∗/]$/u.test(tokens[next]!.text)
  );
}

/** A bracket of a formula that goes on in the next line: no closing one on this line, which ends with maths that wants more. */
function opensOverLine(tokens: readonly Token[], maths: readonly boolean[], index: number): boolean {
  const last = tokens.at(-1)!;
  if (closerIndex(tokens, index) >= 0 || tokens[index]!.script) return false;
  if (!maths.at(-1) || !(last.role === "link" || (last.role === "mark" && last.strong))) return false;
  return tokens
    .slice(index + 1)
    .every((token, at) => maths[index + 1 + at] || /^(?:mark|number|link|open|close|accent)$/.test(token.role));
}

/** The closing bracket of one in the line before. */
function closesOverLine(tokens: readonly Token[], maths: readonly boolean[], index: number): boolean {
  if (tokens[0]!.word !== -1) return false;
  return maths.slice(0, index).every(Boolean) && !hasOpener(tokens, [...maths.slice(0, index), true], index);
}

/** An accent is the letter's it overlaps. */
function liesOver(accent: Token, letter: Token | undefined, maths: boolean): boolean {
  if (!letter || !maths) return false;
  const [a, b] = [accent.glyphs[0]!.box, letter.glyphs[0]!.box];
  const slack = 0.3 * accent.glyphs[0]!.size;
  return a.x0 < b.x1 + slack && a.x1 > b.x0 - slack;
}

/** `f : A → B`. */
function leadsToArrow(tokens: readonly Token[], maths: readonly boolean[], colon: number): boolean {
  for (let at = colon + 1; at < tokens.length && maths[at] && at < colon + 10; at++)
    if (/^[→↦⟶⟼↪↠]$/u.test(tokens[at]!.text)) return true;
  return false;
}

/** `sin x`, `pr_2 x`. */
function isBeforeMaths(tokens: readonly Token[], maths: readonly boolean[], index: number): boolean {
  const next = behindScripts(tokens, index);
  return maths[next] === true && tokens[next]!.gap < 0.5;
}

/** A function's name, maybe with scripts, right before brackets that hold maths. */
function takesBrackets(tokens: readonly Token[], maths: readonly boolean[], index: number): boolean {
  const at = behindScripts(tokens, index);
  const open = tokens[at];
  if (open?.role !== "open" || open.gap > 0.25) return false;
  const end = closerIndex(tokens, at);
  return end > 0 && tokens.slice(at + 1, end).some((_, offset) => maths[at + 1 + offset]);
}

/** `f (x)`: a bracket after a letter or relation with nothing but maths inside and hardly a gap before it. */
function takesArgument(tokens: readonly Token[], maths: readonly boolean[], index: number): boolean {
  const before = tokens[index - 1]!;
  const end = closerIndex(tokens, index);
  if (end <= index + 1 || (tokens[index]!.gap > 0.35 && before.role !== "link")) return false;
  if (before.role !== "letter" && before.role !== "link" && !before.script) return false;
  return tokens
    .slice(index + 1, end)
    .every(
      (token, offset) =>
        maths[index + 1 + offset] ||
        /^(?:mark|number|link|open|close|colon|accent|prime|function|slash)$/.test(token.role),
    );
}

/** Links and brackets at the ends of a run that bind nothing go back to the text. */
function dropDangling(tokens: readonly Token[], maths: boolean[]): void {
  for (let index = 0; index < tokens.length; index++) {
    if (!maths[index]) continue;
    const token = tokens[index]!;
    const loneBefore = !maths[index - 1];
    const loneAfter = !maths[index + 1];
    const over = token.role === "close" && closesOverLine(tokens, maths, index);
    if (token.role === "close" && !over && !hasOpener(tokens, maths, index) && token.text !== "⟩") maths[index] = false;
    else if (loneBefore && loneAfter && (token.role === "link" || token.role === "prime") && !isProofOfMaths(token))
      maths[index] = false;
  }
}

/** Signs of maths fonts that text has no use for but as maths; bullets, footnote marks, dashes and marks of proofs are not among them. */
const LONE_SIGN = /^[×÷±∓≤≥≪≫≠≈≃≅≡∈∉⊂⊆⊃⊇∪∩∧∨⊕⊗⊥⊤→←↔⇒⇐⇔↦⟹⟺⟶]$/u;

/** `is either ⊥ or ⊤`: signs by themselves. One at the start of a line may be its bullet. Works in place. */
function markLoneSigns(tokens: readonly Token[], maths: boolean[]): void {
  for (const [index, token] of tokens.entries())
    if (index > 0 && token.role === "link" && token.strong && !token.script && LONE_SIGN.test(token.text))
      maths[index] = true;
}

/** A relation sign on its own (`≤`, `→`) is still maths; a lone `=`, bar or hyphen is text. */
function isProofOfMaths(token: Token): boolean {
  return /^[^\u0020-\u007e–]$/u.test(token.text);
}
