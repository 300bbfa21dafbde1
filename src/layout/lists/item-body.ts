import type { Box, PageEvidence } from "../../page.js";
import { boxHeight, boxWidth, overlapX } from "../boxes.js";
import { edgesOf, type PageContext } from "../classify/page-context.js";
import { firstLine, type Piece } from "../classify/piece.js";
import { dropMarker } from "./drop-marker.js";
import { type ListMarker, parseListMarker } from "./list-marker.js";

/** Where the text of an item whose lines hang behind its marker stands. */
export interface ItemBody {
  /** Left edge of the text and of the marker, px, page space. */
  x: number;
  marker: number;
  column: number;
  /** Size of the text, px. */
  size: number;
}

/** Edges agree to within this, in sizes. */
const ALIGNED = 0.5;
/** Sizes nearer than this share are one. */
const SAME_SIZE = 0.08;
/** A further paragraph of an item may be moved in by this, in sizes. */
const INDENT = 2.5;

/** Undefined where the second line goes back to the marker's edge: nothing tells then where the item ends. */
export function itemBody(piece: Piece, marker: ListMarker): ItemBody | undefined {
  const first = firstLine(piece);
  const text = dropMarker(first, marker.length);
  const second = piece.lines[1]?.line;
  const x = text?.box.x0 ?? second?.box.x0;
  if (x === undefined || first.angle !== 0) return undefined;
  const edge = second && Math.abs(second.box.x0 - x) > ALIGNED * first.size ? second.box.x0 : x;
  if (edge < first.box.x0 + ALIGNED * first.size) return undefined;
  return { x: edge, marker: first.box.x0, column: piece.column, size: first.size };
}

/**
 * Whether a paragraph under an item belongs to it: all its lines start where the item's text starts. A single line there may also be the
 * indented first line of a paragraph of the text, where the page has such.
 *
 * @param afterFormula a displayed formula of the item stands between
 */
export function standsInItem(piece: Piece, body: ItemBody, context: PageContext, afterFormula: boolean): boolean {
  if (piece.apart || piece.form || piece.column !== body.column) return false;
  const head = firstLine(piece);
  if (head.angle !== 0 || Math.abs(head.size - body.size) > SAME_SIZE * body.size) return false;
  if (parseListMarker(head.text)) return false;
  const offset = (x: number) => (x - body.x) / body.size;
  const rest = piece.lines.slice(1).map(({ line }) => offset(line.box.x0));
  const first = offset(head.box.x0);
  if (rest.length > 0) return first > -ALIGNED && first < INDENT && rest.every((other) => Math.abs(other) < ALIGNED);
  if (Math.abs(first) > ALIGNED) return false;
  if (afterFormula || /^\p{Ll}/u.test(head.text)) return true;
  const isIndented = body.marker - edgesOf(piece, context).left > ALIGNED * body.size;
  return isIndented || !context.pieces.some((other) => opensAt(other, body));
}

/** A paragraph whose first line is moved in to the item's text edge. */
function opensAt(piece: Piece, { x, size, column }: ItemBody): boolean {
  const [first, second] = piece.lines;
  if (!first || !second || piece.form || piece.apart || piece.column !== column) return false;
  if (parseListMarker(first.line.text)) return false;
  return Math.abs(first.line.box.x0 - x) < ALIGNED * size && second.line.box.x0 < x - ALIGNED * size;
}

/** A bar is this many times as long as wide. */
const SLENDER = 3;
/** Bars stand this near to their text, px: a third of an inch. */
const BAR_REACH = 80;
const SLACK = 4;

/** A rule between the two, or a bar or the side of a frame that begins between them: the lower one is set apart from the item. */
export function isParted(above: Box, below: Box, { rules, fills }: Pick<PageEvidence, "rules" | "fills">): boolean {
  return [...rules, ...fills].some(({ box }) => {
    if (box.y0 < above.y1 - SLACK || box.y0 > below.y0 + SLACK) return false;
    const [width, height] = [boxWidth(box), boxHeight(box)];
    if (width > SLENDER * height) return overlapX(box, below) > 0 && box.y1 < below.y0 + SLACK;
    const near = box.x1 > below.x0 - BAR_REACH && box.x0 < below.x1 + BAR_REACH;
    return near && box.y1 > below.y0 + SLACK && (height > SLENDER * width || overlapX(box, below) > 0);
  });
}
