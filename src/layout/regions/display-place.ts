import type { Box } from "../../page.js";
import { boxHeight, overlapX, overlapY, unionBoxes } from "../boxes.js";
import { parseListMarker } from "../lists/list-marker.js";
import type { Line, PageMetrics } from "../types.js";
import { isEquationNumber, splitNumberOff } from "./equation-number.js";
import {
  AT_EDGE,
  type Candidate,
  type FormulaContext,
  hasFormulaContent,
  holdsOperation,
  isProse,
  MAX_PROSE_SHARE,
  proseShare,
} from "./formula-candidates.js";
import { addContent } from "./math-content.js";
import type { TextEdges } from "./text-edges.js";

/** Indent from the text's left edge from which a short formula line cannot be a paragraph's, in body sizes. */
const DISPLAY_INDENT = 2.2;
/** Insets of a centred line may differ by this share of the column. */
const CENTRE_TOLERANCE = 0.12;
/** A display that almost fills its column is centred to within this, in body sizes, with no less than that on either side. */
const EXACT_CENTRE = 0.2;
const LEAST_INSET = 0.5;
/** A display wider than its column reaches so far out of it at least, in body sizes; lines of text end at its edge. */
const OVERFULL = 0.5;
/** Ink of a row with large operators, fractions or grown brackets of a display, in body sizes; a line of text has 1. */
const TALL = 1.7;
/** Lines that start together do so to within this, in body sizes. */
const FLUSH = 0.15;
/** Blank to the text above and below a display that has no other sign of being one, in leadings. */
const ISOLATION = 0.75;

/** Set off from the running text: centred, indented, or with blank above and below; and no text on its row. */
export function isDisplayPlaced(candidate: Candidate, context: FormulaContext): boolean {
  const { line, edges } = candidate;
  const { metrics } = context;
  if (!edges) return false;
  const mates = rowMates(candidate, context);
  if (mates.some((mate) => startsRowAsText(mate, edges, metrics))) return false;
  if (parseListMarker(line.text) && !isEquationNumber(line.words[0]?.text ?? "")) return false;
  if (closesWhatItDidNotOpen(line.text) || runsAlong(candidate, context)) return false;
  const formula = [candidate, ...mates].filter((mate) => !mate.label);
  const box = unionBoxes(formula.map((mate) => withoutNumber(mate.line, metrics).box));
  const insetLeft = box.x0 - edges.left;
  // A row from the left edge with words in it is a line of a paragraph, however much maths is between them.
  const words = formula.reduce((sum, mate) => sum + mate.content.proseWords, 0);
  if (insetLeft < DISPLAY_INDENT * metrics.bodySize && words >= 2) return false;
  const insetRight = edges.right - box.x1;
  const width = edges.right - edges.left;
  const skew = Math.abs(insetLeft - insetRight);
  if (insetLeft > metrics.bodySize && skew < CENTRE_TOLERANCE * width) return true;
  if (insetLeft > LEAST_INSET * metrics.bodySize && skew < EXACT_CENTRE * metrics.bodySize) return true;
  const isolated = isIsolated(box, candidate, context);
  // From the left edge only what has nothing but formulas near it is a display.
  if (insetLeft < DISPLAY_INDENT * metrics.bodySize && hasTextNear(box, candidate, context)) return false;
  if (continuesLineAbove(box, edges, candidate, context)) return false;
  if (insetLeft >= DISPLAY_INDENT * metrics.bodySize) return isolated || insetRight > metrics.bodySize;
  const { relations } = formula.map(({ content }) => content).reduce(addContent);
  if (!isolated || relations === 0 || insetLeft < -metrics.bodySize) return false;
  // One that fills its column is told by its height, as no paragraph has so much blank about its lines.
  if (boxHeight(box) > TALL * metrics.bodySize) return true;
  const short = insetRight > 2 * metrics.bodySize || insetRight < -OVERFULL * metrics.bodySize;
  return short && proseShare(candidate.content) === 0 && candidate.content.relations > 0;
}

/** A statement with some words in it, centred exactly: around a large operator of display size, or where most of it is maths. */
export function isCentredOperation(candidate: Candidate, context: FormulaContext): boolean {
  const { line, content, edges } = candidate;
  const { metrics } = context;
  if (!edges || !holdsOperation(content)) return false;
  if (boxHeight(line.box) < TALL * metrics.bodySize && proseShare(content) > MAX_PROSE_SHARE) return false;
  const [insetLeft, insetRight] = [line.box.x0 - edges.left, edges.right - line.box.x1];
  return (
    insetLeft > DISPLAY_INDENT * metrics.bodySize &&
    Math.abs(insetLeft - insetRight) < EXACT_CENTRE * metrics.bodySize &&
    rowMates(candidate, context).every((mate) => mate.label)
  );
}

/** Whether a line of maths can be the first of several that are displayed: no line of a paragraph, nor an item, nor one behind words. */
export function beginsDisplay(candidate: Candidate, context: FormulaContext): boolean {
  const { line, edges } = candidate;
  const { metrics } = context;
  if (!edges || parseListMarker(line.text)) return false;
  if (rowMates(candidate, context).some((mate) => isProse(mate.content) || startsRowAsText(mate, edges, metrics)))
    return false;
  return !continuesLineAbove(line.box, edges, candidate, context);
}

/** Without any sign of maths, and flush with words right above or below: a statement of a listing. */
function runsAlong({ line, content }: Candidate, { candidates, metrics }: FormulaContext): boolean {
  if (content.strong > 0) return false;
  return candidates.some((other) => {
    const gap = Math.max(other.line.box.y0 - line.box.y1, line.box.y0 - other.line.box.y1);
    return (
      other.content.proseWords > 0 &&
      other.content.strong === 0 &&
      Math.abs(other.line.box.x0 - line.box.x0) < FLUSH * metrics.bodySize &&
      gap > 0 &&
      gap < ISOLATION * metrics.leading
    );
  });
}

