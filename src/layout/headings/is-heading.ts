import { isDeclaration } from "../classify/declarations.js";
import { isPullQuote } from "../classify/is-quote.js";
import { edgesOf, gapAbove, gapBelow, type PageContext } from "../classify/page-context.js";
import { firstLine, inkBox, lastLine, type Piece, pieceText, weighted } from "../classify/piece.js";
import { parseListMarker } from "../lists/list-marker.js";
import type { Line, Word } from "../types.js";
import { isDate } from "./dates.js";
import { type HeadingNumber, parseHeadingNumber } from "./heading-number.js";
import { isHeadingWord } from "./heading-words.js";

/** Larger than running text by this factor: a size class of its own (10 pt → 11 pt is the smallest step in use). */
const LARGER = 1.09;
const CLEARLY_LARGER = 1.18;
/** A name of a program in type this much larger is the title of a page about it. */
const TITLE_LARGER = 1.3;
/** Longest heading in characters; longer emphasised text is a notice or an abstract. */
const MAX_LENGTH = 220;
const MAX_LINES = 4;
/** Share of bold characters; maths inside a bold heading is often not bold. */
const BOLD = 0.7;
/** Share of bold and typewritten characters of a numbered name with its declaration. */
const DECLARED = 0.9;
/** Likewise of slanted ones, formulas left aside. */
const ITALIC = 0.85;
/** Most maths in the slanted heading of a subsection, and in that of a section, which clauses of theorems are told from by it. */
const MATHS = 0.35;
const SECTION_MATHS = 0.15;

