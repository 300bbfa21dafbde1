import type { Box, FontInfo, Glyph } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import type { Line, Word } from "../types.js";
import { partsBracket, wordSpace } from "./inline/inner-gaps.js";
import { markMaths } from "./inline/mark-maths.js";
import { markSeen } from "./inline/mark-seen.js";
import type { Token } from "./inline/token.js";
import { tokenize } from "./inline/tokenize.js";

/** Part of a line: running text (words, possibly cut) or a run of glyphs that is one inline formula. */
export type InlineRun =
  | { kind: "text"; words: Word[]; spaceBefore: boolean }
  | { kind: "math"; glyphs: Glyph[]; spaceBefore: boolean };

export interface InlineRuns {
  runs: InlineRun[];
  /** The line ends with a sign that wants an operand: its formula goes on in the next line. */
  open: boolean;
}

/** What stands for the end of the line before in one that goes on with a formula. */
const LINK: Token = { role: "link", glyphs: [], text: "=", word: -1, script: undefined, gap: 0, strong: true };

/**
 * Splits a line into text and inline formulas.
 * @param rules horizontal rules of the page, page space
 * @param continued the line before ended within a formula
 */
export function inlineRuns(
  line: Line,
  fonts: readonly FontInfo[],
  rules: readonly Box[] = [],
  continued = false,
): InlineRuns {
  const tokens = tokenize(line, fonts, rules);
  const maths = continued ? markMaths([LINK, ...tokens], true).slice(1) : markMaths(tokens);
  markSeen(tokens, maths);
  const space = wordSpace(tokens);
  const runs: InlineRun[] = [];
  for (const [index, token] of tokens.entries()) {
    const parted = partsBracket(tokens, index, space);
    const spaceBefore = parted || isSpaced(tokens, maths, index);
    const last = runs.at(-1);
    if (maths[index]) {
      if (last?.kind === "math" && !parted) last.glyphs.push(...token.glyphs);
      else runs.push({ kind: "math", glyphs: [...token.glyphs], spaceBefore });
    } else {
      const run = last?.kind === "text" ? last : { kind: "text" as const, words: [], spaceBefore };
      if (run !== last) runs.push(run);
      addToWord(run.words, token, run === last && !spaceBefore, line.words[token.word]!);
    }
  }
  const last = tokens.at(-1);
  const open = maths.at(-1) === true && last!.role === "link" && !last!.script && !/^[|∣]$/u.test(last!.text);
  return { runs, open };
}

/** Narrowest word space, in sizes. */
const WORD_GAP = 0.2;
/** Kerns and the blank behind scripts are narrower than this. */
const KERN = 0.1;

/** Whether a word space is before a token. Words are cut by their characters, which do not know scripts and turned brackets. */
function isSpaced(tokens: readonly Token[], maths: readonly boolean[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]!];
  if (!before) return false;
  if (before.word === token.word) return before.role === "close" && before.text === "[" && token.gap > WORD_GAP;
  return !(maths[index - 1] && !maths[index] && token.role === "close" && token.gap < KERN);
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
