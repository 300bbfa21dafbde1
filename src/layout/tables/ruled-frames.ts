import type { Box } from "../../page.js";
import { captionKind } from "./captions.js";
import type { TableFrame } from "./frame.js";
import { findGutters } from "./gutters.js";
import type { ProseBlock } from "./prose.js";
import type { Segment, Segments } from "./segments.js";
import { type PlacedWord, type TextRow, textRows } from "./table-text.js";

interface Context {
  words: readonly PlacedWord[];
  prose: readonly ProseBlock[];
  em: number;
  leading: number;
}

/** Shortest rule of a table, in em. */
const LEAST_LENGTH = 3.5;

/** Frames between horizontal rules of the same extent (booktabs style), as long as what stands between is tabular. */
export function ruledFrames({ horizontal, vertical }: Segments, context: Context): TableFrame[] {
  const { em } = context;
  const composite = acrossGaps(horizontal, em);
  const groups: Segment[][] = [];
  for (const segment of composite) {
    if (segment.to - segment.from < LEAST_LENGTH * em) continue;
    const group = groups.find(([first]) => sameExtent(first!, segment, em));
    if (group) group.push(segment);
    else groups.push([segment]);
  }
  return groups.flatMap((group) =>
    runsOfTables(group, context).map((run): TableFrame => {
      const box = {
        x0: Math.min(...run.map(({ from }) => from)),
        x1: Math.max(...run.map(({ to }) => to)),
        y0: run[0]!.at,
        y1: run.at(-1)!.at,
      };
      return {
        kind: "ruled",
        box,
        horizontal: horizontal.filter((segment) => isInside(segment, box, em) && !isUnderline(segment, context)),
        vertical: vertical.filter(
          ({ at, from, to }) => at > box.x0 - em && at < box.x1 + em && from > box.y0 - em && to < box.y1 + em,
        ),
        captioned: false,
      };
    }),
  );
}

function sameExtent(a: Segment, b: Segment, em: number): boolean {
  return Math.abs(a.from - b.from) <= 0.5 * em && Math.abs(a.to - b.to) <= 0.5 * em;
}

function isInside(segment: Segment, box: Box, em: number): boolean {
  return (
    segment.at >= box.y0 - 1 &&
    segment.at <= box.y1 + 1 &&
    segment.from >= box.x0 - 0.6 * em &&
    segment.to <= box.x1 + 0.6 * em
  );
}

/** A rule drawn cell by cell with gaps counts as one for its extent. */
function acrossGaps(horizontal: readonly Segment[], em: number): Segment[] {
  const sorted = [...horizontal].sort((a, b) => a.at - b.at || a.from - b.from);
  const joined: Segment[] = [];
  for (const segment of sorted) {
    const open = joined.findLast(
      (other) => Math.abs(other.at - segment.at) <= 0.1 * em && segment.from - other.to <= 1.2 * em,
    );
    if (open && segment.from >= open.to - 1) open.to = segment.to;
    else joined.push({ ...segment });
  }
  return joined;
}

function isUnderline(segment: Segment, { words, em }: Context): boolean {
  const above = words.filter(
    ({ word, line }) =>
      segment.at > line.baseline - 0.05 * em &&
      segment.at - line.baseline < 0.3 * em &&
      word.box.x1 > segment.from &&
      word.box.x0 < segment.to,
  );
  if (above.length === 0) return false;
  const x0 = Math.min(...above.map(({ word }) => word.box.x0));
  const x1 = Math.max(...above.map(({ word }) => word.box.x1));
  return Math.abs(x0 - segment.from) < 0.15 * em && Math.abs(x1 - segment.to) < 0.15 * em;
}

/** Longest stretches of the group's rules whose intervals hold table rows. */
function runsOfTables(group: readonly Segment[], context: Context): Segment[][] {
  const runs: Segment[][] = [];
  let run: Segment[] = [];
  let tabular = false;
  const close = () => {
    if (run.length >= 2 && tabular) runs.push(run);
    run = [];
    tabular = false;
  };
  group.forEach((segment, index) => {
    const before = group[index - 1];
    if (before) {
      const kind = judgeInterval(before, segment, context);
      if (kind === "no") close();
      else tabular ||= kind === "yes";
    }
    run.push(segment);
  });
  close();
  return runs;
}

/** Whether the text between two rules is tabular: `yes`, `no`, or `maybe` for a single header or section row. */
function judgeInterval(top: Segment, bottom: Segment, { words, prose, em, leading }: Context): "yes" | "no" | "maybe" {
  const x0 = Math.min(top.from, bottom.from) - 0.5 * em;
  const x1 = Math.max(top.to, bottom.to) + 0.5 * em;
  const between = words.filter(({ word }) => {
    const y = (word.box.y0 + word.box.y1) / 2;
    return y > top.at && y < bottom.at && word.box.x1 > x0 && word.box.x0 < x1;
  });
  if (between.length === 0) return bottom.at - top.at > 1.5 * leading ? "no" : "maybe";
  if (between.some(({ word }) => word.box.x0 < x0 - em || word.box.x1 > x1 + em)) return "no";
  const lines = new Set(between.map(({ line }) => line));
  for (const line of lines) {
    if (line.words[0] === between.find((placed) => placed.line === line)?.word && captionKind(line)) return "no";
  }
  const rows = textRows(between);
  if (rows.length === 0) return "no";
  if (largestGap(rows, top.at, bottom.at) > 2.2 * leading) return "no";
  const running = prose.reduce((sum, block) => sum + block.lines.filter((line) => lines.has(line)).length, 0);
  if (running >= 3 && running >= 0.4 * lines.size) return "no";
  const several = rows.filter(({ chunks }) => chunks.length >= 2).length;
  if (rows.length === 1) return several === 1 ? "yes" : "maybe";
  if (findGutters(rows, 0.62 * em).length > 0 && several >= 0.5 * rows.length) return "yes";
  if (rows.length <= 3 && several > 0) return "yes";
  return rows.length <= 2 ? "maybe" : "no";
}

function largestGap(rows: readonly TextRow[], top: number, bottom: number): number {
  let gap = 0;
  let y = top;
  for (const { box } of rows) {
    gap = Math.max(gap, box.y0 - y);
    y = Math.max(y, box.y1);
  }
  return Math.max(gap, bottom - y);
}
