import type { Box, PageEvidence, TableGrid, TextLine } from "../../page.js";
import { baselineToPage, frameBox, quarterTurn } from "../lines/frame.js";
import { textSpans } from "../lines/to-text-line.js";
import type { Line, PageMetrics, TableRegion } from "../types.js";
import { findUprightTables } from "./find-upright-tables.js";

/** Turned lines below this number are labels, not a table. */
const LEAST_LINES = 8;

/**
 * Tables set sideways: the page is turned so that their lines run to the right, searched as usual, and what is found is
 * turned back.
 */
export function turnedTables(
  evidence: PageEvidence,
  lines: readonly Line[],
  metrics: PageMetrics,
  angle: 90 | 270,
): TableRegion[] {
  const own = lines.filter((line) => quarterTurn(line.angle) === angle);
  if (own.length < LEAST_LINES) return [];
  const back = (box: Box) => frameBox(box, 360 - angle);
  const original = new Map(own.map((line) => [turnLine(line, angle), line]));
  const regions = findUprightTables(turnEvidence(evidence, angle), [...original.keys()], metrics, (line, fonts) =>
    textSpans({ ...line, angle }, fonts),
  );
  return regions.map((region) => ({
    ...region,
    box: back(region.box),
    lines: region.lines.map((line) => original.get(line)!),
    grid: region.grid && turnGrid(region.grid, back, angle),
  }));
}

function turnLine(line: Line, angle: number): Line {
  const words = line.words.map((word) => ({
    ...word,
    box: frameBox(word.box, angle),
    glyphs: word.glyphs.map((glyph) => ({ ...glyph, box: frameBox(glyph.box, angle) })),
  }));
  return { ...line, words, box: frameBox(line.box, angle), angle: 0 };
}

function turnEvidence(evidence: PageEvidence, angle: number): PageEvidence {
  const turn = <T extends { box: Box }>(item: T): T => ({ ...item, box: frameBox(item.box, angle) });
  return {
    ...evidence,
    rules: evidence.rules.map((rule) => ({
      ...turn(rule),
      direction: rule.direction === "horizontal" ? "vertical" : "horizontal",
    })),
    fills: evidence.fills.map(turn),
    pictures: evidence.pictures.map(turn),
    drawings: evidence.drawings.map(turn),
  };
}

/** Rows stay rows of the table, so on the page they run upright. */
function turnGrid(grid: TableGrid, back: (box: Box) => Box, angle: number): TableGrid {
  const turnText = (line: TextLine): TextLine => ({
    ...line,
    box: back(line.box),
    baseline: baselineToPage(line.baseline, angle),
    angle,
  });
  return {
    ...grid,
    rows: grid.rows.map(back),
    columns: grid.columns.map(back),
    cells: grid.cells.map((cell) => ({
      ...cell,
      box: back(cell.box),
      lines: cell.lines.map(turnText),
      ...(cell.picture && { picture: { ...cell.picture, box: back(cell.picture.box) } }),
    })),
  };
}
