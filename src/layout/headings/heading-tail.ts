import { overlapX } from "../boxes.js";
import { edgesOf, type PageContext } from "../classify/page-context.js";
import { firstLine, inkBox, lastLine, type Piece, pieceText } from "../classify/piece.js";
import { parseHeadingNumber } from "./heading-number.js";

/** Blank between the lines of one heading, in sizes; headings that follow each other stand further apart. */
const GAP = 0.55;

/**
 * Whether `next` is the second line of the heading `piece` (hanging or centred lines, which geometry takes for two): the same
 * look, close under it, no number of its own, and the first line is as full as its next word allows.
 */
export function isHeadingTail(piece: Piece, next: Piece, context: PageContext): boolean {
  const above = lastLine(piece);
  const below = firstLine(next);
  if (
    next.column !== piece.column ||
    above.font !== below.font ||
    Math.abs(above.size - below.size) > 0.03 * above.size
  )
    return false;
  const gap = inkBox(next).y0 - inkBox(piece).y1;
  if (gap < -0.3 * above.size || gap > GAP * above.size || overlapX(inkBox(piece), inkBox(next)) <= 0) return false;
  if (parseHeadingNumber(pieceText(next))) return false;
  const word = below.words[0];
  const room = edgesOf(piece, context).right - above.box.x1;
  return word !== undefined && word.box.x1 - word.box.x0 + 0.2 * below.size > room;
}
