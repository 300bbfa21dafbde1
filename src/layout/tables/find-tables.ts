import type { PageEvidence } from "../../page.js";
import { quarterTurn } from "../lines/frame.js";
import type { SpanWriter } from "../lines/to-text-line.js";
import { mathSpanWriter } from "../math/write-spans.js";
import type { Line, PageMetrics, TableRegion } from "../types.js";
import { findUprightTables } from "./find-upright-tables.js";
import { isSameTable } from "./same-table.js";
import { turnedTables } from "./turned-tables.js";

/** Share of a table's text that is turned when the table is. */
const TURNED_SHARE = 0.8;

/** Tables of a page, top to bottom, sideways ones included. Cells of upright tables get their text from `writeSpans`. */
export function findTables(
  evidence: PageEvidence,
  lines: readonly Line[],
  metrics: PageMetrics,
  writeSpans: SpanWriter = mathSpanWriter(evidence),
): TableRegion[] {
  let regions = findUprightTables(evidence, lines, metrics, writeSpans);
  for (const angle of [90, 270] as const) {
    // Rules make upright cells around turned text as well.
    const sideways = regions.filter((region) => isTurned(region, angle));
    const taken = new Set(regions.flatMap((region) => (sideways.includes(region) ? [] : region.lines)));
    const free = lines.filter((line) => !taken.has(line));
    const turned = turnedTables(evidence, free, metrics, angle);
    const replaced = sideways.filter(({ box }) => turned.some((other) => isSameTable(box, other.box)));
    regions = regions.filter((region) => !replaced.includes(region));
    regions.push(...turned.filter(({ box }) => !regions.some((other) => isSameTable(box, other.box))));
  }
  return regions.sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/** Whether most of the table's text runs upward or downward. */
function isTurned({ lines }: TableRegion, angle: number): boolean {
  const length = (some: readonly Line[]) => some.reduce((sum, line) => sum + line.text.length, 0);
  return length(lines.filter((line) => quarterTurn(line.angle) === angle)) > TURNED_SHARE * length(lines);
}
