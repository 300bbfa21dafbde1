import type { MeasuredLine } from "./cut-line.js";
import type { InkLine } from "./find-lines.js";
import type { LineMetrics } from "./line-metrics.js";

/** A row goes on over blanks up to here, in x-heights. */
const ROW_GAP = 8;
/** A row's baseline lies in the lower part of a piece of it, and its x-height is no more than so many times another. */
const LOW = 0.5;
const UNLIKE = 1.8;
/** Lines with fewer letters say little about where their row stands. */
const LEAST_LETTERS = 4;
/** Brackets reach from over the tall letters to below the baseline: their height, in x-heights, and where their middle is above the baseline. */
const BRACKET_HEIGHT = { least: 1.7, most: 3 };
const AXIS = 0.55;
/** A piece of brackets has so many of them at most. */
const MOST_BRACKETS = 3;

/**
 * Where the nearest of `lines` that stands in one row with a piece says that the piece stands: a few letters with brackets or
 * descenders among them do not show it themselves. Undefined where no line stands beside it.
 */
export function rowFrame({ line }: MeasuredLine, lines: readonly MeasuredLine[]): LineMetrics | undefined {
  if (isSeenIn(lines, line)) return undefined;
  const middle = (line.x0 + line.x1) / 2;
  let best: LineMetrics | undefined;
  let nearest = Infinity;
  for (const { line: other, metrics } of lines) {
    const gap = Math.max(line.x0 - other.x1, other.x0 - line.x1);
    if (gap < 0 || gap > Math.min(ROW_GAP * metrics.xHeight, nearest) || other.letters.length < LEAST_LETTERS) continue;
    const baseline = metrics.baseline + metrics.slope * (middle - (other.x0 + other.x1) / 2);
    if (baseline > line.y1 + 1 || baseline < line.y0 + LOW * (line.y1 - line.y0)) continue;
    if (line.y1 - line.y0 > UNLIKE * (other.y1 - other.y0)) continue;
    [best, nearest] = [{ ...metrics, baseline }, gap];
  }
  return best;
}

/** Where a line of nothing but brackets stands, in the size that most of `lines` have; undefined for other letters. */
export function bracketFrame({ line }: MeasuredLine, lines: readonly MeasuredLine[]): LineMetrics | undefined {
  const xHeight = middleXHeight(lines);
  if (xHeight === undefined || line.letters.length > MOST_BRACKETS || isSeenIn(lines, line)) return undefined;
  if (!line.letters.every((letter) => isBracketHigh(letter, xHeight))) return undefined;
  return { baseline: (line.y0 + line.y1) / 2 + AXIS * xHeight, slope: 0, xHeight };
}

/** Whether a piece stands between the letters of a line, or hangs from it, so that the line's frame shows it already. */
function isSeenIn(lines: readonly MeasuredLine[], piece: InkLine): boolean {
  const x = (piece.x0 + piece.x1) / 2;
  return lines.some(({ line }) => x > line.x0 && x < line.x1 && piece.y1 > line.y0 && piece.y0 < line.y1);
}

function isBracketHigh({ x0, x1, y0, y1 }: InkLine["letters"][number], xHeight: number): boolean {
  const height = (y1 - y0) / xHeight;
  return height >= BRACKET_HEIGHT.least && height <= BRACKET_HEIGHT.most && x1 - x0 < xHeight;
}

/** The median of the lines' x-heights, weighted by their letters. */
function middleXHeight(lines: readonly MeasuredLine[]): number | undefined {
  const heights = lines.flatMap(({ line, metrics }) => line.letters.map(() => metrics.xHeight)).sort((a, b) => a - b);
  return heights[heights.length >> 1];
}
