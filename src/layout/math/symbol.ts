import type { Box } from "../../page.js";

/** Maths alphabets that carry meaning; `undefined` is the default (italic letters, upright digits). */
export type Alphabet =
  | "mathrm"
  | "mathbf"
  | "mathit"
  | "mathcal"
  | "mathbb"
  | "mathfrak"
  | "mathscr"
  | "mathsf"
  | "mathtt"
  | "boldsymbol";

/**
 * A positioned symbol: what the structure parser reads, whether it came from a PDF's glyphs or from pixels.
 *
 * `name` is the canonical LaTeX of the bare symbol (`x`, `\alpha`, `\sum`, `(`, `\{`), or one of the parser's own:
 * `dot` (a full-stop-like dot whose role its place decides), `\not`, `\mapstochar`, `\rhook`, `\lhook`, and `piece:…`
 * for parts of assembled delimiters (see `merge-pieces.ts`).
 */
export interface MathSymbol {
  name: string;
  alphabet?: Alphabet | undefined;
  /** Ink box, px, y down. */
  box: Box;
  /** y of the baseline, where the source knows it. */
  baseline?: number | undefined;
  /** x of the pen before and behind it, px, where the source knows it. */
  pen?: readonly [number, number] | undefined;
  /** Font size in px, where it says something about the script level. */
  size?: number | undefined;
  /** Probability of the identity. */
  confidence: number;
}

export interface MathInput {
  symbols: MathSymbol[];
  /** Filled rules: fraction bars, radical bars, over- and underlines, table lines. */
  rules: Box[];
}
