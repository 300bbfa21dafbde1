import type { Box, Rule } from "../../page.js";
import { type PlacedWord, type TextRow, textRows } from "./table-text.js";

/** The heading stands this close over its rule, in sizes, and is larger than the body by this factor, bold by that, or in bold capitals. */
const REACH = 1;
const LARGER = 1.1;
const LARGER_BOLD = 1.04;
const MOST_WORDS = 8;
/** Shortest such rule, in em, and how exactly two of them agree, px. */
const LEAST_LENGTH = 8;
const SAME = 4;

/**
 * The page's rules without those drawn under headings, as in résumés and data sheets: at least two of one extent, each with a lone text in
 * larger type or bold capitals close above its left end. They part sections and belong to no table. `em` is the body size, px.
 */
export function dropHeadingRules(rules: readonly Rule[], words: readonly PlacedWord[], em: number): Rule[] {
  const rows = textRows(words);
  const headed = rules.filter(({ box, direction }) => {
    if (direction !== "horizontal" || box.x1 - box.x0 < LEAST_LENGTH * em) return false;
    const above = rows.filter(
      (row) =>
        row.box.x1 > box.x0 &&
        row.box.x0 < box.x1 &&
        row.baseline <= box.y1 &&
        box.y0 - row.baseline <= REACH * row.size,
    );
    return above.length === 1 && isHeadingOver(above[0]!, box, em);
  });
  const dropped = new Set(headed.filter((rule) => headed.some((other) => other !== rule && isAlike(rule, other))));
  return rules.filter((rule) => !dropped.has(rule));
}

function isHeadingOver({ chunks, box, size }: TextRow, rule: Box, em: number): boolean {
  const chunk = chunks[0]!;
  if (chunks.length !== 1 || chunk.words.length > MOST_WORDS || Math.abs(box.x0 - rule.x0) > 0.5 * em) return false;
  if (box.x1 - box.x0 > 0.7 * (rule.x1 - rule.x0)) return false;
  const lines = new Set(chunk.words.map(({ line }) => line));
  const capitals = /\p{Lu}{2}/u.test(chunk.text) && chunk.text === chunk.text.toUpperCase();
  const bold = [...lines].every((line) => line.bold > 0.6);
  return size > LARGER * em || (bold && (capitals || size > LARGER_BOLD * em));
}

function isAlike(a: Rule, b: Rule): boolean {
  return Math.abs(a.box.x0 - b.box.x0) < SAME && Math.abs(a.box.x1 - b.box.x1) < SAME;
}
