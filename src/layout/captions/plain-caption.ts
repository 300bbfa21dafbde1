import type { Box } from "../../page.js";
import { overlapX } from "../boxes.js";
import type { PageContext } from "../classify/page-context.js";
import { firstLine, inkBox, type Piece, pieceText, weighted } from "../classify/piece.js";
import type { CaptionLabel } from "./caption-label.js";

/** Captions without a number are set smaller than the text by this factor, or slanted. */
const SMALL = 0.93;
const SLANTED = 0.85;
/** Blank between picture and caption, in leadings. */
const REACH = 1.1;
/** Edges agree to within this, in sizes. */
const ALIGNED = 1;
const MOST_LINES = 6;
const LABEL: CaptionLabel = { kind: "figure", text: "", number: "" };

/**
 * Caption of a newspaper's or magazine's picture, which names no number: small or slanted words right under the picture, no wider
 * than it, that start at its left edge or are centred on it.
 */
export function plainCaption(piece: Piece, context: PageContext): CaptionLabel | undefined {
  if (piece.apart || piece.form || piece.lines.length > MOST_LINES || !/\p{L}{2}.*\s.*\p{L}{2}/u.test(pieceText(piece)))
    return undefined;
  const { metrics } = context;
  const small = weighted(piece, (line) => line.size) < SMALL * metrics.bodySize;
  if (!small && weighted(piece, (line) => line.italic) < SLANTED) return undefined;
  const box = inkBox(piece);
  const under = context.figures.find((figure) => {
    const gap = box.y0 - figure.y1;
    return gap > -2 && gap < REACH * metrics.leading && overlapX(figure, box) > 0;
  });
  return under && fits(box, under, ALIGNED * firstLine(piece).size) ? LABEL : undefined;
}

function fits(box: Box, figure: Box, slack: number): boolean {
  if (box.x0 < figure.x0 - slack || box.x1 > figure.x1 + slack) return false;
  const centred = Math.abs(box.x0 + box.x1 - figure.x0 - figure.x1) < 2 * slack;
  return centred || Math.abs(box.x0 - figure.x0) < slack;
}
