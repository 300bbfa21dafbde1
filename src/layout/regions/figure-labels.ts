import type { Box } from "../../page.js";
import { boxHeight, boxWidth, overlapX, overlapY, unionBoxes } from "../boxes.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import type { Line, PageMetrics } from "../types.js";
import { isTick, isTickRow } from "./chart-evidence.js";
import { boxContains, sharedArea } from "./cluster-boxes.js";

/** Labels hug the drawing: tick labels and axis titles are this close, in their own sizes. */
const LABEL_GAP = 1.1;
/** Rounds of growing: tick labels first, then the axis title, then what stands under it (`(a)`). */
const ROUNDS = 3;
/** Numbers of an axis stand this close, in their sizes. */
const TICK_GAP = 2.5;
/** Blank under which a label touches the drawing, in its own sizes. */
const TOUCHING = 0.45;
/** Baselines of a paragraph are at most this far apart, in leadings. */
const PARAGRAPH_STEP = 1.25;
/** At text size, words wider than the drawing by this factor are a title of their own. */
const WIDER = 1.3;
/** A label has no more words than this; running text has. */
const LABEL_WORDS = 7;
/** Lines of text in a narrow column have this many words at least. */
const LEAST_COLUMN_WORDS = 4;
/** An equation is so wide, in body sizes; a label like `n = 20` is narrower. */
const EQUATION_WIDTH = 5;
/** A plot's title in small type, centred on it, may have more. */
const TITLE_WORDS = 16;

/** Figure with its labels: lines inside the box, and short lines that hug it, taken in rounds. */
export function absorbLabels(start: Box, lines: readonly Line[], metrics: PageMetrics): { box: Box; lines: Line[] } {
  const taken = new Set<Line>();
  let box = start;
  for (const line of lines) {
    if (isInside(line, box)) taken.add(line);
  }
  box = unionBoxes([box, ...[...taken].map((line) => line.box)]);
  for (let round = 0; round < ROUNDS; round += 1) {
    const inner = innerTypes([...taken], metrics);
    const hugging = lines.filter(
      (line) =>
        !taken.has(line) &&
        (isInside(line, box) ||
          (!isEquationBeside(line, box, metrics) &&
            (hugs(line, box, lines, metrics) || isTickBeside(line, box, lines) || isInType(line, box, inner)))),
    );
    if (hugging.length === 0) break;
    for (const line of hugging) taken.add(line);
    box = unionBoxes([box, ...hugging.map((line) => line.box)]);
  }
  return { box, lines: lines.filter((line) => taken.has(line)) };
}

function isInside(line: Line, box: Box): boolean {
  if (startsCaption(line)) return false;
  return (
    boxContains(box, line.box, 1) ||
    sharedArea(line.box, box) > 0.6 * Math.max(1, boxWidth(line.box) * boxHeight(line.box))
  );
}

function startsCaption(line: Line): boolean {
  const label = parseCaptionLabel(line.text);
  return label !== undefined && (label.punctuated || label.rest === "" || line.words.length > 3);
}

/** An equation of the text over or under the figure: wide, at text size and without words. */
function isEquationBeside(line: Line, box: Box, metrics: PageMetrics): boolean {
  return (
    line.text.includes("=") &&
    !/\p{L}{4}/u.test(line.text) &&
    line.size > 0.95 * metrics.bodySize &&
    boxWidth(line.box) > EQUATION_WIDTH * metrics.bodySize &&
    overlapY(line.box, box) === 0
  );
}

/** Short, small or turned line right beside the drawing that belongs to no paragraph. */
function hugs(line: Line, box: Box, lines: readonly Line[], metrics: PageMetrics): boolean {
  const turned = line.angle !== 0;
  const title = line.size < 0.85 * metrics.bodySize && isCentredOn(line, box, Number.POSITIVE_INFINITY);
  const most = title ? TITLE_WORDS : LABEL_WORDS;
  if (!turned && (isInColumn(line, lines, metrics) || isPlainCaption(line, box, lines))) return false;
  if (startsCaption(line) || (line.words.length > most && !turned && !isTickRow(line))) return false;
  const gapX = Math.max(line.box.x0 - box.x1, box.x0 - line.box.x1);
  const gapY = Math.max(line.box.y0 - box.y1, box.y0 - line.box.y1);
  const reach = LABEL_GAP * Math.min(line.size, metrics.bodySize);
  if (gapX > reach || gapY > reach) return false;
  const overlapping = gapX <= 0 && gapY <= 0;
  const along =
    gapX > 0 || overlapping ? overlapY(line.box, box) > 0 : overlapX(line.box, box) > 0.5 * boxWidth(line.box);
  if (!along) return false;
  if (turned || isTickRow(line)) return true;
  if (line.size > 0.95 * metrics.bodySize && !overlapping && gapX <= 0) {
    if (!isCentredOn(line, box, gapY) || boxWidth(line.box) > WIDER * boxWidth(box)) return false;
  }
  return title || !belongsToParagraph(line, lines, metrics);
}

