import type { Box } from "../../page.js";
import { overlapX } from "../boxes.js";
import type { PageContext } from "../classify/page-context.js";
import { firstLine, inkBox, type Piece, pieceText, weighted } from "../classify/piece.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import { isSlide } from "../metrics.js";
import { parsePageNumber } from "./page-number.js";

export type FurnitureRole = "header" | "footer" | "page_number" | "margin_note" | "watermark";

/** Bands in which running heads and feet stand, as shares of the page height. */
const TOP_BAND = 0.13;
const BOTTOM_BAND = 0.87;
const EDGE = 0.045;
const EDGE_GAP = 0.2;
/** Page numbers may stand this much further in. */
const NUMBER_BAND = 0.1;
/** Page numbers and catch lines are set off by more than a line. */
const SET_OFF = 1.0;
/** Rows of one head or foot are closer than this, in leadings. */
const TOGETHER = 2;
const MAX_LINES = 2;
const BULLET = /^[•●○▪■◦‣·]\s/u;
/** A running head ends in this upper share of the page, and starts right of this share of its width when it stands alone. */
const HEAD_BAND = 0.07;
const FLUSH_RIGHT = 0.35;
/** Heads set in capitals measure up to this many body sizes. */
const HEAD_SIZE = 1.35;
/** Titles of slides are as large as the text and bold but for names of programs; so much of the line, at least. */
const TITLE_SIZE = 0.95;
const TITLE_BOLD = 0.7;
/** Type of a foot of several lines, against the body. */
const SMALL_FOOT = 0.9;

/**
 * Role of a piece as page furniture, judged from this page alone: text beside or behind the page, page numbers, and short
 * lines set off in the top and bottom margins. Tentative: the document stage keeps, adds or takes back heads and feet by what
 * other pages show.
 */
export function furnitureRole(piece: Piece, context: PageContext): FurnitureRole | undefined {
  if (piece.apart === "watermark") return "watermark";
  if (piece.apart === "margin") return "margin_note";
  if (piece.lines.length > MAX_LINES) return undefined;
  const box = inkBox(piece);
  // Generous margins push the page number far into the sheet.
  const wide = parsePageNumber(pieceText(piece)) ? NUMBER_BAND : 0;
  const top = box.y1 < (TOP_BAND + wide) * context.height;
  const bottom = box.y0 > (BOTTOM_BAND - wide) * context.height;
  if (!top && !bottom) return undefined;
  if (!isOutermost(piece, top, context)) return undefined;
  const gap = gapToBody(piece, top, context);
  const text = pieceText(piece);
  if (parsePageNumber(text) && gap > 0.4 * context.metrics.leading) return "page_number";
  // One sign alone at the foot is a page number that could not be read.
  if (!top && [...text].length === 1 && gap > SET_OFF * context.metrics.leading) return "page_number";
  if (gap === Number.POSITIVE_INFINITY || BULLET.test(text)) return undefined;
  const head = top && isRunningHead(piece, gap, context);
  if ((!head && looksLikeHeading(piece, text, context)) || !/[\p{L}\p{N}]{2}/u.test(text)) return undefined;
  if (weighted(piece, (line) => line.math) > 0.4) return undefined;
  if (isAtPageEdge(piece, top, context) && gap > EDGE_GAP * context.metrics.leading) return top ? "header" : "footer";
  const ruled = hasRuleTowardsText(piece, top, gap, context);
  if (!ruled && gap < SET_OFF * context.metrics.leading) return undefined;
  return top ? "header" : "footer";
}

/**
 * Further lines of a foot that was found: small type right below it, in the same column. Address, bank and court of a letterhead stand
 * so, side by side.
 */
export function continuesFoot(piece: Piece, feet: readonly Piece[], context: PageContext): boolean {
  const box = inkBox(piece);
  const size = weighted(piece, (line) => line.size);
  const { metrics } = context;
  if (piece.apart || box.y0 < BOTTOM_BAND * context.height || piece.lines.length > MAX_LINES) return false;
  if (size > SMALL_FOOT * metrics.bodySize) return false;
  return feet.some((foot) => {
    const gap = box.y0 - inkBox(foot).y1;
    const alike = Math.abs(weighted(foot, (line) => line.size) - size) < 0.05 * size;
    return alike && gap > -2 && gap < 0.6 * metrics.leading && overlapX(inkBox(foot), box) > 0;
  });
}

