import type { Box } from "../../page.js";
import { boxHeight, boxWidth, overlapX, overlapY, unionBoxes } from "../boxes.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import type { Line, PageMetrics } from "../types.js";
import { boxContains, clusterBoxes } from "./cluster-boxes.js";

/** Parts of one figure stand this close, in body sizes: side by side, and one over the other (with a sub-label between). */
const BESIDE = 4.5;
const STACKED = 3;
/** Two plots with labels between them that may be either's: so alike in height, and no further apart, in body sizes. */
const SAME_HEIGHT = 0.9;
const SHARED = 10;
const LEAST_SHARED = 2;
const LABEL_WORDS = 4;
/** A caption stands this close under (or over) its figure, in leadings. */
const CAPTION_REACH = 3;
/** Longer lines between two parts are text, not sub-labels, in words. */
const SUB_LABEL_WORDS = 6;

/**
 * Joins figures that stand in one grid and share one caption (sub-figures). Figures with captions of their own, or with text
 * between them, stay apart; two with labels between them are one without a caption, too. Lines between the parts join the figure.
 */
export function mergeSubfigures<T extends { box: Box; lines: Line[] }>(
  figures: readonly T[],
  lines: readonly Line[],
  metrics: PageMetrics,
  unite: (parts: readonly T[], box: Box, lines: Line[]) => T,
): T[] {
  const taken = new Set(figures.flatMap((figure) => figure.lines));
  const free = lines.filter((line) => !taken.has(line));
  const captions = free.filter((line) => parseCaptionLabel(line.text)?.kind === "figure");
  const reach = SHARED * metrics.bodySize;
  const groups = clusterBoxes(figures, reach, (a, b) => areParts(a.box, b.box, free, metrics));
  return groups.flatMap(({ members, box }) => {
    const [only] = members;
    if (members.length === 1 && only) return [only];
    const captioned = members.filter((member) => ownCaption(member.box, captions, metrics) !== undefined);
    const distinct = new Set(captioned.map((member) => ownCaption(member.box, captions, metrics)));
    const shared =
      distinct.size === 0 && members.length === 2 && shareLabels(members[0]!.box, members[1]!.box, free, metrics);
    if (!(distinct.size === 1 || shared) || captions.some((caption) => boxContains(box, caption.box, 1)))
      return members;
    const between = free.filter((line) => boxContains(box, line.box, 1) && line.words.length <= SUB_LABEL_WORDS);
    const all = [...members.flatMap((member) => member.lines), ...between];
    return [unite(members, unionBoxes([box, ...all.map((line) => line.box)]), all)];
  });
}

/** Close beside or over each other, alike in extent, and no text between. */
function areParts(a: Box, b: Box, lines: readonly Line[], metrics: PageMetrics): boolean {
  const beside = overlapY(a, b) > 0.5 * Math.min(boxHeight(a), boxHeight(b));
  const stacked = overlapX(a, b) > 0.5 * Math.min(boxWidth(a), boxWidth(b));
  const gapX = Math.max(a.x0 - b.x1, b.x0 - a.x1);
  const gapY = Math.max(a.y0 - b.y1, b.y0 - a.y1);
  const close =
    (beside && gapX < BESIDE * metrics.bodySize) ||
    (stacked && gapY < STACKED * metrics.bodySize) ||
    shareLabels(a, b, lines, metrics);
  if (!close) return false;
  const both = unionBoxes([a, b]);
  return !lines.some(
    (line) =>
      (line.words.length > SUB_LABEL_WORDS || parseCaptionLabel(line.text) !== undefined) &&
      boxContains(both, line.box, 1) &&
      !boxContains(a, line.box, 1) &&
      !boxContains(b, line.box, 1),
  );
}

/** Beside each other, equally high, with nothing but some short labels between them. */
function shareLabels(a: Box, b: Box, lines: readonly Line[], metrics: PageMetrics): boolean {
  const [left, right] = a.x0 < b.x0 ? [a, b] : [b, a];
  const gap = right.x0 - left.x1;
  const height = Math.max(boxHeight(a), boxHeight(b));
  if (gap < 0 || gap > SHARED * metrics.bodySize || overlapY(a, b) < SAME_HEIGHT * height) return false;
  const between = lines.filter(
    ({ box }) =>
      box.x1 > left.x1 && box.x0 < right.x0 && box.y1 > Math.min(a.y0, b.y0) && box.y0 < Math.max(a.y1, b.y1),
  );
  const gapBox = { x0: left.x1, x1: right.x0, y0: Math.min(a.y0, b.y0), y1: Math.max(a.y1, b.y1) };
  return (
    between.length >= LEAST_SHARED &&
    between.every((line) => line.words.length <= 2 * LABEL_WORDS && boxContains(gapBox, line.box, metrics.bodySize))
  );
}

/** The caption right under the figure (or over it) that overlaps it in x. */
function ownCaption(box: Box, captions: readonly Line[], metrics: PageMetrics): Line | undefined {
  const reach = CAPTION_REACH * metrics.leading;
  return captions.find((caption) => {
    const below = caption.box.y0 - box.y1;
    const above = box.y0 - caption.box.y1;
    const near = (below > -5 && below < reach) || (above > -5 && above < 0.6 * reach);
    return near && overlapX(caption.box, box) > 0;
  });
}
