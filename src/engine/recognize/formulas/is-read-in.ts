import { overlapX, overlapY } from "../../../layout/boxes.js";
import type { Box, Glyph } from "../../../page.js";
import type { ReadArea } from "./read-area.js";

/** Blanks up to here inside a formula's box are those around it, ems. */
const BLANK_REACH = 0.4;
/** Share of a letter's width that lies on the same one as the symbol net has it: its place in a line is known from the columns only. */
const SAME_LETTER = 0.3;
const BRACKET = /^[()[\]{}⟨⟩]$/u;
/** A bracket stands no further than this from the end of a span, or from where another reading has it, ems. */
const BRACKET_REACH = 0.4;

/**
 * Whether a letter or blank of a line, as the line recogniser has it, is in a formula inside that line, or a letter at the formula's end, beyond
 * its box, is one of its glyphs. All in page space.
 */
export function isReadIn(span: Pick<ReadArea, "box" | "place" | "glyphs">, glyph: Glyph, em: number): boolean {
  const place = span.place ?? span.box;
  const middle = middleOf(glyph.box);
  if (glyph.text === " ")
    return isIn(middle, { ...place, x0: place.x0 + BLANK_REACH * em, x1: place.x1 - BLANK_REACH * em });
  if (isIn(middle, place)) return !isLoneBracket(span.glyphs, glyph, place, em);
  return span.glyphs.some(
    ({ text, box }) =>
      text === glyph.text &&
      overlapY(box, glyph.box) > 0 &&
      overlapX(box, glyph.box) > SAME_LETTER * Math.min(glyph.box.x1 - glyph.box.x0, box.x1 - box.x0),
  );
}

/** A bracket at the end of a span that its glyphs lack: it was not taken for one of them. */
function isLoneBracket(glyphs: readonly Glyph[], { text, box }: Glyph, place: Box, em: number): boolean {
  const { x } = middleOf(box);
  const isNear = (other: number) => Math.abs(other - x) < BRACKET_REACH * em;
  if (!/^[()[\]]$/.test(text) || !(isNear(place.x0) || isNear(place.x1))) return false;
  return !glyphs.some((glyph) => BRACKET.test(glyph.text) && isNear(middleOf(glyph.box).x));
}

function middleOf({ x0, y0, x1, y1 }: Box): { x: number; y: number } {
  return { x: (x0 + x1) / 2, y: (y0 + y1) / 2 };
}

function isIn({ x, y }: { x: number; y: number }, { x0, y0, x1, y1 }: Box): boolean {
  return x >= x0 && x <= x1 && y >= y0 && y <= y1;
}
