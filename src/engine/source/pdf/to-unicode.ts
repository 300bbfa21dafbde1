import type { PdfFont } from "./font-object.js";

/** Whether the font has a code → Unicode map, from the file or derived from its encoding. */
export function hasToUnicode(font: PdfFont): boolean {
  return toUnicodeMap(font) !== undefined;
}

/** Text by character code: the array inside pdf.js's ToUnicodeMap; its IdentityToUnicodeMap has none. */
export function toUnicodeMap(font: PdfFont): readonly unknown[] | undefined {
  const map = (font.toUnicode as { _map?: unknown } | undefined)?._map;
  return Array.isArray(map) ? map : undefined;
}
