import type { Row } from "./build-rows.js";
import type { FramedGlyph } from "./frame.js";

/** What a root encloses begins this near to its sign, in sizes, and is no smaller than this share of it. */
const GAP = 0.25;
const SIZE = 0.85;
/** Its baseline lies no further below the sign's foot than this, in sizes. */
const FOOT = 0.2;

/** Whether a row holds what a radical that hangs from its pen encloses. */
export function isRadicandOf(sign: FramedGlyph, { v, glyphs }: Row): boolean {
  if (v < sign.v || v >= sign.v1 + FOOT * sign.size) return false;
  return glyphs.some(
    (glyph) =>
      Math.abs(glyph.u0 - sign.u1) < GAP * sign.size &&
      glyph.v0 < sign.v1 &&
      glyph.v1 > sign.v0 &&
      glyph.size > SIZE * sign.size &&
      glyph.size < sign.size / SIZE,
  );
}
