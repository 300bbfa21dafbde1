import { edgesOf, type PageContext } from "./page-context.js";
import { inkBox, type Piece, pieceText, weighted } from "./piece.js";

/** Least indent on both sides, in body sizes. */
const INDENT = 0.9;
/** Left and right indents of a quotation are alike to within this many body sizes. */
const SYMMETRY = 1.2;

/** A whole sentence in quotation marks. */
const PULL_QUOTE = /^[“"„«»‘](?:\S+\s+){3,}\S+[.!?][”"“»«’]$/u;
/** Pull quotes are set larger than the text by this factor. */
const LARGER = 1.08;

/** Words of the text repeated in quotation marks, as newspapers set them between rules; no heading, however large. */
export function isPullQuote(text: string): boolean {
  return PULL_QUOTE.test(text);
}

/** A block quotation: at least two full lines of prose, indented alike on both sides against wider text in its column. */
export function isQuote(piece: Piece, context: PageContext): boolean {
  if (piece.apart) return false;
  const { bodySize } = context.metrics;
  if (isPullQuote(pieceText(piece)) && weighted(piece, (line) => line.size) > LARGER * bodySize) return true;
  if (piece.lines.length < 2) return false;
  if (piece.lines.some(({ line }) => line.angle !== 0 || line.size > 1.06 * bodySize || line.bold > 0.6)) return false;
  const box = inkBox(piece);
  const edges = edgesOf(piece, context);
  const left = box.x0 - edges.left;
  const right = edges.right - box.x1;
  if (left < INDENT * bodySize || right < INDENT * bodySize || Math.abs(left - right) > SYMMETRY * bodySize)
    return false;
  const inner = piece.lines.slice(0, -1);
  const full = inner.filter(({ line }) => box.x1 - line.box.x1 < 2.5 * bodySize).length;
  return (
    full >= 0.8 * inner.length &&
    piece.lines.every(({ line }) => line.words.length >= 2 || line === piece.lines.at(-1)?.line)
  );
}
