import type { TextRow } from "./table-text.js";

/** Vertical band of white between two columns, px in page space. */
export interface Gutter {
  from: number;
  to: number;
  /** Rows with text on both sides and none inside. */
  votes: number;
  /** Rows whose text crosses (headers over several columns, notes, section rows). */
  crossings: number;
}

interface Interval {
  x0: number;
  x1: number;
  row: number;
  /** 1 for a row as full as most, less for a row of few pieces: such rows are the ones that span. */
  weight: number;
}

/** Share of rows that may cross a gutter. */
const CROSSING_SHARE = 0.22;

/**
 * White bands between columns: places where few rows have ink, held by rows that have text on both sides.
 * `least` is the least width of a gutter in px.
 */
export function findGutters(rows: readonly TextRow[], least: number): Gutter[] {
  if (rows.length === 0) return [];
  const typical = typicalCount(rows);
  const intervals: Interval[] = rows.flatMap((row, index) =>
    row.chunks.map((chunk) => ({
      x0: chunk.box.x0,
      x1: chunk.box.x1,
      row: index,
      weight: row.chunks.length >= typical ? 1 : 0.5,
    })),
  );
  const allowed = rows.length >= 3 ? Math.max(1, CROSSING_SHARE * rows.length) : 0;
  const gutters: Gutter[] = [];
  for (const open of openBands(intervals, allowed)) {
    for (const band of clearOfColumns(open, intervals, least)) {
      const gutter = measure(band, intervals, rows.length, least);
      if (gutter && gutter.votes >= 2 && gutter.votes >= gutter.crossings) gutters.push(gutter);
    }
  }
  return gutters;
}

function typicalCount(rows: readonly TextRow[]): number {
  const counts = rows.map((row) => row.chunks.length).sort((a, b) => a - b);
  return counts[Math.floor(0.6 * counts.length)] ?? 1;
}

/** Stretches of x, between the outermost text, where the weight of crossing chunks stays within `allowed`. */
function openBands(intervals: readonly Interval[], allowed: number): { from: number; to: number }[] {
  const edges = intervals
    .flatMap(({ x0, x1, weight }) => [
      { x: x0, step: weight },
      { x: x1, step: -weight },
    ])
    .sort((a, b) => a.x - b.x || a.step - b.step);
  const bands: { from: number; to: number }[] = [];
  let depth = 0;
  edges.forEach((edge, index) => {
    depth += edge.step;
    const next = edges[index + 1];
    if (!next || next.x <= edge.x || depth > allowed + 1e-9) return;
    const band = bands.at(-1);
    if (band && band.to === edge.x) band.to = next.x;
    else bands.push({ from: edge.x, to: next.x });
  });
  return bands;
}

/** A column with entries in few rows lies wholly inside an open band: cut the band around it. */
function clearOfColumns(
  band: { from: number; to: number },
  intervals: readonly Interval[],
  least: number,
): { from: number; to: number }[] {
  const inner = intervals
    .filter(({ x0, x1 }) => x0 >= band.from - 1 && x1 <= band.to + 1)
    .sort((a, b) => a.x0 - b.x0 || a.x1 - b.x1);
  const parts: { from: number; to: number }[] = [];
  let left = band.from;
  let index = 0;
  while (index < inner.length) {
    const start = inner[index]!.x0;
    let end = inner[index]!.x1;
    const rows = new Set<number>();
    let full = false;
    while (index < inner.length && inner[index]!.x0 <= end + least) {
      end = Math.max(end, inner[index]!.x1);
      rows.add(inner[index]!.row);
      full ||= inner[index]!.weight === 1;
      index++;
    }
    // A head centred over two columns stands alone over the gutter between them.
    if (rows.size < 2 && !full) continue;
    parts.push({ from: left, to: start });
    left = end;
  }
  parts.push({ from: left, to: band.to });
  return parts.filter(({ from, to }) => to - from > 0);
}

/** Narrows the band to where the fewest rows cross, and counts the rows for and against it. */
function measure(
  band: { from: number; to: number },
  intervals: readonly Interval[],
  rows: number,
  least: number,
): Gutter | undefined {
  const near = intervals.filter(({ x0, x1 }) => x1 > band.from && x0 < band.to);
  const edges = [band.from, band.to, ...near.flatMap(({ x0, x1 }) => [x0, x1])]
    .filter((x) => x >= band.from && x <= band.to)
    .sort((a, b) => a - b);
  let best: { from: number; to: number; depth: number } | undefined;
  for (let index = 1; index < edges.length; index++) {
    const from = edges[index - 1]!;
    const to = edges[index]!;
    if (to - from < 1e-6) continue;
    const depth = near.filter(({ x0, x1 }) => x0 < to && x1 > from).length;
    if (!best || depth < best.depth || (depth === best.depth && to - from > best.to - best.from))
      best = { from, to, depth };
  }
  if (!best) return undefined;
  const middle = (best.from + best.to) / 2;
  let votes = 0;
  let crossings = 0;
  for (let row = 0; row < rows; row++) {
    let left = Number.NEGATIVE_INFINITY;
    let right = Number.POSITIVE_INFINITY;
    let crossed = false;
    for (const interval of intervals) {
      if (interval.row !== row) continue;
      if (interval.x0 < middle && interval.x1 > middle) crossed = true;
      else if (interval.x1 <= middle) left = Math.max(left, interval.x1);
      else right = Math.min(right, interval.x0);
    }
    if (crossed) crossings++;
    else if (Number.isFinite(left) && Number.isFinite(right) && right - left >= least) votes++;
  }
  return { from: best.from, to: best.to, votes, crossings };
}
