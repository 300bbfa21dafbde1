import { boxHeight, boxWidth } from "../boxes.js";
import type { Line, PageMetrics } from "../types.js";
import { boxContains, sharedArea } from "./cluster-boxes.js";
import type { Graphic } from "./graphics.js";

/** A box of text is this share of a line of the text wide, and most of it is filled by its lines. */
const WIDE = 0.9;
const FILLED = 0.4;
/** Words of a line of running text. */
const LINE_WORDS = 8;
/** Its lines begin this near to its left edge, in body sizes. */
const LEFT = 2;
/** Rules on the edges of the ground lie within so many px of them. */
const EDGE = 5;

/**
 * Graphics without the grounds and frames of boxes of text that are as wide as the text: they stand close to the drawing that an input
 * gives, and are no part of it.
 */
export function withoutTextBoxes(
  graphics: readonly Graphic[],
  lines: readonly Line[],
  metrics: PageMetrics,
): Graphic[] {
  const width = Math.max(
    0,
    ...lines.filter(({ words, angle }) => words.length >= LINE_WORDS && angle === 0).map(({ box }) => boxWidth(box)),
  );
  if (width === 0) return [...graphics];
  const grounds = graphics.filter(
    (graphic) =>
      graphic.kind === "fill" && boxWidth(graphic.box) > WIDE * width && holdsText(graphic, graphics, lines, metrics),
  );
  return graphics.filter(
    ({ kind, box }) => kind === "picture" || !grounds.some((ground) => boxContains(ground.box, box, EDGE)),
  );
}

function holdsText(
  ground: Graphic,
  graphics: readonly Graphic[],
  lines: readonly Line[],
  { bodySize }: PageMetrics,
): boolean {
  const { box } = ground;
  const inside = lines.filter((line) => line.angle === 0 && boxContains(box, line.box, EDGE));
  const filled = inside.reduce((sum, line) => sum + line.size, 0);
  if (inside.length === 0 || filled < FILLED * boxHeight(box)) return false;
  if (Math.min(...inside.map((line) => line.box.x0)) - box.x0 > LEFT * bodySize) return false;
  const inner = { x0: box.x0 + EDGE, y0: box.y0 + EDGE, x1: box.x1 - EDGE, y1: box.y1 - EDGE };
  return !graphics.some(
    ({ kind, box: other }) => (kind === "drawing" || kind === "picture") && sharedArea(other, inner) > 0,
  );
}
