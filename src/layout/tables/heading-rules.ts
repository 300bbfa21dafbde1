import type { Segment } from "./segments.js";
import { type PlacedWord, type TextRow, textRows } from "./table-text.js";

/** The heading stands this close over its rule, in sizes, and is larger than the body by this factor, bold by that, or in bold capitals. */
const REACH = 1;
const LARGER = 1.1;
const LARGER_BOLD = 1.04;
const MOST_WORDS = 8;
const SAME = 4;

/**
 * Rules that are drawn under headings, as in résumés and data sheets: at least two of one extent, each with a lone text in larger type or
 * bold capitals close above its left end. They part sections and are no rules of a table. `em` is the body size, px.
 */
export function headingRules(horizontal: readonly Segment[], words: readonly PlacedWord[], em: number): Set<Segment> {
  const rows = textRows(words);
  const headed = horizontal.filter((rule) => {
    const near = rows.filter(({ box }) => box.x1 > rule.from && box.x0 < rule.to);
    const above = near.filter(({ baseline, size }) => baseline <= rule.at && rule.at - baseline <= REACH * size);
    return above.length === 1 && isHeadingOver(above[0]!, rule, em);
  });
  return new Set(headed.filter((rule) => headed.some((other) => other !== rule && isAlike(rule, other))));
}

function isHeadingOver({ chunks, box, size }: TextRow, rule: Segment, em: number): boolean {
  const chunk = chunks[0]!;
  if (chunks.length !== 1 || chunk.words.length > MOST_WORDS || Math.abs(box.x0 - rule.from) > 0.5 * em) return false;
  if (box.x1 - box.x0 > 0.7 * (rule.to - rule.from)) return false;
  const lines = new Set(chunk.words.map(({ line }) => line));
  const capitals = /\p{Lu}{2}/u.test(chunk.text) && chunk.text === chunk.text.toUpperCase();
  const bold = [...lines].every((line) => line.bold > 0.6);
  return size > LARGER * em || (bold && (capitals || size > LARGER_BOLD * em));
}

function isAlike(a: Segment, b: Segment): boolean {
  return Math.abs(a.from - b.from) < SAME && Math.abs(a.to - b.to) < SAME;
}
