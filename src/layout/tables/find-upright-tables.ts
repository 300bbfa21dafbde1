import type { Box, PageEvidence } from "../../page.js";
import { boxArea, boxHeight, boxWidth, overlapX, overlapY, unionBoxes } from "../boxes.js";
import type { SpanWriter } from "../lines/to-text-line.js";
import type { Line, PageMetrics, TableRegion } from "../types.js";
import { alignedFrames } from "./aligned-frames.js";
import { bandRules } from "./band-rules.js";
import { buildTable, type TableDraft, toGrid } from "./build-table.js";
import { captionsOf, isCaptioned, isNamedBelow } from "./captions.js";
import { isNumeric, isYear } from "./cell-text.js";
import { dropTextRules } from "./drop-text-rules.js";
import { extendFrame } from "./extend-frame.js";
import { isFormPage } from "./form-page.js";
import type { TableFrame } from "./frame.js";
import { headedFrames } from "./headed-frames.js";
import { dropHeadingRules } from "./heading-rules.js";
import { judgeTable } from "./judge-table.js";
import { latticeFrames } from "./lattice-frames.js";
import { proseBlocks } from "./prose.js";
import { ruledFrames } from "./ruled-frames.js";
import { isSameTable } from "./same-table.js";
import { tableSegments } from "./segments.js";
import { shadeSegments } from "./shade-segments.js";
import { placedWords } from "./table-text.js";
import { boxWithoutNotes } from "./trim-notes.js";

/** From this confidence on the cells are delivered; below it the region is shown as a picture. */
const SURE = 0.5;
/** Least confidence of a table that is one for other reasons: a caption says so. */
const LEAST = 0.35;

interface Find {
  draft: TableDraft;
  confidence: number;
  unreadable: boolean;
}

/** Ruled tables first, then tables between horizontal rules, shaded ones, aligned columns; later kinds look only at what is left. */
export function findUprightTables(
  evidence: PageEvidence,
  lines: readonly Line[],
  metrics: PageMetrics,
  writeSpans: SpanWriter,
): TableRegion[] {
  const em = metrics.bodySize;
  const printed = dropHeadingRules(dropTextRules(evidence.rules, placedWords(lines)), placedWords(lines), em);
  const segments = tableSegments([...printed, ...bandRules(evidence.fills, printed, em)], em);
  const captions = captionsOf(lines, "table");
  const figureCaptions = captionsOf(lines, "figure");
  const prose = proseBlocks(lines);
  const formPage = isFormPage(segments, lines, em);
  let finds: Find[] = [];
  const blocked: Box[] = [];
  const free = () => {
    const taken = new Set(finds.flatMap(({ draft }) => draft.lines));
    return lines.filter((line) => !taken.has(line));
  };
  const running = new Set(prose.flatMap((block) => block.lines));
  const examine = (bare: TableFrame): Find | undefined => {
    const captioned = isCaptioned(bare.box, captions, metrics.leading);
    const figure = !captioned && isNamedBelow(bare.box, figureCaptions, metrics.leading);
    const frame = { ...bare, captioned, figure };
    const draft = buildWithoutNotes(frame, free());
    if (!draft) return undefined;
    const { confidence, whole, unreadable } = judgeTable(draft, evidence, formPage);
    if (whole) blocked.push(draft.frame.box);
    const find = { draft, confidence, unreadable };
    if (confidence < SURE && (draft.rows.length > 1 || frame.kind !== "ruled")) return find;
    const own = new Set(draft.lines);
    const rest = free().filter((line) => !own.has(line) && !running.has(line));
    const larger = extendFrame(draft, rest, segments.horizontal);
    const extended = larger && buildTable(larger, free(), draft.columns);
    if (!extended) return find;
    const after = judgeTable(extended, evidence, formPage);
    return after.confidence >= confidence - 0.05 ? { draft: extended, ...after } : find;
  };
  const consider = (frames: readonly TableFrame[]) => {
    for (const frame of frames) {
      if (finds.some(({ draft }) => isSameTable(frame.box, draft.frame.box))) continue;
      if (blocked.some((box) => overlapX(frame.box, box) * overlapY(frame.box, box) > 0.5 * boxArea(frame.box)))
        continue;
      const found = examine(frame);
      const certain = found && (found.draft.frame.captioned || found.unreadable);
      if (found && found.confidence >= (certain ? LEAST : SURE)) finds.push(found);
    }
  };
  consider(largestFirst(latticeFrames(segments, em)));
  consider(largestFirst(ruledFrames(segments, { words: placedWords(free()), prose, em, leading: metrics.leading })));
  consider(headedFrames(segments, placedWords(free()), em, metrics.leading));
  const shades = shadeSegments(evidence.fills, em);
  const shaded = (frames: TableFrame[]) => largestFirst(frames).map((frame) => ({ ...frame, shaded: true }));
  consider(shaded(latticeFrames(shades, em)));
  consider(shaded(ruledFrames(shades, { words: placedWords(free()), prose, em, leading: metrics.leading })));
  const aligned = alignedFrames(free(), prose, segments, em);
  for (const frame of aligned) {
    const head = finds.find(({ draft }) => isHeadOf(draft, frame, metrics.leading));
    if (!head || (examine(frame)?.confidence ?? 0) < SURE) continue;
    const others = finds.filter((find) => find !== head);
    const rest = finds;
    finds = others;
    const whole = examine(joinFrames(head.draft.frame, frame));
    finds = whole && whole.confidence >= SURE ? [...others, whole] : rest;
  }
  consider(aligned);
  return finds.map(({ draft, confidence }): TableRegion => {
    const region = { box: draft.frame.box, lines: draft.lines, confidence };
    return confidence >= SURE ? { ...region, grid: toGrid(draft, evidence, writeSpans) } : region;
  });
}

