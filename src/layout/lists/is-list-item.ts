import { edgesOf, type PageContext } from "../classify/page-context.js";
import { firstLine, type Piece } from "../classify/piece.js";
import { CAPITAL_STYLE, type ListMarker, parseListMarker, SECTION_STYLE } from "./list-marker.js";

/** Items of a list are looked for this many pieces before and after. */
const SIBLING_REACH = 6;

/**
 * Marker of a piece that is a list item. Bullets always make one. An ordered marker needs company (`1.` with a `2.` near it), or
 * the form of an item: lines hanging behind the marker, or the marker indented from the text.
 */
export function listMarkerOf(piece: Piece, context: PageContext): ListMarker | undefined {
  if (piece.apart) return undefined;
  const line = firstLine(piece);
  const marker = parseListMarker(line.text);
  if (!marker) return undefined;
  if (line.text.length <= marker.length && piece.lines.length === 1) return undefined;
  if (marker.kind === "bullet" && !/^[-–—*−]$/u.test(marker.text)) return marker;
  if (marker.style === SECTION_STYLE && hasRunInHead(piece)) return undefined;
  if (marker.style === CAPITAL_STYLE) return isCounted(piece, marker, context) ? marker : undefined;
  if (hangs(piece) || hasSibling(piece, marker, context)) return marker;
  const indent = line.box.x0 - edgesOf(piece, context).left;
  return indent > 0.8 * context.metrics.bodySize && marker.value <= 1 ? marker : undefined;
}

/** Words in the face of the number behind it, then another face: the heading of a section that its text runs on from. */
function hasRunInHead(piece: Piece): boolean {
  const faces = piece.lines.flatMap(({ line }) => line.words.map((word) => word.glyphs[0]?.font));
  return faces[1] === faces[0] && faces.length > 3 && faces.at(-1) !== faces[0];
}

/** The second line starts behind the marker. */
function hangs(piece: Piece): boolean {
  const second = piece.lines[1]?.line;
  const first = firstLine(piece);
  return second !== undefined && second.box.x0 > first.box.x0 + 0.6 * first.size;
}

/** `A.` with `B.` after it, or after the letter before it, at one edge: names are not in that order. */
function isCounted(piece: Piece, marker: ListMarker, context: PageContext): boolean {
  const at = context.pieces.indexOf(piece);
  const { x0 } = firstLine(piece).box;
  const marks = (pieces: readonly Piece[]) =>
    pieces.flatMap((other) => {
      const line = firstLine(other);
      const sibling = Math.abs(line.box.x0 - x0) < line.size ? parseListMarker(line.text) : undefined;
      return sibling?.style === CAPITAL_STYLE ? [sibling.value] : [];
    });
  const before = marks(context.pieces.slice(Math.max(0, at - SIBLING_REACH), at));
  if (marker.value > 1) return before.at(-1) === marker.value - 1;
  return marks(context.pieces.slice(at + 1, at + 1 + SIBLING_REACH))[0] === 2;
}

function hasSibling(piece: Piece, marker: ListMarker, context: PageContext): boolean {
  const at = context.pieces.indexOf(piece);
  const near = context.pieces.slice(Math.max(0, at - SIBLING_REACH), at + SIBLING_REACH + 1);
  return near.some((other) => {
    if (other === piece || other.apart) return false;
    const sibling = parseListMarker(firstLine(other).text);
    if (!sibling || sibling.style !== marker.style) return false;
    if (marker.kind === "bullet")
      return Math.abs(firstLine(other).box.x0 - firstLine(piece).box.x0) < firstLine(piece).size;
    return Math.abs(sibling.value - marker.value) === 1;
  });
}
