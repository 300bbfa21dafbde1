import { unionBoxes } from "../boxes.js";
import type { Line, Word } from "../types.js";

/** Dots from which a row of them leads the eye and says nothing; three stand for a missing value. */
const LEAST_DOTS = 4;
const DOTS = /^[.·…]+$/u;

/** The words of a line without rows of leader dots, at the end of a word or as words of their own (`. . . .`). */
export function withoutLeaders(line: Line): Word[] {
  if (!/[.·…]\s?[.·…]/u.test(line.text)) return line.words;
  const kept: Word[] = [];
  let run: Word[] = [];
  const close = () => {
    const dots = run.reduce((sum, { text }) => sum + (text.includes("…") ? 3 : text.length), 0);
    if (dots < LEAST_DOTS) kept.push(...run);
    run = [];
  };
  for (const word of line.words) {
    if (DOTS.test(word.text)) {
      run.push(word);
      continue;
    }
    close();
    kept.push(withoutTail(word));
  }
  close();
  return kept;
}

/** `installation.......` → `installation` */
function withoutTail(word: Word): Word {
  let end = word.glyphs.length;
  while (end > 0 && DOTS.test(word.glyphs[end - 1]!.text)) end--;
  if (end === 0 || word.glyphs.length - end < LEAST_DOTS) return word;
  const glyphs = word.glyphs.slice(0, end);
  return { text: glyphs.map(({ text }) => text).join(""), box: unionBoxes(glyphs.map(({ box }) => box)), glyphs };
}
