import type { Row } from "./build-rows.js";
import type { FramedGlyph } from "./frame.js";

/** Glyphs that join a row off its baseline. */
export interface Run {
  glyphs: readonly FramedGlyph[];
  /** Where they stand among the row's glyphs, `u`; runs over each other share it. */
  at: number;
  /** Among runs at the same place, the smaller comes first. */
  order: number;
  /** `u` of printed spaces inside. */
  spaces: readonly number[];
}

/** Puts the runs among the row's own glyphs without tearing them apart. The row is changed in place. */
export function insertRuns(row: Row, added: readonly Run[]): void {
  const runs: Run[] = row.glyphs.map((glyph) => ({ at: glyph.u, order: 0, glyphs: [glyph], spaces: [] }));
  runs.push(...added);
  // Own glyphs come in row order; the sort is stable, so earlier insertions keep their place where positions are equal.
  const place = new Map<FramedGlyph, number>();
  let reach = Number.NEGATIVE_INFINITY;
  for (const glyph of row.glyphs) {
    reach = Math.max(reach, glyph.u);
    place.set(glyph, reach);
  }
  const at = (run: Run) => (run.order === 0 ? (place.get(run.glyphs[0]!) ?? run.at) : run.at);
  runs.sort((a, b) => at(a) - at(b) || a.order - b.order);
  row.glyphs = runs.flatMap((run) => run.glyphs);
  row.spaces = [...row.spaces, ...added.flatMap((run) => run.spaces)].sort((a, b) => a - b);
}
