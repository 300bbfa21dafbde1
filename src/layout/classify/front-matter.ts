import type { Box } from "../../page.js";
import { isHeadingWord } from "../headings/heading-words.js";
import { parseListMarker } from "../lists/list-marker.js";
import { findAbstract, findUnnamedAbstract, isRunningText } from "./find-abstract.js";
import { findTitle } from "./find-title.js";
import type { PageContext } from "./page-context.js";
import { areFullNames, isByline, isListOfNames, isPhrase } from "./person-names.js";
import { inkBox, type Piece, pieceText, weighted } from "./piece.js";

const MAX_AUTHORS_LENGTH = 600;
const MAX_AUTHOR_BLOCKS = 14;
/** On a page of front matter alone, names stand in this upper share of its height. */
const AUTHORS_BAND = 0.5;
/** Names over a text end in this upper share of the page. */
const NAMES_BAND = 0.75;
/** A title page has no more pieces than this under the title, of no more lines. */
const MOST_TITLE_PIECES = 8;
const MOST_TITLE_LINES = 4;
/** Lines of a title page that look like headings: names in larger type, a department. */
const MOST_TITLE_HEADINGS = 2;
/** Blank between names and the title under them, in leadings. */
const NAMES_REACH = 2.5;
/** `Status: M.Sc.`: an entry of a table of personal data; `E-mail: …` and `ORCID: …` go with names. */
const ENTRY = /^(?!e-?mail|orcid|authors?|by|tel|phone|fax|url|web)\p{Lu}[\p{L} ]{2,20}:\s/iu;
/** Where a work was printed, which stands under the names as often as over the title. */
const APPEARANCE = /^(?:to appear|appear(?:s|ed)|(?:accepted|submitted|published)) (?:in|to|at|for)\b/iu;
/** Title, authors and abstract of a first page, as pieces. */
export interface FrontMatter {
  title: Set<Piece>;
  authors: Set<Piece>;
  /** Line under the title that tells what the work is; no heading, however large. */
  subtitle: Piece | undefined;
  /** Pieces of the abstract in order; a heading of its own comes first. */
  abstract: Piece[];
}

/**
 * Front matter of a page, judged by place and size: the largest text in the upper part is the title, short blocks between it and
 * the abstract or first heading are authors. Only the document stage knows whether the page is the first.
 *
 * @param isOther pieces that already have another role (furniture, captions, notes)
 * @param named what `findNamedTitle` found, for pages whose title is no larger than the text
 */
export function findFrontMatter(
  context: PageContext,
  isOther: (piece: Piece) => boolean,
  isHeading: (piece: Piece) => boolean,
  named: ReadonlySet<Piece>,
): FrontMatter {
  const pieces = context.pieces.filter((piece) => !piece.apart && !isOther(piece));
  const largest = findTitle(pieces, context);
  const title = largest.size > 0 ? largest : new Set(named);
  const opened = findAbstract(pieces, context, (piece) => title.has(piece) || isHeading(piece));
  const abstract =
    opened.length > 0 || title.size === 0 ? opened : findUnnamedAbstract(pieces, title, isHeading, context);
  const authors =
    title.size > 0 ? findAuthors(pieces, title, abstract, context, isHeading, largest.size === 0) : new Set<Piece>();
  if (authors.size === 0) for (const piece of namesOver(pieces, title, context)) authors.add(piece);
  return { title, authors, subtitle: title.size > 0 ? findSubtitle(pieces, title, isHeading) : undefined, abstract };
}

/** The piece right under the title, when it is a phrase in plain or slanted type and no text follows it as follows a heading. */
function findSubtitle(
  pieces: readonly Piece[],
  title: ReadonlySet<Piece>,
  isHeading: (piece: Piece) => boolean,
): Piece | undefined {
  const last = pieces.findLastIndex((piece) => title.has(piece));
  const [first, next] = [pieces[last + 1], pieces[last + 2]];
  if (!first || !next || first.lines.length > 3 || !isHeading(first)) return undefined;
  if (weighted(first, (line) => line.bold) > 0.5 || !isPhrase(pieceText(first), 1)) return undefined;
  return isHeading(next) || next.lines.length <= 2 ? first : undefined;
}

/** Pieces over the title: names of series, institutions, journals. They head the page, not a section. */
export function isOverTitle(piece: Piece, title: ReadonlySet<Piece>): boolean {
  const top = Math.min(...[...title].map((entry) => inkBox(entry).y0));
  return title.size > 0 && !title.has(piece) && inkBox(piece).y1 <= top;
}

/** A list of names right over the title, as some journals have it. */
function namesOver(pieces: readonly Piece[], title: ReadonlySet<Piece>, context: PageContext): Piece[] {
  const top = Math.min(...[...title].map((piece) => inkBox(piece).y0));
  return pieces.filter((piece) => {
    const gap = top - inkBox(piece).y1;
    return gap > 0 && gap < NAMES_REACH * context.metrics.leading && isListOfNames(pieceText(piece));
  });
}

