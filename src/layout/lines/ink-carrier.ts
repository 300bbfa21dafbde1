import type { Row } from "./build-rows.js";
import { type FramedGlyph, isHanging } from "./frame.js";
import { isRadicandOf } from "./radicand.js";
import { type Carrier, levelOrder, lowerBound, type Piece } from "./script-piece.js";

/** Signs that hang are this near to their line, in sizes of it; scripts stand between an operator of its size and its next sign. */
const HANGING_REACH = 1.2;
const OPERATOR_REACH = 1.7;
const TEXT_OPERATOR = 1.2;

/**
 * Signs whose pen position lies off the line they belong to: accents over letters, raised tildes, radicals and the
 * extensible delimiters of TeX that hang from their pen position. They are placed by their ink.
 * @param reserved numerators and denominators
 */
export function findInkCarrier(
  piece: Piece,
  rows: readonly Row[],
  reserved: ReadonlySet<FramedGlyph>,
): Carrier | undefined {
  const first = piece.glyphs[0]!;
  if (
    (piece.glyphs.length > 2 && !isLongArrow(piece)) ||
    !(isMark(first) || isMark(piece.glyphs.at(-1)!) || isHanging(first)) ||
    isAccented(piece) ||
    !(isHanging(first) || isIsolated(piece))
  )
    return undefined;
  const height = first.v1 - first.v0;
  const middle = (first.v0 + first.v1) / 2;
  let best: Carrier | undefined;
  let bestDistance = Number.POSITIVE_INFINITY;
  for (let index = lowerBound(rows, first.v0 - piece.size, ({ v }) => v); index < rows.length; index++) {
    const row = rows[index]!;
    if (row.v > first.v1 + 1.5 * row.size && row.v > first.v1 + 1.5 * piece.size) break;
    if (row === piece.row || height > 2.6 * row.size || standsBeside(piece, row, reserved)) continue;
    const axis = row.v - (isHanging(first) ? 0.25 : 0.6) * row.size;
    const distance = Math.abs(axis - middle) / row.size;
    if (distance > 0.6 || distance >= bestDistance) continue;
    const operator = /^[∑∏∐⋃⋂⨁⨂⨄⋁⋀]$/u.test(first.glyph.text) && height < TEXT_OPERATOR * row.size;
    const reach = (operator ? OPERATOR_REACH : isHanging(first) ? HANGING_REACH : 0.3) * row.size;
    if (row.glyphs.some((glyph) => glyph.u0 < piece.u1 + reach && glyph.u1 > piece.u0 - reach)) {
      best = { row, anchor: first.u, order: levelOrder(first.v) };
      bestDistance = distance;
    }
  }
  return best;
}

/** A bar left or right of a numerator or denominator: it belongs to the line of the fraction. */
function standsBeside(piece: Piece, row: Row, reserved: ReadonlySet<FramedGlyph>): boolean {
  return (
    /^[|∣‖∥]$/u.test(piece.glyphs[0]!.glyph.text) &&
    row.glyphs.every((glyph) => reserved.has(glyph)) &&
    row.glyphs.every(({ u0, u1 }) => u0 > piece.u1 || u1 < piece.u0)
  );
}

/** A letter of the line with its accent: scripts may stand between it and the line's next sign. */
function isAccented({ glyphs, size, row }: Piece): boolean {
  const [letter, accent] = glyphs;
  return accent !== undefined && /^\p{L}$/u.test(letter!.glyph.text) && isMark(accent) && size >= 0.95 * row.size;
}

/** A small radical hangs from its pen, which in a numerator is nearer to the line above: it belongs to the row of what it encloses. */
export function findRadicand(piece: Piece, rows: readonly Row[]): Carrier | undefined {
  const first = piece.glyphs[0]!;
  if (first.glyph.text !== "√" || piece.glyphs.length > 1 || !isHanging(first)) return undefined;
  const row = rows.find((other) => other !== piece.row && isRadicandOf(first, other));
  return row && { row, anchor: first.u, order: levelOrder(first.v) };
}

const MARKS = new Set(
  "\u0060\u00b4\u02c6\u005e\u02dc\u007e\u223c\u00af\u02c9\u02d8\u02d9\u00a8\u02da\u02dd\u02c7\u002a\u2217\u2020\u2021\u00b0\u00ae\u2122\u2190\u2192\u20d7\u0302\u0303\u0304\u0307\u0308",
);

/** Longest arrow over letters, in its own sizes. */
const LONGEST_ARROW = 6;

/** The arrow over several letters, put together from strokes and a head. */
function isLongArrow({ glyphs, u0, u1, size }: Piece): boolean {
  return u1 - u0 < LONGEST_ARROW * size && /^(?:[-−]+→|←[-−]+)$/u.test(glyphs.map(({ glyph }) => glyph.text).join(""));
}

function isMark(glyph: FramedGlyph): boolean {
  return MARKS.has(glyph.glyph.text);
}

/** No other glyph near on the same baseline: not a word of a line of text. */
function isIsolated(piece: Piece): boolean {
  const reach = 0.8 * piece.size;
  return !piece.row.glyphs.some(
    (glyph) =>
      !piece.glyphs.includes(glyph) &&
      !isHanging(glyph) &&
      glyph.u0 < piece.u1 + reach &&
      glyph.u1 > piece.u0 - reach &&
      !isMark(glyph),
  );
}
