import type { Glyph } from "../../../page.js";
import { addWord, type LetterStatistics, meanSurprise } from "../letter-statistics.js";
import { eachWord } from "../words.js";

/**
 * TrueType fonts from Microsoft's tools hold ASCII in order from glyph 3, the space: glyph id + 29 is the character
 * (Arial, Times New Roman, Calibri's predecessors and their clones).
 */
const ASCII_OFFSET = 29;
/** Evidence that the guess makes words: pairs of letters, and their mean surprise in bits (text: 2.1–2.7). */
const MIN_PAIRS = 60;
const MAX_SURPRISE = 2.85;
/** Shown by glyph id without a map; right when it makes words, but never as sure as a map. */
const CONFIDENCE = 0.85;

/**
 * Gives text to glyphs of composite TrueType fonts without ToUnicode, whose codes are glyph ids, when reading the ids in
 * the usual order makes words on this page. Changes the glyphs in place.
 */
export function recoverGlyphOrder(glyphs: readonly Glyph[], isShownByGlyphId: (font: number) => boolean): void {
  const unknown = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.identity !== "none" || !isShownByGlyphId(glyph.font)) continue;
    const list = unknown.get(glyph.font);
    if (list) list.push(glyph);
    else unknown.set(glyph.font, [glyph]);
  }
  for (const list of unknown.values()) {
    const guesses = list.map((glyph) => ({ ...glyph, text: guess(glyph.code) }));
    const statistics: LetterStatistics = { bits: 0, pairs: 0 };
    eachWord(guesses, (word) => addWord(statistics, word));
    if (statistics.pairs < MIN_PAIRS || meanSurprise(statistics) > MAX_SURPRISE) continue;
    list.forEach((glyph, index) => {
      if (guesses[index]!.text === "") return;
      glyph.text = guesses[index]!.text;
      glyph.identity = "recognized";
      glyph.confidence = CONFIDENCE;
    });
  }
}

function guess(code: number): string {
  const character = code + ASCII_OFFSET;
  return character >= 0x20 && character <= 0x7e ? String.fromCharCode(character) : "";
}