/** `n = 50).`: the tail of a sentence in brackets that began on the line before. */
function closesWhatItDidNotOpen(text: string): boolean {
  const opened = (text.match(/\(/gu) ?? []).length;
  const closed = (text.match(/\)/gu) ?? []).length;
  return closed > opened && /\)[.,;]?$/u.test(text) && !isEquationNumber(text.split(" ").at(-1) ?? "");
}

/**
 * A row with an equation number at the right edge, far behind it, is a display whatever its characters are taken for (files with
 * fonts of unknown encoding print `Z` for `=`).
 */
export function isNumberedRow(candidate: Candidate, context: FormulaContext): boolean {
  const { line, edges, content } = candidate;
  const { bodySize } = context.metrics;
  if (endsWithNumber(candidate, context)) return true;
  if (!edges || content.proseWords > 2 || proseShare(content) > 0.7 || isProse(content)) return false;
  if (parseListMarker(line.text)) return false;
  const number = context.candidates.find(
    (other) =>
      other.label &&
      /^[([]/u.test(other.line.text) &&
      overlapY(other.line.box, line.box) > 0.5 * Math.min(boxHeight(other.line.box), boxHeight(line.box)) &&
      other.line.box.x0 - line.box.x1 > 1.5 * bodySize &&
      Math.abs(other.line.box.x1 - edges.right) < AT_EDGE * bodySize,
  );
  return (
    number !== undefined &&
    !rowMates(candidate, context).some((mate) => isProse(mate.content) && mate.line.box.x0 < number.line.box.x0)
  );
}

/** A row of nothing but maths that ends, behind a blank, with an equation number at the edge of the text. */
function endsWithNumber(candidate: Candidate, context: FormulaContext): boolean {
  const { line, edges, content } = candidate;
  const number = numberIn(line, context.metrics)?.number;
  if (!edges || !number || content.proseWords > 0 || content.relations === 0 || !hasFormulaContent(content))
    return false;
  const atEdge = Math.abs(number.box.x1 - edges.right) < AT_EDGE * context.metrics.bodySize;
  return atEdge && !rowMates(candidate, context).some((mate) => isProse(mate.content));
}

/** A row whose leftmost part is running text or a list marker is a paragraph's or an item's, whatever follows on it. */
export function startsRowAsText(mate: Candidate, edges: TextEdges, metrics: PageMetrics): boolean {
  const atLeft = mate.line.box.x0 < edges.left + DISPLAY_INDENT * metrics.bodySize;
  if (isProse(mate.content)) return atLeft || mate.content.proseWords >= 4;
  if (!atLeft || mate.label) return false;
  return parseListMarker(mate.line.text) !== undefined || proseShare(mate.content) > MAX_PROSE_SHARE;
}

/** The line without an equation number that stands in it. */
export function withoutNumber(line: Line, metrics: PageMetrics): Line {
  return numberIn(line, metrics)?.rest ?? line;
}

/** Equation number in a line of maths, behind (or before) a blank wider than those between words, in body sizes. */
const NUMBER_GAP = 0.85;

export function numberIn(line: Line, metrics: PageMetrics): { number: Line; rest: Line } | undefined {
  return splitNumberOff(line, NUMBER_GAP * metrics.bodySize);
}

/** Other lines on the same visual row, inside the same column. */
function rowMates(candidate: Candidate, { candidates, metrics }: FormulaContext): Candidate[] {
  const { box } = candidate.line;
  const left = (candidate.edges?.left ?? box.x0) - metrics.bodySize;
  const right = (candidate.edges?.right ?? box.x1) + metrics.bodySize;
  return candidates.filter(
    (other) =>
      other !== candidate &&
      overlapY(other.line.box, box) > 0.5 * Math.min(boxHeight(other.line.box), boxHeight(box)) &&
      other.line.box.x1 > left &&
      other.line.box.x0 < right,
  );
}

/** The next line of a paragraph or item: the line right above is text, reaches the right edge and starts no further right. */
function continuesLineAbove(
  box: Box,
  edges: TextEdges,
  candidate: Candidate,
  { candidates, metrics }: FormulaContext,
): boolean {
  return candidates.some(({ line, content }) => {
    if (line === candidate.line || content.proseWords === 0) return false;
    const gap = box.y0 - line.box.y1;
    if (gap > 0.3 * metrics.leading || gap < -boxHeight(box) || line.baseline >= candidate.line.baseline) return false;
    const full = edges.right - line.box.x1 < 1.5 * metrics.bodySize;
    return full && line.box.x0 < box.x0 + 0.5 * metrics.bodySize && overlapX(line.box, box) > 0;
  });
}

/** Any line with words within a line's distance above or below, long or short. */
function hasTextNear(box: Box, candidate: Candidate, { candidates, metrics }: FormulaContext): boolean {
  return candidates.some((other) => {
    if (other === candidate || other.content.proseWords === 0 || overlapX(other.line.box, box) === 0) return false;
    const gap = Math.max(other.line.box.y0 - box.y1, box.y0 - other.line.box.y1);
    return gap > -0.5 * boxHeight(box) && gap < ISOLATION * metrics.leading;
  });
}

/** More than a normal line's distance to the text above and below. */
function isIsolated(box: Box, candidate: Candidate, { prose, metrics }: FormulaContext): boolean {
  return !prose.some((other) => {
    if (other === candidate || overlapX(other.line.box, box) === 0) return false;
    return Math.max(other.line.box.y0 - box.y1, box.y0 - other.line.box.y1) < ISOLATION * metrics.leading;
  });
}
