import { unionBoxes } from "../boxes.js";
import type { Piece } from "../classify/piece.js";
import { wordOfGlyphs } from "../lines/word-of-glyphs.js";
import type { Line, Word } from "../types.js";
import { type ListMarker, parseListMarker } from "./list-marker.js";

/** A line that starts with a list marker. */
export interface Mark {
  line: Line;
  marker: ListMarker;
}

/** The next item is at most this far below the first, in sizes. */
const REACH = 30;
const LONGEST_HEAD = 40;
/** `Exercises.`, `Remark 3:` */
const HEAD = /^\p{Lu}.*[.:]$/u;

/** Indexes of the lines that begin with a run-in head, behind which a list begins. */
export function runInCuts(piece: Piece, marks: readonly Mark[]): number[] {
  return piece.lines.flatMap(({ line }, at) => (runInHead(line, marks) ? [at] : []));
}

/** Parts a piece that begins with a run-in head into the head and the first item. */
export function partRunInHead(piece: Piece, marks: readonly Mark[]): Piece[] {
  const [first, ...rest] = piece.lines;
  const parts = first && runInHead(first.line, marks);
  if (!first || !parts) return [piece];
  const lines = [{ line: parts.rest, continuation: "start" as const }, ...rest];
  return [
    { ...piece, lines: [{ ...first, line: parts.head }], box: parts.head.box },
    { ...piece, continues: undefined, lines, box: unionBoxes(lines.map(({ line }) => line.box)) },
  ];
}

/**
 * A head and the first item of its list on one line: `**Exercises.** 1. Let …` over `2. …`. The head is set in another face than the
 * line, and the next item stands below it.
 */
function runInHead(line: Line, marks: readonly Mark[]): { head: Line; rest: Line } | undefined {
  const parts = cutAtFace(line);
  const marker = parts && parseListMarker(parts.rest.text);
  if (!marker || marker.value > 1 || parts.rest.text.length <= marker.length) return undefined;
  return marks.some((next) => isNext(next, marker, line)) ? parts : undefined;
}

function isNext({ line, marker }: Mark, first: ListMarker, above: Line): boolean {
  const down = (line.baseline - above.baseline) / above.size;
  if (marker.style !== first.style || down < 0.5 || down > REACH) return false;
  return line.box.x0 > above.box.x0 - above.size && marker.value === (first.kind === "bullet" ? 0 : 2);
}

/** The glyphs in the face the line begins with, and the rest in the line's own face. */
function cutAtFace(line: Line): { head: Line; rest: Line } | undefined {
  const face = line.words[0]?.glyphs[0]?.font;
  if (face === undefined || face === line.font || line.angle !== 0) return undefined;
  const at = line.words.findIndex((word) => word.glyphs.some((glyph) => glyph.font !== face));
  const word = line.words[at];
  if (!word) return undefined;
  const inside = word.glyphs.findIndex((glyph) => glyph.font !== face);
  const parts = [word.glyphs.slice(0, inside), word.glyphs.slice(inside)] as const;
  const words = [...line.words.slice(0, at), ...wordOf(parts[0])];
  const head = lineOf(line, words);
  if (!head || head.text.length > LONGEST_HEAD || !HEAD.test(head.text)) return undefined;
  const rest = lineOf(line, [...wordOf(parts[1]), ...line.words.slice(at + 1)]);
  if (!rest) return undefined;
  // The shares of the line are those of its two faces.
  const share = head.text.length / line.text.length;
  const [bold, italic] = [line.bold, line.italic].map((part) => (part > 0.8 * share ? 1 : 0)) as [number, number];
  return { head: { ...head, font: face, bold, italic }, rest: { ...rest, bold: bold ? 0 : line.bold } };
}

function wordOf(glyphs: Word["glyphs"]): Word[] {
  return glyphs.length === 0 ? [] : [wordOfGlyphs(glyphs)];
}

function lineOf(line: Line, words: Word[]): Line | undefined {
  if (words.length === 0) return undefined;
  const text = words.map((word) => word.text).join(" ");
  return { ...line, words, text, box: unionBoxes(words.map((word) => word.box)) };
}
