import type { Box } from "../../page.js";
import { captionKind } from "./captions.js";
import { isNumeric } from "./cell-text.js";
import { joinCentredRows } from "./centred-rows.js";
import type { TableFrame } from "./frame.js";
import { findGutters } from "./gutters.js";
import { partsTables } from "./parts-tables.js";
import type { ProseBlock } from "./prose.js";
import type { Segment, Segments } from "./segments.js";
import { median, type PlacedWord, type TextRow, textRows } from "./table-text.js";

interface Context {
  words: readonly PlacedWord[];
  prose: readonly ProseBlock[];
  em: number;
  leading: number;
}

/** Shortest rule of a table, in em. */
const LEAST_LENGTH = 5;

/** Frames between horizontal rules of the same extent (booktabs style), as long as what stands between is tabular. */
export function ruledFrames({ horizontal, vertical }: Segments, context: Context): TableFrame[] {
  const { em } = context;
  const composite = acrossGaps(horizontal, em);
  const groups: Segment[][] = [];
  for (const segment of composite) {
    if (segment.to - segment.from < LEAST_LENGTH * em) continue;
    const group = groups.find((other) => other.some((member) => sameExtent(member, segment, em)));
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
      reachOut(box, context);
      return {
        kind: "ruled",
        box,
        horizontal: horizontal.filter((segment) => isInside(segment, box, em)),
        vertical: vertical.filter(
          ({ at, from, to }) => at > box.x0 - em && at < box.x1 + em && from > box.y0 - em && to < box.y1 + em,
        ),
        captioned: false,
        figure: false,
        shaded: false,
      };
    }),
  );
}

