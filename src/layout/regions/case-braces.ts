import type { Box } from "../../page.js";
import { boxHeight, overlapY, unionBoxes } from "../boxes.js";
import type { Line, PageMetrics } from "../types.js";

/** A brace around two rows or more is this much taller than the text. */
const GROWN = 1.6;
/** Pieces of one brace meet, px in body sizes. */
const TOUCHING = 0.15;

/** Boxes of left braces grown over several rows that no right brace closes: what stands behind them are cases, words or not. */
export function caseBraces(lines: readonly Line[], { bodySize }: PageMetrics): Box[] {
  const parts = (pattern: RegExp) =>
    lines.flatMap((line) =>
      line.words.flatMap((word) => word.glyphs.filter(({ text }) => pattern.test(text)).map(({ box }) => box)),
    );
  const slack = TOUCHING * bodySize;
  const right = assemble(parts(/^[}⎫⎬⎭⎪]$/u), slack);
  return assemble(parts(/^[{⎧⎨⎩⎪]$/u), slack).filter(
    (brace) =>
      boxHeight(brace) > GROWN * bodySize &&
      !right.some((other) => other.x0 > brace.x1 && overlapY(other, brace) > 0.8 * boxHeight(brace)),
  );
}

/** Whether a box stands behind the brace at the height of its rows. */
export function standsBehind(brace: Box, { x0, y0, y1 }: Box): boolean {
  const middle = (y0 + y1) / 2;
  return x0 > brace.x0 && middle > brace.y0 && middle < brace.y1;
}

function assemble(parts: readonly Box[], slack: number): Box[] {
  const braces: Box[] = [];
  for (const part of [...parts].sort((a, b) => a.y0 - b.y0)) {
    const at = braces.findIndex(
      (brace) => part.y0 < brace.y1 + slack && part.x0 < brace.x1 + slack && part.x1 > brace.x0 - slack,
    );
    if (at < 0) braces.push(part);
    else braces[at] = unionBoxes([braces[at]!, part]);
  }
  return braces;
}