/** Nothing but other short margin lines between the piece and the edge of the page. */
function isOutermost(piece: Piece, top: boolean, context: PageContext): boolean {
  const box = inkBox(piece);
  const beyond = context.pieces.filter((other) => {
    if (other === piece || other.apart) return false;
    const place = inkBox(other);
    return top ? place.y1 <= box.y0 : place.y0 >= box.y1 && !isStamp(place, context);
  });
  if (!beyond.every((other) => other.lines.length <= 2) || beyond.length > 3) return false;
  // An item of a list below is text, and so is what stands over it.
  if (!top && beyond.some((other) => BULLET.test(pieceText(other)))) return false;
  // Margin lines keep together: a page number far below shows that this line belongs to the text.
  const gaps = beyond.map((other) => (top ? box.y0 - inkBox(other).y1 : inkBox(other).y0 - box.y1));
  return gaps.length === 0 || Math.min(...gaps) < TOGETHER * context.metrics.leading;
}

/** At the very bottom of the sheet: what servers print under a page that had its foot. */
function isStamp(place: Box, context: PageContext): boolean {
  return place.y0 > (1 - EDGE) * context.height;
}

/**
 * Blank in px between a margin line's row and the nearest content towards the middle of the page, whatever its x: a line that
 * shares its row with text, or stands close over it, belongs to the text. Infinity when there is no other content.
 */
function gapToBody(piece: Piece, top: boolean, context: PageContext): number {
  const box = inkBox(piece);
  const text = context.pieces.filter((other) => other !== piece && !other.apart && pieceText(other).length > 1);
  const others = [...context.obstacles, ...text.map(inkBox)];
  const row = others.filter((other) => Math.min(other.y1, box.y1) - Math.max(other.y0, box.y0) > 0);
  const inner = others.filter((other) => (top ? other.y0 >= box.y1 : other.y1 <= box.y0));
  // Margin lines share their row only with others as flat as they are.
  if (row.some((other) => other.y1 - other.y0 > 2.5 * (box.y1 - box.y0))) return 0;
  return Math.min(...inner.map((other) => (top ? other.y0 - box.y1 : box.y0 - other.y1)), Number.POSITIVE_INFINITY);
}

/** Small type at the very edge of the sheet: what browsers and servers print on every page. */
function isAtPageEdge(piece: Piece, top: boolean, context: PageContext): boolean {
  const box = inkBox(piece);
  const inEdge = top ? box.y1 < EDGE * context.height : box.y0 > (1 - EDGE) * context.height;
  return inEdge && weighted(piece, (line) => line.size) < 0.9 * context.metrics.bodySize;
}

/**
 * A line at the top of the page in a place that no heading has, whatever its type: at the end of a row that another line begins, or flush right. Books
 * set the section's number and name so, often in capitals.
 */
function isRunningHead(piece: Piece, gap: number, context: PageContext): boolean {
  const box = inkBox(piece);
  if (piece.lines.length > 1 || box.y1 > HEAD_BAND * context.height || gap < SET_OFF * context.metrics.leading)
    return false;
  if (weighted(piece, (line) => line.size) > HEAD_SIZE * context.metrics.bodySize) return false;
  const right = Math.max(...context.pieces.filter(({ apart }) => !apart).map((other) => inkBox(other).x1));
  const isRight = (place: Box) => right - place.x1 < context.metrics.bodySize;
  const beside = context.pieces.some((other) => {
    if (other === piece || other.apart || other.lines.length > 1) return false;
    const place = inkBox(other);
    const row = Math.min(place.y1, box.y1) - Math.max(place.y0, box.y0);
    const gap = Math.max(place.x0 - box.x1, box.x0 - place.x1);
    return row > 0.5 * (box.y1 - box.y0) && gap > context.metrics.bodySize && (isRight(place) || isRight(box));
  });
  const centred = Math.abs(box.x0 + box.x1 - context.width) < 2 * context.metrics.bodySize;
  return beside || (!centred && box.x0 > FLUSH_RIGHT * context.width && isRight(box));
}

/** Larger or bold text in the margin band is a title or a heading more often than a running head. */
function looksLikeHeading(piece: Piece, text: string, context: PageContext): boolean {
  const size = weighted(piece, (line) => line.size) / context.metrics.bodySize;
  if (size > 1.15) return true;
  const bold = weighted(piece, (line) => line.bold);
  const { y0, y1 } = firstLine(piece).box;
  // Slides print their titles so high, under the names of talk and section.
  if (isSlide(context) && size > TITLE_SIZE && bold > TITLE_BOLD && y0 > EDGE * context.height) return true;
  return bold > 0.8 && parseHeadingNumber(text) !== undefined && y1 > 0.06 * context.height;
}

/** A rule between the margin line and the text, wider than a third of the page. */
function hasRuleTowardsText(piece: Piece, top: boolean, gap: number, context: PageContext): boolean {
  const box = inkBox(piece);
  const reach = Math.min(gap, 2 * context.metrics.leading) + 2;
  return context.rules.some((rule) => {
    if (rule.direction !== "horizontal" || rule.box.x1 - rule.box.x0 < 0.3 * context.width) return false;
    const distance = top ? rule.box.y0 - box.y1 : box.y0 - rule.box.y1;
    return distance > -3 && distance < reach && overlapX(rule.box, box) > 0;
  });
}