/** Both ends together, or one end and most of the length: some tables rule their stub column apart. */
function sameExtent(a: Segment, b: Segment, em: number): boolean {
  const left = Math.abs(a.from - b.from) <= 0.5 * em;
  const right = Math.abs(a.to - b.to) <= 0.5 * em;
  if (left && right) return true;
  const common = Math.min(a.to, b.to) - Math.max(a.from, b.from);
  return (left || right) && common >= 0.75 * Math.max(a.to - a.from, b.to - b.from);
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

/** Longest stretches of the group's rules whose intervals hold table rows. */
function runsOfTables(group: readonly Segment[], context: Context): Segment[][] {
  const intervals = group
    .slice(1)
    .map((bottom, index) => ({ bottom, rows: rowsBetween(group[index]!, bottom, context) }));
  const paddings = intervals.flatMap(({ rows }, index) => (rows[0] ? [rows[0].box.y0 - group[index]!.at] : []));
  const padding = median(paddings);
  const thinnest = Math.min(...group.map(({ thickness }) => thickness));
  const runs: Segment[][] = [];
  let run: Segment[] = [];
  let tabular = false;
  // Rules after which only lone texts away from the stub follow: they head the next table.
  let loose = 0;
  const close = () => {
    const kept = run.slice(0, run.length - loose);
    if (kept.length >= 2 && tabular) runs.push(kept);
    run = [];
    tabular = false;
    loose = 0;
  };
  group.forEach((segment, index) => {
    const before = group[index - 1];
    if (before) {
      const { rows } = intervals[index - 1]!;
      const gap = rows[0] ? rows[0].box.y0 - before.at : 0;
      // White far above the first row of an interval parts two tables.
      const parted = intervals.length >= 4 && gap > 1.4 * context.leading && gap > 3 * padding;
      const empty = rows.length === 0 && endsAndBegins(before, segment, thinnest, context);
      const kind = parted || empty ? "no" : judgeInterval(before, segment, context);
      if (kind === "no") close();
      else tabular ||= kind === "yes";
      const lone =
        kind === "maybe" &&
        rows.length > 0 &&
        rows.every(({ chunks, box }) => chunks.length === 1 && box.x0 - before.from > 4 * context.em);
      loose = run.length > 0 && lone ? loose + 1 : 0;
    }
    run.push(segment);
  });
  close();
  return runs;
}

/** Heavy rules of book style are this much thicker than its others, and those of one double rule no further apart, in leadings. */
const HEAVY = 1.5;
const DOUBLE = 0.3;

/** The heavy rule that closes a table, and the one that opens the next right below it. */
function endsAndBegins(top: Segment, bottom: Segment, thinnest: number, { leading }: Context): boolean {
  return Math.min(top.thickness, bottom.thickness) > HEAVY * thinnest && bottom.at - top.at > DOUBLE * leading;
}

/** Upright words between two rules, by centre, in the stretch the rules cover. */
function wordsBetween(top: Segment, bottom: Segment, { words, em }: Context): PlacedWord[] {
  const x0 = Math.min(top.from, bottom.from) - 0.5 * em;
  const x1 = Math.max(top.to, bottom.to) + 0.5 * em;
  return words.filter(({ word }) => {
    const y = (word.box.y0 + word.box.y1) / 2;
    return y > top.at && y < bottom.at && word.box.x1 > x0 && word.box.x0 < x1;
  });
}

function rowsBetween(top: Segment, bottom: Segment, context: Context): TextRow[] {
  return textRows(wordsBetween(top, bottom, context));
}

/** Whether the text between two rules is tabular: `yes`, `no`, or `maybe` for a single header or section row. */
function judgeInterval(top: Segment, bottom: Segment, context: Context): "yes" | "no" | "maybe" {
  const { prose, em, leading } = context;
  const x0 = Math.min(top.from, bottom.from) - 0.5 * em;
  const x1 = Math.max(top.to, bottom.to) + 0.5 * em;
  const between = wordsBetween(top, bottom, context);
  if (between.length === 0) return bottom.at - top.at > 1.5 * leading ? "no" : "maybe";
  if (between.some(({ word }) => word.box.x0 < x0 - em || word.box.x1 > x1 + em)) return "no";
  const lines = new Set(between.map(({ line }) => line));
  for (const line of lines) {
    if (line.words[0] === between.find((placed) => placed.line === line)?.word && captionKind(line)) return "no";
  }
  const rows = joinCentredRows(textRows(between));
  if (rows.length === 0) return "no";
  if (largestGap(rows, top.at, bottom.at) > 2.2 * leading) return "no";
  if (partsTables(rows, Math.min(top.from, bottom.from), Math.max(top.to, bottom.to), em)) return "no";
  const running = prose.reduce((sum, block) => sum + block.lines.filter((line) => lines.has(line)).length, 0);
  if (running >= 3 && running >= 0.3 * lines.size && !hasStub(rows, prose, em)) return "no";
  const several = rows.filter(({ chunks }) => chunks.length >= 2).length;
  if (rows.length === 1) return several === 1 ? "yes" : "maybe";
  if (findGutters(rows, 0.62 * em).length > 0 && several >= 0.5 * rows.length) return "yes";
  if (rows.length <= 3 && several > 0) return "yes";
  if (rows.length <= 2) return "maybe";
  // Rows of a stub alone: section heads between rows of figures.
  const stubs = rows.filter(({ box, chunks }) => chunks.length >= 2 || box.x0 - top.from < 4 * em);
  return running === 0 && several > 0 && stubs.length === rows.length && rows.length <= 8 ? "maybe" : "no";
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

/** Whether short entries stand in a column of their own beside the running text: a table of terms and descriptions. */
function hasStub(rows: readonly TextRow[], prose: readonly ProseBlock[], em: number): boolean {
  const running = new Set(prose.flatMap((block) => block.lines));
  const gutters = findGutters(rows, 0.62 * em);
  if (gutters.length === 0) return false;
  const edges = [Number.NEGATIVE_INFINITY, ...gutters.map(({ from, to }) => (from + to) / 2), Number.POSITIVE_INFINITY];
  const chunks = rows.flatMap((row) => row.chunks);
  return edges.slice(1).some((right, index) => {
    const own = chunks.filter(({ box }) => (box.x0 + box.x1) / 2 > edges[index]! && (box.x0 + box.x1) / 2 < right);
    const prosy = own.filter(({ words }) => words.some(({ line }) => running.has(line))).length;
    return own.length >= 2 && prosy <= 0.1 * own.length;
  });
}

/** Gap, in em, up to which a row above the first rule or a total below the last one is taken in. */
const REACH_UP = 0.95;
const REACH_DOWN = 2.1;

/** Grows the box of a table of one or two rows over its head and totals, without which its columns cannot be seen. */
function reachOut(box: Box, { words, em }: Context): void {
  const inside = words.filter(({ word }) => word.box.x0 > box.x0 - 0.6 * em && word.box.x1 < box.x1 + 0.6 * em);
  const rows = textRows(inside);
  const own = rows.filter((row) => (row.box.y0 + row.box.y1) / 2 > box.y0 && (row.box.y0 + row.box.y1) / 2 < box.y1);
  if (own.length > 2 || !own.some(({ chunks }) => chunks.length >= 3)) return;
  const head = rows.filter((row) => row.box.y1 <= box.y0).at(-1);
  if (head && head.chunks.length >= 3 && box.y0 - head.box.y1 <= REACH_UP * em) box.y0 = head.box.y0;
  for (const row of rows.filter(({ box: { y0 } }) => y0 >= box.y1)) {
    const total = row.chunks.length >= 2 && isNumeric(row.chunks.at(-1)!.text);
    if (!total || row.box.y0 - box.y1 > REACH_DOWN * em) break;
    box.y1 = row.box.y1;
  }
}
