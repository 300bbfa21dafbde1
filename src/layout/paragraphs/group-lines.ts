import { overlapX } from "../boxes.js";
import { isDeclaration } from "../classify/declarations.js";
import { parsePageNumber } from "../furniture/page-number.js";
import { isIdeographic } from "../glyphs/writing-systems.js";
import { CAP_SIZE } from "../lines/drop-caps.js";
import { frameBox } from "../lines/frame.js";
import type { Line, PageMetrics } from "../types.js";
import { endsEarly, measureSetting, type Setting } from "./measure-setting.js";
import { startsItem } from "./starts-item.js";

/** How a line follows the one before it: in a block of its own, after a line break in the block, or as running text. */
export type Relation = "break" | "newline" | "run";

/** Sizes that differ by more than this factor belong to different blocks. */
const SIZE_STEP = 1.11;
/** Baseline distance beyond this share of the usual one is paragraph spacing. */
const LEADING_STEP = 1.28;
/** Lines of two sizes, however near, are of two blocks at this distance, in sizes: a heading and what stands over it. */
const HEADING_STEP = 1.75;
/** Type of headings, in sizes of the text, and the least distance of two of them, in sizes of theirs: lines of one are 1.2 to 1.5 apart. */
const LARGER = 1.15;
const HEADINGS_STEP = 1.76;
/** `2.1 Boats`, `A APPENDIX`. */
const NUMBERED = /^(?:\d+(?:\.\d+)*\.?|\p{Lu}(?:\.\d+)*\.?) \p{Lu}\p{L}/u;
/** A smaller extra distance counts after a full stop. */
const SLIGHT_STEP = 1.1;
/** Share of a line's letters that makes their size one of the line's. */
const MIXED_SHARE = 0.08;
/** Ink of consecutive lines this near, in sizes, is one block whatever the baselines say: tall formulas spread lines. */
const INK_GAP = 0.3;
/** Least indent, in sizes. */
const INDENT = 0.7;
/** Lines moved further than this, in sizes, do not belong together. */
const WIDEST_INDENT = 8;
/** Words of a line of a sentence, and most words of a line of an address. */
const PROSE_WORDS = 4;
const LABEL_WORDS = 5;
/** Edges that agree, in sizes. */
const FLUSH = 0.2;
/** Blank between a label and its text, wider than those between words. */
const LABEL_GAP = 0.8;
/** A line wholly of one style, and one wholly free of it. */
const STYLED = 0.96;
const UNSTYLED = 0.25;

/**
 * Relations of the lines of one column, in reading order; the first is "break", and so are those that follow a region. Lines on both sides
 * of a region tell together how the column is set.
 *
 * @param starts indices of lines that follow a region
 */
export function relateLines(printed: readonly Line[], starts: ReadonlySet<number>, metrics: PageMetrics): Relation[] {
  const lines = printed.map(inOwnFrame);
  const setting = measureSetting(lines, starts, metrics);
  const relations: Relation[] = [];
  let start = 0;
  lines.forEach((_, index) => {
    const isFirst = index === 0 || starts.has(index) || areHeadings(lines[index - 1]!, lines[index]!, metrics);
    const relation = isFirst ? "break" : relate(lines, start, index, setting);
    if (relation === "break") start = index;
    relations.push(relation);
  });
  keepLabels(lines, relations, metrics);
  return relations;
}

/** Two headings, one flush under the other: larger type, further apart than the lines of one, or numbered both. A title's lines are centred. */
function areHeadings(above: Line, below: Line, { bodySize }: PageMetrics): boolean {
  if (Math.abs(above.box.x0 - below.box.x0) > FLUSH * below.size) return false;
  // `A APPENDIX` over `B RESULTS`.
  if ([above, below].every(({ text, bold }) => bold > STYLED && NUMBERED.test(text))) return true;
  if (Math.min(above.size, below.size) < LARGER * bodySize) return false;
  return below.baseline - above.baseline > HEADINGS_STEP * below.size;
}

