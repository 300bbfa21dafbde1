import { overlapX, overlapY } from "../boxes.js";
import { isPublisherNotice } from "../furniture/publisher-notice.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import { isHeadingWord } from "../headings/heading-words.js";
import type { PageContext } from "./page-context.js";
import { isByline } from "./person-names.js";
import { inkBox, type Piece, pieceText, weighted } from "./piece.js";

/** A title is larger than running text by this factor … */
const TITLE_SIZE = 1.25;
/** … and starts in this upper share of the page. */
const TITLE_BAND = 0.6;
const MAX_TITLE_LENGTH = 300;
/** Words of a slide that holds hardly more than its title, and the least size of such a title, as a share of the page's height. */
const FEW_WORDS = 40;
const DISPLAY_SIZE = 0.04;
/** A title over names may be no larger than the text; it stands in this upper share of the page then, in bold, capitals or so much larger. */
const NAMED_BAND = 0.3;
const NAMED_SIZE = 1.1;
const BOLD = 0.7;
/** Blank between such a title and the names, in leadings. */
const NAMES_BELOW = 5;
/** Text over a title that no masthead has: so many words in small letters, and so many on a line. */
const TEXT_WORDS = 8;
const TEXT_LINE = 5;
/** Centred on the page to within this many body sizes. */
const CENTRED = 1.5;

/** The largest pieces of the upper page; neighbours in the same size (a title cut in two) belong to it. */
export function findTitle(pieces: readonly Piece[], context: PageContext): Set<Piece> {
  const eligible = pieces.filter((piece) => {
    const text = pieceText(piece);
    const box = inkBox(piece);
    return (
      box.y0 < TITLE_BAND * context.height &&
      piece.lines.length <= 6 &&
      text.length <= MAX_TITLE_LENGTH &&
      (text.match(/\p{L}/gu) ?? []).length >= 3 &&
      !isHeadingWord(text)
    );
  });
  const sizes = eligible.map((piece) => weighted(piece, (line) => line.size));
  const largest = Math.max(...sizes, 0);
  if (largest < TITLE_SIZE * textSizeBeside(largest, pieces, context)) return new Set();
  const first = eligible[sizes.findIndex((size) => size >= 0.97 * largest)];
  // `2 Method` in the largest type: a part of a longer work, which has its title elsewhere.
  if (!first || parseHeadingNumber(pieceText(first))?.style === "decimal") return new Set();
  if (pieces.some((piece) => isTextOver(piece, first, context))) return new Set();
  const title = new Set<Piece>([first]);
  let last = first;
  for (const piece of eligible.slice(eligible.indexOf(first) + 1)) {
    const same = Math.abs(weighted(piece, (line) => line.size) - largest) < 0.04 * largest;
    const gap = inkBox(piece).y0 - inkBox(last).y1;
    if (!same || gap > 1.5 * largest || overlapX(inkBox(piece), inkBox(last)) <= 0) break;
    title.add(piece);
    last = piece;
  }
  // Two heads side by side in the same type are those of two parts of the page.
  const rival = eligible.some(
    (piece, at) =>
      !title.has(piece) && (sizes[at] ?? 0) >= 0.97 * largest && overlapY(inkBox(piece), inkBox(first)) > 0,
  );
  return rival ? new Set() : title;
}

/** Running text or a listing over the largest type: that is a heading in the middle of a work, then. */
function isTextOver(piece: Piece, title: Piece, { metrics }: PageContext): boolean {
  const box = inkBox(piece);
  if (piece.apart || box.y1 > inkBox(title).y0 || overlapX(box, inkBox(title)) <= 0) return false;
  if (piece.form === "code") return piece.lines.length > 1;
  const words = pieceText(piece).match(/(?<!\p{L})\p{Ll}+(?!\p{L})/gu)?.length ?? 0;
  const small = weighted(piece, (line) => line.size) < 0.9 * metrics.bodySize;
  const sentence = piece.lines.length > 1 || /[.:]$/u.test(pieceText(piece));
  return !small && sentence && words >= TEXT_WORDS && words >= TEXT_LINE * piece.lines.length;
}

/** Size of the text that a title of type `largest` stands over, px: on a slide of few words the title may be most of the text itself. */
function textSizeBeside(largest: number, pieces: readonly Piece[], { metrics, height }: PageContext): number {
  const words = pieces.reduce(
    (sum, piece) => sum + piece.lines.reduce((count, { line }) => count + line.words.length, 0),
    0,
  );
  if (words > FEW_WORDS || largest < DISPLAY_SIZE * height || largest > TITLE_SIZE * metrics.bodySize)
    return metrics.bodySize;
  const others = pieces.filter((piece) => weighted(piece, (line) => line.size) < 0.97 * largest);
  const displays = pieces.filter((piece) => !others.includes(piece)).map(inkBox);
  // Lines of that type all over the slide are its text.
  if (displays.some((box, at) => at > 0 && box.y0 - displays[at - 1]!.y1 > 1.5 * largest)) return metrics.bodySize;
  return Math.max(...others.map((piece) => weighted(piece, (line) => line.size)), 0);
}

/**
 * The title of a first page that sets it hardly larger than the text, as revtex and amsart do: the first centred piece in bold, in capitals
 * or a little larger, when the next centred piece under it is one of names.
 */
export function findNamedTitle(context: PageContext): Set<Piece> {
  const pieces = context.pieces.filter((piece) => !piece.apart && !piece.form);
  const first = pieces.find((piece) => !isPublisherNotice(pieceText(piece)) && /\p{L}{3}/u.test(pieceText(piece)));
  if (!first || context.page !== 1) return new Set();
  const text = pieceText(first);
  const { bodySize, leading } = context.metrics;
  const box = inkBox(first);
  if (box.y1 > NAMED_BAND * context.height || first.lines.length > 4 || text.length > MAX_TITLE_LENGTH)
    return new Set();
  if (isHeadingWord(text) || parseHeadingNumber(text) || /[.:,;]$/u.test(text)) return new Set();
  const emphasised =
    weighted(first, (line) => line.bold) > BOLD ||
    text === text.toUpperCase() ||
    weighted(first, (line) => line.size) > NAMED_SIZE * bodySize;
  const next = pieces[pieces.indexOf(first) + 1];
  if (!emphasised || !next || !isCentred(first, context, 0) || !isCentred(next, context, bodySize)) return new Set();
  const gap = inkBox(next).y0 - box.y1;
  if (gap < 0 || gap > NAMES_BELOW * leading || next.lines.length > 4 || isHeadingWord(pieceText(next)))
    return new Set();
  return isByline(pieceText(next)) ? new Set([first]) : new Set();
}

/** On the middle of what the page prints, and so many px short of its edges. */
function isCentred(piece: Piece, context: PageContext, inset: number): boolean {
  const boxes = context.pieces.filter(({ apart }) => !apart).map(inkBox);
  const left = Math.min(...boxes.map(({ x0 }) => x0));
  const right = Math.max(...boxes.map(({ x1 }) => x1));
  const box = inkBox(piece);
  return Math.abs(box.x0 + box.x1 - left - right) < 2 * CENTRED * context.metrics.bodySize && box.x0 >= left + inset;
}
