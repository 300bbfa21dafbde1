import type { Box } from "../../page.js";
import { overlapX, overlapY } from "../boxes.js";
import type { PageMetrics } from "../types.js";
import { inkBox, type Piece } from "./piece.js";

/** Blank between the lines of one group of names and addresses, in leadings. */
const NEXT_LINE = 0.5;
/** One under the other on one axis to within this many body sizes. */
const AXIS = 1.5;

/** The group that the next line of names and addresses goes on with, where groups stand side by side and rows would mix them. */
export function groupBeside<Group extends { box: Box }>(
  piece: Piece,
  groups: readonly Group[],
  metrics: PageMetrics,
): Group | undefined {
  return groups.findLast(
    ({ box }) =>
      isUnderNames(piece, box, metrics) &&
      groups.some((other) => overlapY(other.box, box) > 0 && overlapX(other.box, box) <= 0),
  );
}

/** On its axis or from its left edge, right below it. */
function isUnderNames(piece: Piece, names: Box, { bodySize, leading }: PageMetrics): boolean {
  const box = inkBox(piece);
  const gap = box.y0 - names.y1;
  if (gap < -0.3 * bodySize || gap > NEXT_LINE * leading) return false;
  return (
    Math.abs(box.x0 + box.x1 - names.x0 - names.x1) < 2 * AXIS * bodySize ||
    Math.abs(box.x0 - names.x0) < 0.5 * bodySize
  );
}
