import type { Row } from "./build-rows.js";
import { rejoinStretched } from "./rejoin-stretched.js";
import { type InkedRow, type Interval, isWordSpace } from "./word-space.js";

/** Interval without ink between two neighbours of a row. */
interface Gap {
  row: number;
  /** The gap lies before this glyph. */
  before: number;
  u0: number;
  u1: number;
}

/** Vertical rule in the frame. */
export interface Wall {
  u: number;
  v0: number;
  v1: number;
}

/** Narrowest gap, in sizes, that can be a gutter; justified text rarely spaces words wider. */
const GUTTER_WIDTH = 0.75;
/** What is left of a gutter after rows have narrowed it, in sizes. */
const GUTTER_CORE = 0.6;
/** Gaps within words and between the words of a tight line; they play no part in gutters. */
const INK_GAP = 0.2;
/** A gap this wide, in sizes, splits by itself. */
const TAB_WIDTH = 3.5;
/**
 * What makes a gap a gutter, by its width in sizes: rows with ink on each side of it, and how far apart, in sizes, these
 * rows may be. Narrow gaps need more, a loosely set line has such gaps by chance.
 */
const PROOF: readonly { width: number; rows: number; reach: number }[] = [
  { width: 2.2, rows: 2, reach: 4 },
  { width: 1.5, rows: 3, reach: 3 },
  { width: 0, rows: 4, reach: 2 },
];
/**
 * A narrow gap is a gutter, too, when this many other rows, not farther apart than so many sizes, begin where the text
 * behind it begins: the left edge of a column.
 */
const ALIGNED_STARTS = 3;
const ALIGNED_REACH = 8;
const START_TOLERANCE = 0.12;
/** Ink farther from a gap than this, in sizes, is no side of it. */
const SIDE_REACH = 16;
/** Printed label of a list item, note or heading. The text after it belongs to its line however wide the tab. */
const MARKER =
  /^(?:[•‣▪▫◦●○■□◆◇★✓✔✗➢►▶∗*§†‡–—\-·]|\(?(?:\d{1,3}|[a-zA-Z]|[ivxlIVXL]{1,5})[.)\]]|\[\d{1,3}\]|(?:\d{1,2}|[A-Z])(?:\.\d{1,2})+\.?|\d{1,2}|[IVX]{1,5}\.|(?:Chapter|Section|Appendix)\S{1,4})$/u;
const WIDEST_MARKER_TAB = 4;
const LONGEST_MARKER = 14;
/** Rows that show the right edge of a column: how many, how near, and how exactly they end, in sizes. */
const FLUSH_ROWS = 3;
const FLUSH_REACH = 8;
const FLUSH_END = 0.15;
/** Dots of a leader are at most this far apart, in sizes. */
const LEADER_GAP = 3;

/** Cuts rows at column gutters, table gaps, tabs and vertical rules into runs that are read on their own. */
export function splitRows(rows: readonly Row[], walls: readonly Wall[]): Row[] {
  const sorted = [...rows].sort((a, b) => a.v - b.v || (a.glyphs[0]?.u ?? 0) - (b.glyphs[0]?.u ?? 0));
  const inked = sorted.map((row): InkedRow => ({ v: row.v, size: row.size, ink: inkOf(row), text: textOf(row) }));
  const gaps = sorted.flatMap((row, index) => gapsOf(row, index, walls));
  const perRow: Gap[][] = sorted.map(() => []);
  for (const gap of gaps) if (isCut(gap, inked, walls)) perRow[gap.row]!.push(gap);
  const parts = sorted.map((row, index) => {
    const cuts = perRow[index]!;
    const starts = new Set([0, ...cuts.map((gap) => gap.before)]);
    const isTab = (gap: Gap) => isMarkerTab(row, gap, starts) && !endsColumn(gap, inked);
    return cutRow(row, cuts.length >= 3 ? cuts : cuts.filter((gap) => !isTab(gap)));
  });
  return rejoinStretched(parts);
}

