import { cleanGlyphs } from "../../../src/layout/glyphs/clean-glyphs.js";
import { buildLines } from "../../../src/layout/lines/build-lines.js";
import { measureGlyphs, measureLeading } from "../../../src/layout/metrics.js";
import { findTables } from "../../../src/layout/tables/find-tables.js";
import type { TableRegion } from "../../../src/layout/types.js";
import type { PageEvidence, Rule, TableCell, TableGrid } from "../../../src/page.js";
import { BODY_SIZE, makeEvidence, makeRule, type Setting, widthOf } from "../../support/make-evidence.js";

export { BODY_SIZE, makeRule };

/** Distance of rows in the tables of these tests, px. */
export const ROW = 50;

export function tablesOf(settings: readonly Setting[], more: Partial<PageEvidence> = {}): TableRegion[] {
  const evidence = makeEvidence(settings, more);
  const rough = measureGlyphs(evidence.glyphs);
  const { glyphs } = cleanGlyphs(evidence, rough.bodySize);
  const lines = buildLines(glyphs, evidence, rough);
  return findTables(evidence, lines, measureLeading(lines, rough));
}

/** Rows of texts set at the columns' left edges; "" leaves a slot empty. `y` is the first baseline. */
export function setRows(
  rows: readonly (readonly string[])[],
  columns: readonly number[],
  y: number,
  step = ROW,
): Setting[] {
  return rows.flatMap((row, index) =>
    row.flatMap((text, column) => (text === "" ? [] : [{ text, x: columns[column]!, y: y + index * step }])),
  );
}

/** Sets a text so that it ends at `right`. */
export function setRight(text: string, right: number, y: number): Setting {
  return { text, x: right - widthOf(text), y };
}

export function setCentred(text: string, centre: number, y: number): Setting {
  return { text, x: centre - widthOf(text) / 2, y };
}

export function across(y: number, x0: number, x1: number, thickness = 2): Rule {
  return makeRule(x0, y - thickness / 2, x1, y + thickness / 2);
}

export function down(x: number, y0: number, y1: number, thickness = 2): Rule {
  return makeRule(x - thickness / 2, y0, x + thickness / 2, y1);
}

/** All rules of a grid with the given edges. */
export function latticeRules(xs: readonly number[], ys: readonly number[]): Rule[] {
  return [...ys.map((y) => across(y, xs[0]!, xs.at(-1)!)), ...xs.map((x) => down(x, ys[0]!, ys.at(-1)!))];
}

export function cellAt(grid: TableGrid, row: number, column: number): TableCell {
  const cell = grid.cells.find(
    (other) =>
      row >= other.row &&
      row < other.row + other.rowSpan &&
      column >= other.column &&
      column < other.column + other.colSpan,
  );
  if (!cell) throw new Error(`No cell covers row ${row}, column ${column}`);
  return cell;
}

export function textOf(cell: TableCell): string {
  return cell.lines
    .map((line) => line.spans.map((span) => (span.kind === "text" ? span.text : span.latex)).join(""))
    .join(" / ");
}

/** Texts of the grid slot by slot; slots a span covers repeat its text. */
export function textsOf(region: TableRegion | undefined): string[][] {
  const grid = region?.grid;
  if (!grid) throw new Error("The region has no grid");
  return grid.rows.map((_, row) => grid.columns.map((_, column) => textOf(cellAt(grid, row, column))));
}
