import type { Box, FontInfo, Glyph } from "../../../page.js";
import { glyphScript } from "../../lines/to-text-line.js";
import { isMathGlyph } from "../../regions/math-content.js";
import type { Line } from "../../types.js";
import { readScriptCharacter } from "../naming/script-characters.js";
import { FUNCTION_NAMES } from "../symbol-classes.js";
import { besideFractionBars } from "./fraction-bars.js";
import { nameIntervals } from "./intervals.js";
import { markInItalics } from "./italic-lines.js";
import { markLetters } from "./lone-letters.js";
import { isSeen } from "./mark-seen.js";
import { markOperatorNames } from "./operator-names.js";
import { COMMA_GAP, type Role, type Token, touches } from "./token.js";

const LINK = /^(?:[=<>+\-−–±∓×÷·∗*/≤≥≪≫≠≈≃≅≡∼∝∈∉∋⊂⊆⊃⊇→←↔⇒⇐⇔↦|∣^]|\u0338)$/u;
/** Any other relation, operator or arrow; big operators and constants stand for themselves. */
const MATHS_SYMBOL = /^(?![∆∑∏∐∫-∳⋀-⋃⨀-⨆∞∂∇∀∃∅√𝛛𝜕𝝏𝞉𝟃𝛁𝛻𝜵𝝯𝞩])[\p{Sm}]$/u;
/** Links that are ordinary punctuation when a text font sets them. */
const TEXT_MARKS = /^[-–*^]$/;
/** Accents that TeX prints as characters of their own. */
const ACCENT = /^(?:[ˆ˜¯˙¨ˇ˘´˚`]|[\u0300-\u030c]|[\u20d0-\u20dc])$/u;

/** Cuts a line into tokens with their roles. `rules`: horizontal rules of the page, page space. */
export function tokenize(line: Line, fonts: readonly FontInfo[], rules: readonly Box[]): Token[] {
  const tokens: Token[] = [];
  const fractions = besideFractionBars(line, rules);
  let right: number | undefined;
  for (const [index, word] of line.words.entries()) {
    let open: Token | undefined;
    for (const glyph of word.glyphs) {
      const part = fractions.has(glyph);
      const raised = part ? undefined : readScriptCharacter(glyph.text);
      const script = part ? undefined : (raised?.script ?? glyphScript(glyph, line));
      const role = part ? "letter" : raised ? "number" : roleOf(glyph, fonts);
      // Letters of the text italic right behind an upright word are variables (`\log L`).
      const same = open && (role !== "text" || isItalic(open.glyphs.at(-1)!, fonts) === isItalic(glyph, fonts));
      const grows = same && open!.role === role && open!.script === script && (role === "text" || role === "number");
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
          strong: fonts[glyph.font]?.math === true,
        };
        tokens.push(open);
      }
      const end = glyph.x + glyph.advance;
      right = Math.max(right ?? end, end);
    }
  }
  nameArrowsOver(tokens, line);
  joinDecimals(tokens);
  joinDots(tokens);
  joinOverprints(tokens);
  nameIntervals(tokens);
  for (const token of tokens) if (token.role === "text" && FUNCTION_NAMES.has(token.text)) token.role = "function";
  nameModulus(tokens);
  nameDifferentials(tokens, fonts);
  if (line.italic > 0.5) markInItalics(tokens, fonts);
  markLetters(tokens, line, fonts);
  dropUnits(tokens);
  markOperatorNames(tokens);
  return tokens;
}

function isItalic(glyph: Glyph, fonts: readonly FontInfo[]): boolean {
  return /\p{L}/u.test(glyph.text) && fonts[glyph.font]?.italic === true;
}

/** `a ≡ 3 mod 4`, `(mod n)`, `f(x mod 1)`: the word between what it parts, or behind a bracket. Works in place. */
function nameModulus(tokens: readonly Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    const parted = /^(?:letter|number|close|open)$/.test(before?.role ?? "") || before?.script !== undefined;
    if (token.role === "text" && token.text === "mod" && parted && /^(?:letter|number)$/.test(after?.role ?? ""))
      token.role = "function";
  }
}

/** `dt`: an upright d right before an italic letter that ends the word. Works in place. */
function nameDifferentials(tokens: readonly Token[], fonts: readonly FontInfo[]): void {
  for (const [index, token] of tokens.entries()) {
    const [before, letter, after] = [tokens[index - 1], tokens[index + 1], tokens[index + 2]];
    if (token.role !== "text" || token.text !== "d" || token.script || !touches(token, letter) || letter!.script)
      continue;
    if (touches(before, token) && before!.role === "text") continue;
    if (touches(letter, after) && after!.role === "text" && !after!.script && /\p{L}/u.test(after!.text)) continue;
    const [sign, variable] = [token, letter!].map(({ glyphs }) => glyphs[0]!);
    const italic = variable!.text !== "" && letter!.glyphs.length === 1 && isItalic(variable!, fonts);
    if (italic && letter!.role === "text" && !isItalic(sign!, fonts)) token.role = letter!.role = "letter";
  }
}

/** A sign whose middle lies this high over the baseline, in sizes of the line, is one over a letter (`\overrightarrow`). */
const OVER = 0.62;

/** Arrows and their pieces over letters are accents. Works in place. */
function nameArrowsOver(tokens: Token[], line: Line): void {
  for (const token of tokens) {
    if (token.role !== "link" || !token.strong || token.script || !/^[→←↔−-]$/u.test(token.text)) continue;
    const { box } = token.glyphs[0]!;
    if (line.baseline - (box.y0 + box.y1) / 2 > OVER * line.size) token.role = "accent";
  }
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
    if (inWord && left.role === "number" && right.role === "number" && /^[.,]$/.test(mark.text) && right.gap <= 0.1)
      join(tokens, index - 1, "number");
    else index++;
  }
}

/** `5 μl`: the prefix of a unit behind a number is no variable. Works in place. */
function dropUnits(tokens: Token[]): void {
  for (const [index, token] of tokens.entries()) {
    const [before, after] = [tokens[index - 1], tokens[index + 1]];
    if (token.role !== "letter" || !/^[µμΩ]$/u.test(token.text) || before?.role !== "number") continue;
    const alone = !after || after.word !== token.word;
    const unit =
      after?.word === token.word &&
      after.role === "text" &&
      !after.script &&
      /^(?:[lmgsLMAVWFHNJ]|mol|Pa|Hz|m\/s)$/.test(after.text);
    if (unit || (alone && token.text === "Ω")) token.role = "text";
  }
}

/** Least blank between the dots of `\ldots`, in sizes: TeX's thin space is 0.167, that of scaled fonts (Fourier) 0.097; typed dots have none. */
const DOT_GAP = 0.08;

/** Three dots of a maths font, or spaced as in maths, are one sign; in a list of a formula (`i_0, …, i_p`) they are maths. Works in place. */
function joinDots(tokens: Token[]): void {
  const isDot = (token: Token | undefined) => token !== undefined && /^[.·]$/.test(token.text);
  for (let index = 1; index + 1 < tokens.length; index++) {
    const [first, second, third] = [tokens[index - 1], tokens[index], tokens[index + 1]];
    if (!isDot(first) || !isDot(second) || !isDot(third)) continue;
    if (!(first!.strong && second!.strong) && (second!.gap < DOT_GAP || third!.gap < DOT_GAP)) continue;
    const [before, after] = [tokens[index - 2], tokens[index + 2]];
    const listed = before?.text === "," && after?.text === "," && first!.gap > DOT_GAP && first!.gap < COMMA_GAP;
    const seen = [first!, second!, third!].every(isSeen);
    join(tokens, index - 1, first!.strong || listed || seen ? "letter" : "mark");
  }
}

/** `\cong` of TeX's fonts is a `∼` printed over a `=`: pens are this far apart, in sizes. Works in place. */
const OVERPRINT = 0.3;

function joinOverprints(tokens: Token[]): void {
  for (let index = 1; index < tokens.length; index++) {
    const pair = tokens[index - 1]!.text + tokens[index]!.text;
    if (!/^(?:=∼|∼=)$/u.test(pair) || tokens[index]!.gap > -OVERPRINT) continue;
    join(tokens, index - 1, "link", 2);
    Object.assign(tokens[index - 1]!, { text: "≅", strong: true });
  }
}

/** Joins tokens into one. */
function join(tokens: Token[], at: number, role: Role, count = 3): void {
  const parts = tokens.slice(at, at + count);
  tokens.splice(at, count, {
    ...parts[0]!,
    role,
    glyphs: parts.flatMap((part) => part.glyphs),
    text: parts.map((part) => part.text).join(""),
  });
}

/** Signs of running text that maths fonts hold, too. */
const TEXT_SIGN = /^[©®™§¶†‡◯_]$/u;
/** The box that ends a proof or waits for a tick: a symbol of mathematics in whatever font, written \square. */
const OPEN_BOX = "□";

function roleOf(glyph: Glyph, fonts: readonly FontInfo[]): Role {
  const { text } = glyph;
  if (TEXT_SIGN.test(text)) return "text";
  if (/^[0-9]$/.test(text)) return "number";
  if (/^[([{⟨⌊⌈⟦]$/u.test(text)) return "open";
  if (/^[)\]}⟩⌋⌉⟧]$/u.test(text)) return "close";
  if (/^[,;.!]$/.test(text)) return "mark";
  if (text === ":" || text === "∶") return "colon";
  if (text === "/" && !isMathGlyph(glyph, fonts)) return "slash";
  if (ACCENT.test(text)) return "accent";
  if (/^[′']$/.test(text) && isMathGlyph(glyph, fonts)) return "prime";
  const maths = isMathGlyph(glyph, fonts);
  if ((LINK.test(text) || MATHS_SYMBOL.test(text)) && (maths || !TEXT_MARKS.test(text))) return "link";
  return maths || text === OPEN_BOX ? "letter" : "text";
}
