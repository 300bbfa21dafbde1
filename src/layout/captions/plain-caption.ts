import type { Box } from "../../page.js";
import { overlapX } from "../boxes.js";
import type { PageContext } from "../classify/page-context.js";
import { firstLine, inkBox, type Piece, pieceText, weighted } from "../classify/piece.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import type { CaptionLabel } from "./caption-label.js";

/** Captions without a number are set smaller than the text by this factor, or slanted. */
const SMALL = 0.93;
const SLANTED = 0.85;
/** Blank between picture and caption, in leadings. */
const REACH = 1.1;
/** Edges agree to within this, in sizes. */
const ALIGNED = 1;
const MOST_LINES = 6;
/** Over a table only short slanted lines are captions. */
const TITLE_LINES = 2;

/** Remarks in the margin stand under pictures too. */
const REMARK = /^(?:notes?|source|hint|tip|caution|warning)\s*[:.]/iu;

/**
 * Caption that names no number. Newspapers and magazines set one under a picture: small or slanted words, no wider than it, that
 * start at its left edge or are centred on it. Word processors set one over a table, in italics.
 */
export function plainCaption(piece: Piece, context: PageContext): CaptionLabel | undefined {
  if (
    piece.apart ||
    piece.form ||
    piece.lines.length > MOST_LINES ||
    REMARK.test(pieceText(piece)) ||
    !/\p{L}{2}.*\s.*\p{L}{2}/u.test(pieceText(piece))
  )
    return undefined;
  const { metrics } = context;
  const small = weighted(piece, (line) => line.size) < SMALL * metrics.bodySize;
  const slanted = weighted(piece, (line) => line.italic) >= SLANTED;
  if (!small && !slanted) return undefined;
  const box = inkBox(piece);
  const slack = ALIGNED * firstLine(piece).size;
  const near = (gap: number) => gap > -2 && gap < REACH * metrics.leading;
  const figure = context.figures.find((other) => near(box.y0 - other.y1) && overlapX(other, box) > 0);
  if (figure && fits(box, figure, slack)) return { kind: "figure", text: "", number: "" };
  if (parseHeadingNumber(pieceText(piece))) return undefined;
  if (!slanted || piece.lines.length > TITLE_LINES || /[.:]$/u.test(pieceText(piece))) return undefined;
  const table = context.tables.find((other) => near(other.y0 - box.y1) && overlapX(other, box) > 0);
  return table && fits(box, table, slack) ? { kind: "table", text: "", number: "" } : undefined;
}

function fits(box: Box, figure: Box, slack: number): boolean {
  if (box.x0 < figure.x0 - slack || box.x1 > figure.x1 + slack) return false;
  const centred = Math.abs(box.x0 + box.x1 - figure.x0 - figure.x1) < 2 * slack;
  return centred || Math.abs(box.x0 - figure.x0) < slack;
}
