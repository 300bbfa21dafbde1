import type { Box, PageEvidence } from "../../page.js";
import { boxHeight, boxWidth, overlapX, overlapY, unionBoxes } from "../boxes.js";
import type { SpanWriter } from "../lines/to-text-line.js";
import type { Line, PageMetrics, TableRegion } from "../types.js";
import { alignedFrames } from "./aligned-frames.js";
import { buildTable, type TableDraft, toGrid } from "./build-table.js";
import { isCaptioned, tableCaptions } from "./captions.js";
import type { TableFrame } from "./frame.js";
import { judgeTable } from "./judge-table.js";
import { latticeFrames } from "./lattice-frames.js";
import { proseBlocks } from "./prose.js";
import { ruledFrames } from "./ruled-frames.js";
import { tableSegments } from "./segments.js";
import { placedWords } from "./table-text.js";
import { boxWithoutNotes } from "./trim-notes.js";

/** From this confidence on the cells are delivered; below it the region is shown as a picture. */
const SURE = 0.5;
/** Below this there is no table at all. */
const LEAST = 0.35;

interface Find {
  draft: TableDraft;
  confidence: number;
}

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
  let finds: Find[] = [];
  const free = () => {
    const taken = new Set(finds.flatMap(({ draft }) => draft.lines));
    return lines.filter((line) => !taken.has(line));
  };
  const examine = (frame: TableFrame): Find | undefined => {
    const captioned = isCaptioned(frame.box, captions, metrics.leading);
    const draft = buildWithoutNotes({ ...frame, captioned }, free());
    return draft && { draft, confidence: judgeTable(draft, evidence) };
  };
  const consider = (frames: readonly TableFrame[]) => {
    for (const frame of frames) {
      if (finds.some(({ draft }) => overlapShare(frame.box, draft.frame.box) > 0.2)) continue;
      const found = examine(frame);
      if (found && found.confidence >= LEAST) finds.push(found);
    }
  };
  consider(largestFirst(latticeFrames(segments, em)));
  consider(largestFirst(ruledFrames(segments, { words: placedWords(free()), prose, em, leading: metrics.leading })));
  const aligned = alignedFrames(free(), prose, segments, em);
  for (const frame of aligned) {
    const head = finds.find(({ draft }) => isHeadOf(draft, frame, metrics.leading));
    if (!head) continue;
    const others = finds.filter((find) => find !== head);
    const rest = finds;
    finds = others;
    const whole = examine(joinFrames(head.draft.frame, frame));
    finds = whole && whole.confidence >= SURE ? [...others, whole] : rest;
  }
  consider(aligned);
  return finds
    .map(({ draft, confidence }): TableRegion => {
      const region = { box: draft.frame.box, lines: draft.lines, confidence };
      return confidence >= SURE ? { ...region, grid: toGrid(draft, evidence.fonts, writeSpans) } : region;
    })
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

function buildWithoutNotes(frame: TableFrame, lines: readonly Line[]): TableDraft | undefined {
  const draft = buildTable(frame, lines);
  const box = draft && boxWithoutNotes(draft);
  if (!box) return draft;
  const within = (at: number) => at >= box.y0 - 1 && at <= box.y1 + 1;
  const horizontal = frame.horizontal.filter(({ at }) => within(at));
  return buildTable({ ...frame, box, horizontal }, lines);
}

/** Whether the table is only the ruled head of rows that stand unruled right below it. */
function isHeadOf({ frame, rows }: TableDraft, body: TableFrame, leading: number): boolean {
  const gap = body.box.y0 - frame.box.y1;
  if (gap < -0.5 * leading || gap > 2.5 * leading || rows.length > 4) return false;
  if (boxHeight(body.box) < boxHeight(frame.box)) return false;
  return overlapX(frame.box, body.box) >= 0.85 * Math.max(boxWidth(frame.box), boxWidth(body.box));
}

function joinFrames(head: TableFrame, body: TableFrame): TableFrame {
  return {
    kind: "ruled",
    box: unionBoxes([head.box, body.box]),
    horizontal: [...head.horizontal, ...body.horizontal],
    vertical: [...head.vertical, ...body.vertical],
    captioned: head.captioned || body.captioned,
  };
}

function area(box: Box): number {
  return boxWidth(box) * boxHeight(box);
}

function largestFirst(frames: readonly TableFrame[]): TableFrame[] {
  return [...frames].sort((a, b) => area(b.box) - area(a.box) || a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

function overlapShare(a: Box, b: Box): number {
  return (overlapX(a, b) * overlapY(a, b)) / Math.max(1, Math.min(area(a), area(b)));
}
