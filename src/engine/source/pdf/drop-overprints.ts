import type { Glyph } from "../../../page.js";

/** A copy of the same glyph nearer than this share of the font size is an overprint: fake bold, shadow, double pass. */
const MAX_SHIFT = 0.15;
/** A flat glyph (the line of a second \bar over the first) is none that far up or down, as a share of the font size. */
const MAX_RISE = 0.1;
/** Side of the squares that glyphs are sorted into by their pens, px: a few squares per neighbourhood, a few glyphs each. */
const CELL = 16;
/** Neighbourhood searched, squares to each side; display sizes beyond are rare and stand alone. */
const MAX_REACH = 3;
const ROW = 65_536;
/** Glyphs looked at per square: a real square holds a dozen; a hostile page puts all its glyphs in one. */
const MAX_PER_SQUARE = 64;

/** Copies further apart than this, as a share of the font size, thicken the glyph. */
const MIN_SHIFT = 0.01;

/** Keeps one of glyphs painted twice at the same place (the later, which lies on top) and counts the others. Order is kept. */
export function dropOverprints(glyphs: readonly Glyph[]): Glyph[] {
  /** Last glyph of each square, and for each glyph the one before it in its square. */
  const heads = new Map<number, number>();
  const before = new Int32Array(glyphs.length).fill(-1);
  const dropped = new Uint8Array(glyphs.length);
  const copies = new Map<number, number>();
  let any = false;
  for (let i = 0; i < glyphs.length; i++) {
    const glyph = glyphs[i]!;
    const reach = Math.min(glyph.size * MAX_SHIFT, MAX_REACH * CELL);
    const x1 = Math.floor((glyph.x + reach) / CELL);
    const y1 = Math.floor((glyph.y + reach) / CELL);
    for (let y = Math.floor((glyph.y - reach) / CELL); y <= y1; y++) {
      for (let x = Math.floor((glyph.x - reach) / CELL); x <= x1; x++) {
        let left = MAX_PER_SQUARE;
        for (let j = heads.get(y * ROW + x) ?? -1; j >= 0 && left > 0; j = before[j]!, left--) {
          if (dropped[j] || !isCopy(glyphs[j]!, glyph)) continue;
          // An invisible copy (OCR layer under visible text) never wins over a visible one.
          const [kept, gone] = glyphs[j]!.visible && !glyph.visible ? [j, i] : [i, j];
          dropped[gone] = 1;
          any = true;
          if (isBeside(glyphs[j]!, glyph)) copies.set(kept, (copies.get(kept) ?? 0) + (copies.get(gone) ?? 0) + 1);
        }
      }
    }
    const key = Math.floor(glyph.y / CELL) * ROW + Math.floor(glyph.x / CELL);
    before[i] = heads.get(key) ?? -1;
    heads.set(key, i);
  }
  if (!any) return glyphs.slice();
  return glyphs.flatMap((glyph, index) => {
    if (dropped[index]) return [];
    const overprints = copies.get(index);
    return [overprints === undefined ? glyph : { ...glyph, overprints }];
  });
}

function isBeside(a: Glyph, b: Glyph): boolean {
  return a.visible && b.visible && Math.abs(a.x - b.x) + Math.abs(a.y - b.y) > MIN_SHIFT * b.size;
}

function isCopy(a: Glyph, b: Glyph): boolean {
  if (a.text !== b.text || (a.text === "" && (a.code !== b.code || a.font !== b.font))) return false;
  if (Math.abs(a.size - b.size) > 0.05 * b.size || a.angle !== b.angle) return false;
  const shift = MAX_SHIFT * b.size;
  // A narrow glyph may stand twice (‖ from two bars): a copy also overlaps most of its own width.
  const width = Math.max(b.box.x1 - b.box.x0, b.advance * 0.5);
  const rise = Math.max(MAX_RISE * b.size, 0.6 * (b.box.y1 - b.box.y0) + 0.5);
  return Math.abs(a.x - b.x) < Math.min(shift, 0.6 * width + 0.5) && Math.abs(a.y - b.y) < Math.min(shift, rise);
}
