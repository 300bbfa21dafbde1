import { boxContains } from "../../layout/regions/cluster-boxes.js";
import type { Box } from "../../page.js";
import type { ReadLine } from "./read-lines.js";

/**
 * A line read with less certainty per symbol is noise, hand-writing or another script: Latin scans read at 0.93 and more in 9 lines of 10,
 * Cyrillic ones at 0.83 and less.
 */
const LEAST_RATE = 0.78;
const LEAST_RATE_SHORT = 0.85;
const SHORT = 3;
/** What stands beside certain text (a section's number, a table cell, the end of a sentence) is text even when less certain. */
const LEAST_RATE_BESIDE = 0.5;
const BESIDE = 6;
/** So is what stands in a frame with so many certain lines: a table. */
const TABLE_LINES = 6;

/**
 * The lines that are text, not noise. `height`: letter height of the page, px · `frames`: boxes of frames and ruled tables · `listed`: lines of
 * listings, which a brace alone may be.
 */
export function textLines(
  read: readonly ReadLine[],
  height: number,
  { frames = [], listed = new Set() }: { frames?: readonly Box[]; listed?: ReadonlySet<ReadLine> } = {},
): ReadLine[] {
  const certain = read.filter(isText);
  const tables = frames.filter((frame) => certain.filter(({ line }) => boxContains(frame, line)).length >= TABLE_LINES);
  const isCell = ({ line, rate }: ReadLine) =>
    rate >= LEAST_RATE_BESIDE && tables.some((table) => boxContains(table, line));
  const isListed = (line: ReadLine) => line.rate >= LEAST_RATE_BESIDE && listed.has(line);
  return read.filter(
    (line) => certain.includes(line) || isListed(line) || isBeside(line, certain, height) || isCell(line),
  );
}

/** Share of the letters that stand in lines read without certainty. */
export function unreadShare(lines: readonly ReadLine[]): number {
  return lines.length === 0 ? 0 : 1 - letterCount(lines.filter(isText)) / letterCount(lines);
}

function isText({ symbols, rate }: ReadLine): boolean {
  const printed = symbols.filter((symbol) => symbol.label !== " ").length;
  return rate >= (printed <= SHORT ? LEAST_RATE_SHORT : LEAST_RATE);
}

/** Whether a piece stands in one row with certain text. */
function isBeside({ line, rate }: ReadLine, certain: readonly ReadLine[], height: number): boolean {
  if (rate < LEAST_RATE_BESIDE) return false;
  return certain.some(({ line: other }) => {
    const overlap = Math.min(line.y1, other.y1) - Math.max(line.y0, other.y0);
    const gap = Math.max(line.x0 - other.x1, other.x0 - line.x1);
    const taller = (line.y1 - line.y0) / (other.y1 - other.y0);
    return overlap > 0.6 * (line.y1 - line.y0) && gap > 0 && gap < BESIDE * height && taller < 1.5;
  });
}

function letterCount(lines: readonly ReadLine[]): number {
  return lines.reduce((sum, { line }) => sum + line.letters.length, 0);
}
