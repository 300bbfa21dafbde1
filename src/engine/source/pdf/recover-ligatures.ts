import type { FontInfo, Glyph } from "../../../page.js";
import { addWord, type LetterStatistics, meanSurprise } from "../letter-statistics.js";
import { eachWord } from "../words.js";

/**
 * Ligatures of text faces, and where in a word each may stand. Those that few faces have must make better words, by `cost` bits.
 */
const LIGATURES: readonly { text: string; at: "start" | "inside" | "anywhere"; cost?: number }[] = [
  { text: "Th", at: "start" },
  { text: "ff", at: "inside" },
  { text: "fi", at: "anywhere" },
  { text: "fl", at: "anywhere" },
  { text: "ffi", at: "inside" },
  { text: "ffl", at: "inside" },
  { text: "tt", at: "inside", cost: 0.4 },
  { text: "ft", at: "inside", cost: 0.4 },
];
/** fi and fl are as wide as each other: stems that tell them, and what a word with one is worth, in bits. */
const STEMS: Readonly<Record<string, RegExp>> = {
  fi: /^fi(?:le|rst|nd|n[ae]|g|el|eld|ve|x|t|ll|lt|re|sh|gu)|(?:de|con|re|bene|pro|speci|identi|modi|veri|signi|classi|noti|quali|scienti|arti|magni|make)fi/iu,
  fl: /^fl(?:ow|ag|at|oa|oo|ui|ux|ex|as|uo|ig|y)|(?:in|re|con|over|under|work|de|air|snow|butter)fl/iu,
};
const STEM = 0.3;
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
  const halved = halvedLigatures(glyphs);
  const unknown = new Map<string, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.advance <= 0 || fonts[glyph.font]!.math) continue;
    if (glyph.identity !== "none" && !halved.has(glyph)) continue;
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

/** Wider than the plain letter by this factor. */
const HALVED = 1.3;

/** Glyphs that a map calls by the first letter of their ligature (OpenOffice wrote `f` for fi): a wider one of the font has that letter too. */
function halvedLigatures(glyphs: readonly Glyph[]): Set<Glyph> {
  const found = new Set<Glyph>();
  for (const letter of new Set(LIGATURES.map(({ text }) => text[0]!))) {
    const own = glyphs.filter(({ text, advance }) => text === letter && advance > 0);
    const narrowest = new Map<number, number>();
    for (const { font, advance, size } of own)
      narrowest.set(font, Math.min(narrowest.get(font) ?? Number.POSITIVE_INFINITY, advance / size));
    for (const glyph of own) if (glyph.advance / glyph.size > HALVED * narrowest.get(glyph.font)!) found.add(glyph);
  }
  return found;
}

function bestLigature(list: readonly Glyph[], glyphs: readonly Glyph[]): string | undefined {
  const { font } = list[0]!;
  const own = glyphs.filter((glyph) => glyph.font === font);
  const unknown = new Set(list);
  const letters = own.filter((glyph) => !unknown.has(glyph));
  const widths = new Map(letters.map(({ text, advance, size }) => [text, advance / size]));
  const width = Math.min(...list.map(({ advance, size }) => advance / size));
  const marked = wordsWith(unknown, own);
  let best: { text: string; surprise: number } | undefined;
  for (const { text, at, cost = 0 } of LIGATURES) {
    const solid = [...text].reduce((sum, letter) => sum + (widths.get(letter) ?? Number.NaN), 0);
    if (!(width > NARROWEST * solid && width < WIDEST * solid)) continue;
    const words = marked.map((word) => word.replaceAll(MARK, text));
    const isStart = (word: string) => word.startsWith(text);
    if (words.some((word) => (at === "start" ? !isStart(word) : at === "inside" && isStart(word)))) continue;
    const statistics: LetterStatistics = { bits: 0, pairs: 0 };
    for (const word of words) addWord(statistics, word);
    const told = STEMS[text] ? words.filter((word) => STEMS[text]!.test(word)).length / words.length : 0;
    const surprise = meanSurprise(statistics) + cost - STEM * told;
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
