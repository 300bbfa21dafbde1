import type { FontInfo, Glyph } from "../../../page.js";
import { addWord, type LetterStatistics, meanSurprise } from "../letter-statistics.js";
import { eachWord } from "../words.js";

/** Ligatures of text faces, and where in a word each may stand. */
const LIGATURES: readonly { text: string; at: "start" | "inside" | "anywhere"; rare?: true }[] = [
  { text: "Th", at: "start" },
  { text: "ff", at: "inside" },
  { text: "fi", at: "anywhere" },
  { text: "fl", at: "anywhere" },
  { text: "ffi", at: "inside" },
  { text: "ffl", at: "inside" },
  { text: "tt", at: "inside", rare: true },
  { text: "ft", at: "inside", rare: true },
];
/** Ligatures that few faces have must make better words, by so many bits. */
const RARE = 0.4;
/** A ligature is as wide as its letters, or narrower where they share a stroke. */
const NARROWEST = 0.82;
const WIDEST = 1.08;
/** Mean surprise of the words it makes, in bits: running text has 2.1–2.7, a few words up to this. */
const MAX_SURPRISE = 3.1;
const MIN_PAIRS = 4;
/** Told by its width and its words, never as sure as a map. */
const CONFIDENCE = 0.85;

/**
 * Gives text to glyphs of text fonts that their map leaves out, where one ligature fits: as wide as its letters in the same font, and
 * making words on this page. Changes the glyphs in place.
 */
export function recoverLigatures(glyphs: readonly Glyph[], fonts: readonly Pick<FontInfo, "math">[]): void {
  const unknown = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.identity !== "none" || glyph.advance <= 0 || fonts[glyph.font]!.math) continue;
    const key = `${glyph.font} ${glyph.code}`;
    const list = unknown.get(key);
    if (list) list.push(glyph);
    else unknown.set(key, [glyph]);
  }
  for (const list of unknown.values()) {
    const text = bestLigature(list, glyphs);
    if (text === undefined) continue;
    for (const glyph of list) {
      glyph.text = text;
      glyph.identity = "recognized";
      glyph.confidence = CONFIDENCE;
    }
  }
}

function bestLigature(list: readonly Glyph[], glyphs: readonly Glyph[]): string | undefined {
  const { font } = list[0]!;
  const own = glyphs.filter((glyph) => glyph.font === font);
  const widths = new Map(own.map(({ text, advance, size }) => [text, advance / size]));
  const width = Math.min(...list.map(({ advance, size }) => advance / size));
  const marked = wordsWith(new Set(list), own);
  let best: { text: string; surprise: number } | undefined;
  for (const { text, at, rare } of LIGATURES) {
    const solid = [...text].reduce((sum, letter) => sum + (widths.get(letter) ?? Number.NaN), 0);
    if (!(width > NARROWEST * solid && width < WIDEST * solid)) continue;
    const words = marked.map((word) => word.replaceAll(MARK, text));
    const isStart = (word: string) => word.startsWith(text);
    if (words.some((word) => (at === "start" ? !isStart(word) : at === "inside" && isStart(word)))) continue;
    const statistics: LetterStatistics = { bits: 0, pairs: 0 };
    for (const word of words) addWord(statistics, word);
    const surprise = meanSurprise(statistics) + (rare ? RARE : 0);
    if (
      statistics.pairs >= MIN_PAIRS &&
      surprise < MAX_SURPRISE &&
      surprise < (best?.surprise ?? Number.POSITIVE_INFINITY)
    )
      best = { text, surprise };
  }
  return best?.text;
}

/** A letter that no text has (that of a few Roman inscriptions): stands for the glyph in its words. */
const MARK = "\ua7f7";

/** Words of the font that hold one of the glyphs, with the mark for it. */
function wordsWith(unknown: ReadonlySet<Glyph>, own: readonly Glyph[]): string[] {
  const words: string[] = [];
  const marked = own.map((glyph) => (unknown.has(glyph) ? { ...glyph, text: MARK } : glyph));
  eachWord(marked, (word) => {
    if (word.includes(MARK)) words.push(word);
  });
  return words;
}
