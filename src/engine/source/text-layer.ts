import type { Glyph, PageEvidence, TextLayerVerdict } from "../../page.js";
import { addWord, type LetterStatistics, meanSurprise } from "./letter-statistics.js";
import { eachWord } from "./words.js";

/** A picture that covers this share of the page is a scan or a background. */
const PAGE_SIZE_SHARE = 0.75;
/** Fewer characters than this on a scan are a stamp or a page number added later, not the page's text. */
const MIN_TEXT = 5;
/** Shares of glyphs without identity. Above the first, words are lost everywhere; above the second, here and there. */
const UNKNOWN_GARBLED = 0.3;
const UNKNOWN_PARTIAL = 0.03;
/** Mean surprise (bits) above which letters are not those printed, given enough pairs to tell; see `meanSurprise`. */
const SURPRISE_GARBLED = 3.2;
const MIN_PAIRS = 80;
/** Share of characters that hardly occur in text (¤ § ¬ ¿ inside words, box drawing …). */
const ODD_GARBLED = 0.2;
/** Programs and listings abbreviate: their letters prove nothing. */
const MONOSPACE_SHARE = 0.7;
/** Share of the text that must be bad for the whole layer to count as garbled. */
const GARBLED_SHARE = 0.3;

/** Symbols that prose and tables do without; damaged encodings are full of them. */
const ODD = /[¤¦¨¬¯´¸¿¡ƒˆ˘˙˚˛˝‡‰⁄◊\u2400-\u243f\u2500-\u257f\u0080-\u009f]/u;
/** Longer runs of letters are alphabets, genes or keys. */
const MAX_WORD = 24;
const LATIN = /\p{Script=Latin}/u;
/** Letters of other scripts that do not stand in formulas. */
const FOREIGN =
  /[\p{Script=Cyrillic}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Han}\p{Script=Hangul}\p{Script=Thai}\p{Script=Devanagari}]/u;

/** Judges a page's text layer by the page's own evidence: can its characters be believed, and are they all there? */
export function judgeTextLayer(evidence: Omit<PageEvidence, "textLayer">): TextLayerVerdict {
  const { fonts } = evidence;
  // Icons have names but no text; they are pictures.
  const text = evidence.glyphs.filter((glyph) =>
    glyph.identity === "none" ? glyph.name === undefined : glyph.text.trim() !== "",
  );
  const scan = hasPageSizePicture(evidence);
  if (text.length === 0)
    return { verdict: "none", reasons: [scan ? "the page is a picture without text" : "the page has no text"] };
  if (scan && text.length < MIN_TEXT)
    return { verdict: "none", reasons: [`the page is a picture with ${text.length} characters of text`] };

  const reasons: string[] = [];
  const unknown = share(text, (glyph) => glyph.identity === "none");
  if (unknown >= UNKNOWN_PARTIAL) reasons.push(`${percent(unknown)} of glyphs have no Unicode`);
  let garbled = unknown >= UNKNOWN_GARBLED;

  const odd = share(text, (glyph) => ODD.test(glyph.text) && !fonts[glyph.font]!.math);
  if (odd >= ODD_GARBLED) {
    reasons.push(`${percent(odd)} of characters are stray symbols`);
    garbled = true;
  }

  const hidden = share(text, (glyph) => !glyph.visible);
  // Hidden text counts where it is most of the text (an OCR layer), not where it is left over from the making.
  const { byFont, mixed, words } = readWords(evidence, hidden > 0.5 ? text : text.filter((glyph) => glyph.visible));
  if (words >= 20 && mixed / words > 0.3) {
    reasons.push(`${percent(mixed / words)} of words mix scripts`);
    garbled = true;
  }
  const improbable = improbableFonts(byFont, evidence);
  if (improbable.length > 0) {
    const affected = share(text, (glyph) => improbable.includes(glyph.font));
    const names = improbable.map((font) => fonts[font]!.name || "an unnamed font").slice(0, 3);
    reasons.push(`letters do not form words in ${[...new Set(names)].join(", ")} (${percent(affected)} of the text)`);
    if (affected >= GARBLED_SHARE) garbled = true;
  }
  if (garbled) return { verdict: "garbled", reasons };

  if (scan && hidden > 0.5) reasons.push("the text is an invisible layer over a page-size picture");
  else if (hidden > 0.5) reasons.push(`${percent(hidden)} of the text is invisible`);
  return { verdict: reasons.length > 0 ? "partial" : "trusted", reasons };
}

function hasPageSizePicture({ pictures, width, height }: Omit<PageEvidence, "textLayer">): boolean {
  return pictures.some(({ box }) => (box.x1 - box.x0) * (box.y1 - box.y0) >= PAGE_SIZE_SHARE * width * height);
}

interface Words {
  byFont: Map<number, LetterStatistics>;
  words: number;
  /** Words with letters of Latin and of another script. */
  mixed: number;
}

/** Words as the glyphs follow each other, and their letter statistics per font. */
function readWords(evidence: Omit<PageEvidence, "textLayer">, text: readonly Glyph[]): Words {
  const result: Words = { byFont: new Map(), words: 0, mixed: 0 };
  const { fonts } = evidence;
  const prose = text.filter((glyph) => !fonts[glyph.font]!.math);
  eachWord(prose, (word, font) => {
    if (word.length < 3 || word.length > MAX_WORD) return;
    let statistics = result.byFont.get(font);
    if (!statistics) {
      statistics = { bits: 0, pairs: 0 };
      result.byFont.set(font, statistics);
    }
    addWord(statistics, word);
    result.words++;
    if (LATIN.test(word) && FOREIGN.test(word)) result.mixed++;
  });
  return result;
}

/** Fonts whose letters do not form words; all text fonts when none alone has enough letters but together they have. */
function improbableFonts(
  byFont: Map<number, LetterStatistics>,
  { fonts, glyphs }: Omit<PageEvidence, "textLayer">,
): number[] {
  const monospace = share(glyphs, (glyph) => fonts[glyph.font]!.monospace);
  if (monospace > MONOSPACE_SHARE) return [];
  const judged = [...byFont].filter(([font]) => !fonts[font]!.monospace);
  const improbable = judged.filter(
    ([, statistics]) => statistics.pairs >= MIN_PAIRS && meanSurprise(statistics) >= SURPRISE_GARBLED,
  );
  if (improbable.length > 0) return improbable.map(([font]) => font);
  const all = judged.reduce((sum, [, { bits, pairs }]) => ({ bits: sum.bits + bits, pairs: sum.pairs + pairs }), {
    bits: 0,
    pairs: 0,
  });
  return all.pairs >= MIN_PAIRS && meanSurprise(all) >= SURPRISE_GARBLED ? judged.map(([font]) => font) : [];
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  if (items.length === 0) return 0;
  let count = 0;
  for (const item of items) if (test(item)) count++;
  return count / items.length;
}

function percent(value: number): string {
  return `${Math.round(value * 100)} %`;
}
