import type { FontInfo, Glyph } from "../../page.js";

const GREEK = /^\p{Script=Greek}+$/u;
/** Letters that formulas do not use: with tonos or dialytika, and final sigma. */
const OF_WORDS = /[ΆΈΉΊΌΎΏΪΫάέήίόύώϊϋΐΰς\u1f00-\u1fff]/u;
/** Letters of one word are nearer than this, in sizes. */
const JOINED = 0.15;
/** Words that prove Greek text on a page. */
const PROOF = 3;

/**
 * Marks the Greek letters of text fonts as letters of words (`prose`) on pages that print Greek words; elsewhere they are symbols of
 * formulas. Glyphs in the order of printing.
 */
export function markGreekWords(glyphs: readonly Glyph[], fonts: readonly FontInfo[]): Glyph[] {
  const isGreek = (glyph: Glyph) => GREEK.test(glyph.text) && fonts[glyph.font]?.math !== true;
  const proven = new Map<number, number>();
  let run: Glyph[] = [];
  const close = () => {
    const font = run[0]?.font;
    if (font !== undefined && run.length >= 2 && run.some(({ text }) => OF_WORDS.test(text)))
      proven.set(font, (proven.get(font) ?? 0) + 1);
    run = [];
  };
  for (const glyph of glyphs) {
    const last = run.at(-1);
    if (!isGreek(glyph)) close();
    else {
      if (last && !isNext(last, glyph)) close();
      run.push(glyph);
    }
  }
  close();
  const words = [...proven.values()].reduce((sum, count) => sum + count, 0);
  if (words < PROOF) return [...glyphs];
  return glyphs.map((glyph) => (proven.has(glyph.font) && isGreek(glyph) ? { ...glyph, prose: true } : glyph));
}

function isNext(last: Glyph, glyph: Glyph): boolean {
  const gap = glyph.x - last.x - last.advance;
  return glyph.font === last.font && Math.abs(glyph.y - last.y) < 1 && Math.abs(gap) < JOINED * glyph.size;
}
