import type { Box } from "../../page.js";
import { intervalOverlap, unionBoxes } from "../boxes.js";
import { isLeadingSign, isValue } from "./cell-text.js";
import type { Boundary } from "./columns.js";
import type { Segment } from "./segments.js";
import { CHUNK_GAP, type Chunk, mean, type PlacedWord, type TextRow } from "./table-text.js";

/** Text of one row that lies in the columns `from` to `to` (both included). */
export interface RowCell {
  from: number;
  to: number;
  words: PlacedWord[];
  box: Box;
  text: string;
}

/** Distributes a text row over the columns: a piece that runs on over a column edge spans the columns it covers. */
export function rowCells(row: TextRow, columns: readonly Boundary[], vertical: readonly Segment[]): RowCell[] {
  const cells: RowCell[] = [];
  for (const chunk of row.chunks) {
    for (const piece of piecesOf(chunk, row, columns, vertical)) {
      const last = cells.at(-1);
      if (last && piece.from <= last.to) {
        last.to = Math.max(last.to, piece.to);
        last.words.push(...piece.words);
        last.box = unionBoxes([last.box, piece.box]);
        last.text += ` ${piece.text}`;
      } else cells.push(piece);
    }
  }
  return cells;
}

/** Index of the column that holds x, clamped to the table. */
export function columnAt(columns: readonly Boundary[], x: number): number {
  let column = 0;
  while (column + 2 < columns.length && x >= columns[column + 1]!.at) column++;
  return column;
}

/** Whether a printed segment stands at `at` along most of the stretch. */
export function isRuled(
  segments: readonly Segment[],
  at: number,
  from: number,
  to: number,
  tolerance: number,
): boolean {
  let covered = 0;
  for (const segment of segments) {
    if (Math.abs(segment.at - at) <= tolerance) covered += intervalOverlap(segment.from, segment.to, from, to);
  }
  return covered >= 0.6 * (to - from);
}

function piecesOf(chunk: Chunk, row: TextRow, columns: readonly Boundary[], vertical: readonly Segment[]): RowCell[] {
  const pieces: RowCell[] = [];
  const size = row.size;
  for (const placed of chunk.words) {
    const { box } = placed.word;
    const inset = Math.min(0.3 * size, (box.x1 - box.x0) / 2);
    let from = columnAt(columns, box.x0 + inset);
    let to = columnAt(columns, box.x1 - inset);
    // A printed line through the word's overhang still parts the columns.
    if (to > from && crossesRule(columns, from, to, row, vertical)) {
      from = columnAt(columns, (box.x0 + box.x1) / 2);
      to = from;
    }
    const piece: RowCell = { from, to, words: [placed], box, text: placed.word.text };
    const last = pieces.at(-1);
    if (last && (from <= last.to || runsOn(last, piece, row, columns, vertical))) {
      last.to = Math.max(last.to, to);
      last.words.push(placed);
      last.box = unionBoxes([last.box, box]);
      last.text += ` ${piece.text}`;
    } else pieces.push(piece);
  }
  return pieces;
}

function crossesRule(
  columns: readonly Boundary[],
  from: number,
  to: number,
  row: TextRow,
  vertical: readonly Segment[],
): boolean {
  for (let column = from; column < to; column++) {
    const edge = columns[column + 1]!;
    if (edge.ruled && isRuled(vertical, edge.at, row.box.y0, row.box.y1, 0.35 * row.size)) return true;
  }
  return false;
}

/** Whether the words on both sides of a column edge are one text: at word distance, not two values, no rule between. */
function runsOn(
  left: RowCell,
  right: RowCell,
  row: TextRow,
  columns: readonly Boundary[],
  vertical: readonly Segment[],
): boolean {
  if (crossesRule(columns, left.to, right.from, row, vertical)) return false;
  const gap = right.box.x0 - left.box.x1;
  // Where a rule parts other rows but not this one, the text may be set as wide as it likes.
  const room = columns[left.to + 1]!.ruled ? CHUNK_GAP : 0.42;
  if (gap > room * row.size || gap > 1.35 * wordGap(left, right)) return false;
  return !(isValue(left.text) && (isValue(right.text) || isLeadingSign(right.text)));
}

/** Mean gap between the words on either side, px; infinite when there is only one word each. */
function wordGap(left: RowCell, right: RowCell): number {
  const gaps = [left.words, right.words].flatMap((words) =>
    words.slice(1).map(({ word }, index) => word.box.x0 - words[index]!.word.box.x1),
  );
  return gaps.length === 0 ? Number.POSITIVE_INFINITY : Math.max(mean(gaps), 0.15 * left.words[0]!.line.size);
}
