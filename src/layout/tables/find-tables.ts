import type { Box, PageEvidence } from "../../page.js";
import { overlapX, overlapY } from "../boxes.js";
import type { SpanWriter } from "../lines/to-text-line.js";
import type { Line, PageMetrics, TableRegion } from "../types.js";
import { alignedFrames } from "./aligned-frames.js";
import { buildTable, toGrid } from "./build-table.js";
import { isCaptioned, tableCaptions } from "./captions.js";
import type { TableFrame } from "./frame.js";
import { judgeTable } from "./judge-table.js";
import { latticeFrames } from "./lattice-frames.js";
import { proseBlocks } from "./prose.js";
import { ruledFrames } from "./ruled-frames.js";
import { tableSegments } from "./segments.js";
import { placedWords } from "./table-text.js";

/** From this confidence on the cells are delivered; below it the region is shown as a picture. */
const SURE = 0.5;
/** Below this there is no table at all. */
const LEAST = 0.35;

/**
 * Tables of a page, top to bottom: ruled ones first, then tables between horizontal rules, then aligned columns. Later
 * kinds look only at what is left.
 */
export function findTables(
  evidence: PageEvidence,
  lines: readonly Line[],
  metrics: PageMetrics,
  writeSpans?: SpanWriter,
): TableRegion[] {
  const em = metrics.bodySize;
  const segments = tableSegments(evidence.rules, em);
  const captions = tableCaptions(lines);
  const prose = proseBlocks(lines);
  const regions: TableRegion[] = [];
  const taken = new Set<Line>();
  const consider = (frames: readonly TableFrame[]) => {
    for (const frame of frames) {
      if (regions.some(({ box }) => overlapShare(frame.box, box) > 0.2)) continue;
      const captioned = isCaptioned(frame.box, captions, metrics.leading);
      const draft = buildTable(
        { ...frame, captioned },
        lines.filter((line) => !taken.has(line)),
      );
      if (!draft) continue;
      const confidence = judgeTable(draft, evidence);
      if (confidence < LEAST) continue;
      for (const line of draft.lines) taken.add(line);
      const region: TableRegion = { box: draft.frame.box, lines: draft.lines, confidence };
      if (confidence >= SURE) region.grid = toGrid(draft, evidence.fonts, writeSpans);
      regions.push(region);
    }
  };
  consider(largestFirst(latticeFrames(segments, em)));
  const free = placedWords(lines.filter((line) => !taken.has(line)));
  consider(largestFirst(ruledFrames(segments, { words: free, prose, em, leading: metrics.leading })));
  consider(
    alignedFrames(
      lines.filter((line) => !taken.has(line)),
      prose,
      em,
    ),
  );
  return regions.sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

function area(box: Box): number {
  return (box.x1 - box.x0) * (box.y1 - box.y0);
}

function largestFirst(frames: readonly TableFrame[]): TableFrame[] {
  return [...frames].sort((a, b) => area(b.box) - area(a.box) || a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

function overlapShare(a: Box, b: Box): number {
  return (overlapX(a, b) * overlapY(a, b)) / Math.max(1, Math.min(area(a), area(b)));
}
