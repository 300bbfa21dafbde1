import { unionBoxes } from "../boxes.js";
import type { Line, Word } from "../types.js";

/**
 * The line without its first `length` characters (the printed marker). The marker may be a word of its own, several words, or the
 * start of a word (`1.Item`). Undefined when nothing is left.
 */
export function dropMarker(line: Line, length: number): Line | undefined {
  let left = length;
  const words: Word[] = [];
  for (const word of line.words) {
    const size = word.text.length;
    if (left >= size) {
      left -= size;
      continue;
    }
    words.push(left > 0 ? withoutStart(word, left) : word);
    left = 0;
  }
  if (words.length === 0) return undefined;
  return {
    ...line,
    words,
    text: words.map((word) => word.text).join(" "),
    box: unionBoxes(words.map((word) => word.box)),
  };
}

function withoutStart(word: Word, length: number): Word {
  let left = length;
  const glyphs = word.glyphs.filter((glyph) => {
    if (left <= 0) return true;
    left -= glyph.text.length;
    return false;
  });
  const kept = glyphs.length > 0 ? glyphs : word.glyphs.slice(-1);
  return { text: word.text.slice(length), glyphs: kept, box: unionBoxes(kept.map((glyph) => glyph.box)) };
}
