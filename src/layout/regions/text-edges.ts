import type { Box } from "../../page.js";
import { overlapX } from "../boxes.js";
import type { Line } from "../types.js";

/** Edges of the running text around a place: page space, px. */
export interface TextEdges {
  left: number;
  right: number;
}

/** Number of neighbouring lines that vote for the edges; a handful above and below is the local column. */
const VOTERS = 16;

/**
 * Edges of the column of running text that `box` stands in, from the nearest lines of prose that overlap it in x.
 * Most paragraphs start at the left edge and reach the right one, so the left edge is the mode of the starts and the right
 * edge the mode of the ends among full lines. Undefined when no prose is near.
 */
export function textEdgesAround(box: Box, prose: readonly Line[], tolerance: number): TextEdges | undefined {
  const centre = (box.y0 + box.y1) / 2;
  const near = prose
    .filter((line) => overlapX(line.box, box) > 0.3 * Math.min(line.box.x1 - line.box.x0, box.x1 - box.x0))
    .map((line) => ({ line, distance: Math.abs((line.box.y0 + line.box.y1) / 2 - centre) }))
    .sort((a, b) => a.distance - b.distance || a.line.box.x0 - b.line.box.x0)
    .slice(0, VOTERS)
    .map((entry) => entry.line.box);
  if (near.length === 0) return undefined;
  const left = mostFrequentEdge(
    near.map((line) => line.x0),
    tolerance,
    "low",
  );
  const right = mostFrequentEdge(
    near.map((line) => line.x1),
    tolerance,
    "high",
  );
  return { left, right };
}

/** Most frequent value within `tolerance`; ties go to the outer side. */
function mostFrequentEdge(values: readonly number[], tolerance: number, outer: "low" | "high"): number {
  const sorted = [...values].sort((a, b) => (outer === "low" ? a - b : b - a));
  let best = sorted[0] ?? 0;
  let bestVotes = 0;
  for (const value of sorted) {
    const votes = values.filter((other) => Math.abs(other - value) <= tolerance).length;
    if (votes > bestVotes) {
      best = value;
      bestVotes = votes;
    }
  }
  return best;
}
