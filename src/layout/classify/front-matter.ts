import { overlapX, overlapY } from "../boxes.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import { isHeadingWord } from "../headings/heading-words.js";
import type { PageContext } from "./page-context.js";
import { firstLine, inkBox, type Piece, pieceText, weighted } from "./piece.js";

/** A title is larger than running text by this factor … */
const TITLE_SIZE = 1.25;
/** … and starts in this upper share of the page. */
const TITLE_BAND = 0.6;
const MAX_TITLE_LENGTH = 300;
const MAX_AUTHORS_LENGTH = 600;
const MAX_AUTHOR_BLOCKS = 14;
/** `Abstract—We …`, `Abstract. We …`; `Summary` heads sections of reports and vitae as often and is left to them. */
const ABSTRACT_OPENING = /^(?:abstract|kurzfassung|zusammenfassung|résumé|resumen|resumo)\s*(?:[.:—–-]|$)/iu;
const AFTER_ABSTRACT =
  /^(?:key\s?words?|index terms|ccs concepts|categories|general terms|msc|pacs|jel|mots[- ]cl[ée]s|schlüsselwörter|parole chiave|palabras clave|\d?\.?\s*introduction|contents)\b/iu;

/** Given name and surname, with initials and particles; several names with commas or `and` between them. */
const FULL_NAME =
  /^(?:by\s+)?\p{Lu}[\p{L}.'’-]*(?:[\s,&·*†‡\d]+(?:and|und|et|y|e|de|van|von|\p{Lu}[\p{L}.'’-]*))+[*†‡\d\s]*$/u;
/** Small words that join names and addresses. */
const JOINING =
  /^(?:and|und|et|y|e|de|del|della|di|da|do|du|des|van|von|der|den|la|le|of|for|in|at|für|im|am|by|the)$/u;

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
 */
export function findFrontMatter(
  context: PageContext,
  isOther: (piece: Piece) => boolean,
  isHeading: (piece: Piece) => boolean,
): FrontMatter {
  const pieces = context.pieces.filter((piece) => !piece.apart && !isOther(piece));
  const title = findTitle(pieces, context);
  const abstract = findAbstract(pieces, context, (piece) => title.has(piece) || isHeading(piece));
  const authors = title.size > 0 ? findAuthors(pieces, title, abstract, context, isHeading) : new Set<Piece>();
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

/** The largest pieces of the upper page; neighbours in the same size (a title cut in two) belong to it. */
function findTitle(pieces: readonly Piece[], context: PageContext): Set<Piece> {
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
  if (largest < TITLE_SIZE * context.metrics.bodySize) return new Set();
  const first = eligible[sizes.findIndex((size) => size >= 0.97 * largest)];
  // `2 Method` in the largest type: a part of a longer work, which has its title elsewhere.
  if (!first || parseHeadingNumber(pieceText(first))?.style === "decimal") return new Set();
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

function findAbstract(pieces: readonly Piece[], context: PageContext, stops: (piece: Piece) => boolean): Piece[] {
  const start = pieces.findIndex((piece) => ABSTRACT_OPENING.test(pieceText(piece)));
  const opening = pieces[start];
  if (!opening) return [];
  const alone = isHeadingWord(pieceText(opening), "abstract");
  if (!alone && firstLine(opening).bold === 0 && firstLine(opening).italic === 0) return [];
  const abstract = [opening];
  const style = alone ? pieces[start + 1] : opening;
  for (const piece of pieces.slice(start + 1)) {
    const text = pieceText(piece);
    if (AFTER_ABSTRACT.test(text) || isHeadingWord(text) || (stops(piece) && piece !== opening)) break;
    const last = abstract.at(-1);
    const goesOn = last !== undefined && /^\p{Ll}/u.test(text) && !/[.!?:]$/u.test(pieceText(last));
    if (piece !== style && !goesOn && (!style || !sameStyle(piece, style, context))) break;
    abstract.push(piece);
  }
  return alone && abstract.length === 1 ? [] : abstract;
}

/** Same size, same left edge, same column: a further paragraph of the abstract. */
function sameStyle(piece: Piece, style: Piece, context: PageContext): boolean {
  const size = weighted(style, (line) => line.size);
  const a = inkBox(piece);
  const b = inkBox(style);
  return (
    Math.abs(weighted(piece, (line) => line.size) - size) < 0.03 * size &&
    Math.abs(a.x0 - b.x0) < 2 * context.metrics.bodySize &&
    Math.abs(a.x1 - b.x1) < 3 * context.metrics.bodySize &&
    a.y0 > b.y0
  );
}

/** Short blocks under the title and over the abstract or the first heading; without either, only those right under it. */
function findAuthors(
  pieces: readonly Piece[],
  title: ReadonlySet<Piece>,
  abstract: readonly Piece[],
  context: PageContext,
  isHeading: (piece: Piece) => boolean,
): Set<Piece> {
  const bottom = Math.max(...[...title].map((piece) => inkBox(piece).y1));
  const below = pieces.filter((piece) => !title.has(piece) && inkBox(piece).y0 > bottom - 2);
  const end = abstract[0] ?? below.find((piece) => endsAuthors(piece, isHeading) || isRunningText(piece));
  if (!end) return new Set();
  const limit = inkBox(end).y0;
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

/** A paragraph: three full lines of words or more. */
function isRunningText(piece: Piece): boolean {
  return (
    piece.lines.filter(({ line }) => line.words.length >= 8).length >= 3 &&
    /\p{Ll}{2} \p{Ll}{2}/u.test(pieceText(piece))
  );
}

/** Names, addresses, dates: no running prose. */
function isNameLike(piece: Piece, context: PageContext): boolean {
  const text = pieceText(piece);
  if (text.length > MAX_AUTHORS_LENGTH) return false;
  const full = piece.lines.filter(({ line }) => line.words.length > 12).length;
  if (/[…?!]$/u.test(text)) return false;
  if ((/^\p{Ll}{2}/u.test(text) && !text.includes("@")) || (/[.]$/u.test(text) && text.length > 80)) return false;
  if (isPhrase(text)) return false;
  return full <= 2 && !/[.!?]\s+\p{Lu}\p{Ll}+ \p{Ll}+ \p{Ll}+/u.test(text) && inkBox(piece).y1 < 0.75 * context.height;
}

/** Names, or names with an address behind a comma: every word begins with a capital, but for those that join. */
function areFullNames(text: string): boolean {
  if (FULL_NAME.test(text)) return true;
  const words = text.split(/[\s,]+/u).filter((word) => /\p{L}/u.test(word));
  return text.includes(",") && words.every((word) => /^\p{Lu}/u.test(word) || JOINING.test(word));
}

/** `For the year ended 31 December, in thousands of euros`: small words other than those that join names. */
function isPhrase(text: string, least = 2): boolean {
  const words = text.split(/\s+/u).filter((word) => /\p{L}/u.test(word) && !/[@./]\S/u.test(word));
  const small = words
    .filter((word) => /^[(“"]?\p{Ll}{2,}[\p{Ll}’'-]*[).,;:”"]*$/u.test(word))
    .map((word) => word.replace(/[^\p{L}]/gu, ""));
  const telling = small.filter((word) => !JOINING.test(word));
  const share = least < 2 ? small.length / 0.4 : telling.length / 0.25;
  return telling.length >= least && share >= words.length;
}
