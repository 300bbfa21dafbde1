import type { Box } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import type { Line, Word } from "../types.js";
import { withoutLeaders } from "./leaders.js";

/** A word and the line it was found in, which says its size, baseline and angle. */
export interface PlacedWord {
  word: Word;
  line: Line;
}

/** Words of one text row that follow one another at ordinary word distance. */
export interface Chunk {
  words: PlacedWord[];
  box: Box;
  text: string;
}

/** Everything printed on one baseline within a table's frame, left to right. */
export interface TextRow {
  baseline: number;
  box: Box;
  /** Mean size of the row's lines, px. */
  size: number;
  chunks: Chunk[];
}

/** Gap that parts two chunks, in em: wider than a word space, narrower than the gutters tables are set with. */
export const CHUNK_GAP = 0.62;

export function isUpright(line: Line): boolean {
  return Math.abs(line.angle) < 5 || Math.abs(line.angle - 360) < 5;
}

/** Words of the lines; leader dots are left out. */
export function placedWords(lines: readonly Line[]): PlacedWord[] {
  return lines.flatMap((line) => withoutLeaders(line).map((word) => ({ word, line })));
}

/** Share of the words in heavy type, 0–1; 0 without words. */
export function heavyShare(chunks: readonly Chunk[]): number {
  const words = chunks.flatMap((chunk) => chunk.words);
  return words.length === 0 ? 0 : words.filter(({ line }) => line.bold > 0.5).length / words.length;
}

/** Rows of upright words by baseline. Words of other angles are left out. */
export function textRows(words: readonly PlacedWord[]): TextRow[] {
  const sorted = words
    .filter(({ line }) => isUpright(line))
    .sort((a, b) => a.line.baseline - b.line.baseline || a.word.box.x0 - b.word.box.x0);
  const groups: PlacedWord[][] = [];
  let baseline = Number.NEGATIVE_INFINITY;
  for (const word of sorted) {
    const group = groups.at(-1);
    const size = group ? Math.min(word.line.size, group[0]!.line.size) : 0;
    if (group && word.line.baseline - baseline <= 0.3 * size) group.push(word);
    else {
      groups.push([word]);
      baseline = word.line.baseline;
    }
  }
  return groups.map(rowOf);
}

function rowOf(words: PlacedWord[]): TextRow {
  words.sort((a, b) => a.word.box.x0 - b.word.box.x0 || a.word.box.x1 - b.word.box.x1);
  const size = mean(words.map(({ line }) => line.size));
  const chunks: PlacedWord[][] = [];
  let right = Number.NEGATIVE_INFINITY;
  for (const placed of words) {
    const chunk = chunks.at(-1);
    if (chunk && placed.word.box.x0 - right <= CHUNK_GAP * size) chunk.push(placed);
    else chunks.push([placed]);
    right = Math.max(right, placed.word.box.x1);
  }
  return {
    baseline: mean(words.map(({ line }) => line.baseline)),
    box: unionBoxes(words.map(({ word }) => word.box)),
    size,
    chunks: chunks.map(chunkOf),
  };
}

export function chunkOf(words: PlacedWord[]): Chunk {
  return {
    words,
    box: unionBoxes(words.map(({ word }) => word.box)),
    text: words.map(({ word }) => word.text).join(" "),
  };
}

export function mean(values: readonly number[]): number {
  return values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length;
}

export function median(values: readonly number[]): number {
  if (values.length === 0) return 0;
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)]!;
}
