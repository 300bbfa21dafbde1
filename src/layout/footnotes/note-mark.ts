import type { PageContext } from "../classify/page-context.js";
import { firstLine, type Piece, pieceText } from "../classify/piece.js";

/** `1`, `12`, `*`, `†`, `‡`, `§`, `¶`, `a`, also doubled, before the words of the note. */
const MARK = /^(?:\[?\d{1,3}\]?|[*∗⋆†‡§¶‖]{1,3}|[a-z])(?:[.)]|\s|(?=\p{Lu}))/u;
/** A mark that a note repeats with its bracket: `3)`. */
const BRACKETED = /^(?:\d{1,2}|[a-z*])\)/u;
/** A mark in the text is set in smaller type than its line by this factor. */
const SMALLER = 0.85;

/** Whether the piece opens with what can be a note's mark. */
export function hasMark(piece: Piece): boolean {
  return MARK.test(pieceText(piece));
}

/** First glyph smaller than the line or raised above its baseline. */
export function startsWithRaisedMark(piece: Piece): boolean {
  const line = firstLine(piece);
  const glyph = line.words[0]?.glyphs[0];
  if (!glyph || !MARK.test(line.text)) return false;
  const raised = line.baseline - glyph.y > 0.12 * line.size;
  return /^[*∗⋆†‡§¶‖]$/u.test(glyph.text) || (raised && glyph.size < 0.9 * line.size);
}

/**
 * Whether the piece opens with a bracketed mark (`3)`) that stands raised elsewhere on the page, in type smaller than the page's text:
 * forms refer so to the remarks at their foot, which look like the items of a list.
 */
export function isReferredTo(piece: Piece, context: PageContext): boolean {
  const mark = BRACKETED.exec(pieceText(piece))?.[0];
  if (!mark) return false;
  return context.pieces.some(
    (other) =>
      other !== piece &&
      other.lines.some(({ line }) =>
        line.words.some(
          (word) =>
            word.text.endsWith(mark) &&
            word.glyphs
              .slice(-mark.length)
              .every(({ size }) => size < SMALLER * Math.max(line.size, context.metrics.bodySize)),
        ),
      ),
  );
}
