import { isLeadingSign, isNumeric, isTrailingSign, isYear } from "./cell-text.js";
import type { TableFrame } from "./frame.js";
import { findGutters } from "./gutters.js";
import type { Segment } from "./segments.js";
import { type Chunk, chunkOf, type TextRow } from "./table-text.js";

/** Edge between two columns or rows (or the outer edge), px; `ruled` when a printed line made it. */
export interface Boundary {
  at: number;
  ruled: boolean;
}

/** Least width of a gutter of an unruled table, in em. Half of LaTeX's \tabcolsep on both sides of a column is 0.6 em. */
const LEAST_GUTTER = 0.62;

/** Column edges from left to right, the outer ones included. */
export function columnBoundaries(frame: TableFrame, rows: readonly TextRow[], em: number): Boundary[] {
  const lines = ruledPositions(frame.vertical, em);
  const first = lines[0];
  const last = lines.at(-1);
  const { x0, x1 } = frame.box;
  const edges: Boundary[] = lines.map((at) => ({ at, ruled: true }));
  if (first === undefined || first - x0 > 0.5 * em) edges.unshift({ at: x0, ruled: false });
  if (last === undefined || x1 - last > 0.5 * em) edges.push({ at: x1, ruled: false });
  const split: Boundary[] = [];
  edges.forEach((edge, index) => {
    split.push(edge);
    const next = edges[index + 1];
    if (!next) return;
    const within = clip(rows, edge.at, next.at);
    const closed = edge.ruled && next.ruled;
    for (const gutter of findGutters(within, LEAST_GUTTER * em)) {
      const share = gutter.votes / Math.max(1, within.length);
      if (closed && (gutter.votes < 3 || share < 0.6 || gutter.to - gutter.from < 0.8 * em)) continue;
      split.push({ at: (gutter.from + gutter.to) / 2, ruled: false });
    }
  });
  return withoutSignColumns(withoutEmptyColumns(split, rows, em), rows);
}

/** Distinct positions of the segments; those within 0.35 em are one. */
export function ruledPositions(segments: readonly Segment[], em: number): number[] {
  const sorted = [...segments].sort((a, b) => a.at - b.at);
  const groups: { sum: number; weight: number; last: number }[] = [];
  for (const { at, from, to } of sorted) {
    const group = groups.at(-1);
    const weight = Math.max(1, to - from);
    if (group && at - group.last <= 0.35 * em) {
      group.sum += at * weight;
      group.weight += weight;
      group.last = at;
    } else groups.push({ sum: at * weight, weight, last: at });
  }
  return groups.map(({ sum, weight }) => sum / weight);
}

/** Rows cut down to the words whose centre lies between two edges; rows without such words are left out. */
function clip(rows: readonly TextRow[], from: number, to: number): TextRow[] {
  return rows.flatMap((row) => {
    const chunks: Chunk[] = row.chunks.flatMap((chunk) => {
      if (chunk.box.x1 <= from || chunk.box.x0 >= to) return [];
      const words = chunk.words.filter(({ word }) => {
        const x = (word.box.x0 + word.box.x1) / 2;
        return x >= from && x < to;
      });
      if (words.length === 0) return [];
      return [words.length === chunk.words.length ? chunk : chunkOf(words)];
    });
    return chunks.length === 0 ? [] : [{ ...row, chunks }];
  });
}

function textsBetween(rows: readonly TextRow[], from: number, to: number): string[] {
  return clip(rows, from, to).map((row) => row.chunks.map((chunk) => chunk.text).join(" "));
}

/** Drops unruled columns without text, and slivers between two rules. */
function withoutEmptyColumns(edges: readonly Boundary[], rows: readonly TextRow[], em: number): Boundary[] {
  const kept: Boundary[] = [];
  for (const edge of edges) {
    const before = kept.at(-1);
    if (before) {
      const sliver = edge.at - before.at < 0.5 * em;
      const open = !(before.ruled && edge.ruled);
      if ((sliver || open) && textsBetween(rows, before.at, edge.at).length === 0) {
        if (edge.ruled && !before.ruled) kept[kept.length - 1] = edge;
        continue;
      }
    }
    kept.push(edge);
  }
  return kept;
}

/** Joins a column of currency signs to the figures right of it, and one of percent or star signs to those left of it. */
function withoutSignColumns(edges: readonly Boundary[], rows: readonly TextRow[]): Boundary[] {
  const dropped = new Set<Boundary>();
  for (let column = 0; column + 1 < edges.length; column++) {
    const left = edges[column]!;
    const right = edges[column + 1]!;
    // Heads do not count: they stand over sign and figure together.
    const texts = textsBetween(rows.slice(firstFigures(rows)), left.at, right.at);
    if (texts.length === 0) continue;
    const share = (test: (text: string) => boolean) => texts.filter(test).length / texts.length;
    if (!right.ruled && column + 2 < edges.length && share(isLeadingSign) >= 0.8) dropped.add(right);
    else if (!left.ruled && column > 0 && share(isTrailingSign) >= 0.8) dropped.add(left);
  }
  return edges.filter((edge) => !dropped.has(edge));
}

/** Index of the first row with two figures. */
function firstFigures(rows: readonly TextRow[]): number {
  const first = rows.findIndex(
    ({ chunks }) => chunks.filter(({ text }) => isNumeric(text) && !isYear(text)).length >= 2,
  );
  return Math.max(0, first);
}
