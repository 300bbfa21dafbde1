import type { Row } from "./build-rows.js";
import type { FramedGlyph } from "./frame.js";

/** Horizontal rule in the frame. */
export interface Bar {
  u0: number;
  u1: number;
  v: number;
}

/** A fraction bar with what stands over and under it. */
export interface Fraction {
  bar: Bar;
  above: FramedGlyph[];
  below: FramedGlyph[];
}

/** How far, in sizes, the baselines of numerator and denominator may lie from the bar (TeXbook, app. G: num1, denom1 0.69 em). */
const ABOVE = 0.85;
const BELOW = 1.35;
/** How far content may stick out over the bar's ends, in sizes. */
const OVERHANG = 0.15;
/** TeX's steps between sizes are 0.7 and 0.71. */
const ALIKE = 0.8;
/** Neighbours nearer than this, in sizes, make the content part of a longer line. */
const APART = 0.22;

/** Rules that have ink close above and below, both no wider than the rule: fraction bars, not underlines or table rules. */
export function findFractions(bars: readonly Bar[], rows: readonly Row[], bodySize: number): Fraction[] {
  return bars.flatMap((bar) => {
    if (bar.u1 - bar.u0 < 0.25 * bodySize || bar.u1 - bar.u0 > 25 * bodySize) return [];
    const above: FramedGlyph[] = [];
    const below: FramedGlyph[] = [];
    for (const row of rows) {
      if (row.v < bar.v - 2 * bodySize || row.v > bar.v + 2 * bodySize) continue;
      const inside = contentOf(row, bar);
      const first = inside[0];
      if (!first) continue;
      const distance = (bar.v - first.v) / first.size;
      const { top, bottom } = extent(inside);
      if (distance > -0.1 && distance < ABOVE && bottom <= bar.v + 0.1 * first.size) above.push(...inside);
      else if (distance < -0.3 && distance > -BELOW && top >= bar.v - 0.1 * first.size) below.push(...inside);
    }
    return above.length > 0 && below.length > 0 && areAlike(above, below) ? [{ bar, above, below }] : [];
  });
}

/** Numerator and denominator have glyphs of one size; a subscript over the line of a letter in the next row has none of that letter's. */
function areAlike(above: readonly FramedGlyph[], below: readonly FramedGlyph[]): boolean {
  const alike = (a: number, b: number) => Math.min(a, b) > ALIKE * Math.max(a, b);
  return above.some(({ size }) => below.some((other) => alike(size, other.size)));
}

/** Glyphs of the row between the ends of the bar; none when one of its neighbours stands close beside them. */
function contentOf(row: Row, bar: Bar): FramedGlyph[] {
  const inside = row.glyphs.filter((glyph) => {
    const slack = OVERHANG * glyph.size;
    return glyph.u0 >= bar.u0 - slack && glyph.u1 <= bar.u1 + slack;
  });
  const first = inside[0];
  if (!first) return [];
  const u0 = Math.min(...inside.map((glyph) => glyph.u0));
  const u1 = Math.max(...inside.map((glyph) => glyph.u1));
  const reach = APART * first.size;
  const joined = row.glyphs.some((glyph) => !inside.includes(glyph) && glyph.u1 > u0 - reach && glyph.u0 < u1 + reach);
  return joined ? [] : inside;
}

function extent(glyphs: readonly FramedGlyph[]): { top: number; bottom: number } {
  // Estimated boxes reach the font's full depth; the baseline is the better witness for them.
  const bottom = Math.max(...glyphs.map((glyph) => (glyph.glyph.exact ? glyph.v1 : glyph.v)));
  const top = Math.min(...glyphs.map((glyph) => (glyph.glyph.exact ? glyph.v0 : glyph.v - 0.5 * glyph.size)));
  return { top, bottom };
}
