import type { Continuation, FontInfo, TextLine } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import { frameBox, quarterTurn } from "../lines/frame.js";
import { type SpanWriter, toTextLine } from "../lines/to-text-line.js";
import type { Line, Word } from "../types.js";
import { isUpright, type PlacedWord } from "./table-text.js";

/** The words of a cell as text lines, top to bottom; `width` is the room the cell's text has, px. */
export function cellLines(
  words: readonly PlacedWord[],
  width: number,
  fonts: readonly FontInfo[],
  writeSpans?: SpanWriter,
): TextLine[] {
  const lines = printedLines(words).map((group) => lineOfWords(group, fonts));
  const widest = Math.max(0, ...lines.map((line) => line.box.x1 - line.box.x0));
  return lines.map((line, index) => {
    const before = lines[index - 1];
    const continuation = before ? continuationOf(before, line, Math.max(widest, 0.8 * width)) : "start";
    return toTextLine(line, fonts, continuation, writeSpans);
  });
}

/** Words by printed line: upright words by baseline, turned ones by the line they came in. */
export function printedLines(words: readonly PlacedWord[]): PlacedWord[][] {
  const groups: PlacedWord[][] = [];
  const along = ({ word, line }: PlacedWord) => frameBox(word.box, quarterTurn(line.angle)).x0;
  const sorted = [...words].sort((a, b) => position(a) - position(b) || along(a) - along(b));
  for (const placed of sorted) {
    const group = groups.find(([first]) =>
      isUpright(placed.line)
        ? isUpright(first!.line) && Math.abs(placed.line.baseline - first!.line.baseline) <= 0.3 * placed.line.size
        : first!.line === placed.line,
    );
    if (group) group.push(placed);
    else groups.push([placed]);
  }
  for (const group of groups) {
    const [first] = group;
    if (first && isUpright(first.line))
      group.sort((a, b) => a.word.box.x0 - b.word.box.x0 || a.word.box.x1 - b.word.box.x1);
  }
  return groups;
}

/** Reading position across the lines: y of upright text, the baseline in the turned frame otherwise. */
function position({ line }: PlacedWord): number {
  return line.baseline;
}

/** Line made of some words of the page's lines; the very line when it is whole. */
export function lineOfWords(placed: readonly PlacedWord[], fonts: readonly FontInfo[]): Line {
  const { line } = placed[0]!;
  const words = placed.map(({ word }) => word);
  if (words.length === line.words.length && words.every((word, index) => word === line.words[index])) return line;
  const glyphs = words.flatMap((word) => word.glyphs).filter(({ text }) => text.trim() !== "");
  const share = (test: (font: FontInfo) => boolean) =>
    glyphs.length === 0 ? 0 : glyphs.filter(({ font }) => fonts[font] && test(fonts[font])).length / glyphs.length;
  return {
    ...line,
    words,
    text: words.map(({ text }: Word) => text).join(" "),
    box: unionBoxes(words.map(({ box }) => box)),
    bold: share(({ bold }) => bold),
    italic: share(({ italic }) => italic),
    monospace: share(({ monospace }) => monospace),
    math: share(({ math }) => math),
  };
}

/** Wrapped text goes on with a space; a line that ends although the next word had room is a break of its own. */
function continuationOf(before: Line, line: Line, width: number): Continuation {
  const ends = before.text;
  const begins = line.text;
  if (/\p{L}[\u00AD\u2010-]$/u.test(ends) && /^\p{Ll}/u.test(begins)) return "no_hyphen";
  if (/[\u2010-]$/u.test(ends)) return "no_space";
  const first = line.words[0]?.box;
  const room = width - (before.box.x1 - before.box.x0) - 0.3 * before.size;
  const fits = first !== undefined && first.x1 - first.x0 <= room;
  return fits && !/^[\p{Ll}(]/u.test(begins) ? "newline" : "space";
}