/** Short blocks under the title and over the abstract or the first heading; without either, only those right under it. */
function findAuthors(
  pieces: readonly Piece[],
  title: ReadonlySet<Piece>,
  abstract: readonly Piece[],
  context: PageContext,
  isHeading: (piece: Piece) => boolean,
  isNamed: boolean,
): Set<Piece> {
  const bottom = Math.max(...[...title].map((piece) => inkBox(piece).y1));
  const below = pieces.filter((piece) => !title.has(piece) && inkBox(piece).y0 > bottom - 2);
  const end = abstract[0] ?? below.find((piece) => endsAuthors(piece, isHeading) || isRunningText(piece));
  // A title that was told by the names under it has them, whatever comes after.
  if (!end && !isNamed) return titlePageNames(below, title, context, isHeading);
  const limit = end ? inkBox(end).y0 : AUTHORS_BAND * context.height;
  // Under a title over all columns the first column's heading is no author.
  const column = [...title][0]?.column;
  const between = pieces.filter((piece) => {
    const box = inkBox(piece);
    const between = box.y0 >= bottom - 2 && box.y1 <= limit + 2;
    return between && piece.column === column && !title.has(piece) && !abstract.includes(piece);
  });
  const running = between.findIndex((piece) => !isNameLike(piece, context));
  const names = withoutHeading(running === -1 ? between : between.slice(0, running), isHeading);
  return names.length <= MAX_AUTHOR_BLOCKS && limit - bottom < 0.45 * context.height ? new Set(names) : new Set();
}

/**
 * Names on a page that has nothing but its title and a few lines: the first line that reads like a name, and the addresses and dates
 * after it. Words between title and names tell what the work is.
 */
function titlePageNames(
  below: readonly Piece[],
  title: ReadonlySet<Piece>,
  context: PageContext,
  isHeading: (piece: Piece) => boolean,
): Set<Piece> {
  if (below.length > MOST_TITLE_PIECES || below.some(({ lines }) => lines.length > MOST_TITLE_LINES)) return new Set();
  if (below.filter(isHeading).length > MOST_TITLE_HEADINGS) return new Set();
  if (below.some((piece) => piece.form !== undefined || parseListMarker(pieceText(piece))?.kind === "bullet"))
    return new Set();
  const start = below.findIndex((piece) => isByline(pieceText(piece)));
  const head = [...title][0];
  const first = below[start];
  if (!head || !first || !isAligned(inkBox(first), inkBox(head), context.metrics.bodySize)) return new Set();
  const rest = below.slice(start);
  const other = rest.findIndex((piece) => !isNameLike(piece, context, 1));
  return new Set(other < 0 ? rest : rest.slice(0, other));
}

/** One over the other on one axis, or from one left edge. */
function isAligned(a: Box, b: Box, slack: number): boolean {
  return Math.abs(a.x0 - b.x0) < slack || Math.abs(a.x0 + a.x1 - b.x0 - b.x1) < 2 * slack;
}

/**
 * Without the first heading of the text, which follows the names: the last of several, in a look of its own. A single one is a name
 * when it reads like one.
 */
function withoutHeading(names: readonly Piece[], isHeading: (piece: Piece) => boolean): Piece[] {
  const last = names.at(-1);
  const before = names.at(-2);
  if (!last || !isHeading(last) || last.lines.length > 1) return [...names];
  if (!before) return areFullNames(pieceText(last)) ? [last] : [];
  const sizes = [weighted(last, (line) => line.size), weighted(before, (line) => line.size)] as const;
  const bolds = [weighted(last, (line) => line.bold), weighted(before, (line) => line.bold)] as const;
  const apart = sizes[0] > 1.08 * sizes[1] || bolds[0] - bolds[1] > 0.5;
  return apart ? names.slice(0, -1) : [...names];
}

function endsAuthors(piece: Piece, isHeading: (piece: Piece) => boolean): boolean {
  return isHeading(piece) && (isHeadingWord(pieceText(piece)) || /^(?:\d|I\.|Chapter)/u.test(pieceText(piece)));
}

/** Names, addresses, dates: no running prose. */
function isNameLike(piece: Piece, context: PageContext, band = NAMES_BAND): boolean {
  const text = pieceText(piece);
  if (text.length > MAX_AUTHORS_LENGTH) return false;
  const full = piece.lines.filter(({ line }) => line.words.length > 12).length;
  if (/[…?!]$/u.test(text)) return false;
  if ((/^\p{Ll}{2}/u.test(text) && !text.includes("@")) || (/[.]$/u.test(text) && text.length > 80)) return false;
  if (isPhrase(text) || ENTRY.test(text) || APPEARANCE.test(text)) return false;
  return full <= 2 && !/[.!?]\s+\p{Lu}\p{Ll}+ \p{Ll}+ \p{Ll}+/u.test(text) && inkBox(piece).y1 < band * context.height;
}
