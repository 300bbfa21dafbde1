import { overlapX } from "../boxes.js";
import { firstLine, inkBox, lastLine, type Piece } from "../classify/piece.js";
import type { PageMetrics } from "../types.js";

/** Blank between the parts of one caption, in leadings; captions are set off from the text by more. */
const GAP = 0.45;
const SAME_SIZE = 0.04;

/**
 * Pieces that go on with a caption geometry cut in two (centred lines, a title under the label): same size and font, close under
 * it, and not in the type of the running text.
 */
export function captionTail(caption: Piece, pieces: readonly Piece[], metrics: PageMetrics): Piece[] {
  const tail: Piece[] = [];
  let last = caption;
  for (const next of pieces.slice(pieces.indexOf(caption) + 1)) {
    if (!goesOn(last, next, metrics)) break;
    tail.push(next);
    last = next;
  }
  return tail;
}

function goesOn(caption: Piece, next: Piece, metrics: PageMetrics): boolean {
  if (next.apart || next.form || next.column !== caption.column) return false;
  const above = lastLine(caption);
  const below = firstLine(next);
  const gap = inkBox(next).y0 - inkBox(caption).y1;
  if (gap < -0.5 * below.size || gap > GAP * metrics.leading || overlapX(inkBox(next), inkBox(caption)) <= 0)
    return false;
  if (Math.abs(above.size - below.size) > SAME_SIZE * above.size || above.font !== below.font) return false;
  return below.size < 0.97 * metrics.bodySize || below.font !== metrics.bodyFont;
}
