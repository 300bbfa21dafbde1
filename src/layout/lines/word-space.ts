/** Interval of ink or blank along a row, px in the frame. */
export interface Interval {
  u0: number;
  u1: number;
}

/** A row as the search for gutters sees it: intervals of ink (words), ascending, parted by what could be left of a gutter. */
export interface InkedRow {
  v: number;
  size: number;
  ink: readonly Interval[];
  /** What it holds: words of small letters without digits, words with some digits and capitals, or anything else. */
  text: "prose" | "words" | "other";
}

/** Spaces of one justified line differ by no more than this share. */
const ALIKE = 0.15;
/** Narrow columns stretch spaces so far, in sizes; with nothing but even spaces in the line, so far. */
const WIDEST = 2.6;
const WIDEST_EVEN = 5;
/** A line of two words that fills its column from edge to edge, as a solid line near it does. */
const WIDEST_FLUSH = 9;
/** Blanks within a solid line are narrower than this, its edges agree to within this, and so many rows are looked at. In sizes. */
const SOLID = 0.75;
const FLUSH = 0.15;
const NEAR_ROWS = 3;
/** The next row of a column is this near, in sizes. */
const NEXT_ROW = [0.5, 2.2] as const;

/**
 * Whether the gap is a space that justification stretched: the next rows of its column print through it, or the spaces beside it are
 * just as wide, and no row shows that it goes on; or the line fills its column from edge to edge, as a solid line near it does. Lines of
 * narrow columns have gaps wider than many a gutter.
 *
 * @param gap in row `at` of `rows`, which are sorted by v
 * @param core what must stay free of ink for a gutter to go on, px
 */
export function isWordSpace(gap: Interval, at: number, rows: readonly InkedRow[], core: number): boolean {
  const row = rows[at]!;
  const width = (gap.u1 - gap.u0) / row.size;
  if (width > WIDEST_FLUSH || row.text === "other") return false;
  const before = row.ink.findLastIndex(({ u1 }) => u1 <= gap.u0 + 1);
  const [left, right] = [row.ink[before], row.ink[before + 1]];
  if (!left || !right) return false;
  const reach: Interval = { u0: left.u0, u1: right.u1 };
  const near = [nextRow(reach, at, -1, rows), nextRow(reach, at, 1, rows)].map(
    (next) => next && prints(next, gap, core),
  );
  if (near[0] && near[1] && width <= WIDEST) return true;
  const around = [...rowsFrom(at, -1, reach, rows), ...rowsFrom(at, 1, reach, rows)];
  if (near.includes(true) && !near.includes(false) && around.some((other) => isFlushWith(other, row, gap))) return true;
  if (width > WIDEST_EVEN) return false;
  const even =
    row.text === "prose" && areAlike(gap, [gapAt(row.ink, before - 1), gapAt(row.ink, before + 1)], row.size);
  return even && (!near.includes(false) || around.some((other) => prints(other, gap, core)));
}

/** The next rows of the column in that direction, the nearest first. */
function rowsFrom(at: number, step: 1 | -1, reach: Interval, rows: readonly InkedRow[]): InkedRow[] {
  const found: InkedRow[] = [];
  let from = at;
  while (found.length < NEAR_ROWS) {
    const next = nextRow(reach, from, step, rows);
    if (!next) break;
    found.push(next);
    from = rows.indexOf(next);
  }
  return found;
}

/** Whether the other row prints without a gutter across the gap, from where this row has a word begin to where it has one end. */
function isFlushWith(other: InkedRow, row: InkedRow, gap: Interval): boolean {
  const parts = other.ink.filter(({ u0 }) => u0 < gap.u1);
  let first = parts.length - 1;
  if (first < 0) return false;
  while (first > 0 && parts[first]!.u0 - parts[first - 1]!.u1 < SOLID * other.size) first -= 1;
  let last = parts.length - 1;
  while (last + 1 < other.ink.length && other.ink[last + 1]!.u0 - other.ink[last]!.u1 < SOLID * other.size) last += 1;
  const [from, to] = [parts[first]!.u0, other.ink[last]!.u1];
  if (from > gap.u0 || to < gap.u1) return false;
  const slack = FLUSH * row.size;
  return (
    row.ink.some(({ u0, u1 }) => u1 <= gap.u0 + 1 && Math.abs(u0 - from) < slack) &&
    row.ink.some(({ u0, u1 }) => u0 >= gap.u1 - 1 && Math.abs(u1 - to) < slack)
  );
}

/** The nearest row in that direction with ink under the two words. */
function nextRow(reach: Interval, at: number, step: 1 | -1, rows: readonly InkedRow[]): InkedRow | undefined {
  const { v, size } = rows[at]!;
  for (let index = at + step; index >= 0 && index < rows.length; index += step) {
    const row = rows[index]!;
    const distance = Math.abs(row.v - v) / size;
    if (distance > NEXT_ROW[1]) return undefined;
    if (distance >= NEXT_ROW[0] && row.ink.some(({ u0, u1 }) => u1 > reach.u0 && u0 < reach.u1)) return row;
  }
  return undefined;
}

function prints(row: InkedRow, gap: Interval, core: number): boolean {
  const inside = row.ink.filter(({ u0, u1 }) => u1 > gap.u0 && u0 < gap.u1);
  let widest = 0;
  let from = gap.u0;
  for (const { u0, u1 } of inside) {
    widest = Math.max(widest, u0 - from);
    from = Math.max(from, u1);
  }
  return Math.max(widest, gap.u1 - from) < core;
}

function gapAt(ink: readonly Interval[], before: number): number | undefined {
  const [left, right] = [ink[before], ink[before + 1]];
  return left && right ? right.u0 - left.u1 : undefined;
}

/** At least one neighbouring space, and all of them that can be spaces, as wide as this one. */
function areAlike(gap: Interval, others: readonly (number | undefined)[], size: number): boolean {
  const width = gap.u1 - gap.u0;
  const spaces = others.filter((other) => other !== undefined && other < WIDEST_EVEN * size);
  return spaces.length > 0 && spaces.every((other) => Math.abs(other! - width) < ALIKE * width);
}
