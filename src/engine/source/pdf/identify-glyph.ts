import type { GlyphIdentity } from "../../../page.js";
import { CFF_STANDARD_STRINGS } from "../encodings/cff-standard-strings.js";
import { encodingOfFont, type FontEncoding } from "../encodings/font-encodings.js";
import { textOfGlyphName } from "../encodings/glyph-names.js";
import type { PdfFont, PdfGlyph } from "./font-object.js";
import type { FontProgram } from "./font-program.js";
import { normalizeText } from "./normalize-text.js";
import { toUnicodeMap } from "./to-unicode.js";

export interface Identification {
  text: string;
  name: string | undefined;
  identity: GlyphIdentity;
  confidence: number;
}

/** The only names that pdf.js can lose (see FontProgram.named). */
const STANDARD_NAMES = new Set(CFF_STANDARD_STRINGS);

/** Text that fonts of these encodings never stand for: where a map to Unicode has it, it holds the codes. Symbol's own ± ° × ÷ ¬ · µ are left out. */
const CODES_AS_TEXT: Readonly<Record<string, RegExp>> = {
  Symbol: /^[A-Za-z\xa1-\xab\xad-\xaf\xb2-\xb4\xb6\xb8-\xd6\xd8-\xf6\xf8-\xff]$/,
  MTExtra: /^[!-\xff]$/,
};

/** Names that only number the glyphs of a subset. */
const SERIAL_NAME =
  /^(\.notdef|\.null|nonmarkingreturn|(g|c|cid|glyph|index|gid|h|f|a|x|n|char|ch|i|s|t|o|z)?-?\d+|g[0-9a-f]{2,4}|[a-z]{1,2}\d{2,5})$/i;

/** Identifies the glyphs of one font: by its ToUnicode map, its glyph names, and the encoding its name implies. */
export class GlyphIdentifier {
  /** What the font's name, or the look of a bitmap font, says about its encoding. */
  readonly family: FontEncoding | undefined;
  private readonly toUnicode: readonly unknown[] | undefined;
  private native: boolean | undefined;
  private codesAsText: boolean | undefined;

  constructor(
    private readonly font: PdfFont,
    name: string,
    private readonly program: FontProgram | undefined,
    type3: FontEncoding | undefined,
  ) {
    this.family = type3 ?? encodingOfFont(name);
    this.toUnicode = toUnicodeMap(font);
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

  /** Whether the text comes from a map, not from one of pdf.js's last resorts. */
  private mapped(glyph: PdfGlyph): boolean {
    const code = glyph.originalCharCode;
    // Without a map there is the identity map of composite fonts, which means nothing but for code-less blanks.
    if (!this.toUnicode) return glyph.unicode === " ";
    if (this.toUnicode[code] === undefined) return false;
    // A standard encoding taken for want of another one, where the font program has its own glyph at the code.
    const assumed = this.font.differences?.[code] === undefined ? this.font.defaultEncoding?.[code] : undefined;
    const own = assumed ? this.program?.nameOf(glyph.fontChar) : undefined;
    return own === undefined || own === assumed || textOfGlyphName(assumed!) !== glyph.unicode;
  }

  private name(glyph: PdfGlyph): { name: string | undefined; text: string | undefined; byName: boolean } {
    const { font, family } = this;
    const byCode = this.nameByCode(glyph);
    if (family?.byCode && byCode !== undefined) return { name: byCode, text: this.textOf(byCode), byName: false };
    let unread: string | undefined;
    for (const candidate of [font.differences?.[glyph.originalCharCode], this.program?.nameOf(glyph.fontChar)]) {
      // Big delimiters of some fonts are numbered by size: parenleftbig4.
      for (const name of candidate === undefined ? [] : [candidate, candidate.replace(/(?<=[a-z]{5})\d$/, "")]) {
        const text = this.textOf(name);
        if (text !== undefined) return { name, text, byName: true };
      }
      if (candidate !== undefined && !SERIAL_NAME.test(candidate)) unread ??= candidate;
    }
    if (unread !== undefined && byCode === undefined) return { name: unread, text: undefined, byName: true };
    return { name: byCode, text: byCode === undefined ? undefined : this.textOf(byCode), byName: false };
  }

  /** Name at the glyph's code in the family's encoding, where the codes are still the family's own. */
  private nameByCode(glyph: PdfGlyph): string | undefined {
    const { family } = this;
    if (!family) return undefined;
    // Symbol fonts of Windows: U+F0xx holds the code.
    const unicode = glyph.unicode.codePointAt(0) ?? 0;
    if (unicode >= 0xf020 && unicode <= 0xf0ff) return family.encoding.names[unicode - 0xf000] || undefined;
    if (this.mapsToCodes(family) && unicode <= 0xff) return family.encoding.names[unicode] || undefined;
    if (!family.byCode && !this.isNative(family)) return undefined;
    if (this.font.composite) return undefined;
    const code = glyph.originalCharCode;
    const own = family.own?.get(code);
    const name = own ?? (family.encoding.names[code] || undefined);
    // Copies of low codes at high ones are the AMS fonts' own; others keep glyphs of theirs there, whose names are in the program.
    const copied = own === undefined && code >= 0x80 && this.program?.named === true;
    return copied && name !== undefined && !STANDARD_NAMES.has(name) ? undefined : name;
  }

  /** Whether the map to Unicode gives codes of a symbol font for characters, as macOS writes it: `Í` for ⊆, `a` for α. */
  private mapsToCodes({ encoding }: FontEncoding): boolean {
    const strange = CODES_AS_TEXT[encoding.id];
    if (!strange || !this.toUnicode) return false;
    this.codesAsText ??= this.toUnicode.some((text) => strange.test(String(text ?? "")));
    return this.codesAsText;
  }

  /** False for fonts that a writer has given codes of its own: the names at the codes contradict the family's. */
  private isNative(family: FontEncoding): boolean {
    if (this.native === undefined) {
      const { font } = this;
      let same = 0;
      let other = 0;
      for (const [code, name] of Object.entries(font.differences ?? {})) {
        if (name === ".notdef") continue;
        if (family.encoding.names[Number(code)] === name) same++;
        else other++;
      }
      // Without names to compare: Type 1 fonts are embedded as they are; compact ones have been through a converter.
      const asEmbedded = font.type === "Type1" && font.subtype !== "Type1C";
      this.native = same + other > 0 ? same > other : asEmbedded || font.missingFile === true;
    }
    return this.native;
  }

  private textOf(name: string): string | undefined {
    const text = textOfGlyphName(name, this.family?.encoding);
    return text === undefined ? undefined : normalizeText(text);
  }
}
