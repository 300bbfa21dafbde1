import { parseListMarker } from "../lists/list-marker.js";
import { median, type TextRow } from "./table-text.js";

/** A text alone on its row and larger than the entries by this factor heads a section, a bold one by that. */
const LARGER = 1.12;
const LARGER_BOLD = 1.04;
/** Words and share of the width of a row of running text. */
const RUNNING_WORDS = 10;
const RUNNING_WIDTH = 0.5;
const ITEM_WORDS = 3;

/**
 * Whether the rows between two rules tell that these belong to two tables, or to none: a section heading, running text or items of a
 * list at the left edge. `from` and `to` are the ends of the rules, `em` the body size, px.
 */
export function partsTables(rows: readonly TextRow[], from: number, to: number, em: number): boolean {
  const alone = rows.filter(({ chunks, box }) => chunks.length === 1 && box.x0 - from <= 3 * em);
  const items = alone.filter(isItem);
  if (items.length >= 2) return true;
  const entries = median(rows.filter(({ chunks }) => chunks.length >= 2).map(({ size }) => size));
  const running = alone.filter((row) => isRunning(row, RUNNING_WIDTH * (to - from)));
  const headed = entries > 0 && alone.some((row) => row.box.x0 - from <= em && isHeading(row, entries));
  return running.length >= 2 || (headed && rows.length >= 2);
}

function isHeading({ chunks, size }: TextRow, entries: number): boolean {
  const bold = chunks[0]!.words.every(({ line }) => line.bold > 0.6);
  return size > (bold ? LARGER_BOLD : LARGER) * entries;
}

function isItem({ chunks }: TextRow): boolean {
  const chunk = chunks[0]!;
  return chunk.words.length > ITEM_WORDS && parseListMarker(chunk.text)?.kind === "bullet";
}

function isRunning({ chunks, box }: TextRow, width: number): boolean {
  return chunks[0]!.words.length >= RUNNING_WORDS && box.x1 - box.x0 >= width;
}
