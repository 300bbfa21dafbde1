import type { FontInfo } from "../../page.js";
import type { Row } from "./build-rows.js";
import type { FramedGlyph } from "./frame.js";

/** Fonts of ornaments whose codes look like letters when the file names nothing better. */
const ORNAMENTS = /^(?:Wingdings|Webdings|ZapfDingbats|ITCZapfDingbats|Marlett|Dingbats)/i;
/** Blank, in sizes, behind a bullet and before one that does not begin its row. */
const BEHIND = 0.2;
const BEFORE = 0.7;

/** Gives ornaments that stand like bullets (`l`, `n`, `¢` of a dingbat font) the text of a bullet. Rows are changed in place. */
export function nameDingbats(rows: readonly Row[], fonts: readonly FontInfo[]): void {
  if (!fonts.some((font) => ORNAMENTS.test(font.name))) return;
  for (const row of rows) {
    row.glyphs = row.glyphs.map((glyph, index) => (isBullet(row.glyphs, index, fonts) ? withText(glyph, "•") : glyph));
  }
}

function isBullet(glyphs: readonly FramedGlyph[], index: number, fonts: readonly FontInfo[]): boolean {
  const glyph = glyphs[index]!;
  if (!ORNAMENTS.test(fonts[glyph.glyph.font]?.name ?? "") || !/^[\u0021-\u00ff]$/u.test(glyph.glyph.text))
    return false;
  const previous = glyphs[index - 1];
  const next = glyphs[index + 1];
  if (previous && glyph.u0 - previous.u1 < BEFORE * glyph.size) return false;
  return next !== undefined && next.u0 - glyph.u1 >= BEHIND * glyph.size;
}

function withText(glyph: FramedGlyph, text: string): FramedGlyph {
  return { ...glyph, glyph: { ...glyph.glyph, text } };
}
