import { overlapX } from "../boxes.js";
import type { PageContext } from "../classify/page-context.js";
import { firstLine, inkBox, type Piece, pieceText, weighted } from "../classify/piece.js";
import { startsWithRaisedMark } from "./note-mark.js";

/** Blank between a table and its first note, and between notes, in leadings. */
const REACH = 1.8;
/** Words that open a remark on a table. */
const OPENING =
  /^(?:notes?|sources?|quellen?|anmerkung(?:en)?|legende|fuentes?|notas?|fonte|remarques?)\s*[:.–—]\s*\S/iu;
/** `(1) Restated.`: a mark in brackets that the table's numbers carry. */
const BRACKETED = /^\((?:\d{1,2}|[a-z*])\)\s+\S/u;
/** Notes begin at the table's edge, or inside it, within this many body sizes. */
const EDGE = 2;

/**
 * Notes printed right under a table, whatever their type: `Note: …`, `Source: …`, `(1) …`, or a raised letter, number or sign, one under the other.
 * They belong to the table, not to the text that goes on below.
 */
export function findTableNotes(context: PageContext): Set<Piece> {
  const notes = new Set<Piece>();
  for (const table of context.tables) {
    let bottom = table.y1;
    for (;;) {
      const next = context.pieces.find((piece) => {
        if (piece.apart || piece.form || notes.has(piece) || !opensNote(piece)) return false;
        const box = inkBox(piece);
        const gap = box.y0 - bottom;
        return (
          gap > -0.5 * context.metrics.bodySize &&
          gap < REACH * context.metrics.leading &&
          overlapX(box, table) > 0 &&
          box.x0 > table.x0 - EDGE * context.metrics.bodySize
        );
      });
      if (!next) break;
      notes.add(next);
      bottom = inkBox(next).y1;
    }
  }
  return notes;
}

function opensNote(piece: Piece): boolean {
  if (OPENING.test(pieceText(piece))) return weighted(piece, (line) => line.bold) < 0.5;
  if (BRACKETED.test(pieceText(piece))) return true;
  return startsWithRaisedMark(piece) && firstLine(piece).words.length > 2;
}
