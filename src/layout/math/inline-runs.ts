import type { FontInfo, Glyph } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import { glyphScript } from "../lines/to-text-line.js";
import { isMathGlyph } from "../regions/math-content.js";
import type { Line, Word } from "../types.js";
import { FUNCTION_NAMES } from "./symbol-classes.js";

/** Part of a line: running text (words, possibly cut) or a run of glyphs that is one inline formula. */
export type InlineRun =
  | { kind: "text"; words: Word[]; spaceBefore: boolean }
  | { kind: "math"; glyphs: Glyph[]; spaceBefore: boolean };

/**
 * How a token takes part in maths. `letter`: maths by itself. `link`: an operator or relation, maths between maths and numbers. `number`,
 * `open`, `close`, `function`: maths next to a link or letter. `mark`: comma and its like, maths only inside. `text`: never.
 */
type Role = "letter" | "link" | "number" | "open" | "close" | "function" | "mark" | "prime" | "text";

interface Token {
  role: Role;
  glyphs: Glyph[];
  text: string;
  word: number;
  script: "super" | "sub" | undefined;
  /** Blank before the token between pen positions, in sizes of the line. */
  gap: number;
}

const LINK = /^[=<>+\-−–±∓×÷·∗*/≤≥≪≫≠≈≃≅≡∼∝∈∉∋⊂⊆⊃⊇→←↔⇒⇐⇔↦|∣:≔^]$/u;
/** Any other relation, operator or arrow; big operators and constants stand for themselves. */
const MATHS_SYMBOL = /^(?![∑∏∐∫-∳⋀-⋃⨀-⨆∞∂∇∀∃∅√])[\p{Sm}]$/u;
/** Links that are ordinary punctuation when a text font sets them. */
const TEXT_MARKS = /^[-–:/*^]$/;
/** Blank after a comma, between pen positions: TeX sets a fixed 0.167 em inside formulas, words stand 0.22–0.5 em apart. */
const COMMA_GAP = 0.2;
const LATIN = /^\p{L}$/u;

/** Splits a line into text and inline formulas. */
export function inlineRuns(line: Line, fonts: readonly FontInfo[]): InlineRun[] {
  const tokens = tokenize(line, fonts);
  const maths = markMaths(tokens);
  const runs: InlineRun[] = [];
  for (const [index, token] of tokens.entries()) {
    const spaceBefore = index > 0 && tokens[index - 1]!.word !== token.word;
    const last = runs.at(-1);
    if (maths[index]) {
      if (last?.kind === "math") last.glyphs.push(...token.glyphs);
      else runs.push({ kind: "math", glyphs: [...token.glyphs], spaceBefore });
    } else {
      const run = last?.kind === "text" ? last : { kind: "text" as const, words: [], spaceBefore };
      if (run !== last) runs.push(run);
      addToWord(run.words, token, run === last && !spaceBefore, line.words[token.word]!);
    }
  }
  return runs;
}

function addToWord(words: Word[], token: Token, joins: boolean, source: Word): void {
  const last = words.at(-1);
  if (joins && last) {
    last.glyphs.push(...token.glyphs);
    last.text += token.text;
    last.box = unionBoxes([last.box, ...token.glyphs.map((glyph) => glyph.box)]);
  } else
    words.push({
      ...source,
      glyphs: [...token.glyphs],
      text: token.text,
      box: unionBoxes(token.glyphs.map((glyph) => glyph.box)),
    });
}

function tokenize(line: Line, fonts: readonly FontInfo[]): Token[] {
  const tokens: Token[] = [];
  let right: number | undefined;
  for (const [index, word] of line.words.entries()) {
    let open: Token | undefined;
    for (const glyph of word.glyphs) {
      const script = glyphScript(glyph, line);
      const role = roleOf(glyph, fonts);
      const grows = open && open.role === role && open.script === script && (role === "text" || role === "number");
      if (grows && open) {
        open.glyphs.push(glyph);
        open.text += glyph.text;
      } else {
        open = {
          role,
          glyphs: [glyph],
          text: glyph.text,
          word: index,
          script,
          gap: right === undefined ? 0 : (glyph.x - right) / line.size,
        };
        tokens.push(open);
      }
      const end = glyph.x + glyph.advance;
      right = Math.max(right ?? end, end);
    }
  }
  joinDecimals(tokens);
  for (const token of tokens) if (token.role === "text" && FUNCTION_NAMES.has(token.text)) token.role = "function";
  markLoneItalics(tokens, line, fonts);
  return tokens;
}

/** `9.812` and `5,000` are one number. Works in place. */
function joinDecimals(tokens: Token[]): void {
  for (let index = 1; index + 1 < tokens.length; ) {
    const [left, mark, right] = [tokens[index - 1]!, tokens[index]!, tokens[index + 1]!];
    const inWord =
      left.word === mark.word &&
      mark.word === right.word &&
      left.script === right.script &&
      left.script === mark.script;
    if (inWord && left.role === "number" && right.role === "number" && /^[.,]$/.test(mark.text) && right.gap <= 0.1) {
      tokens.splice(index - 1, 3, {
        ...left,
        glyphs: [...left.glyphs, ...mark.glyphs, ...right.glyphs],
        text: left.text + mark.text + right.text,
      });
    } else index++;
  }
}

function roleOf(glyph: Glyph, fonts: readonly FontInfo[]): Role {
  const { text } = glyph;
  if (/^[0-9]$/.test(text)) return "number";
  if (/^[([{⟨⌊⌈]$/u.test(text)) return "open";
  if (/^[)\]}⟩⌋⌉]$/u.test(text)) return "close";
  if (/^[,;.!]$/.test(text)) return "mark";
  if (/^[′']$/.test(text) && isMathGlyph(glyph, fonts)) return "prime";
  const maths = isMathGlyph(glyph, fonts);
  if ((LINK.test(text) || MATHS_SYMBOL.test(text)) && (maths || !TEXT_MARKS.test(text))) return "link";
  return maths ? "letter" : "text";
}

/** A single italic letter among upright text is a variable (Times and Word set maths letters in the text italic). */
function markLoneItalics(tokens: Token[], line: Line, fonts: readonly FontInfo[]): void {
  if (line.italic > 0.5) return;
  for (const [index, token] of tokens.entries()) {
    if (token.role !== "text" || !LATIN.test(token.text) || token.glyphs.length !== 1) continue;
    const font = fonts[token.glyphs[0]!.font];
    if (!font?.italic) continue;
    const before = tokens[index - 1];
    const after = tokens[index + 1];
    const attached = [before, after].some(
      (other) =>
        other &&
        other.word === token.word &&
        other.role === "text" &&
        other.script === token.script &&
        /\p{L}/u.test(other.text),
    );
    const italicPhrase = [tokens[index - 1], tokens[index + 1]].some(
      (other) =>
        other &&
        other.word !== token.word &&
        other.role === "text" &&
        other.glyphs.length > 1 &&
        fonts[other.glyphs[0]!.font]?.italic,
    );
    if (!attached && !italicPhrase) token.role = "letter";
  }
}

/** Which tokens are maths: letters, then what they reach over links, brackets and marks. */
function markMaths(tokens: Token[]): boolean[] {
  const maths = tokens.map((token) => token.role === "letter");
  if (!maths.includes(true)) return maths;
  attachScripts(tokens, maths);
  for (let changed = true; changed; ) {
    changed = false;
    for (let index = 0; index < tokens.length; index++)
      if (!maths[index] && extendsMaths(tokens, maths, index)) changed = maths[index] = true;
    if (closeBrackets(tokens, maths)) changed = true;
  }
  dropDangling(tokens, maths);
  return maths;
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

function extendsMaths(tokens: Token[], maths: boolean[], index: number): boolean {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  const after = tokens[index + 1];
  const mathsBefore = maths[index - 1] === true;
  const mathsAfter = maths[index + 1] === true;
  const touches = (other: Token | undefined) => other !== undefined && other.word === token.word;
  switch (token.role) {
    case "link":
      return mathsBefore || mathsAfter;
    case "number":
      if (token.script) return mathsBefore;
      if (mathsBefore)
        return (
          before!.role === "link" ||
          (touches(before) && before!.role !== "mark") ||
          (before!.role === "mark" && token.gap < COMMA_GAP) ||
          before!.role === "open"
        );
      return (
        mathsAfter && (after!.role === "link" || (touches(after) && after!.role !== "mark" && after!.role !== "open"))
      );
    case "function":
      return (mathsAfter && after!.gap < 0.5) || (mathsBefore && before!.role === "link");
    case "open":
      return (
        mathsBefore &&
        before!.role !== "mark" &&
        (touches(before) ? closerIndex(tokens, index) >= 0 : takesArgument(tokens, maths, index))
      );
    case "close":
      return false;
    case "mark":
      return mathsBefore && mathsAfter && tokens[index + 1]!.gap < COMMA_GAP && after!.role !== "mark";
    case "prime":
      return mathsBefore;
    default:
      // Upright words between links belong to the formula only as scripts.
      return token.script !== undefined && mathsBefore && touches(before);
  }
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
        token.role === "mark" ||
        token.role === "number" ||
        token.role === "open" ||
        token.role === "close",
    );
}

/** Index of the bracket that closes the one at `index`, on this line; -1 when none does. */
function closerIndex(tokens: readonly Token[], index: number): number {
  let depth = 0;
  for (let at = index; at < tokens.length; at++) {
    if (tokens[at]!.role === "open") depth++;
    else if (tokens[at]!.role === "close" && --depth === 0) return at;
  }
  return -1;
}

/** A bracketed group opened by maths is maths to its end; one that holds only maths is maths with its brackets. */
function closeBrackets(tokens: readonly Token[], maths: boolean[]): boolean {
  let changed = false;
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]!.role !== "open") continue;
    const end = closerIndex(tokens, index);
    if (end < 0) continue;
    const inside = tokens.slice(index + 1, end);
    const prose = inside.some((token) => token.role === "text" && !token.script && token.text.length > 2);
    const onlyMaths =
      inside.length > 0 &&
      inside.every((token, offset) => maths[index + 1 + offset] || token.role === "mark" || token.role === "number") &&
      inside.some((_, offset) => maths[index + 1 + offset]);
    const tuple = inside.length >= 3 && inside.some((token) => token.role === "mark");
    const attached =
      tuple ||
      (maths[end + 1] && tokens[end + 1]!.role === "link") ||
      (maths[index - 1] && tokens[index - 1]!.role === "link") ||
      tokens[end + 1]?.script !== undefined;
    if (prose || !(maths[index] || (onlyMaths && attached))) continue;
    for (let at = index; at <= end; at++) {
      if (!maths[at]) changed = maths[at] = true;
    }
  }
  return changed;
}

/** Links and brackets at the ends of a run that bind nothing go back to the text. */
function dropDangling(tokens: readonly Token[], maths: boolean[]): void {
  for (let index = 0; index < tokens.length; index++) {
    if (!maths[index]) continue;
    const token = tokens[index]!;
    const loneBefore = !maths[index - 1];
    const loneAfter = !maths[index + 1];
    if (token.role === "close" && !hasOpener(tokens, maths, index)) maths[index] = false;
    else if (loneBefore && loneAfter && (token.role === "link" || token.role === "prime") && !isProofOfMaths(token))
      maths[index] = false;
  }
}

function hasOpener(tokens: readonly Token[], maths: readonly boolean[], close: number): boolean {
  let depth = 0;
  for (let at = close; at >= 0 && maths[at]; at--) {
    if (tokens[at]!.role === "close") depth++;
    else if (tokens[at]!.role === "open" && --depth === 0) return true;
  }
  return false;
}

/** A relation sign on its own (`≤`, `→`) is still maths; a lone `=`, bar or hyphen is text. */
function isProofOfMaths(token: Token): boolean {
  return /^[^\u0020-\u007e–]$/u.test(token.text);
}
