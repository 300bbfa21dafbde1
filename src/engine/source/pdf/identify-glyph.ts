import type { GlyphIdentity } from "../../../page.js";
import { encodingOfFont, type FontEncoding } from "../encodings/font-encodings.js";
import { textOfGlyphName } from "../encodings/glyph-names.js";
import type { PdfFont, PdfGlyph } from "./font-object.js";
import type { FontProgram } from "./font-program.js";
import { normalizeText } from "./normalize-text.js";

export interface Identification {
  text: string;
  name: string | undefined;
  identity: GlyphIdentity;
  confidence: number;
}

/** Names that only number the glyphs of a subset. */
const SERIAL_NAME =
  /^(\.notdef|\.null|nonmarkingreturn|(g|c|cid|glyph|index|gid|h|f|a|x|n|char|ch|i|s|t|o|z)?-?\d+|g[0-9a-f]{2,4}|[a-z]{1,2}\d{2,5})$/i;

/** Identifies the glyphs of one font: by its ToUnicode map, its glyph names, and the encoding its name implies. */
export class GlyphIdentifier {
  /** What the font's name says about its encoding. */
  readonly family: FontEncoding | undefined;
  private readonly toUnicode: readonly unknown[] | undefined;

  constructor(
    private readonly font: PdfFont,
    name: string,
    private readonly program: FontProgram | undefined,
  ) {
    this.family = encodingOfFont(name);
    const map = (font.toUnicode as { _map?: unknown } | undefined)?._map;
    this.toUnicode = Array.isArray(map) ? map : undefined;
  }

  identify(glyph: PdfGlyph): Identification {
    const { family } = this;
    const { name, text: named, byName } = this.name(glyph);
    if (family?.math && named !== undefined) {
      // ToUnicode of mathematical fonts is often missing, partial or by shape; the names are TeX's own.
      return { text: named, name, identity: byName ? "name" : "encoding", confidence: byName ? 1 : 0.95 };
    }
    const text = this.mapped(glyph) ? normalizeText(glyph.unicode) : undefined;
    if (text !== undefined) return { text, name, identity: "unicode", confidence: 1 };
    if (named !== undefined)
      return { text: named, name, identity: byName ? "name" : "encoding", confidence: byName ? 1 : 0.9 };
    return { text: "", name, identity: "none", confidence: 0 };
  }

  /** Whether the text comes from a map, not from pdf.js's last resort of taking the code for a character. */
  private mapped(glyph: PdfGlyph): boolean {
    if (this.toUnicode) return this.toUnicode[glyph.originalCharCode] !== undefined;
    // Without a map there is the identity map of composite fonts, which means nothing but for code-less blanks.
    return glyph.unicode === " ";
  }

  private name(glyph: PdfGlyph): { name: string | undefined; text: string | undefined; byName: boolean } {
    const { font, family } = this;
    const encoding = family?.encoding;
    const byCode = this.nameByCode(glyph);
    if (family?.byCode && byCode !== undefined) return { name: byCode, text: this.textOf(byCode), byName: false };
    for (const candidate of [font.differences?.[glyph.originalCharCode], this.program?.nameOf(glyph.fontChar)]) {
      if (candidate === undefined) continue;
      const text = normalized(textOfGlyphName(candidate, encoding));
      if (text !== undefined) return { name: candidate, text, byName: true };
      if (!SERIAL_NAME.test(candidate)) return { name: candidate, text: undefined, byName: true };
    }
    return { name: byCode, text: byCode === undefined ? undefined : this.textOf(byCode), byName: false };
  }

  /** Name at the glyph's code in the family's encoding, where the code can be trusted to be TeX's or the vendor's. */
  private nameByCode(glyph: PdfGlyph): string | undefined {
    const { family, font } = this;
    if (!family) return undefined;
    // Symbol fonts of Windows: U+F0xx holds the code.
    const unicode = glyph.unicode.codePointAt(0) ?? 0;
    const code =
      unicode >= 0xf020 && unicode <= 0xf0ff ? unicode - 0xf000 : font.composite ? -1 : glyph.originalCharCode;
    const reencoded = code !== unicode - 0xf000 && font.type === "TrueType" && !family.byCode;
    return reencoded ? undefined : family.encoding.names[code] || undefined;
  }

  private textOf(name: string): string | undefined {
    return normalized(textOfGlyphName(name, this.family?.encoding));
  }
}

function normalized(text: string | undefined): string | undefined {
  return text === undefined ? undefined : normalizeText(text);
}
