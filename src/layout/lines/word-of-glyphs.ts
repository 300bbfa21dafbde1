import type { Glyph } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import type { Word } from "../types.js";

/** The word that glyphs make, at least one, in reading order. */
export function wordOfGlyphs(glyphs: Glyph[]): Word {
  const text = glyphs.map((glyph) => glyph.text).join("");
  return { text: text.normalize("NFC"), glyphs, box: unionBoxes(glyphs.map((glyph) => glyph.box)) };
}
