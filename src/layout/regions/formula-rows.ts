import type { Box, PageEvidence } from "../../page.js";
import { boxHeight, boxWidth, overlapX, overlapY, unionBoxes } from "../boxes.js";
import { parsePageNumber } from "../furniture/page-number.js";
import type { Line, PageMetrics } from "../types.js";
import { standsBehind } from "./case-braces.js";
import { startsRowAsText, withoutNumber } from "./display-place.js";
import { type Candidate, type FormulaContext, isProse, MAX_PROSE_SHARE, proseShare } from "./formula-candidates.js";

/** Lines that are displayed together, without their number. */
export interface FormulaRow {
  members: Candidate[];
  box: Box;
  number?: Line | undefined;
}

/** Rows of one display are less than this many leadings apart (blank between the boxes); displays are further apart. */
export const ROW_GAP = 0.9;
/** Fragments (limits, numerators, delimiters) touch the rows they belong to or nearly so, in leadings. */
const FRAGMENT_GAP = 0.45;
/** Digits of a denominator begin 0.27 em below its bar (TeXbook, app. G: denom1); what ends a page stands further off, in body sizes. */
const FOOT_GAP = 0.31;
/** Parts of one row are this close, in body sizes: conditions and second columns stand further off than a word's blank. */
const PART_GAP = 6;

/** Horizontal rules that can be fraction bars or roofs of radicals: thin and no longer than a formula. */
export function fractionBars(evidence: PageEvidence, metrics: PageMetrics): Box[] {
  return evidence.rules
    .filter((rule) => rule.direction === "horizontal" && rule.thickness < 0.12 * metrics.bodySize)
    .map((rule) => rule.box)
    .filter((box) => boxWidth(box) < 0.35 * evidence.width);
}

/** Joins what stands on the seed's row, fraction bars beside it, and the fragments that touch them, until nothing more does. */
export function growRow(
  seed: Candidate,
  context: FormulaContext,
  bars: readonly Box[],
  taken: Set<Candidate>,
): FormulaRow {
  const members = [seed];
  taken.add(seed);
  let box = withoutNumber(seed.line, context.metrics).box;
  const joined = new Set<Box>();
  for (let grown = true; grown; ) {
    grown = false;
    for (const bar of bars) {
      if (joined.has(bar) || !isBarOfRow(bar, box, context)) continue;
      joined.add(bar);
      box = unionBoxes([box, bar]);
      grown = true;
    }
    for (const other of context.candidates) {
      if (taken.has(other) || other.label || !belongsToRow(other, box, seed, context)) continue;
      members.push(other);
      taken.add(other);
      box = unionBoxes([box, withoutNumber(other.line, context.metrics).box]);
      grown = true;
    }
  }
  return { members, box };
}

/** Rows close above each other are one display (`align`, `cases`, matrices). */
export function stackRows(
  rows: readonly FormulaRow[],
  context: FormulaContext,
  taken: ReadonlySet<Candidate>,
): FormulaRow[] {
  const stacks: FormulaRow[][] = [];
  for (const row of [...rows].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)) {
    // Tall brackets at both ends of a row begin above it, each apart from the other.
    const joined = stacks.filter((open) => open.some((above) => isNextRow(above, row, context, taken)));
    const [stack, ...more] = joined;
    if (!stack) stacks.push([row]);
    else stack.push(...more.flatMap((other) => stacks.splice(stacks.indexOf(other), 1).flat()), row);
  }
  return stacks.map((stack) => ({
    members: stack.flatMap((row) => row.members),
    box: unionBoxes(stack.map((row) => row.box)),
  }));
}

/** A bar at the height of the row, inside it or right beside it, with no running text on it. */
function isBarOfRow(bar: Box, box: Box, { prose, metrics }: FormulaContext): boolean {
  const middle = (bar.y0 + bar.y1) / 2;
  if (middle < box.y0 - 2 || middle > box.y1 + 2) return false;
  if (Math.max(bar.x0 - box.x1, box.x0 - bar.x1) > 1.2 * metrics.bodySize) return false;
  return !prose.some(({ line }) => line.box.y0 < middle && line.box.y1 > middle && overlapX(line.box, bar) > 0);
}

function belongsToRow(other: Candidate, box: Box, seed: Candidate, context: FormulaContext): boolean {
  const { edges } = seed;
  const { bodySize, leading } = context.metrics;
  const place = other.line.box;
  if (edges && (place.x1 < edges.left - bodySize || place.x0 > edges.right + bodySize)) return false;
  if (
    context.braces.some((brace) => overlapY(brace, box) > 0 && overlapX(brace, box) > 0 && standsBehind(brace, place))
  )
    return true;
  if (overlapY(place, box) > 0.5 * Math.min(boxHeight(place), boxHeight(box))) {
    if (edges && startsRowAsText(other, edges, context.metrics)) return false;
    const gap = Math.max(place.x0 - box.x1, box.x0 - place.x1);
    return gap < PART_GAP * bodySize && other.content.proseWords <= 6 && !standsInText(other, context);
  }
  const gap = Math.max(place.y0 - box.y1, box.y0 - place.y1);
  if (gap > FRAGMENT_GAP * leading || overlapX(place, box) <= 0) return false;
  return isFragment(other, box, context.metrics) && !standsInText(other, context) && !isFoot(other, box, context);
}

/** A page number below the last display of a page: nothing stands lower, and a denominator stands nearer. */
function isFoot(other: Candidate, box: Box, { candidates, metrics }: FormulaContext): boolean {
  const { line } = other;
  if (line.box.y0 - box.y1 < FOOT_GAP * metrics.bodySize || parsePageNumber(line.text) === undefined) return false;
  return !candidates.some((mate) => mate !== other && mate.line.box.y1 > line.box.y0);
}

/** Short piece over, under or inside a row: limits, numerators (which may be words), pieces of delimiters. */
function isFragment(other: Candidate, box: Box, metrics: PageMetrics): boolean {
  const place = other.line.box;
  const { content, edges } = other;
  if (content.proseWords > 2) return false;
  if (proseShare(content) > MAX_PROSE_SHARE && boxWidth(place) > 8 * metrics.bodySize) return false;
  if (edges && place.x0 < edges.left + 0.5 * metrics.bodySize && place.x0 < box.x0) return false;
  return boxWidth(place) < boxWidth(box) + 2 * metrics.bodySize;
}

/** A fragment at the height of a line of running text and right beside it belongs to that line (an inline fraction). */
function standsInText(other: Candidate, { prose, metrics }: FormulaContext): boolean {
  const place = other.line.box;
  return prose.some(({ line }) => {
    if (overlapY(line.box, place) < 0.2 * boxHeight(place)) return false;
    return Math.max(place.x0 - line.box.x1, line.box.x0 - place.x1) < 1.5 * metrics.bodySize;
  });
}

function isNextRow(
  above: FormulaRow,
  row: FormulaRow,
  { prose, metrics }: FormulaContext,
  taken: ReadonlySet<Candidate>,
): boolean {
  if (row.box.y0 - above.box.y1 > ROW_GAP * metrics.leading) return false;
  if (Math.max(row.box.x0 - above.box.x1, above.box.x0 - row.box.x1) > 4 * metrics.bodySize) return false;
  const both = unionBoxes([row.box, above.box]);
  return !prose.some(
    (other) =>
      !taken.has(other) &&
      isProse(other.content) &&
      overlapX(other.line.box, both) > 0 &&
      other.line.box.y0 >= above.box.y0 &&
      other.line.box.y1 <= row.box.y1,
  );
}
