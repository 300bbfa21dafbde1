import type { Box, FontInfo, Glyph } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import type { Line, Word } from "../types.js";
import { markMaths } from "./inline/mark-maths.js";
import type { Token } from "./inline/token.js";
import { tokenize } from "./inline/tokenize.js";

/** Part of a line: running text (words, possibly cut) or a run of glyphs that is one inline formula. */
export type InlineRun =
  | { kind: "text"; words: Word[]; spaceBefore: boolean }
  | { kind: "math"; glyphs: Glyph[]; spaceBefore: boolean };

/** Splits a line into text and inline formulas. `rules`: horizontal rules of the page, page space. */
export function inlineRuns(line: Line, fonts: readonly FontInfo[], rules: readonly Box[] = []): InlineRun[] {
  const tokens = tokenize(line, fonts, rules);
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