/**
 * Addresses and the like: where every line begins with a capital or a number, and one ends early or they are many, those that seem full
 * are only the longest ones. Titles and headings are left alone. Works in place.
 */
function keepLabels(lines: readonly Line[], relations: Relation[], metrics: PageMetrics): void {
  for (let start = 0, end = 1; start < lines.length; start = end, end += 1) {
    while (end < lines.length && relations[end] !== "break") end += 1;
    const after = relations.slice(start + 1, end);
    const least = after.length > 2 ? 0 : 1;
    if (after.length < 2 || after.filter((relation) => relation === "newline").length < least) continue;
    if (!lines.slice(start, end).every((line) => isLabel(line, metrics))) continue;
    for (let at = start + 1; at < end; at += 1) relations[at] = "newline";
  }
}

function isLabel({ text, words, size, bold }: Line, { bodySize }: PageMetrics): boolean {
  if (words.length > LABEL_WORDS || size > 1.1 * bodySize || bold > 0.5 || /\p{L}[-\u00ad\u2010]$/u.test(text))
    return false;
  return /^[\p{Lu}\p{N}+(]|^\S+@\S+$/u.test(text) && (!/\p{L}/u.test(text) || text !== text.toUpperCase());
}

/** Set in a typewriter face; Chinese and Japanese faces are of one width by nature. */
function isTypewriter(line: Line): boolean {
  return line.monospace > 0.8 && !isIdeographic(line.text);
}

function hasDropCap(line: Line): boolean {
  const first = line.words[0]?.glyphs[0];
  return first !== undefined && first.size >= CAP_SIZE * line.size;
}

/** The second line starts where the first word goes on behind the initial. */
function isBesideCap(first: Line, line: Line): boolean {
  if (!hasDropCap(first)) return false;
  const next = first.words[0]?.glyphs[1] ?? first.words[1]?.glyphs[0];
  return next !== undefined && Math.abs(line.box.x0 - next.box.x0) < 0.8 * line.size;
}

/** Turned lines as if they were upright, so that edges and indents mean the same. */
function inOwnFrame(line: Line): Line {
  return line.angle === 0 ? line : { ...line, box: frameBox(line.box, line.angle) };
}

function relate(lines: readonly Line[], start: number, index: number, setting: Setting): Relation {
  const line = lines[index]!;
  const previous = lines[index - 1]!;
  if (isApart(previous, line, setting, index)) return "break";
  const declared = [previous, line].filter(isDeclaration).length;
  if (declared > 0) return declared === 2 ? "newline" : "break";
  if (isTypewriter(previous) && isTypewriter(line)) return "newline";
  if (setting.entries[index]) return "break";
  if (changesStyle(previous, line, index, setting)) return "break";
  if (/\p{L}[-\u00ad\u2010]$/u.test(previous.text) && /^\p{Ll}/u.test(line.text)) return "run";
  if (startsItem(line, previous, lines[start]!)) return "break";
  if (index === lines.length - 1 && isPageNumber(previous, line)) return "break";
  const size = line.size;
  const edges = setting.edges[index]!;
  const entry = setting.hanging[index] && line.box.x0 - edges.left < FLUSH * size;
  const centered = !entry && isCentered(previous, line, edges);
  const fits = endsEarly(previous, line, setting.edges[index - 1]!.right);
  if (centered) return fits ? "newline" : "run";
  if (isFlushRight(lines, index)) return "newline";
  const step = line.box.x0 - previous.box.x0;
  const inFirstLine = index - 1 === start;
  if (inFirstLine && isBesideCap(previous, line)) return "run";
  // A label hangs out before the first line of two.
  if (inFirstLine && step > INDENT * size && !fits && (readsOn(previous, line) || isUnderText(previous, line)))
    return "run";
  if (Math.abs(step) > WIDEST_INDENT * size) return "break";
  // Lines beside a drop cap are moved in; the one below it is not.
  if (step < 0 && hasDropCap(lines[start]!) && line.box.x0 > lines[start]!.box.x0 - INDENT * size) return "run";
  if (step > INDENT * size) {
    // Further in: a new paragraph's first line, or the body of a hanging item.
    if (fits && opensParagraph(line, lines[index + 1], setting, index)) return "break";
    if (fits && inFirstLine && isIndentedAfterItem(line, lines[index + 1], setting, index)) return "break";
    if (inFirstLine && fits && isTitleInCapitals(previous.text) && /^\p{Lu}\p{Ll}|^\p{Lu}\s/u.test(line.text))
      return "break";
    const hangs = setting.hanging[index] || setting.entries[index - 1];
    if (inFirstLine && ((hangs && !fits) || startsItem(previous, undefined, previous))) return "run";
    return "break";
  }
  if (step < -INDENT * size) {
    // Further out: the second line of an indented paragraph (its first line is full), or the next hanging item.
    return inFirstLine && !fits ? "run" : "break";
  }
  const opens = opensParagraph(line, lines[index + 1], setting, index);
  // The second line of a paragraph stands further out than its first: what is as far in as that is another first line.
  if (opens && inFirstLine && /[.!?:]["”’)]?$/u.test(previous.text) && /^\p{Lu}/u.test(line.text)) return "break";
  if (!fits || readsOn(previous, line)) return "run";
  if (opens) return "break";
  return /[.!?:;”"'’)\]]$/.test(previous.text) ? "break" : "newline";
}

/** A title in capitals, with or without a number. */
function isTitleInCapitals(text: string): boolean {
  return /\p{Lu}{4}/u.test(text) && text === text.toUpperCase();
}

/** The line before opens with a label, and this one starts flush with the text beside the label. */
function isUnderText({ words }: Line, line: Line): boolean {
  const first = words.findIndex((word) => Math.abs(word.box.x0 - line.box.x0) < FLUSH * line.size);
  return first > 0 && words[first]!.box.x0 - words[first - 1]!.box.x1 > LABEL_GAP * line.size;
}

/** A number in the middle of the line below a full one of a sentence, at the end of the page. */
function isPageNumber(previous: Line, line: Line): boolean {
  return (
    parsePageNumber(line.text)?.style === "arabic" &&
    previous.words.length > LABEL_WORDS &&
    line.box.x0 - previous.box.x0 > WIDEST_INDENT * line.size
  );
}

/** Addresses and dates set to the right: short lines that end, but do not begin, below each other. */
function isFlushRight(lines: readonly Line[], index: number): boolean {
  const fits = (a: Line | undefined, b: Line | undefined) =>
    a !== undefined &&
    b !== undefined &&
    Math.max(a.words.length, b.words.length) <= LABEL_WORDS &&
    Math.abs(a.box.x1 - b.box.x1) < FLUSH * b.size &&
    Math.abs(a.box.x0 - b.box.x0) > INDENT * b.size;
  if (!fits(lines[index - 1], lines[index])) return false;
  return fits(lines[index - 2], lines[index - 1]) || fits(lines[index], lines[index + 1]);
}

/** Under a short item: the line after goes back to the margin and starts no item, so this one is a paragraph's first, not the item's. */
function isIndentedAfterItem(line: Line, next: Line | undefined, setting: Setting, index: number): boolean {
  if (!next || isApart(line, next, setting, index + 1) || startsItem(next, undefined, next)) return false;
  return line.box.x0 - next.box.x0 > INDENT * line.size && !endsEarly(line, next, setting.edges[index]!.right);
}

/** The next line stands further out: this one is a paragraph's first, and so was the line before. */
function opensParagraph(line: Line, next: Line | undefined, setting: Setting, index: number): boolean {
  if (!next || setting.hanging[index] || isApart(line, next, setting, index + 1)) return false;
  const step = line.box.x0 - next.box.x0;
  return (
    step > INDENT * line.size && step < WIDEST_INDENT * line.size && !endsEarly(line, next, setting.edges[index]!.right)
  );
}

/** A sentence in the middle: beside a picture or a box, lines end early without ending anything. */
function readsOn(previous: Line, line: Line): boolean {
  return /^\p{Ll}/u.test(line.text) && /[\p{L}\p{N}]$/u.test(previous.text) && previous.words.length >= PROSE_WORDS;
}

function isApart(previous: Line, line: Line, setting: Setting, index: number): boolean {
  if (previous.angle !== line.angle) return true;
  if (!isSameSize(previous, line)) return true;
  const distance = line.baseline - previous.baseline;
  if (distance < 0.4 * line.size) return true;
  if (distance > HEADING_STEP * line.size && Math.abs(line.size - previous.size) > 0.05 * line.size) return true;
  const program = isTypewriter(previous) && isTypewriter(line);
  if (overlapX(previous.box, line.box) <= 0 && !program) return true;
  if (distance <= LEADING_STEP * setting.leading[index]!)
    return isSpaced(previous, line, distance, setting.leading[index]!);
  const inked = line.box.y0 - previous.box.y1 < INK_GAP * line.size && distance < 2.2 * setting.leading[index]!;
  const code = program && distance < 2.3 * setting.leading[index]!;
  return !inked && !code;
}

/** Equal main sizes, or the main size of one among the sizes of the other (small capitals, a heading run into text). */
function isSameSize(a: Line, b: Line): boolean {
  const near = (x: number, y: number) => x < SIZE_STEP * y && y < SIZE_STEP * x;
  if (near(a.size, b.size)) return true;
  const has = (line: Line, size: number) => {
    const glyphs = line.words.flatMap((word) => word.glyphs).filter((glyph) => /\p{L}/u.test(glyph.text));
    return glyphs.filter((glyph) => near(glyph.size, size)).length >= Math.max(2, MIXED_SHARE * glyphs.length);
  };
  return a.size < b.size ? has(a, b.size) : has(b, a.size);
}

/** A little extra white after a full stop, between lines that are not spread by tall formulas. */
function isSpaced(previous: Line, line: Line, distance: number, leading: number): boolean {
  if (
    distance < SLIGHT_STEP * leading ||
    !/[.!?:;]["”’)]?$/.test(previous.text) ||
    !/^[\p{Lu}\p{N}(“"]/u.test(line.text)
  )
    return false;
  return line.box.y0 - previous.box.y1 > leading - line.size;
}

/** A heading over its text: the style flips as a whole and the line before does not run on. */
function changesStyle(previous: Line, line: Line, index: number, setting: Setting): boolean {
  const short = setting.edges[index - 1]!.right - previous.box.x1 > 2 * previous.size;
  const fresh = short || /^[\p{Lu}\p{N}(]/u.test(line.text);
  const flips = (a: number, b: number) => (a > STYLED && b < UNSTYLED) || (a < UNSTYLED && b > STYLED);
  if (flips(previous.bold, line.bold)) return fresh;
  if (flips(previous.monospace, line.monospace)) return fresh;
  return flips(previous.italic, line.italic) && short && previous.text.length < 90;
}

function isCentered(previous: Line, line: Line, edges: { left: number; right: number }): boolean {
  const middle = (line.box.x0 + line.box.x1) / 2;
  const middleBefore = (previous.box.x0 + previous.box.x1) / 2;
  const tolerance = 0.4 * line.size;
  if (Math.abs(middle - middleBefore) > tolerance) return false;
  return (
    Math.abs(line.box.x0 - previous.box.x0) > tolerance &&
    Math.abs((edges.left + edges.right) / 2 - middle) < 2 * line.size
  );
}
