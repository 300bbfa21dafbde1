import type { PageContext } from "../classify/page-context.js";
import { inkBox, type Piece, pieceText } from "../classify/piece.js";
import type { CaptionLabel } from "./caption-label.js";

/** `(a) before`, `b) after`. */
const LETTERED = /^(\(?[a-z]\))\s/u;
const MOST_LINES = 3;
/** Blank between a float and its sub-caption, in leadings. */
const REACH = 2;
/** Centred on the float to within this share of its width. */
const CENTRED = 0.15;

/** Caption of one of several pictures or tables: a letter in brackets and a few words, centred under it. */
export function subCaption(piece: Piece, context: PageContext): CaptionLabel | undefined {
  const letter = LETTERED.exec(pieceText(piece))?.[1];
  if (!letter || piece.apart || piece.form || piece.lines.length > MOST_LINES) return undefined;
  const under = (floats: PageContext["floats"]) => floats.some((float) => isUnder(piece, float, context));
  const kind = under(context.figures) ? "figure" : under(context.tables) ? "table" : undefined;
  return kind && { kind, text: letter, number: letter, part: true };
}

/** Centred right under the float and no wider than it. */
function isUnder(piece: Piece, float: PageContext["floats"][number], { metrics }: PageContext): boolean {
  const box = inkBox(piece);
  const gap = box.y0 - float.y1;
  const inside = box.x0 > float.x0 - metrics.bodySize && box.x1 < float.x1 + metrics.bodySize;
  const offset = Math.abs(float.x0 + float.x1 - box.x0 - box.x1) / 2;
  const centred = offset < CENTRED * (float.x1 - float.x0);
  return gap > -0.5 * metrics.leading && gap < REACH * metrics.leading && inside && centred;
}
