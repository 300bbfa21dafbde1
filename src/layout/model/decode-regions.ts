import type { Box } from "../../page.js";
import type { PagePrediction } from "../../prediction.js";
import { unionBoxes } from "../boxes.js";
import { boxOfCells } from "./cell-grid.js";
import { AREA_CLASSES, LAYOUT_CLASSES, type LayoutClass } from "./classes.js";
import { connectedCells } from "./connected-cells.js";
import type { PredictedLine } from "./decode-lines.js";

/** A region as the net sees it; px in page space. */
export interface PredictedRegion {
  kind: LayoutClass;
  box: Box;
  /** Mean probability over its cells or lines. */
  score: number;
  lines: PredictedLine[];
}

/** Smaller areas are noise, in cells of 4 × 4 frame pixels: a table or picture is at least a thumbnail's size, a check box is three cells wide. */
const LEAST_AREA: Partial<Record<LayoutClass, number>> = { table: 60, diagram: 60, chart: 60, math: 8, form_field: 4 };
/** A line further below the one before starts a new region, in x-heights between baseline and next ascender. */
const WIDEST_GAP = 2.6;
/** From this probability on a line starts a region. */
const STARTS = 0.5;
/** Share of the shorter line that lies under the longer one within a region. */
const OVERLAP = 0.5;

/** Areas from connected cells, text from lines that follow each other; not in reading order. */
export function decodeRegions(prediction: PagePrediction, lines: readonly PredictedLine[]): PredictedRegion[] {
  const areas = decodeAreas(prediction);
  const free: PredictedLine[] = [];
  for (const line of lines) {
    const host = areas.find(({ box }) => holds(box, line.box));
    if (host) host.lines.push(line);
    else free.push(line);
  }
  return [...areas, ...groupLines(free)];
}

function decodeAreas({ regions }: PagePrediction): PredictedRegion[] {
  const { columns, rows, probabilities } = regions;
  const plane = columns * rows;
  const labels = new Uint8Array(plane);
  for (let at = 0; at < plane; at++) {
    let best = 0;
    for (let k = 1; k < LAYOUT_CLASSES.length; k++) {
      if (probabilities[k * plane + at]! > probabilities[best * plane + at]!) best = k;
    }
    labels[at] = AREA_CLASSES.has(LAYOUT_CLASSES[best]!) ? best : 0;
  }
  return connectedCells(labels, columns, rows)
    .filter(({ label, cells }) => cells.length >= (LEAST_AREA[LAYOUT_CLASSES[label]!] ?? 1))
    .map(({ label, column0, row0, column1, row1, cells }) => ({
      kind: LAYOUT_CLASSES[label]!,
      box: boxOfCells(regions, column0, row0, column1, row1),
      score: cells.reduce((sum, at) => sum + probabilities[label * plane + at]!, 0) / cells.length,
      lines: [],
    }));
}

/** Lines of one kind under each other are one region until one of them starts the next. */
function groupLines(lines: readonly PredictedLine[]): PredictedRegion[] {
  const groups: PredictedLine[][] = [];
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline)) {
    const above = groups.filter((group) => follows(group[group.length - 1]!, line));
    const group = above.sort((a, b) => b[b.length - 1]!.baseline - a[a.length - 1]!.baseline)[0];
    if (group && line.first < STARTS) group.push(line);
    else groups.push([line]);
  }
  return groups.map((group) => ({
    kind: group[0]!.kind,
    box: unionBoxes(group.map(({ box }) => box)),
    score: group.reduce((sum, { probability }) => sum + probability, 0) / group.length,
    lines: group,
  }));
}

function follows(above: PredictedLine, line: PredictedLine): boolean {
  if (above.kind !== line.kind) return false;
  const gap = line.box.y0 - above.baseline;
  const common = Math.min(above.box.x1, line.box.x1) - Math.max(above.box.x0, line.box.x0);
  const shorter = Math.min(above.box.x1 - above.box.x0, line.box.x1 - line.box.x0);
  const scale = Math.max(above.xHeight, line.xHeight);
  return line.baseline > above.baseline + scale && gap < WIDEST_GAP * scale && common >= OVERLAP * shorter;
}

function holds(area: Box, line: Box): boolean {
  const x = (line.x0 + line.x1) / 2;
  const y = (line.y0 + line.y1) / 2;
  return x >= area.x0 && x <= area.x1 && y >= area.y0 && y <= area.y1;
}
