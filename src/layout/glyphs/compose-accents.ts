import type { FontInfo, Glyph } from "../../page.js";
import { intervalOverlap, unionBoxes } from "../boxes.js";
import { isCombining } from "./writing-systems.js";

/** Accents that fonts draw as glyphs of their own, and the combining mark each stands for. */
const COMBINING_MARK: ReadonlyMap<string, string> = new Map([
  ["\u0060", "\u0300"],
  ["\u02cb", "\u0300"],
  ["\u00b4", "\u0301"],
  ["\u02ca", "\u0301"],
  ["\u02c6", "\u0302"],
  ["\u005e", "\u0302"],
  ["\u02dc", "\u0303"],
  ["\u007e", "\u0303"],
  ["\u00af", "\u0304"],
  ["\u02c9", "\u0304"],
  ["\u02d8", "\u0306"],
  ["\u02d9", "\u0307"],
  ["\u00a8", "\u0308"],
  ["\u02da", "\u030a"],
  ["\u02dd", "\u030b"],
  ["\u02c7", "\u030c"],
  ["\u00b8", "\u0327"],
  ["\u02db", "\u0328"],
]);
const DOTLESS: ReadonlyMap<string, string> = new Map([
  ["\u0131", "i"],
  ["\u0237", "j"],
]);
/** How many glyphs before or after the accent its letter may stand in the content stream. */
const REACH = 2;

/**
 * Joins accents set as separate glyphs (TeX's `\accent`, decomposed Unicode) with the letter they stand on, in NFC.
 * Accents over letters of maths fonts stay apart: they are part of a formula. Glyphs in content order.
 */
export function composeAccents(glyphs: readonly Glyph[], fonts: readonly FontInfo[]): Glyph[] {
  const result: (Glyph | undefined)[] = [...glyphs];
  glyphs.forEach((accent, index) => {
    const mark = COMBINING_MARK.get(accent.text) ?? (isCombining(accent.text) ? accent.text : undefined);
    if (!mark || fonts[accent.font]?.math) return;
    for (const step of [1, -1, 2, -2]) {
      const at = index + step;
      const base = result[at];
      if (Math.abs(step) > REACH || !base || !canCarry(base, accent, fonts)) continue;
      const letter = DOTLESS.get(base.text) ?? base.text;
      const composed = (letter + mark).normalize("NFC");
      // Spacing accents only when Unicode knows the letter: `~n` may be two signs, `ñ` may not.
      if (!isCombining(accent.text) && [...composed].length > 1) continue;
      result[at] = { ...base, text: composed, box: unionBoxes([base.box, accent.box]) };
      result[index] = undefined;
      return;
    }
  });
  return result.filter((glyph) => glyph !== undefined);
}

function canCarry(base: Glyph, accent: Glyph, fonts: readonly FontInfo[]): boolean {
  if (base.angle !== accent.angle || base.angle !== 0 || fonts[base.font]?.math) return false;
  if (!/^\p{L}\p{M}*$/u.test(base.text)) return false;
  const size = Math.max(base.size, accent.size);
  if (Math.abs(base.y - accent.y) > 0.6 * size) return false;
  const width = Math.max(1, accent.box.x1 - accent.box.x0);
  return intervalOverlap(base.box.x0, base.box.x1, accent.box.x0, accent.box.x1) >= 0.6 * width;
}