function textOf(row: Row): InkedRow["text"] {
  const texts = row.glyphs.map((glyph) => glyph.glyph.text);
  const share = (pattern: RegExp) => texts.filter((text) => pattern.test(text)).length / texts.length;
  if (share(/\p{Ll}/u) > 0.75 && share(/\d/u) === 0) return "prose";
  return share(/\p{L}/u) > 0.7 ? "words" : "other";
}

function inkOf(row: Row): Interval[] {
  const ink: Interval[] = [];
  const glyphs = [...row.glyphs].sort((a, b) => a.u0 - b.u0);
  for (const { u0, u1 } of glyphs) {
    const last = ink.at(-1);
    if (last && u0 - last.u1 < INK_GAP * row.size) last.u1 = Math.max(last.u1, u1);
    else ink.push({ u0, u1 });
  }
  return ink;
}

function gapsOf(row: Row, index: number, walls: readonly Wall[]): Gap[] {
  const gaps: Gap[] = [];
  let reach = Number.NEGATIVE_INFINITY;
  row.glyphs.forEach((glyph, before) => {
    const width = glyph.u0 - reach;
    if (
      before > 0 &&
      !isLeaderGap(row, before, width) &&
      (width >= GUTTER_WIDTH * row.size || (width > 0 && wallIn(walls, reach, glyph.u0, row)))
    ) {
      gaps.push({ row: index, before, u0: reach, u1: glyph.u0 });
    }
    reach = Math.max(reach, glyph.u1);
  });
  return gaps;
}

/** Between the dots of a leader, and before its first one. */
function isLeaderGap(row: Row, before: number, width: number): boolean {
  const dot = (index: number) => /^[.·…]$/u.test(row.glyphs[index]?.glyph.text ?? "");
  if (!dot(before) || width > LEADER_GAP * row.size) return false;
  return (dot(before + 1) && dot(before + 2)) || (dot(before - 1) && (dot(before + 1) || dot(before - 2)));
}

function wallIn(walls: readonly Wall[], u0: number, u1: number, row: Pick<Row, "v" | "size">): boolean {
  return walls.some((wall) => wall.u >= u0 && wall.u <= u1 && wall.v0 <= row.v - 0.5 * row.size && wall.v1 >= row.v);
}

function isCut(gap: Gap, rows: readonly InkedRow[], walls: readonly Wall[]): boolean {
  const row = rows[gap.row]!;
  const width = (gap.u1 - gap.u0) / row.size;
  if (wallIn(walls, gap.u0, gap.u1, row)) return true;
  if (width >= TAB_WIDTH) return !isWordSpace(gap, gap.row, rows, GUTTER_CORE * row.size);
  if (isWordSpace(gap, gap.row, rows, GUTTER_CORE * row.size)) return false;
  const proof = PROOF.find((step) => width >= step.width) ?? PROOF.at(-1)!;
  if (countsOf(gap, rows, proof.reach).both + 1 >= proof.rows) return true;
  const wide = countsOf(gap, rows, ALIGNED_REACH);
  return wide.both >= 1 && wide.starts >= ALIGNED_STARTS;
}

function countsOf(gap: Gap, rows: readonly InkedRow[], reach: number): { both: number; starts: number } {
  const up = extend(gap, rows, -1, reach, { u0: gap.u0, u1: gap.u1 });
  const down = extend(gap, rows, 1, reach, up.core);
  return { both: Math.min(up.left + down.left, up.right + down.right), starts: up.starts + down.starts };
}

/**
 * Follows a gap from row to row while at least its core stays free of ink and both its sides go on; counts the rows with
 * ink on either side.
 */
