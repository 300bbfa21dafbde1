import { overlapY, unionBoxes } from "../boxes.js";
import { parseListMarker } from "../lists/list-marker.js";
import type { BlockDraft, Line } from "../types.js";
import { cutPiece, joinRow, type Piece, withoutLines } from "./piece.js";

/** A bare number (of a reference or note), or a note's sign. */
const BARE_LABEL = /^(?:\d{1,3}|\[\d{1,3}\]|[*∗⋆†‡§¶‖]{1,3})$/u;
/** The letter of a note, set smaller than the note by this factor. */
const LETTER = /^[a-z]$/u;
const LETTER_SIZE = 0.8;
/** The label of an entry of references: `[Wiki14a]`. */
const ENTRY_LABEL = /^\[(?:[\p{L}+]{2,10}\d{0,4}[a-z]?|\d{1,3})\]$/u;
/** Widest blank between a label and its text, in sizes of the text; labels of references are as wide as the widest of them. */
const REACH = 3;
const ENTRY_REACH = 6;

/**
 * Puts labels that stand off (bullets, item numbers, numbers of notes and references in a column of their own) in front of the
 * text on their row. Without that they would be blocks of one character.
 */
export function attachLabels(pieces: ReadonlyMap<BlockDraft, Piece[]>): Map<BlockDraft, Piece[]> {
  const all = [...pieces.values()].flat().filter((piece) => !piece.apart && !piece.form);
  const labels = all.flatMap((piece) => piece.lines.map((entry) => entry.line)).filter(isLabel);
  const taken = new Set<Line>();
  const heads = new Map<Line, Line>();
  for (const label of labels) {
    const text = textBeside(label, all);
    if (!text || heads.has(text)) continue;
    heads.set(text, label);
    taken.add(label);
  }
  if (taken.size === 0) return new Map(pieces);
  const attached = new Map<BlockDraft, Piece[]>();
  for (const [draft, own] of pieces) {
    attached.set(
      draft,
      own
        .flatMap((piece) => (piece.apart || piece.form ? [piece] : withoutLines(piece, taken)))
        .flatMap((piece) =>
          cutPiece(
            piece,
            piece.lines.flatMap(({ line }, at) => (heads.has(line) ? [at] : [])),
          ),
        )
        .map((piece) => withLabel(piece, heads)),
    );
  }
  return attached;
}

/** A line that is nothing but a marker. */
function isLabel(line: Line): boolean {
  if (line.angle !== 0 || line.words.length > 1) return false;
  if (BARE_LABEL.test(line.text) || ENTRY_LABEL.test(line.text) || LETTER.test(line.text)) return true;
  const marker = parseListMarker(`${line.text} x`);
  return marker !== undefined && marker.length === line.text.length;
}

/** First line of a piece on the label's row, right behind it and with words of its own; an entry of references may begin within one. */
function textBeside(label: Line, pieces: readonly Piece[]): Line | undefined {
  const rows = pieces.flatMap((piece) => {
    const lines = ENTRY_LABEL.test(label.text) ? piece.lines : piece.lines.slice(0, 1);
    return lines.flatMap(({ line }) => (line !== label && isOnRow(label, line) ? [line] : []));
  });
  return rows.sort((a, b) => a.box.x0 - b.box.x0)[0];
}

function isOnRow(label: Line, text: Line): boolean {
  const gap = text.box.x0 - label.box.x1;
  if (LETTER.test(label.text) && label.size > LETTER_SIZE * text.size) return false;
  const reach = ENTRY_LABEL.test(label.text) ? ENTRY_REACH : REACH;
  if (gap < -0.2 * text.size || gap > reach * text.size) return false;
  if (overlapY(label.box, text.box) < 0.4 * Math.min(label.box.y1 - label.box.y0, text.box.y1 - text.box.y0))
    return false;
  return text.angle === 0 && /\p{L}{2}/u.test(text.text) && parseListMarker(text.text) === undefined;
}

function withLabel(piece: Piece, heads: ReadonlyMap<Line, Line>): Piece {
  const first = piece.lines[0];
  const label = first && heads.get(first.line);
  if (!first || !label) return piece;
  const lines = [{ ...first, line: joinRow([label, first.line]) }, ...piece.lines.slice(1)];
  return { ...piece, continues: undefined, lines, box: unionBoxes(lines.map((entry) => entry.line.box)) };
}
