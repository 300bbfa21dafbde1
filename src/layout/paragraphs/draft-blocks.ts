import { unionBoxes } from "../boxes.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import type { FlowItem } from "../columns/flow-item.js";
import type { Flow } from "../reading-order/order-regions.js";
import type { BlockDraft, DraftLine, Line, LinesDraft, PageMetrics } from "../types.js";
import type { Vocabulary } from "./decide-hyphen.js";
import { relateLines } from "./group-lines.js";
import { joinLines } from "./join-lines.js";

/** Groups the lines of each flow into blocks, keeps regions as they are, and links paragraphs over column breaks. */
export function draftBlocks(flows: readonly Flow[], metrics: PageMetrics, vocabulary: Vocabulary): BlockDraft[] {
  const drafts = flows.flatMap((flow) => draftFlow(flow, metrics, vocabulary));
  linkColumns(drafts, metrics, vocabulary);
  return drafts;
}

/** Lines off the running text (watermarks, turned text) as drafts of their own. */
export function draftApart(
  lines: readonly Line[],
  apart: "watermark" | "margin",
  metrics: PageMetrics,
  vocabulary: Vocabulary,
): BlockDraft[] {
  return draftLines(lines, new Set(), 0, metrics, vocabulary).map((draft) => ({ ...draft, apart }));
}

function draftFlow(flow: Flow, metrics: PageMetrics, vocabulary: Vocabulary): BlockDraft[] {
  const lines: Line[] = [];
  const starts = new Set<number>();
  const regions: { before: number; draft: BlockDraft }[] = [];
  for (const item of flow.items) {
    if (item.kind === "line") lines.push(item.line);
    else {
      starts.add(lines.length);
      regions.push({ before: lines.length, draft: draftRegion(item, flow.column) });
    }
  }
  const drafts: BlockDraft[] = [];
  let at = 0;
  for (const draft of draftLines(lines, starts, flow.column, metrics, vocabulary)) {
    while (regions[0] && regions[0].before <= at) drafts.push(regions.shift()!.draft);
    drafts.push(draft);
    at += draft.lines.length;
  }
  return [...drafts, ...regions.map((region) => region.draft)];
}

function draftRegion(item: Exclude<FlowItem, { kind: "line" }>, column: number): BlockDraft {
  switch (item.kind) {
    case "table":
      return { kind: "table", box: item.region.box, column, region: item.region };
    case "figure":
      return { kind: "figure", box: item.region.box, column, region: item.region };
    case "formula":
      return { kind: "formula", box: item.box, column, region: item.region };
  }
}

/** @param starts indices of lines that follow a region (a table, picture or display) in the flow */
function draftLines(
  lines: readonly Line[],
  starts: ReadonlySet<number>,
  column: number,
  metrics: PageMetrics,
  vocabulary: Vocabulary,
): LinesDraft[] {
  const relations = relateLines(lines, starts, metrics);
  const groups: DraftLine[][] = [];
  lines.forEach((line, index) => {
    const relation = relations[index]!;
    const group = groups.at(-1);
    if (!group || relation === "break") {
      groups.push([{ line, continuation: "start" }]);
      return;
    }
    const continuation = relation === "newline" ? "newline" : joinLines(lines[index - 1]!, line, vocabulary);
    group.push({ line, continuation });
  });
  return groups.map((group) => ({
    kind: "lines",
    box: unionBoxes(group.map(({ line }) => line.box)),
    column,
    lines: group,
  }));
}

/** A paragraph at the top of a column goes on from the last body text before it when that is broken off. */
function linkColumns(drafts: BlockDraft[], metrics: PageMetrics, vocabulary: Vocabulary): void {
  let last: LinesDraft | undefined;
  for (const draft of drafts) {
    if (draft.kind !== "lines" || !isBody(draft, metrics)) continue;
    if (last && draft.column !== last.column && isFirstOfColumn(draft, drafts, metrics)) {
      const line = last.lines.at(-1)!.line;
      const next = draft.lines[0]!.line;
      if (goesOn(line, next, last, draft)) draft.continues = joinLines(line, next, vocabulary);
    }
    last = draft;
  }
}

/** Running text of the body size: no captions, listings or page numbers. */
function isBody(draft: LinesDraft, metrics: PageMetrics): boolean {
  const { line } = draft.lines[0]!;
  if (Math.abs(line.size - metrics.bodySize) > 0.05 * metrics.bodySize || line.text.length < 2) return false;
  return line.monospace < 0.5 && !parseCaptionLabel(line.text)?.punctuated;
}

/** First body text of its column, or of the band after columns. */
function isFirstOfColumn(draft: LinesDraft, drafts: readonly BlockDraft[], metrics: PageMetrics): boolean {
  const at = drafts.indexOf(draft);
  const start = drafts.findLastIndex((other, index) => index < at && other.column !== draft.column) + 1;
  return !drafts.slice(start, at).some((other) => other.kind === "lines" && isBody(other, metrics));
}

/** Lines of sentences; addresses, labels and entries are shorter. */
function isProse(draft: LinesDraft): boolean {
  const words = draft.lines.reduce((sum, { line }) => sum + line.words.length, 0);
  return words >= 4 * draft.lines.length;
}

function goesOn(line: Line, next: Line, before: LinesDraft, after: LinesDraft): boolean {
  if (line.font !== next.font && Math.abs(line.bold - next.bold) > 0.5) return false;
  const slack = before.box.x1 - line.box.x1;
  if (slack > 1.5 * line.size && before.lines.length > 1 && !/[-\u2010\u00ad]$/.test(line.text)) return false;
  if (/^\p{Ll}/u.test(next.text)) return !/[.!?:]$/.test(line.text);
  if (/[.!?:]["”’)]?$/.test(line.text)) return false;
  // A capital goes on with a sentence only between lines of sentences: one line alone is a subtitle.
  if (before.lines.length < 2 || !isProse(before) || !isProse(after)) return false;
  const indent = next.box.x0 - after.box.x0;
  return indent < 0.7 * next.size && /^[\p{L}\p{N}(“"‘]/u.test(next.text);
}
