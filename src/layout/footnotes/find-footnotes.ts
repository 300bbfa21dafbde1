import type { Box } from "../../page.js";
import { overlapX } from "../boxes.js";
import { gapAbove, type PageContext } from "../classify/page-context.js";
import { inkBox, type Piece, pieceText, weighted } from "../classify/piece.js";
import { hasMark, isReferredTo, startsWithRaisedMark } from "./note-mark.js";
import { findTableNotes } from "./table-notes.js";

/** Notes are set smaller than running text by at least this factor. */
const NOTE_SIZE = 0.93;
/** Shortest note in characters; less is a stray piece of a formula. */
const LEAST_LENGTH = 6;
/** Shortest notice without a mark, in characters. */
const LEAST_NOTICE = 30;
/** Footnotes start below this share of the page's height: on the last page, under the end of the text. */
const HIGHEST_START = 0.2;
/** What begins below this share of the height without a mark is printed by servers and publishers on every page. */
const EDGE = 0.95;
/** A single line below this share of the height may be the running foot. */
const RUNNING_FOOT = 0.87;
/** An underline lies at most this far below its baseline, in sizes; the rule over notes is at least a descender and a blank away. */
const UNDERLINE_DROP = 0.45;

/**
 * Footnotes of the page: notes under tables, and pieces at the foot of their column, under a short rule or in small type with a note's
 * mark (`certain`), and what follows these in small type below (`below`; a foot of the page may be among them).
 */
export function findFootnotes(context: PageContext): Map<Piece, "certain" | "below"> {
  const notes = new Map<Piece, "certain" | "below">([...findTableNotes(context)].map((piece) => [piece, "certain"]));
  const candidates = context.pieces.filter(
    (piece) => !piece.apart && inkBox(piece).y0 > HIGHEST_START * context.height,
  );
  for (const piece of candidates) {
    if (!isAtFoot(piece, context) || isLabel(piece, context)) continue;
    const small = weighted(piece, (line) => line.size) < NOTE_SIZE * context.metrics.bodySize;
    const marked = hasMark(piece) && (startsWithRaisedMark(piece) || small);
    const ruled = hasNoteRuleAbove(piece, context);
    if (pieceText(piece).length < LEAST_LENGTH) continue;
    const notice = small && !isTypewriter(piece) && isSetOffNotice(piece, context);
    const starts =
      (ruled && (small || marked)) ||
      (small && (startsWithRaisedMark(piece) || isReferredTo(piece, context))) ||
      notice;
    if (!starts) continue;
    notes.set(piece, "certain");
    const size = weighted(piece, (line) => line.size);
    for (const below of candidates) {
      const alike = weighted(below, (line) => line.size) < 1.05 * size;
      if (alike && !notes.has(below) && isBelow(piece, below)) notes.set(below, "below");
    }
  }
  return notes;
}

/** Names of commands in the margin, in a smaller type, are no notice. */
function isTypewriter(piece: Piece): boolean {
  return weighted(piece, (line) => line.monospace) > 0.8;
}

/** A line beside text of the usual size in its column: `PURPOSE:` in capitals, which scans make small. */
function isLabel(piece: Piece, context: PageContext): boolean {
  if (piece.lines.length > 1) return false;
  const box = inkBox(piece);
  return context.pieces.some((other) => {
    if (other === piece || other.apart || other.column !== piece.column) return false;
    const beside = inkBox(other);
    const row = Math.min(beside.y1, box.y1) - Math.max(beside.y0, box.y0);
    if (beside.x0 < box.x1 || row < 0.5 * (box.y1 - box.y0)) return false;
    return weighted(other, (line) => line.size) > NOTE_SIZE * context.metrics.bodySize;
  });
}

function isBelow(upper: Piece, lower: Piece): boolean {
  const a = inkBox(upper);
  const b = inkBox(lower);
  return b.y0 >= a.y0 && overlapX(a, b) > 0.3 * Math.min(a.x1 - a.x0, b.x1 - b.x0);
}

/** Nothing at text size below it in its column, apart from a lone line in the bottom margin. */
function isAtFoot(piece: Piece, context: PageContext): boolean {
  const box = inkBox(piece);
  const size = weighted(piece, (line) => line.size);
  if (context.floats.some((float) => float.y0 > box.y1 && overlapX(float, box) > 0)) return false;
  return !context.pieces.some((other) => {
    if (other === piece || other.apart) return false;
    const below = inkBox(other);
    if (below.y0 < box.y1 || overlapX(below, box) <= 0) return false;
    if (other.lines.length === 1 && below.y0 > RUNNING_FOOT * context.height) return false;
    return weighted(other, (line) => line.size) > 1.04 * size;
  });
}

/** Small print without a mark (permissions, addresses): under text of the usual size, set off by more than a line. */
function isSetOffNotice(piece: Piece, context: PageContext): boolean {
  const box = inkBox(piece);
  if (box.y0 < 0.6 * context.height || box.y0 > EDGE * context.height || !isNotice(pieceText(piece))) return false;
  const above = context.pieces
    .filter(
      (other) => other !== piece && !other.apart && inkBox(other).y1 <= box.y0 && overlapX(inkBox(other), box) > 0,
    )
    .sort((a, b) => inkBox(b).y1 - inkBox(a).y1)[0];
  if (!above || above.lines.length < 2) return false;
  const usual = weighted(above, (line) => line.size) > 0.97 * context.metrics.bodySize;
  return (
    usual &&
    box.y0 - inkBox(above).y1 > 1.3 * context.metrics.leading &&
    gapAbove(piece, context) > context.metrics.leading
  );
}

/** Words of a sentence; names and values of a box are none. */
function isNotice(text: string): boolean {
  return text.length >= LEAST_NOTICE && (text.match(/(?<!\p{L})\p{Ll}{2,}/gu) ?? []).length >= 3;
}

/** A short rule between this piece and what stands above it, starting at its left edge. */
function hasNoteRuleAbove(piece: Piece, context: PageContext): boolean {
  const box = inkBox(piece);
  const reach = Math.min(gapAbove(piece, context), 3 * context.metrics.leading);
  return context.rules.some((rule) => {
    if (rule.direction !== "horizontal" || isUnderline(rule.box, context)) return false;
    const width = rule.box.x1 - rule.box.x0;
    const gap = box.y0 - rule.box.y1;
    if (gap < -0.3 * context.metrics.bodySize || gap > reach + 2) return false;
    const startsHere = Math.abs(rule.box.x0 - box.x0) < 2 * context.metrics.bodySize;
    return startsHere && width > context.metrics.bodySize && width < 0.75 * context.width;
  });
}

/** A rule right under a line of text and no longer than it: an underlined link or heading. */
function isUnderline(rule: Box, context: PageContext): boolean {
  return context.pieces.some(({ lines }) =>
    lines.some(({ line: { angle, baseline, box, size } }) => {
      if (angle !== 0 || rule.y0 < baseline - 0.1 * size || rule.y0 > baseline + UNDERLINE_DROP * size) return false;
      return rule.x0 > box.x0 - 0.5 * size && rule.x1 < box.x1 + 0.5 * size;
    }),
  );
}