/** Fonts that set labels inside the figure and are not the font of the running text. */
function innerTypes(inside: readonly Line[], metrics: PageMetrics): Map<number, number> {
  const sizes = new Map<number, number>();
  for (const line of inside) {
    if (line.font !== metrics.bodyFont) sizes.set(line.font, Math.max(line.size, sizes.get(line.font) ?? 0));
  }
  return sizes;
}

/** A line right over or under the figure in the type of its labels: the plot's own title, however long. */
function isInType(line: Line, box: Box, inner: ReadonlyMap<number, number>): boolean {
  const size = inner.get(line.font);
  if (size === undefined || line.size > 1.3 * size || startsCaption(line)) return false;
  const gap = Math.max(line.box.y0 - box.y1, box.y0 - line.box.y1);
  return gap < LABEL_GAP * line.size && overlapX(line.box, box) > 0.8 * boxWidth(line.box);
}

/** One of at least three numbers set in a column beside the figure (or a row under it): axes keep some distance. */
function isTickBeside(line: Line, box: Box, lines: readonly Line[]): boolean {
  if (line.words.length !== 1 || !isTick(line)) return false;
  const gapX = Math.max(line.box.x0 - box.x1, box.x0 - line.box.x1);
  const gapY = Math.max(line.box.y0 - box.y1, box.y0 - line.box.y1);
  if (gapX > TICK_GAP * line.size || gapY > TICK_GAP * line.size) return false;
  const mates = lines.filter(
    (other) =>
      other.words.length === 1 &&
      isTick(other) &&
      Math.abs(other.size - line.size) < 0.1 * line.size &&
      (gapX > 0
        ? Math.abs(other.box.x1 - line.box.x1) < 4 && overlapY(other.box, box) > 0
        : Math.abs(other.baseline - line.baseline) < 2 && overlapX(other.box, box) > 0),
  );
  return mates.length >= 3;
}

/** Over or under a drawing, words at text size are its title or a label only when centred on it or touching it. */
function isCentredOn(line: Line, box: Box, gap: number): boolean {
  if (gap < TOUCHING * line.size) return true;
  return Math.abs(line.box.x0 + line.box.x1 - box.x0 - box.x1) < 0.2 * boxWidth(box);
}

/** First or further line of words under the picture that start where it starts: its caption, if without a number. */
function isPlainCaption(line: Line, box: Box, lines: readonly Line[]): boolean {
  const starts = (other: Line) => other.box.y0 > box.y1 - 2 && Math.abs(other.box.x0 - box.x0) < 0.6 * other.size;
  if (!starts(line) || line.words.length < LEAST_COLUMN_WORDS) return false;
  if (/\p{Ll}[.!?]$/u.test(line.text)) return true;
  return lines.some((other) => {
    const distance = (other.baseline - line.baseline) / line.size;
    return other !== line && other.font === line.font && starts(other) && distance > 0.8 && distance < 1.6;
  });
}

/**
 * Lines of running text one under the other, in the type of the page's text: a paragraph of a narrow column, whose lines are no
 * longer than labels.
 */
function isInColumn(line: Line, lines: readonly Line[], metrics: PageMetrics): boolean {
  if (line.font !== metrics.bodyFont || Math.abs(line.size - metrics.bodySize) > 0.05 * metrics.bodySize) return false;
  if (line.words.length < LEAST_COLUMN_WORDS) return false;
  const next = (from: Line) =>
    lines.find((other) => {
      const distance = other.baseline - from.baseline;
      return (
        other.font === line.font &&
        Math.abs(other.size - line.size) < 0.05 * line.size &&
        distance > 0.6 * metrics.leading &&
        distance < PARAGRAPH_STEP * metrics.leading &&
        overlapX(other.box, from.box) > 0.6 * Math.min(boxWidth(other.box), boxWidth(from.box)) &&
        other.words.length >= LEAST_COLUMN_WORDS
      );
    });
  const second = next(line);
  return second !== undefined && next(second) !== undefined;
}

/** A longer line in its type one line above or below, or on its row: the short line is part of a paragraph. */
function belongsToParagraph(line: Line, lines: readonly Line[], metrics: PageMetrics): boolean {
  return lines.some((other) => {
    if (other === line || other.angle !== line.angle || other.words.length <= LABEL_WORDS) return false;
    if (Math.abs(other.size - line.size) > 0.12 * line.size) return false;
    const distance = Math.abs(other.baseline - line.baseline);
    if (distance < 0.3 * line.size)
      return gapBetween(other.box.x0, other.box.x1, line.box.x0, line.box.x1) < 2 * line.size;
    return distance < PARAGRAPH_STEP * metrics.leading && overlapX(other.box, line.box) > 0;
  });
}

function gapBetween(a0: number, a1: number, b0: number, b1: number): number {
  return Math.max(a0 - b1, b0 - a1);
}