function extend(
  gap: Gap,
  rows: readonly InkedRow[],
  step: 1 | -1,
  reach: number,
  start: Interval,
): { left: number; right: number; starts: number; core: Interval } {
  const { size, v } = rows[gap.row]!;
  const counts = { left: 0, right: 0, starts: 0 };
  const last = { left: v, right: v };
  let core = start;
  for (let index = gap.row + step; index >= 0 && index < rows.length; index += step) {
    const row = rows[index]!;
    if (Math.abs(row.v - last.left) > reach * size || Math.abs(row.v - last.right) > reach * size) break;
    const free = freePart(row.ink, core);
    if (free.u1 - free.u0 < GUTTER_CORE * size) break;
    core = free;
    const sides = inkBeside(row.ink, core, SIDE_REACH * size);
    for (const side of ["left", "right"] as const) {
      if (!sides[side]) continue;
      counts[side] += 1;
      last[side] = row.v;
    }
    if (row.ink.some((ink) => Math.abs(ink.u0 - gap.u1) < START_TOLERANCE * size)) counts.starts += 1;
  }
  return { ...counts, core };
}

function inkBeside(ink: readonly Interval[], core: Interval, reach: number): { left: boolean; right: boolean } {
  let left = false;
  let right = false;
  for (const part of ink) {
    if (part.u1 <= core.u0 && part.u1 > core.u0 - reach) left = true;
    else if (part.u0 >= core.u1 && part.u0 < core.u1 + reach) right = true;
  }
  return { left, right };
}

/** Widest part of the interval without ink. */
function freePart(ink: readonly Interval[], core: Interval): Interval {
  let best = { u0: core.u0, u1: core.u0 };
  let from = core.u0;
  for (const part of ink) {
    if (part.u1 <= from) continue;
    if (part.u0 >= core.u1) break;
    if (part.u0 - from > best.u1 - best.u0) best = { u0: from, u1: part.u0 };
    from = Math.max(from, part.u1);
  }
  if (core.u1 - from > best.u1 - best.u0) best = { u0: from, u1: core.u1 };
  return best;
}

/** Whether nothing but a marker stands between the start of a run and the gap. */
function isMarkerTab(row: Row, gap: Gap, starts: ReadonlySet<number>): boolean {
  if ((gap.u1 - gap.u0) / row.size > WIDEST_MARKER_TAB) return false;
  let start = gap.before - 1;
  while (start > 0 && !starts.has(start)) start -= 1;
  if (gap.before - start > LONGEST_MARKER) return false;
  const label = row.glyphs
    .slice(start, gap.before)
    .map((glyph) => glyph.glyph.text)
    .join("");
  if (!MARKER.test(label)) return false;
  // A bare number is a marker only at the very start of its row: elsewhere it is a cell of a table.
  return !/^\d+$/.test(label) || (start === 0 && /^\p{Lu}/u.test(row.glyphs[gap.before]!.glyph.text));
}

/**
 * Whether what looks like a marker ends where words of the next rows end: the number of an equation at the right edge of a column, with
 * the next column behind it. Markers of one width end alike as well, but begin alike, too.
 */
function endsColumn(gap: Gap, rows: readonly InkedRow[]): boolean {
  const { v, size, ink } = rows[gap.row]!;
  const own = ink.findLast(({ u1 }) => u1 <= gap.u0 + 1);
  if (!own) return false;
  const slack = FLUSH_END * size;
  const ends = (row: InkedRow) =>
    row.ink.some(
      ({ u0, u1 }, at) =>
        Math.abs(u1 - gap.u0) < slack &&
        Math.abs(u0 - own.u0) > slack &&
        (row.ink[at + 1]?.u0 ?? gap.u1) >= gap.u1 - slack,
    );
  let count = 0;
  for (const step of [-1, 1]) {
    for (let at = gap.row + step; at >= 0 && at < rows.length; at += step) {
      if (Math.abs(rows[at]!.v - v) > FLUSH_REACH * size) break;
      if (ends(rows[at]!)) count += 1;
    }
  }
  return count >= FLUSH_ROWS;
}

function cutRow(row: Row, cuts: readonly Gap[]): Row[] {
  if (cuts.length === 0) return [row];
  const parts: Row[] = [];
  let from = 0;
  for (const end of [...cuts.map((gap) => gap.before), row.glyphs.length]) {
    const glyphs = row.glyphs.slice(from, end);
    if (glyphs.length > 0) parts.push({ ...row, glyphs, spaces: row.spaces });
    from = end;
  }
  return parts;
}
