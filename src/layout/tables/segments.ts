import type { Rule } from "../../page.js";
import { intervalOverlap } from "../boxes.js";

/** A printed straight line reduced to its centre, px in page space. `at` is y of a horizontal segment, x of a vertical one. */
export interface Segment {
  at: number;
  from: number;
  to: number;
  thickness: number;
  /** False for a line in the paper's colour: it parts cells but is not printed. */
  visible: boolean;
}

export interface Segments {
  horizontal: Segment[];
  vertical: Segment[];
}

/** Pages with more segments than this are drawings; the longest are kept. Bounds the work on hostile input. */
const MOST_SEGMENTS = 3000;
/** Channels above this are paper. */
const PAPER = 0xf4;

/**
 * Joins the pieces rules are drawn in (one per cell, one per row) and makes one of the two lines of a double rule.
 * `em` is the body size in px. Lines shorter than 0.4 em (fraction bars, dashes) are dropped.
 */
export function tableSegments(rules: readonly Rule[], em: number): Segments {
  const segments: Segments = { horizontal: [], vertical: [] };
  for (const rule of rules) {
    const { box } = rule;
    const horizontal = rule.direction === "horizontal";
    const segment: Segment = {
      at: horizontal ? (box.y0 + box.y1) / 2 : (box.x0 + box.x1) / 2,
      from: horizontal ? box.x0 : box.y0,
      to: horizontal ? box.x1 : box.y1,
      thickness: rule.thickness,
      visible: !isPaper(rule.color),
    };
    segments[rule.direction].push(segment);
  }
  return {
    horizontal: longest(joinDoubles(joinPieces(segments.horizontal, em), em), em),
    vertical: longest(joinDoubles(joinPieces(segments.vertical, em), em), em),
  };
}

function isPaper(color: number): boolean {
  return ((color >> 16) & 0xff) > PAPER && ((color >> 8) & 0xff) > PAPER && (color & 0xff) > PAPER;
}

function longest(segments: Segment[], em: number): Segment[] {
  const kept = segments.filter((segment) => segment.to - segment.from >= 0.4 * em);
  if (kept.length <= MOST_SEGMENTS) return kept.sort(byPosition);
  return kept
    .sort((a, b) => b.to - b.from - (a.to - a.from) || byPosition(a, b))
    .slice(0, MOST_SEGMENTS)
    .sort(byPosition);
}

function byPosition(a: Segment, b: Segment): number {
  return a.at - b.at || a.from - b.from || a.to - b.to;
}

/** Collinear pieces that touch or nearly touch become one segment. */
function joinPieces(pieces: Segment[], em: number): Segment[] {
  const joined: Segment[] = [];
  const gap = 0.15 * em;
  for (const level of levels([...pieces].sort(byPosition), 0.07 * em)) {
    level.sort((a, b) => a.from - b.from || a.to - b.to);
    let open: Segment | undefined;
    for (const piece of level) {
      if (open && piece.from <= open.to + gap && piece.visible === open.visible) {
        const length = open.to - open.from;
        const added = Math.max(0, piece.to - Math.max(open.to, piece.from));
        if (length + added > 0) open.at = (open.at * length + piece.at * added) / (length + added);
        open.to = Math.max(open.to, piece.to);
        open.thickness = Math.max(open.thickness, piece.thickness);
      } else {
        open = { ...piece };
        joined.push(open);
      }
    }
  }
  return joined;
}

/** Groups of segments whose positions follow one another within `step`. */
function levels(sorted: Segment[], step: number): Segment[][] {
  const groups: Segment[][] = [];
  let start = Number.NEGATIVE_INFINITY;
  for (const segment of sorted) {
    const group = groups.at(-1);
    if (group && segment.at - start <= step) group.push(segment);
    else {
      groups.push([segment]);
      start = segment.at;
    }
  }
  return groups;
}

/** Two lines within 0.28 em along the same stretch are one double rule (LaTeX's \doublerulesep is 2 pt). */
function joinDoubles(segments: Segment[], em: number): Segment[] {
  const sorted = [...segments].sort(byPosition);
  const gone = new Set<Segment>();
  sorted.forEach((segment, index) => {
    if (gone.has(segment)) return;
    for (let next = index + 1; next < sorted.length; next++) {
      const other = sorted[next]!;
      if (other.at - segment.at > 0.28 * em) break;
      if (gone.has(other)) continue;
      const common = intervalOverlap(segment.from, segment.to, other.from, other.to);
      const shorter = Math.min(segment.to - segment.from, other.to - other.from);
      const longer = Math.max(segment.to - segment.from, other.to - other.from);
      if (common < 0.8 * shorter || shorter < 0.5 * longer) continue;
      segment.at = (segment.at + other.at) / 2;
      segment.from = Math.min(segment.from, other.from);
      segment.to = Math.max(segment.to, other.to);
      segment.thickness += other.thickness;
      segment.visible ||= other.visible;
      gone.add(other);
      break;
    }
  });
  return sorted.filter((segment) => !gone.has(segment));
}
