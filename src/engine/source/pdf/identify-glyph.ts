import type { FontInfo, GlyphIdentity } from "../../../page.js";
import type { PdfFont, PdfGlyph } from "./font-object.js";
import { normalizeText } from "./normalize-text.js";

export interface Identification {
  text: string;
  name: string | undefined;
  identity: GlyphIdentity;
  confidence: number;
}

/** Text and name of a glyph. */
export function identifyGlyph(font: PdfFont, _info: FontInfo, glyph: PdfGlyph): Identification {
  const name = font.differences?.[glyph.originalCharCode];
  const text = normalizeText(glyph.unicode);
  if (text === undefined) return { text: "", name, identity: "none", confidence: 0 };
  return { text, name, identity: "unicode", confidence: 1 };
}
