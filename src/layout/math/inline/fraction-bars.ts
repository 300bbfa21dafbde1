import type { Box, Glyph } from "../../../page.js";
import type { Line } from "../../types.js";

/** Numerator and denominator of an inline fraction are this close to its bar, in sizes of the line. */
const REACH = 0.35;
/** A fraction in running text is no longer than this, in sizes of the line. */
const LONGEST = 14;

/** Glyphs of the line that stand over or under a fraction bar: a rule with something on both sides. */
export function besideFractionBars(line: Line, rules: readonly Box[]): ReadonlySet<Glyph> {
  const found = new Set<Glyph>();
  const reach = REACH * line.size;
  for (const rule of rules) {
    if (rule.y0 < line.box.y0 || rule.y1 > line.box.y1 || rule.x1 < line.box.x0 || rule.x0 > line.box.x1) continue;
    if (rule.x1 - rule.x0 > LONGEST * line.size || rule.x1 - rule.x0 < rule.y1 - rule.y0) continue;
    const over: Glyph[] = [];
    const under: Glyph[] = [];
    for (const { glyphs } of line.words) {
      for (const glyph of glyphs) {
        const { x0, x1, y0, y1 } = glyph.box;
        if ((x0 + x1) / 2 < rule.x0 || (x0 + x1) / 2 > rule.x1) continue;
        if (y1 <= rule.y0 + 1 && rule.y0 - y1 < reach) over.push(glyph);
        else if (y0 >= rule.y1 - 1 && y0 - rule.y1 < reach) under.push(glyph);
      }
    }
    if (over.length > 0 && under.length > 0) for (const glyph of [...over, ...under]) found.add(glyph);
  }
  return found;
}
