import { isCombining, isLeftToRight, isRightToLeft } from "../glyphs/writing-systems.js";
import type { FramedGlyph } from "./frame.js";

const MIRRORED: ReadonlyMap<string, string> = new Map([
  ["(", ")"],
  [")", "("],
  ["[", "]"],
  ["]", "["],
  ["{", "}"],
  ["}", "{"],
  ["«", "»"],
  ["»", "«"],
]);

/**
 * Words of a run from visual to reading order. A run is right-to-left when most of its letters are; then its words are
 * reversed, letters of right-to-left words too, and numbers and foreign words keep their inner order (the reverse of the
 * Unicode bidirectional algorithm for one embedding level).
 */
export function toLogicalOrder(words: FramedGlyph[][]): FramedGlyph[][] {
  let right = 0;
  let left = 0;
  for (const word of words) {
    for (const glyph of word) {
      if (isRightToLeft(glyph.glyph.text)) right += 1;
      else if (/\p{L}/u.test(glyph.glyph.text)) left += 1;
    }
  }
  if (right === 0) return words;
  const inner = words.map((word) => (word.some((glyph) => isRightToLeft(glyph.glyph.text)) ? reverseWord(word) : word));
  return right >= left ? keepForeignRuns(inner.reverse()) : keepNativeRuns(inner);
}

/** Reverses the glyphs, keeping digits and Latin parts in order and marks behind their letter. */
function reverseWord(word: FramedGlyph[]): FramedGlyph[] {
  const runs: FramedGlyph[][] = [];
  for (const glyph of [...word].reverse()) {
    const last = runs.at(-1);
    const foreign = isLeftToRight(glyph.glyph.text);
    if (last && foreign && isLeftToRight(last[0]!.glyph.text)) last.unshift(glyph);
    else runs.push([glyph]);
  }
  const flat = runs.flat().map((glyph) => mirror(glyph));
  for (let index = 0; index + 1 < flat.length; index++) {
    const mark = flat[index]!;
    const base = flat[index + 1]!;
    if (isCombining(mark.glyph.text) && !isCombining(base.glyph.text)) {
      flat[index] = base;
      flat[index + 1] = mark;
      index += 1;
    }
  }
  return flat;
}

function mirror(glyph: FramedGlyph): FramedGlyph {
  const text = MIRRORED.get(glyph.glyph.text);
  return text === undefined ? glyph : { ...glyph, glyph: { ...glyph.glyph, text } };
}

function keepForeignRuns(words: FramedGlyph[][]): FramedGlyph[][] {
  return reverseRuns(words, (word) => !hasRightToLeft(word) && word.some((glyph) => isLeftToRight(glyph.glyph.text)));
}

function keepNativeRuns(words: FramedGlyph[][]): FramedGlyph[][] {
  return reverseRuns(words, hasRightToLeft);
}

function hasRightToLeft(word: FramedGlyph[]): boolean {
  return word.some((glyph) => isRightToLeft(glyph.glyph.text));
}

function reverseRuns(words: FramedGlyph[][], inRun: (word: FramedGlyph[]) => boolean): FramedGlyph[][] {
  const result: FramedGlyph[][] = [];
  let run: FramedGlyph[][] = [];
  for (const word of words) {
    if (inRun(word)) run.unshift(word);
    else {
      result.push(...run, word);
      run = [];
    }
  }
  return [...result, ...run];
}
