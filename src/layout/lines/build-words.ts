import { isIdeographic, isSpaceless } from "../glyphs/writing-systems.js";
import type { FramedGlyph } from "./frame.js";

/** Gap, in sizes, that parts words when no space is printed; TeX shrinks word spaces to 0.22 em, its kerns stay below 0.1. */
const WORD_GAP = 0.17;
/** The same between two letters of one font: Times sets words 1/6 em apart in a tight line. */
const LETTER_WORD_GAP = 0.14;
/** TeX's thin space, in sizes, and how exactly it is set. */
const THIN_SPACE = 1 / 6;
const THIN_SLACK = 0.005;
/** Spaces of a justified line that prints none are equal up to this, in sizes; so many between small letters tell them, with this share of all. */
const EXACT = 0.01;
const LEAST_EVEN = 3;
const EVEN_SHARE = 0.75;
/** Wider ones need no such proof. */
const WIDEST_EVEN = 0.4;
/** Gap that parts words in a line that prints its spaces elsewhere: only a wide gap stands for a space then. */
const WORD_GAP_SPACED = 0.22;
/** A narrower gap sets text apart from the marker of an item or a reference at the start of its line. */
const MARKER_GAP = 0.12;
const MARKER = /^(?:\[[\p{L}\d+]{1,8}\]|\([\p{L}\d]{1,3}\)|\d{1,3}[.)])$/u;
/** A printed space in a narrower gap was pulled back by the next pen move and does not show. */
const SPACE_GAP = 0.06;
/** Signs that follow their word without a space, and those that open one. */
const CLOSING = /^[.,)\]}”%]/u;
const OPENING = /[([{‘“]$/u;
const PUNCTUATION_GAP = 0.28;
/** French sets a thin space, 1/6 em and more, before these and after an opening guillemet; nobody else sets any. */
const FRENCH_CLOSING = /^[;:!?»]/u;
const FRENCH_OPENING = /«$/u;
const THIN_GAP = 0.14;
const SMALL = /^\p{Ll}+$/u;
const LEADER_DOT = /^[.·•_]$/u;
/** Letter-spaced type: more than this share of the gaps are wide but alike. */
const TRACKED_SHARE = 0.6;
/** Kerning closes a gap here and there; more than this share of closed gaps means that the others are spaces. */
const TIGHT_SHARE = 0.2;
const ONE_CELL = 0.9;

/** Groups the glyphs of one run into words, left to right. `spaces`: `u` of printed spaces, ascending. */
export function buildWords(glyphs: readonly FramedGlyph[], spaces: readonly number[], size: number): FramedGlyph[][] {
  const first = glyphs[0];
  if (!first) return [];
  const gaps = glyphs.map((glyph, index) => (index === 0 ? 0 : penGap(glyphs[index - 1]!, glyph)));
  const spaced = gaps.map((_, index) => index > 0 && hasSpace(glyphs[index - 1]!, glyphs[index]!, spaces));
  const printed = spaced.filter(Boolean).length;
  const words = Math.max(1, printed + 1);
  const base = printed > 0 && glyphs.length / words < 14 ? WORD_GAP_SPACED : WORD_GAP;
  const tracking = trackingOf(glyphs, gaps, spaced, size);
  const even = printed > 0 || tracking !== 0 ? undefined : evenSpace(glyphs, gaps, size);
  const result: FramedGlyph[][] = [];
  let word: FramedGlyph[] = [first];
  for (let index = 1; index < glyphs.length; index++) {
    const previous = glyphs[index - 1]!;
    const glyph = glyphs[index]!;
    const least = result.length === 0 && isMarker(word) ? MARKER_GAP : base;
    const gap = gaps[index]!;
    const isEven = even !== undefined && Math.abs(gap - even) < EXACT * size && isBetweenWords(previous, glyph);
    if (
      isEven ||
      (printed === 0 && isThinSpace(previous, glyph, gap)) ||
      isBreak(previous, glyph, gap - tracking, spaced[index]!, least)
    ) {
      result.push(word);
      word = [];
    }
    word.push(glyph);
  }
  result.push(word);
  return joinLeaders(result);
}

/** The word space of a line that prints none, px: as most wide gaps between small letters of one font are. */
function evenSpace(glyphs: readonly FramedGlyph[], gaps: readonly number[], size: number): number | undefined {
  const wide = gaps
    .filter((gap, index) => {
      if (index === 0 || gap < LETTER_WORD_GAP * size || gap > WIDEST_EVEN * size) return false;
      const [previous, glyph] = [glyphs[index - 1]!, glyphs[index]!];
      return (
        previous.glyph.font === glyph.glyph.font && SMALL.test(previous.glyph.text) && SMALL.test(glyph.glyph.text)
      );
    })
    .sort((a, b) => a - b);
  const space = wide[wide.length >> 1];
  if (space === undefined) return undefined;
  const alike = wide.filter((gap) => Math.abs(gap - space) < EXACT * size).length;
  return alike >= LEAST_EVEN && alike >= EVEN_SHARE * wide.length ? space : undefined;
}

/** TeX's thin space, 1/6 em, between a word and its number: `Latin\,9`, `10\,km`. */
function isThinSpace(previous: FramedGlyph, glyph: FramedGlyph, gap: number): boolean {
  const [left, right] = [previous.glyph.text, glyph.glyph.text];
  const mixed = (/^\p{L}$/u.test(left) && /^\d$/.test(right)) || (/^\d$/.test(left) && /^\p{L}$/u.test(right));
  return mixed && Math.abs(gap / glyph.size - THIN_SPACE) < THIN_SLACK && isBetweenWords(previous, glyph);
}

/** Letters and figures of one size; marks and scripts have blanks of their own. */
function isBetweenWords({ size, v, glyph }: FramedGlyph, next: FramedGlyph): boolean {
  if (Math.abs(size - next.size) > 0.02 * size || Math.abs(v - next.v) > 0.02 * size) return false;
  return (
    /^[\p{L}\p{N}\p{Pf}\p{Pi}\p{Pe}.,;:]/u.test(glyph.text) && /^[\p{L}\p{N}\p{Pf}\p{Pi}\p{Ps}]/u.test(next.glyph.text)
  );
}

function isMarker(word: readonly FramedGlyph[]): boolean {
  return word.length > 1 && word.length <= 10 && MARKER.test(word.map(({ glyph }) => glyph.text).join(""));
}

/** Distance from the pen position after one glyph to the start of the next; scripts over each other give negative gaps. */
function penGap(previous: FramedGlyph, glyph: FramedGlyph): number {
  const end = previous.glyph.advance > 0 ? previous.u + previous.glyph.advance : previous.u1;
  return glyph.u - end;
}

function hasSpace(previous: FramedGlyph, glyph: FramedGlyph, spaces: readonly number[]): boolean {
  const from = previous.u0;
  const to = glyph.u1;
  let low = 0;
  let high = spaces.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (spaces[middle]! <= from) low = middle + 1;
    else high = middle;
  }
  for (let index = low; index < spaces.length && spaces[index]! < to; index++) {
    const u = spaces[index]!;
    if (u >= (previous.u + previous.u1) / 2 && u <= (glyph.u0 + glyph.u1) / 2) return true;
  }
  return false;
}

function isBreak(previous: FramedGlyph, glyph: FramedGlyph, gap: number, space: boolean, base: number): boolean {
  const size = Math.min(previous.size, glyph.size) === 0 ? glyph.size : (previous.size + glyph.size) / 2;
  const relative = gap / size;
  const left = previous.glyph.text;
  const right = glyph.glyph.text;
  if (isIdeographic(left) || isIdeographic(right)) return (space && relative > 0.2) || relative > 0.6;
  if (isSpaceless(left) && isSpaceless(right)) return space ? relative > SPACE_GAP : relative > 0.5;
  if (space) return relative > SPACE_GAP || gap > 0.5 * size;
  if (FRENCH_CLOSING.test(right) || FRENCH_OPENING.test(left)) return relative > THIN_GAP;
  if (CLOSING.test(right) || OPENING.test(left)) return relative > Math.max(base, PUNCTUATION_GAP);
  if (base === WORD_GAP && previous.glyph.font === glyph.glyph.font && SMALL.test(left) && SMALL.test(right))
    return relative > LETTER_WORD_GAP;
  return relative > base;
}

/**
 * Letter-spacing of the run in px: the usual gap between its letters when most are alike, else 0. Negative where the pen
 * moves back after every letter, as some typesetters write small capitals.
 */
function trackingOf(
  glyphs: readonly FramedGlyph[],
  gaps: readonly number[],
  spaced: readonly boolean[],
  size: number,
): number {
  if (glyphs.length < 5) return 0;
  // The dots of leaders are set apart by nature; those of `1.0.2 1.0.4` are not.
  const dots = glyphs.map(({ glyph }) => LEADER_DOT.test(glyph.text));
  const isDot = (index: number) => dots[index] && (dots[index - 1] || dots[index + 1]);
  const inner = gaps
    .filter((_, index) => index > 0 && !spaced[index] && !isDot(index) && !isDot(index - 1))
    .sort((a, b) => a - b);
  if (inner.length < 4) return 0;
  const typical = inner[Math.floor(inner.length * 0.4)] ?? 0;
  if (Math.abs(typical) < 0.08 * size) return 0;
  // Letter-spaced type spaces all its letters; a line of short words of program text does not.
  if (inner.filter((gap) => gap < typical / 2).length > TIGHT_SHARE * inner.length && typical > 0) return 0;
  // In a face of one width a gap as wide as a character is a space.
  const advance = glyphs[0]!.glyph.advance;
  if (typical > ONE_CELL * advance && glyphs.every(({ glyph }) => Math.abs(glyph.advance - advance) < 0.5)) return 0;
  const alike = inner.filter((gap) => Math.abs(gap - typical) <= 0.06 * size).length;
  return alike >= TRACKED_SHARE * inner.length && typical < 1.2 * size ? typical : 0;
}

/** Dotted leaders become one word however wide the dots are set. */
function joinLeaders(words: readonly FramedGlyph[][]): FramedGlyph[][] {
  const result: FramedGlyph[][] = [];
  let dots = 0;
  for (const word of words) {
    const isDots = word.every((glyph) => LEADER_DOT.test(glyph.glyph.text));
    const last = result.at(-1);
    if (isDots && dots > 0 && last) last.push(...word);
    else result.push([...word]);
    dots = isDots ? dots + word.length : 0;
  }
  return result;
}
