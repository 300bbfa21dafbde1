import type { Component } from "../../raster/ink/components.js";
import type { InkLine } from "./find-lines.js";
import type { LineMetrics } from "./line-metrics.js";

/** A line, or a part of one, with the metrics at its own middle. */
export interface MeasuredLine {
  line: InkLine;
  metrics: LineMetrics;
}

/** Cuts a line longer than `limit` px at the widest blank near the limit, as often as needed. */
export function cutLine(line: InkLine, metrics: LineMetrics, limit: number): MeasuredLine[] {
  if (line.x1 - line.x0 <= limit) return [{ line, metrics }];
  const letters = [...line.letters].sort((a, b) => a.x0 - b.x0);
  const at = widestBlank(letters, line.x0, limit);
  const [head, tail] = [letters.slice(0, at), letters.slice(at)];
  if (head.length === 0 || tail.length === 0) return [{ line, metrics }];
  const moved = (piece: InkLine): LineMetrics => ({
    ...metrics,
    baseline: metrics.baseline + metrics.slope * ((piece.x0 + piece.x1) / 2 - (line.x0 + line.x1) / 2),
  });
  const first = piece(line, head);
  const rest = piece(line, tail);
  return [{ line: first, metrics: moved(first) }, ...cutLine(rest, moved(rest), limit)];
}

/** Index of the letter after the widest blank in the second half of the first `limit` px. */
function widestBlank(letters: readonly Component[], left: number, limit: number): number {
  let at = 1;
  let widest = -Infinity;
  let right = -Infinity;
  for (let index = 1; index < letters.length; index++) {
    right = Math.max(right, letters[index - 1]!.x1);
    if (right - left > limit) break;
    const gap = letters[index]!.x0 - right;
    if (gap >= widest && right - left > 0.5 * limit) [widest, at] = [gap, index];
  }
  return at;
}

function piece(line: InkLine, letters: Component[]): InkLine {
  return {
    ...line,
    letters,
    x0: Math.min(...letters.map((letter) => letter.x0)),
    x1: Math.max(...letters.map((letter) => letter.x1)),
  };
}
