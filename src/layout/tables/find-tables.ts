import type { PageEvidence } from "../../page.js";
import type { SpanWriter } from "../lines/to-text-line.js";
import { mathSpanWriter } from "../math/write-spans.js";
import type { Line, PageMetrics, TableRegion } from "../types.js";
import { findUprightTables } from "./find-upright-tables.js";
import { isSameTable } from "./same-table.js";
import { turnedTables } from "./turned-tables.js";

/** Tables of a page, top to bottom, sideways ones included. Cells of upright tables get their text from `writeSpans`. */
export function findTables(
  evidence: PageEvidence,
  lines: readonly Line[],
  metrics: PageMetrics,
  writeSpans: SpanWriter = mathSpanWriter(evidence),
): TableRegion[] {
  const regions = findUprightTables(evidence, lines, metrics, writeSpans);
  for (const angle of [90, 270] as const) {
    const taken = new Set(regions.flatMap((region) => region.lines));
    const free = lines.filter((line) => !taken.has(line));
    const turned = turnedTables(evidence, free, metrics, angle);
    regions.push(...turned.filter(({ box }) => !regions.some((other) => isSameTable(box, other.box))));
  }
  return regions.sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}
