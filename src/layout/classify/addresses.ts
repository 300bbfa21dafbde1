import type { Box } from "../../page.js";
import type { PageMetrics } from "../types.js";
import { isByline } from "./person-names.js";
import { inkBox, type Piece, pieceText } from "./piece.js";

/** Blank between names and their address, in leadings; lines of one group of names or addresses are nearer. */
const REACH = 1.5;
const NEXT_LINE = 0.5;
/** One under the other on one axis to within this many body sizes. */
const AXIS = 1.5;

/**
 * An address or a list of mailboxes set under names: on their axis or from their left edge, on the next line, or close below and no names
 * itself.
 */
export function isUnderNames(piece: Piece, names: Box, { bodySize, leading }: PageMetrics): boolean {
  const box = inkBox(piece);
  const gap = box.y0 - names.y1;
  if (gap < -0.3 * bodySize || gap > REACH * leading) return false;
  if (gap > NEXT_LINE * leading && isByline(pieceText(piece))) return false;
  return (
    Math.abs(box.x0 + box.x1 - names.x0 - names.x1) < 2 * AXIS * bodySize ||
    Math.abs(box.x0 - names.x0) < 0.5 * bodySize
  );
}