/** Headings that hang out are the page's leftmost lines, to within this, in sizes. */
const OUTMOST = 0.5;
/** Description lists print the term this far left of what is said of it, in sizes of the text. */
const HANGING = 1.2;
/** Terms of several words that are no titles: options and names of programs. */
const PROGRAM_NAME = /^\p{Ll}|^-|[_=<[(|]/u;
/** Headings of manual pages (man-pages(7)), whose text is indented like that of a term. */
const MANUAL_HEADING =
  /^(?:NAME|SYNOPSIS|DESCRIPTION|OPTIONS|COMMANDS|ARGUMENTS|ERRORS|DIAGNOSTICS|ENVIRONMENT|FILES|EXAMPLES?|NOTES|BUGS|CAVEATS|STANDARDS|HISTORY|VERSIONS?|AUTHORS?|COPYRIGHT|LICEN[SC]E)$/u;
/** Lines of a description list are no further apart than this, in leadings, and its items, where lines of more than one show how far they are indented. */
const TIGHT = 1.3;
const ITEM_GAP = 1.6;

/** `By Anna Tully`: who wrote what follows. */
const BYLINE =
  /^(?:by|von|par|por|di|door|av|af)\s+\p{Lu}[\p{L}.'’-]*(?:\s+(?:(?:and|und|et|y|e|de|van|von)\s+)?\p{Lu}[\p{L}.'’-]*){1,5}$/u;

/** Openings of statements that are printed in bold but run on as text. */
const STATEMENT =
  /^(?:theorem|lemma|corollary|proposition|definition|remark|example|proof|claim|conjecture|axiom|exercise|exercice|théorème|lemme|corollaire|définition|remarque|exemple|preuve|démonstration|satz|beweis|korollar|bemerkung|beispiel|behauptung|teorema|dimostrazione|definizione|lema|corolario|definición|demostración|proposición|ejemplo|observación|demonstração|note(?=\s*(?:[\d:.]|$))|keywords?|key words|index terms)\b/iu;

/**
 * Whether a piece is a section heading: short, emphasised against the running text (larger, bold, capitals, small capitals,
 * slanted) or numbered, standing alone on its lines, with text after it. Run-in headings are not: their line goes on in
 * another style.
 */
export function isHeading(piece: Piece, context: PageContext): boolean {
  const text = pieceText(piece);
  if (!canBeHeading(piece, text, context)) return false;
  const { metrics } = context;
  const number = parseHeadingNumber(text);
  const size = weighted(piece, textSize) / metrics.bodySize;
  const declared = isDeclaredName(piece, number, context);
  const bold = declared || weighted(piece, (line) => line.bold) >= BOLD;
  const capitals = isCapitals(number?.rest || text);
  const italic = weighted(piece, slant) >= ITALIC;
  const emphasised = size >= LARGER || bold || capitals || (italic && isSlantedHeading(piece, text, number, context));
  if (size < LARGER && bold && !capitals && !declared && isBoldRunIn(piece, number, context)) return false;
  const stated = STATEMENT.test(text) && !isHeadingWord(text) && !MANUAL_HEADING.test(text);
  if (stated && size < CLEARLY_LARGER) return false;
  if (size < LARGER && isHangingTerm(piece, context)) return false;
  const setOff = isSetOff(piece, context);
  if (isHeadingWord(number?.rest ?? text) && !/:$/u.test(text)) return emphasised || setOff;
  if (endsLikeSentence(text) && !(number && emphasised) && size < CLEARLY_LARGER) return false;
  if (number && emphasised) return setOff || size >= LARGER;
  if (number && (isNumberedAlone(piece, number, context) || isNumberedCentred(piece, number, context))) return true;
  if (number?.style === "word") return setOff && piece.lines.length === 1;
  if (size >= CLEARLY_LARGER) return setOff || piece.lines.length === 1;
  if (!setOff) return false;
  const apart = bold && gapAbove(piece, context) > 1.2 * metrics.leading;
  if (!startsAtEdgeOrCentred(piece, context) && !((size >= LARGER || capitals || apart) && hangsOut(piece, context)))
    return false;
  if (size >= LARGER) return true;
  if (hasFaceOfItsOwn(piece, text, context)) return true;
  if (bold) return text.length <= 120 && size > 0.93;
  if (capitals) return text.length <= 90 && size > 0.85;
  return isItalicHeading(piece, text, number !== undefined, context);
}

/** Size of the line's words: formulas may be set in a font whose sizes are others than the text's. */
function textSize(line: Line): number {
  if (line.math < 0.1) return line.size;
  const words = line.words.flatMap(({ glyphs }) => glyphs.filter(({ font }) => font === line.font));
  return words.length === 0 ? line.size : words.reduce((sum, { size }) => sum + size, 0) / words.length;
}

/**
 * The term of a description list: on the row where its indented description starts, or right above it and no further below the text
 * before than items are apart.
 */
function isHangingTerm(piece: Piece, context: PageContext): boolean {
  const { bodySize, leading } = context.metrics;
  const { box, baseline, words, text: term } = firstLine(piece);
  if (piece.lines.length > 1 || (words.length > 1 && !PROGRAM_NAME.test(term)) || MANUAL_HEADING.test(term))
    return false;
  const others = context.pieces.filter((other) => other !== piece && !other.apart && other.column === piece.column);
  const above = Math.max(...others.map((other) => lastLine(other).baseline).filter((at) => at < baseline - 2));
  const gap = above === Number.NEGATIVE_INFINITY ? 0 : baseline - above;
  return others.some((other) => {
    const text = firstLine(other);
    const below = text.baseline - baseline;
    if (inkBox(other).x0 - box.x0 < HANGING * bodySize || text.bold >= BOLD || text.words.length < 3) return false;
    if (parseListMarker(text.text)) return false;
    if (Math.abs(below) < 0.2 * bodySize) return text.box.x0 > box.x1;
    return below > 0 && below < TIGHT * leading && gap < (other.lines.length > 1 ? ITEM_GAP : TIGHT) * leading;
  });
}

/** Share of slanted characters among those of words. */
function slant(line: Line): number {
  return line.math < 0.5 ? Math.min(1, line.italic / (1 - line.math)) : line.italic;
}

/**
 * Bold words at text size that open an item or a paragraph: the number in front is not bold (`1. **Solution.**`), the last word is
 * plain again, or the line is full and the next one goes on with it.
 */
function isBoldRunIn(piece: Piece, number: HeadingNumber | undefined, context: PageContext): boolean {
  const words = lastLine(piece).words;
  const last = words.at(-1);
  if (last && words.length > 1 && !isBoldWord(last, context)) return true;
  const head = firstLine(piece).words[0];
  if (number && number.style === "decimal" && number.depth === 1 && head && !isBoldWord(head, context)) return true;
  const isFull = edgesOf(piece, context).right - lastLine(piece).box.x1 < context.metrics.bodySize;
  return (
    isFull &&
    gapBelow(piece, context) < context.metrics.leading - context.metrics.bodySize + 0.15 * context.metrics.leading
  );
}

/** `4.1.3 **threshold** int Walk::threshold`: a numbered bold name and its declaration in typewriter type, as manuals of libraries have them. */
function isDeclaredName(piece: Piece, number: HeadingNumber | undefined, context: PageContext): boolean {
  if (number?.style !== "decimal" || number.depth < 2) return false;
  const named = firstLine(piece)
    .words.slice(0, 2)
    .every((word) => isBoldWord(word, context));
  return named && weighted(piece, (line) => line.bold + line.monospace) > DECLARED;
}

function isBoldWord(word: Word, context: PageContext): boolean {
  const glyphs = word.glyphs.filter((glyph) => /[\p{L}\p{N}]/u.test(glyph.text));
  return glyphs.length === 0 || glyphs.some((glyph) => context.fonts[glyph.font]?.bold === true);
}

/**
 * Slanted numbered headings (`2.1 Method`, `A. Data`). Theorems set their numbered clauses in italics too: those are indented,
 * or sentences.
 */
function isSlantedHeading(
  piece: Piece,
  text: string,
  number: HeadingNumber | undefined,
  context: PageContext,
): boolean {
  if (!number || piece.lines.length > 2 || text.length > 90 || endsLikeSentence(text)) return false;
  const maths = number.depth > 1 ? MATHS : SECTION_MATHS;
  if (weighted(piece, (line) => line.math) > maths || /^\p{Ll}/u.test(number.rest)) return false;
  if (number.style !== "decimal" || number.depth > 1) return true;
  if (leadsToFormula(piece, context)) return false;
  return Math.abs(inkBox(piece).x0 - edgesOf(piece, context).left) < 0.5 * context.metrics.bodySize;
}

/** A display comes next: the line is a sentence that the formula ends. */
function leadsToFormula(piece: Piece, context: PageContext): boolean {
  const box = inkBox(piece);
  const below = Math.min(...context.formulas.map((formula) => formula.y0).filter((y0) => y0 > box.y1 - 2));
  return below - box.y1 < 1.5 * context.metrics.leading && gapBelow(piece, context) >= below - box.y1 - 2;
}

/** Nothing but a short run of words; lists, formulas, bare numbers and names of programs (`no_dump`) are out. A numbered formula in large type names a subsection. */
function canBeHeading(piece: Piece, text: string, context: PageContext): boolean {
  if (piece.apart || piece.lines.length > MAX_LINES || text.length > MAX_LENGTH) return false;
  if (piece.lines.some(({ line }) => line.angle !== 0 || isDeclaration(line))) return false;
  const words = /\p{L}{3}|\p{Script=Han}{2}|[\p{Script=Hiragana}\p{Script=Katakana}]{2}/u.test(text);
  if (!words && !isNumberedFormula(piece, text, context)) return false;
  if (
    isDate(text) ||
    isPullQuote(text) ||
    (isProgramName(text) && weighted(piece, textSize) < TITLE_LARGER * context.metrics.bodySize) ||
    /[,;\u2010-]$/u.test(text) ||
    /\.{4,}|(?:\. ){4,}|_{3,}|@|https?:/u.test(text)
  )
    return false;
  if (
    parseListMarker(text)?.kind === "bullet" ||
    BYLINE.test(text.replace(/^\p{Lu}/u, (letter) => letter.toLowerCase()))
  )
    return false;
  return weighted(piece, (line) => line.math) < 0.4 && weighted(piece, (line) => line.monospace) < 0.8;
}

/** `2.1. y′ = ay`, in type clearly larger than the text. */
function isNumberedFormula(piece: Piece, text: string, { metrics }: PageContext): boolean {
  const number = parseHeadingNumber(text);
  if (number?.style !== "decimal" || number.depth < 2 || !/\p{L}/u.test(number.rest)) return false;
  return piece.lines.length === 1 && firstLine(piece).size > CLEARLY_LARGER * metrics.bodySize;
}

/** All letters capitals (small capitals are capitals by then); acronyms alone do not count. */
function isCapitals(text: string): boolean {
  const letters = text.match(/\p{L}/gu) ?? [];
  if (letters.length < 5) return false;
  const upper = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  return upper / letters.length > 0.9;
}

function endsLikeSentence(text: string): boolean {
  return /[.:]["”')\]]?$/u.test(text) && !/(?:\b\p{Lu}|etc|et al)\.$/u.test(text);
}

/**
 * `2.1. Method` in the type of the text (or in a font whose style the file does not tell): one or two short lines with more than
 * a line's blank above and paragraph spacing below.
 */
function isNumberedAlone(piece: Piece, { text, rest, depth, style }: HeadingNumber, context: PageContext): boolean {
  const { metrics } = context;
  if (style === "word" || (depth < 2 && !text.endsWith("."))) return false;
  if (piece.lines.length > 2 || rest.length > 90 || !/^\p{Lu}/u.test(rest) || /[.:;,?]$/u.test(rest)) return false;
  if (
    leadsToFormula(piece, context) ||
    /[.!?:]\s/u.test(rest) ||
    weighted(piece, (line) => line.math) > 0.1 ||
    /[=+<>]$/u.test(rest)
  )
    return false;
  if (Math.abs(inkBox(piece).x0 - edgesOf(piece, context).left) > 0.8 * metrics.bodySize) return false;
  const otherFont = piece.lines.every(({ line }) => line.font !== metrics.bodyFont);
  const above = gapAbove(piece, context);
  const below = gapBelow(piece, context);
  const usual = Math.max(0, metrics.leading - metrics.bodySize);
  return (
    above > (otherFont ? 0.8 : 1.1) * metrics.leading &&
    below > usual + 0.25 * metrics.leading &&
    below < 4 * metrics.leading
  );
}

/** Insets of a centred heading differ by less than this share of the column, or an indent, in sizes: lines near by may all be first ones. */
const CENTRED = 0.03;
const CENTRED_INDENT = 1.4;

/** `2. Block addition` in small capitals (or any upright face that is not the text's) in the middle of the column, as the AMS's classes set it. */
function isNumberedCentred(piece: Piece, { rest, style, depth }: HeadingNumber, context: PageContext): boolean {
  const { bodySize, bodyFont, leading } = context.metrics;
  if (style === "word" || depth > 1 || piece.lines.length > 2 || rest.length > 110 || /[.:;,?=+<>]$/u.test(rest))
    return false;
  // Fonts of small capitals call them small letters.
  if (!/^[\p{L}\p{Pi}]/u.test(rest) || weighted(piece, (line) => line.math) > 0.2 || leadsToFormula(piece, context))
    return false;
  if (piece.lines.some(({ line }) => line.font === bodyFont || line.italic > 0.3)) return false;
  const edges = edgesOf(piece, context);
  const isInMiddle = piece.lines.every(({ line: { box } }) => {
    const [before, after] = [box.x0 - edges.left, edges.right - box.x1];
    const slack = Math.max(CENTRED * (edges.right - edges.left), CENTRED_INDENT * bodySize);
    return before > 1.5 * bodySize && Math.abs(before - after) < slack;
  });
  return isInMiddle && gapAbove(piece, context) > 0.45 * leading && isSetOff(piece, context);
}

/** More blank above than between lines, and nothing beside it on the row: it does not sit inside a paragraph. */
function isSetOff(piece: Piece, context: PageContext): boolean {
  const above = gapAbove(piece, context);
  const line = firstLine(piece);
  const usual = Math.max(0, context.metrics.leading - context.metrics.bodySize);
  if (above < usual + 0.1 * line.size && above < gapBelow(piece, context)) return isUnderHeading(piece, above, context);
  return above > 0.15 * context.metrics.leading;
}

/** Bold right under a bold line that is larger than the text, and as this one at least: a heading and the first one below it. */
function isUnderHeading(piece: Piece, above: number, context: PageContext): boolean {
  const isBold = (some: Piece) => weighted(some, (line) => line.bold) >= BOLD;
  const size = weighted(piece, textSize);
  const box = inkBox(piece);
  const over = context.pieces.find((other) => Math.abs(box.y0 - inkBox(other).y1 - above) < 1 && !other.apart);
  if (!over || over.column !== piece.column || over.lines.length > 2 || !isBold(over) || !isBold(piece)) return false;
  const larger = weighted(over, textSize);
  return (
    larger >= LARGER * context.metrics.bodySize && larger >= size - 0.5 && endsLikeSentence(pieceText(over)) === false
  );
}

/** `no_dump` alone on its line. */
function isProgramName(text: string): boolean {
  return /^\S*\p{L}_\p{L}\S*$/u.test(text);
}

/** Left of all text, which is indented under its headings as in the pages of a manual. */
function hangsOut(piece: Piece, context: PageContext): boolean {
  const { bodySize } = context.metrics;
  const box = inkBox(piece);
  if (box.x0 > edgesOf(piece, context).left) return false;
  return context.pieces.every((other) => other.apart || inkBox(other).x0 > box.x0 - OUTMOST * bodySize);
}

function startsAtEdgeOrCentred(piece: Piece, context: PageContext): boolean {
  const edges = edgesOf(piece, context);
  const box = inkBox(piece);
  const inset = box.x0 - edges.left;
  if (Math.abs(inset) < 2.5 * context.metrics.bodySize) return true;
  return Math.abs(inset - (edges.right - box.x1)) < 0.12 * (edges.right - edges.left);
}

/**
 * Set in another upright face than the running text, where the file does not tell which faces are bold: a short line without a
 * sentence's end, well above text in the running face.
 */
function hasFaceOfItsOwn(piece: Piece, text: string, context: PageContext): boolean {
  const { metrics, pieces } = context;
  if (piece.lines.length > 3 || text.length > 110 || text.length < 4 || !/^[\p{Lu}\p{Pi}‘“"]/u.test(text)) return false;
  const own = piece.lines.every(({ line }) => line.font !== metrics.bodyFont && line.italic < 0.3 && line.math < 0.1);
  if (!own || /[.:;,]$/u.test(text) || gapAbove(piece, context) < 0.45 * metrics.leading) return false;
  const box = inkBox(piece);
  const next = pieces[pieces.indexOf(piece) + 1];
  if (
    !next ||
    next.apart ||
    next.column !== piece.column ||
    weighted(piece, (line) => line.size) < 0.93 * metrics.bodySize
  )
    return false;
  const below = firstLine(next);
  const close = below.box.y0 >= box.y1 - 2 && below.box.y0 - box.y1 < 1.5 * metrics.leading;
  return (
    close &&
    below.font === metrics.bodyFont &&
    below.words.length >= 4 &&
    Math.abs(box.x0 - below.box.x0) < 2 * metrics.bodySize
  );
}

/** `2.1 Method` or `Method` in italics over its own line, capitalised, no sentence. */
function isItalicHeading(piece: Piece, text: string, numbered: boolean, context: PageContext): boolean {
  if (weighted(piece, slant) < ITALIC || piece.lines.length > 2 || text.length > 90) return false;
  if (!numbered && isUnderTable(piece, context)) return false;
  if ((!/^\p{Lu}/u.test(text) && !numbered) || leadsToFormula(piece, context)) return false;
  const full = edgesOf(piece, context).right - lastLine(piece).box.x1;
  return full > 2 * context.metrics.bodySize && gapAbove(piece, context) > 0.6 * context.metrics.leading;
}

/** Right under a table and within its edges: a remark on it. */
function isUnderTable(piece: Piece, { tables, metrics }: PageContext): boolean {
  const box = inkBox(piece);
  const slack = metrics.bodySize;
  return tables.some(
    ({ x0, x1, y1 }) =>
      box.y0 - y1 > -slack && box.y0 - y1 < 2 * metrics.leading && box.x0 > x0 - slack && box.x1 < x1 + slack,
  );
}
