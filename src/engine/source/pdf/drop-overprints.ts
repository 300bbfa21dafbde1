import type { Glyph } from "../../../page.js";

/** A copy of the same glyph nearer than this share of the font size is an overprint: fake bold, shadow, double pass. */
const MAX_SHIFT = 0.15;
const CELL = 8;

/** Keeps one of glyphs painted twice at the same place (the later, which lies on top). Order is kept. */
export function dropOverprints(glyphs: readonly Glyph[]): Glyph[] {
  const seen = new Map<number, number[]>();
  const dropped = new Uint8Array(glyphs.length);
  let any = false;
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!;
    const cx = Math.round(glyph.x / CELL);
    const cy = Math.round(glyph.y / CELL);
    const reach = Math.max(1, Math.ceil((glyph.size * MAX_SHIFT) / CELL));
    // Reach beyond three cells only for display sizes; neighbours there are few.
    for (let dy = -Math.min(reach, 3); dy <= Math.min(reach, 3); dy++) {
      for (let dx = -Math.min(reach, 3); dx <= Math.min(reach, 3); dx++) {
        for (const j of seen.get((cy + dy) * 65_536 + cx + dx) ?? []) {
          if (dropped[j] || !isCopy(glyphs[j]!, glyph)) continue;
          // An invisible copy (OCR layer under visible text) never wins over a visible one.
          dropped[glyphs[j]!.visible && !glyph.visible ? i : j] = 1;
          any = true;
        }
      }
    }
    const key = cy * 65_536 + cx;
    const cell = seen.get(key);
    if (cell) cell.push(i);
    else seen.set(key, [i]);
  }
  return any ? glyphs.filter((_, index) => !dropped[index]) : glyphs.slice();
}

function isCopy(a: Glyph, b: Glyph): boolean {
  if (a.text !== b.text || (a.text === "" && (a.code !== b.code || a.font !== b.font))) return false;
  if (Math.abs(a.size - b.size) > 0.05 * b.size || a.angle !== b.angle) return false;
  const shift = MAX_SHIFT * b.size;
  // A narrow glyph may stand twice (‖ from two bars): a copy also overlaps most of its own width.
  const width = Math.max(b.box.x1 - b.box.x0, b.advance * 0.5);
  return Math.abs(a.x - b.x) < Math.min(shift, 0.6 * width + 0.5) && Math.abs(a.y - b.y) < shift;
}
