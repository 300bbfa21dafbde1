import { overlapX } from "../boxes.js";
import { isIdeographic } from "../glyphs/writing-systems.js";
import type { Line, PageMetrics } from "../types.js";
import { entryStarts } from "./entry-terms.js";
import { startsItem } from "./starts-item.js";

/** How the lines of a column are set, per line where it can change on the way. */
export interface Setting {
  /** Usual baseline distance around the line, px. */
  leading: number[];
  /** Text edges around the line, px. */
  edges: { left: number; right: number }[];
  /** Around here the first line of an item stands out to the left. */
  hanging: boolean[];
  /** Starts an entry of a glossary or index. */
  entries: boolean[];
}

/** Lines before and after that tell how a line is set. */
const WINDOW = 12;
const SAME_SIZE = 1.11;
/** Largest share of the lines that may reach over the right edge. */
const OVERFULL = 0.15;
/** Lines of fewer words are addresses and labels, which end alike by chance. */
const LEAST_WORDS = 4;
/** A full line of text: so near the right edge, in sizes, with so many words; and how many of one distance below them tell the leading. */
const FULL = 2;
const FULL_WORDS = 6;
const LEAST_FULL = 3;

/** @param starts indices of lines that follow a table, picture or display, not the line before */
export function measureSetting(lines: readonly Line[], starts: ReadonlySet<number>, metrics: PageMetrics): Setting {
  let stretch = 0;
  const stretches = new Map(lines.map((line, index) => [line, starts.has(index) ? ++stretch : stretch]));
  // Across a region only lines of running text tell how this one is set.
  const tells = (line: Line, other: Line) =>
    isAlike(line, other) && (stretches.get(line) === stretches.get(other) || other.words.length >= LEAST_WORDS);
  const around = lines.map((line, index) =>
    lines.slice(Math.max(0, index - WINDOW), index + WINDOW + 1).filter((other) => tells(line, other)),
  );
  const edges = lines.map((line, index) => edgesOf(line, around[index]!, [lines[index - 1], lines[index + 1]]));
  return {
    leading: lines.map((line, index) => leadingOf(line, around[index]!, metrics)),
    edges,
    hanging: lines.map((_, index) => isHanging(lines, starts, edges, index)),
    entries: entryStarts(lines, metrics.bodyFont),
  };
}

function isAlike(line: Line, other: Line): boolean {
  return (
    line.angle === other.angle &&
    line.size < SAME_SIZE * other.size &&
    other.size < SAME_SIZE * line.size &&
    overlapX(line.box, other.box) > 0
  );
}

function edgesOf(
  line: Line,
  near: readonly Line[],
  neighbours: readonly (Line | undefined)[],
): { left: number; right: number } {
  const left = Math.min(line.box.x0, ...near.map((other) => other.box.x0));
  const ends = near.map((other) => other.box.x1).sort((a, b) => b - a);
  // A few overfull lines do not move the edge: it is where at least two lines end.
  const overfull = Math.floor(OVERFULL * near.length);
  const shared = ends
    .slice(0, overfull + 1)
    .find((end, index) => end - (ends[index + 1] ?? Number.NEGATIVE_INFINITY) < 0.25 * line.size);
  // Text beside a box ends at the box: full lines tell their own edge.
  const beside = neighbours.find(
    (other) =>
      other &&
      isAlike(line, other) &&
      Math.min(line.words.length, other.words.length) >= LEAST_WORDS &&
      Math.abs(other.box.x1 - line.box.x1) < 0.15 * line.size,
  );
  if (beside) return { left, right: Math.max(line.box.x1, beside.box.x1) };
  return { left, right: shared === undefined || near.length < 4 ? (ends[0] ?? line.box.x1) : shared };
}

/**
 * Most frequent distance between consecutive near lines; the smallest of equals. Where full lines tell it, only the distances below them
 * count: items of one line each are set further apart.
 */
function leadingOf(line: Line, near: readonly Line[], metrics: PageMetrics): number {
  const sorted = [...near].sort((a, b) => a.baseline - b.baseline);
  const right = Math.max(...near.map((other) => other.box.x1));
  const isFull = ({ box, words }: Line) => box.x1 > right - FULL * line.size && words.length >= FULL_WORDS;
  const below = (some: (above: Line) => boolean) => {
    const counts = new Map<number, number>();
    sorted.forEach((other, index) => {
      const above = sorted[index - 1];
      if (!above || !some(above)) return;
      const distance = Math.round(other.baseline - above.baseline);
      if (distance > 0.8 * line.size && distance < 2.6 * line.size)
        counts.set(distance, (counts.get(distance) ?? 0) + 1);
    });
    return counts;
  };
  const full = below(isFull);
  const counts = Math.max(0, ...full.values()) >= LEAST_FULL ? full : below(() => true);
  let best: number | undefined;
  for (const [distance, count] of [...counts].sort((a, b) => a[0] - b[0])) {
    if (best === undefined || count > counts.get(best)! + (distance > 1.2 * best ? 1 : 0)) best = distance;
  }
  const usual = (metrics.leading / metrics.bodySize) * line.size;
  return best === undefined ? usual : Math.min(best, 1.6 * usual);
}

/**
 * Hanging or first-line indent? A line further out follows a short line when it begins a hanging item, and a full line
 * when it is the second of an indented paragraph; with lines further in it is the other way round.
 */
function isHanging(
  lines: readonly Line[],
  starts: ReadonlySet<number>,
  edges: Setting["edges"],
  index: number,
): boolean {
  let hanging = 0;
  let indented = 0;
  for (let at = Math.max(1, index - WINDOW); at < Math.min(lines.length, index + WINDOW); at++) {
    const line = lines[at]!;
    const previous = lines[at - 1]!;
    if (starts.has(at) || !isAlike(line, previous) || startsItem(line, undefined, line)) continue;
    const step = line.box.x0 - previous.box.x0;
    if (Math.abs(step) < 0.7 * line.size || Math.abs(step) > 6 * line.size) continue;
    const short = endsEarly(previous, line, edges[at - 1]!.right);
    if (step < 0) short ? hanging++ : indented++;
    else short ? indented++ : hanging++;
  }
  return hanging > indented;
}

/** Whether the first word of the next line would have fitted at the end of this one: the break was wanted. */
export function endsEarly(line: Line, next: Line, right: number): boolean {
  const word = next.words[0];
  // Chinese and Japanese lines break between any two characters: two must fit, as punctuation may not begin a line.
  const width = !word ? 0 : isIdeographic(word.text) ? 2 * next.size : word.box.x1 - word.box.x0;
  return width + 0.4 * line.size < right - line.box.x1;
}
