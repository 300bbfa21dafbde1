import type { Row } from "./build-rows.js";
import { type Carrier, levelOrder, lowerBound, type Piece } from "./script-piece.js";

/** The row of a line lies this near to where recognition saw its baseline, in sizes of the row. */
const SAME_BASELINE = 0.12;
/** Its next sign stands no further away, in sizes of the row. */
const REACH = 2;

/** The carrier that was found, unless a recogniser saw the piece in a formula of another line: then that line carries it. */
export function inSeenLine(piece: Piece, rows: readonly Row[], found: Carrier | undefined): Carrier | undefined {
  const { formula } = piece.glyphs[0]!.glyph;
  if (!formula || (found && isOnBaseline(found.row, formula.baseline))) return found;
  return findSeenLine(piece, rows) ?? found;
}

function isOnBaseline(row: Row, baseline: number): boolean {
  return Math.abs(row.v - baseline) <= SAME_BASELINE * row.size;
}

/** The line in whose formula a recogniser saw the piece, whatever its own baseline and size say. */
function findSeenLine(piece: Piece, rows: readonly Row[]): Carrier | undefined {
  const { formula } = piece.glyphs[0]!.glyph;
  if (!formula || piece.glyphs.some(({ glyph }) => glyph.formula !== formula)) return undefined;
  const { baseline } = formula;
  for (let index = lowerBound(rows, baseline - piece.size, ({ v }) => v); index < rows.length; index++) {
    const row = rows[index]!;
    if (row.v > baseline + piece.size) break;
    if (row === piece.row || !isOnBaseline(row, baseline)) continue;
    const reach = REACH * row.size;
    if (row.glyphs.some(({ u0, u1 }) => u0 < piece.u1 + reach && u1 > piece.u0 - reach))
      return { row, anchor: piece.u0, order: levelOrder(piece.v) };
  }
  return undefined;
}
