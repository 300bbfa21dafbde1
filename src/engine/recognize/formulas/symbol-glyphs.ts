import { styledCharacter } from "../../../layout/math/naming/alphabet.js";
import type { MathSymbol } from "../../../layout/math/symbol.js";
import type { Box, Glyph } from "../../../page.js";
import { type SignCharacter, signCharacter } from "../sign-character.js";
import { MATHS, REGULAR } from "../text/recognized-fonts.js";

/** From frame px to page space. */
export interface FramePlace {
  left: number;
  top: number;
  scale: number;
}

/**
 * A symbol of the symbol net as the glyph of a PDF, so that layout and the formula reader take it for one; undefined for what has no character.
 * @param share of the certainty that is left for what may have been missed, 0–1
 */
export function symbolGlyph(symbol: MathSymbol, place: FramePlace, share = 1): Glyph | undefined {
  const character = characterOf(symbol);
  if (!character || symbol.baseline === undefined || symbol.size === undefined) return undefined;
  const box = toPlace(symbol.box, place);
  return {
    ...character,
    identity: "recognized",
    code: -1,
    font: symbol.alphabet === "mathrm" ? REGULAR : MATHS,
    size: symbol.size * place.scale,
    x: box.x0,
    y: place.top + symbol.baseline * place.scale,
    advance: box.x1 - box.x0,
    angle: 0,
    box,
    exact: true,
    visible: true,
    color: 0,
    confidence: symbol.confidence * share,
  };
}

/** Letters of a formula stand on the line's baseline when they are nearer to it than this, in sizes; the smallest script is shifted by 0.15. */
const NEAR_BASELINE = 0.1;

/** A glyph of full size on the baseline of its line, page space px, when it stands nearly there: how far letters reach below it differs. */
export function onBaseline(glyph: Glyph, baseline: number): Glyph {
  return Math.abs(glyph.y - baseline) < NEAR_BASELINE * glyph.size ? { ...glyph, y: baseline } : glyph;
}

/** Marks too small to show their baseline: they take that of the nearest letter of their size, this near across and up or down, in sizes. */
const MARKS = /^[.,;:]$/;
const MARK_REACH = { across: 1, down: 0.15 };

/** Glyphs with their points and commas on the baselines of the letters beside them, in order. */
export function levelMarks(glyphs: readonly Glyph[]): Glyph[] {
  const letters = glyphs.filter(({ text }) => !MARKS.test(text));
  return glyphs.map((glyph) => {
    if (!MARKS.test(glyph.text)) return glyph;
    const asideOf = ({ box }: Glyph) => Math.max(glyph.box.x0 - box.x1, box.x0 - glyph.box.x1, 0);
    const near = letters
      .filter(
        (other) =>
          Math.abs(other.size - glyph.size) < 0.05 * glyph.size &&
          Math.abs(other.y - glyph.y) < MARK_REACH.down * glyph.size &&
          asideOf(other) < MARK_REACH.across * glyph.size,
      )
      .sort((a, b) => asideOf(a) - asideOf(b))[0];
    return near ? { ...glyph, y: near.y } : glyph;
  });
}

export function toPlace({ x0, y0, x1, y1 }: Box, { left, top, scale }: FramePlace): Box {
  return { x0: left + x0 * scale, y0: top + y0 * scale, x1: left + x1 * scale, y1: top + y1 * scale };
}

function characterOf({ name, alphabet, box, baseline = box.y1, size = 1 }: MathSymbol): SignCharacter | undefined {
  if (name === "dot") return { text: dotAt(baseline - (box.y0 + box.y1) / 2, size) };
  const plain = name.startsWith("\\") ? signCharacter(name) : { text: name };
  if (plain === undefined || alphabet === undefined || alphabet === "mathrm") return plain;
  return { ...plain, text: styledCharacter(plain.text, alphabet) ?? plain.text };
}

/** Full stop, centred dot or accent, by its height over the baseline in sizes. */
function dotAt(rise: number, size: number): string {
  if (rise < 0.15 * size) return ".";
  return rise < 0.45 * size ? "⋅" : "˙";
}
