import type { Box, FontInfo, Glyph, PageEvidence } from "../../page.js";
import type { FormulaRegion } from "../types.js";
import { italicWords } from "./italic-words.js";
import { confidenceOf } from "./measure-tree.js";
import { boldOf, mergeOverprints } from "./merge-overprints.js";
import { nameGlyph } from "./naming/name-glyph.js";
import { parseFormula } from "./parse-formula.js";
import type { MathSymbol } from "./symbol.js";
import { writeLatex } from "./write-latex.js";

export interface ReadFormula {
  latex: string;
  /** Product and geometric mean of symbol probabilities, with penalties for loose ends. */
  confidence: number;
  confidenceRate: number;
}

/** Copies of a sign that make it bold: `\pmb` prints two beside it; text printed twice may be a shadow. */
const BOLD_COPIES = 2;
/** Glyphs of one formula; the parser compares pairs, so its time grows with the square. A page of dense maths has 1,500. */
const MAX_SYMBOLS = 1200;

/**
 * LaTeX of a displayed formula from its glyphs and the rules among them.
 * @returns undefined when a symbol has no identity or nothing is left to read: the formula then stands as its crop
 */
export function readFormula(region: FormulaRegion, evidence: PageEvidence): ReadFormula | undefined {
  const number = new Set(region.number?.words.flatMap((word) => word.glyphs));
  const glyphs = region.lines
    .flatMap((line) => line.words.flatMap((word) => word.glyphs))
    .filter((glyph) => !number.has(glyph));
  return readGlyphs(glyphs, evidence.fonts, rulesOf(region, evidence));
}

/**
 * LaTeX of any run of glyphs that is known to be maths.
 * @param em of a formula in running text: the text's size in px, as the formula may hold nothing but scripts and small fractions
 * @param baseline of the text around that formula, px
 */
export function readGlyphs(
  glyphs: readonly Glyph[],
  fonts: readonly FontInfo[],
  rules: Box[],
  em?: number,
  baseline?: number,
): ReadFormula | undefined {
  const symbols = mergeOverprints(nameSymbols(glyphs, fonts));
  if (
    symbols.length === 0 ||
    symbols.length > MAX_SYMBOLS ||
    symbols.some((symbol) => symbol.name === "\\square" && symbol.confidence < 0.5)
  )
    return undefined;
  const tree = parseFormula({ symbols, rules }, em, em !== undefined, baseline);
  if (!tree) return undefined;
  return { latex: writeLatex(tree, { idiomaticArrays: false }), ...confidenceOf(tree) };
}

/** Letters of a text italic are variables, unless the formula has a maths italic for them: then they are words. */
export function nameSymbols(glyphs: readonly Glyph[], fonts: readonly FontInfo[]): MathSymbol[] {
  const mathsItalic = glyphs.some((glyph) => isMathsItalic(glyph, fonts[glyph.font]));
  const words = italicWords(glyphs, fonts);
  return glyphs.flatMap((glyph) => {
    const font = fonts[glyph.font];
    if (!font) return [];
    const named = nameGlyph(glyph, font);
    const bold = (glyph.overprints ?? 0) >= BOLD_COPIES;
    const symbols = bold ? named.map((symbol) => ({ ...symbol, alphabet: boldOf(symbol) })) : named;
    if (!(mathsItalic || words.has(glyph)) || font.math || !font.italic || font.bold) return symbols;
    return symbols.map((symbol) =>
      symbol.alphabet === undefined && /^\p{L}$/u.test(symbol.name) ? { ...symbol, alphabet: "mathit" } : symbol,
    );
  });
}

/** A Latin letter of a maths font that is no styled one (those have characters of their own). */
function isMathsItalic(glyph: Glyph, font: FontInfo | undefined): boolean {
  return font?.math === true && /^(?:[A-Za-z]|[𝐴-𝑧]|ℎ)$/u.test(glyph.text);
}

/** A line over a formula, or its frame, lies no further than this beyond the ink of its signs, text sizes. */
const BEYOND = 0.45;

/** Rules among the signs of a displayed formula, and those next to them that are no longer. */
export function rulesOf(
  { box, lines }: Pick<FormulaRegion, "box" | "lines">,
  evidence: Pick<PageEvidence, "rules">,
): Box[] {
  const reach = BEYOND * Math.max(0, ...lines.map((line) => line.size));
  const inside = rulesIn(box, evidence);
  const beside = evidence.rules
    .map((rule) => rule.box)
    .filter(
      (rule) =>
        !inside.includes(rule) &&
        rule.x0 > box.x0 - reach &&
        rule.x1 < box.x1 + reach &&
        rule.y0 > box.y0 - reach &&
        rule.y1 < box.y1 + reach,
    );
  const frame = frameAround(box, FRAME_SEP * Math.max(0, ...lines.map((line) => line.size)), evidence);
  return [...new Set([...inside, ...beside, ...frame])];
}

/** Widest blank between a formula and its frame, text sizes; `\\fboxsep` is 0.3 em. */
const FRAME_SEP = 1.2;
/** Rules of a frame meet to within this, px. */
const CORNER = 4;

/** The four rules of a closed frame around nothing but the formula. */
function frameAround(box: Box, reach: number, evidence: Pick<PageEvidence, "rules">): Box[] {
  const rules = evidence.rules.filter(
    ({ box: { x0, x1, y0, y1 } }) =>
      x0 > box.x0 - reach && x1 < box.x1 + reach && y0 > box.y0 - reach && y1 < box.y1 + reach,
  );
  const along = (direction: "horizontal" | "vertical") =>
    rules.flatMap((rule) => (rule.direction === direction ? [rule.box] : []));
  const meets = (a: number, b: number) => Math.abs(a - b) < CORNER;
  const tops = along("horizontal").filter((rule) => rule.y1 <= box.y0 + CORNER && rule.x0 < box.x0 && rule.x1 > box.x1);
  for (const top of tops) {
    const bottom = along("horizontal").find(
      (rule) => rule.y0 >= box.y1 - CORNER && meets(rule.x0, top.x0) && meets(rule.x1, top.x1),
    );
    const sides = along("vertical").filter(
      (rule) =>
        bottom !== undefined &&
        meets(rule.y0, top.y0) &&
        meets(rule.y1, bottom.y1) &&
        (meets(rule.x0, top.x0) || meets(rule.x1, top.x1)),
    );
    if (bottom && sides.length === 2) return [top, bottom, ...sides];
  }
  return [];
}

/** A bar may reach so far out of the glyphs of its formula, as a share of their width; the rule of a table below reaches further. */
const OVERHANG = 1.3;

/** Rules of the page whose centre lies in the box and that are hardly longer than it, px. */
export function rulesIn(box: Box, evidence: Pick<PageEvidence, "rules">): Box[] {
  const slack = 0.02 * (box.y1 - box.y0) + 2;
  return evidence.rules
    .map((rule) => rule.box)
    .filter((rule) => {
      const x = (rule.x0 + rule.x1) / 2;
      const y = (rule.y0 + rule.y1) / 2;
      if (rule.x1 - rule.x0 > OVERHANG * (box.x1 - box.x0) + 2 * slack) return false;
      return x >= box.x0 - slack && x <= box.x1 + slack && y >= box.y0 - slack && y <= box.y1 + slack;
    });
}
