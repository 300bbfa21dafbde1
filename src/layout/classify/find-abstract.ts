import { overlapX } from "../boxes.js";
import { isHeadingWord } from "../headings/heading-words.js";
import type { Word } from "../types.js";
import type { PageContext } from "./page-context.js";
import { firstLine, inkBox, type Piece, pieceText, weighted } from "./piece.js";

/** `Abstract—We …`, `Abstract. We …`; `Summary` heads sections of reports and vitae as often and is left to them. */
const ABSTRACT_OPENING = /^(?:abstract|kurzfassung|zusammenfassung|résumé|resumen|resumo)\s*(?:[.:—–-]|$)/iu;
/** The same word run into the first line without a point: set bold before plain words. */
const ABSTRACT_WORD = /^(?:abstract|kurzfassung|zusammenfassung|résumé|resumen|resumo)$/iu;
/** Names of abstracts that no other section has: summaries close chapters, too. */
export const ABSTRACT_TITLE = /^(?:abstract|kurzfassung|résumé|resumen|resumo)\s*[.:]?$/iu;
/** Last page on which the abstract of a thesis stands. */
const LAST_FRONT_PAGE = 20;
/** Lines of keywords, which follow an abstract whether it has a name or not. */
const KEYWORDS =
  /^(?:(?:additional )?key\s?words?|index terms|mots[- ]cl[ée]s|schlüsselwörter|parole chiave|palabras clave)\b/iu;
const AFTER_ABSTRACT =
  /^(?:(?:additional )?key\s?words?|index terms|ccs concepts|categories|general terms|msc|pacs|jel|mots[- ]cl[ée]s|schlüsselwörter|parole chiave|palabras clave|\d?\.?\s*introduction|contents)\b/iu;

/**
 * The abstract under its name, printed over it or run in: the first paragraph and those set like it, up to keywords or a heading. Where
 * nothing ends it on the page, only the first is known to be one.
 */
export function findAbstract(
  pieces: readonly Piece[],
  context: PageContext,
  stops: (piece: Piece) => boolean,
): Piece[] {
  const start = pieces.findIndex((piece) => ABSTRACT_OPENING.test(pieceText(piece)) || runsInAbstract(piece, context));
  const opening = pieces[start];
  if (!opening) return [];
  const alone = isHeadingWord(pieceText(opening), "abstract");
  const styled = firstLine(opening).bold > 0 || firstLine(opening).italic > 0 || isNarrow(opening, context);
  if (!alone && !styled) return [];
  const abstract = [opening];
  let ended = false;
  const style = alone ? pieces[start + 1] : opening;
  for (const piece of pieces.slice(start + 1)) {
    const text = pieceText(piece);
    ended = AFTER_ABSTRACT.test(text) || isHeadingWord(text) || stops(piece);
    if (ended) break;
    const last = abstract.at(-1);
    const goesOn = last !== undefined && /^\p{Ll}/u.test(text) && !/[.!?:]$/u.test(pieceText(last));
    if (piece !== style && !goesOn && (!style || !sameStyle(piece, style, context))) {
      // In the next column the same type goes on; it ends nothing.
      ended = style !== undefined && overlapX(inkBox(piece), inkBox(style)) > 0;
      break;
    }
    abstract.push(piece);
  }
  // Where nothing ends it, what is set like its first paragraph may as well be the text.
  const whole = ended ? abstract : abstract.slice(0, alone ? 2 : 1);
  return alone && whole.length === 1 ? [] : whole;
}

/**
 * The abstract that has a page of its own in a thesis or report: its name is the first thing on the page, and paragraphs follow to the
 * end of the page or the next heading.
 */
export function findAbstractPage(context: PageContext, isHeading: (piece: Piece) => boolean): Piece[] {
  if (context.page > LAST_FRONT_PAGE) return [];
  const pieces = context.pieces.filter((piece) => !piece.apart);
  const start = pieces.findIndex((piece) => ABSTRACT_TITLE.test(pieceText(piece)));
  const opening = pieces[start];
  if (!opening || pieces.slice(0, start).some((piece) => isHeading(piece) || isRunningText(piece))) return [];
  const rest = pieces.slice(start + 1);
  const end = rest.findIndex(
    (piece) => isHeading(piece) || AFTER_ABSTRACT.test(pieceText(piece)) || !/\p{Ll}/u.test(pieceText(piece)),
  );
  const text = end < 0 ? rest : rest.slice(0, end);
  return text.some(isRunningText) ? [opening, ...text] : [];
}

/** `**Abstract** The strawberry …` */
function runsInAbstract(piece: Piece, context: PageContext): boolean {
  const [first, second] = firstLine(piece).words;
  if (!first || !second || piece.lines.length < 2 || !ABSTRACT_WORD.test(first.text)) return false;
  const isBold = (word: Word) => word.glyphs.every(({ font }) => context.fonts[font]?.bold === true);
  return isBold(first) && !isBold(second);
}

/**
 * Paragraphs under the title that have no heading of their own: right over a line of keywords, or set narrower than the text and right over
 * its first heading.
 */
export function findUnnamedAbstract(
  pieces: readonly Piece[],
  title: ReadonlySet<Piece>,
  isHeading: (piece: Piece) => boolean,
  context: PageContext,
): Piece[] {
  const top = Math.max(...[...title].map((piece) => inkBox(piece).y1));
  const isUnder = (piece: Piece) => inkBox(piece).y0 > top && !title.has(piece);
  const keywords = pieces.findIndex((piece) => KEYWORDS.test(pieceText(piece)) && isUnder(piece));
  const before = (end: number, goesOn: (piece: Piece) => boolean): Piece[] => {
    let start = end;
    while (start > 0) {
      const piece = pieces[start - 1] as Piece;
      if (!isUnder(piece) || isHeading(piece) || !goesOn(piece)) break;
      start -= 1;
    }
    return pieces.slice(start, Math.max(start, end));
  };
  if (keywords >= 0) return before(keywords, isRunningText);
  const text = pieces.findIndex((piece) => isUnder(piece) && isRunningText(piece));
  const heading = pieces.findIndex((piece, at) => at > text && isHeading(piece));
  if (text < 0 || heading < 0) return [];
  return before(heading, (piece) => isRunningText(piece) && isNarrow(piece, context));
}

/**
 * Indented on both sides against the page's other running text, or over the width of several of its columns without filling it.
 */
function isNarrow(piece: Piece, context: PageContext): boolean {
  const own = new Set(piece.lines.map(({ line }) => line));
  const others = context.prose.filter((line) => !own.has(line) && line.box.y0 > inkBox(piece).y1);
  if (others.length === 0) return false;
  const left = Math.min(...others.map(({ box }) => box.x0));
  const right = Math.max(...others.map(({ box }) => box.x1));
  const box = inkBox(piece);
  const least = 0.9 * context.metrics.bodySize;
  return box.x0 - left > least && right - box.x1 > least && Math.abs(box.x0 + box.x1 - left - right) < 4 * least;
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

/** A paragraph: three full lines of words or more. */
export function isRunningText(piece: Piece): boolean {
  return (
    piece.lines.filter(({ line }) => line.words.length >= 8).length >= 3 &&
    /\p{Ll}{2} \p{Ll}{2}/u.test(pieceText(piece))
  );
}
