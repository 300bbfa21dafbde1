import type { Glyph } from "../../page.js";

/** Height of the cells the baselines are sorted into, px. */
const CELL = 16;

/** Upright glyphs with ink by the cell of their baseline. */
export type BaselineRows = ReadonlyMap<number, Glyph[]>;

export function baselineRows(glyphs: readonly Glyph[]): BaselineRows {
  const rows = new Map<number, Glyph[]>();
  for (const glyph of glyphs) {
    if (glyph.angle !== 0 || glyph.text.trim() === "") continue;
    const key = Math.floor(glyph.y / CELL);
    const row = rows.get(key);
    if (row) row.push(glyph);
    else rows.set(key, [glyph]);
  }
  return rows;
}

/** Glyphs whose baseline lies in the cell of y, px, or in the cells from `before` above it to `after` below it. */
export function glyphsAround(rows: BaselineRows, y: number, before: number, after: number): Glyph[] {
  const cell = Math.floor(y / CELL);
  return Array.from({ length: before + after + 1 }, (_, step) => rows.get(cell - before + step) ?? []).flat();
}