function buildWithoutNotes(frame: TableFrame, lines: readonly Line[]): TableDraft | undefined {
  const draft = buildTable(frame, lines);
  const box = draft && boxWithoutNotes(draft);
  if (!box) return draft;
  const within = (at: number) => at >= box.y0 - 1 && at <= box.y1 + 1;
  const horizontal = frame.horizontal.filter(({ at }) => within(at));
  const vertical = frame.vertical
    .map((rule) => ({ ...rule, from: Math.max(rule.from, box.y0), to: Math.min(rule.to, box.y1) }))
    .filter(({ from, to }) => to > from);
  return buildTable({ ...frame, box, horizontal, vertical }, lines);
}

/** Whether the table is only the ruled head of rows that stand unruled right below it. */
function isHeadOf({ frame, rows }: TableDraft, body: TableFrame, leading: number): boolean {
  const gap = body.box.y0 - frame.box.y1;
  if (gap < -0.5 * leading || gap > 2.5 * leading || rows.length > 4) return false;
  if (boxHeight(body.box) < boxHeight(frame.box)) return false;
  const cells = rows.flatMap((row) => row.lines.flatMap((line) => line.cells));
  if (cells.some(({ from, text }) => from > 0 && isNumeric(text) && !isYear(text))) return false;
  return overlapX(frame.box, body.box) >= 0.85 * Math.max(boxWidth(frame.box), boxWidth(body.box));
}

function joinFrames(head: TableFrame, body: TableFrame): TableFrame {
  return {
    kind: "ruled",
    box: unionBoxes([head.box, body.box]),
    horizontal: [...head.horizontal, ...body.horizontal],
    vertical: [...head.vertical, ...body.vertical],
    captioned: head.captioned || body.captioned,
    figure: false,
    shaded: false,
  };
}

function largestFirst(frames: readonly TableFrame[]): TableFrame[] {
  return [...frames].sort((a, b) => boxArea(b.box) - boxArea(a.box) || a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}
