import type { Box, Rule } from "../../page.js";
import { overlapX } from "../boxes.js";
import { ruleChains } from "./rule-chains.js";
import { isUpright, type PlacedWord } from "./table-text.js";

/** Distance, in sizes of the text, within which a line belongs to the text above or below it. Rules of tables keep 0.36. */
const TOUCH_ABOVE = 0.32;
/** Letters without ascenders keep more distance below a bar. */
const TOUCH_BELOW = 0.45;

/**
 * Rules of the page without those that are part of the text: fraction bars (text of at most their width close above and
 * below), bars of roots, underlines of words.
 */
export function dropTextRules(rules: readonly Rule[], words: readonly PlacedWord[]): Rule[] {
  const upright = words.filter(({ line }) => isUpright(line)).sort((a, b) => a.word.box.y0 - b.word.box.y0);
  const tallest = Math.max(0, ...upright.map(({ word }) => word.box.y1 - word.box.y0));
  const chained = ruleChains(rules);
  return rules.filter((rule) => {
    if (rule.direction === "vertical" || chained.has(rule)) return true;
    const at = (rule.box.y0 + rule.box.y1) / 2;
    const near = touching(upright, rule.box, at, tallest);
    return !isFractionBar(near, rule.box, at) && !isUnderline(near, rule.box, at) && !isRootBar(near, rule.box);
  });
}

function touching(sorted: readonly PlacedWord[], box: Box, at: number, tallest: number): PlacedWord[] {
  const found: PlacedWord[] = [];
  for (let index = firstFrom(sorted, at - 2 * tallest); index < sorted.length; index++) {
    const placed = sorted[index]!;
    const reach = 0.6 * placed.line.size;
    if (placed.word.box.y0 > at + 2 * tallest) break;
    if (placed.word.box.y0 > at + reach || placed.word.box.y1 < at - reach) continue;
    if (placed.word.box.x1 > box.x0 - reach && placed.word.box.x0 < box.x1 + reach) found.push(placed);
  }
  return found;
}

function firstFrom(sorted: readonly PlacedWord[], y: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.word.box.y0 < y) low = middle + 1;
    else high = middle;
  }
  return low;
}

function extent(words: readonly PlacedWord[]): { x0: number; x1: number } {
  return {
    x0: Math.min(...words.map(({ word }) => word.box.x0)),
    x1: Math.max(...words.map(({ word }) => word.box.x1)),
  };
}

function isFractionBar(near: readonly PlacedWord[], box: Box, at: number): boolean {
  const over = near.filter(({ word }) => overlapX(word.box, box) > 0.5 * (word.box.x1 - word.box.x0));
  const above = over.filter(({ word, line }) => word.box.y1 <= at + 2 && at - word.box.y1 <= TOUCH_ABOVE * line.size);
  const below = over.filter(({ word, line }) => word.box.y0 >= at - 2 && word.box.y0 - at <= TOUCH_BELOW * line.size);
  if (above.length === 0 || below.length === 0 || !isOneRun(above) || !isOneRun(below)) return false;
  const size = above[0]!.line.size;
  if (box.x1 - box.x0 > 14 * size) return false;
  const wide = extent([...above, ...below]);
  return Math.abs(wide.x0 - box.x0) <= 0.4 * size && Math.abs(wide.x1 - box.x1) <= 0.4 * size;
}

/** Whether the words follow one another at word distance: heads of several columns do not. */
function isOneRun(words: readonly PlacedWord[]): boolean {
  const sorted = [...words].sort((a, b) => a.word.box.x0 - b.word.box.x0);
  return sorted.every(
    ({ word, line }, index) => index === 0 || word.box.x0 - sorted[index - 1]!.word.box.x1 <= 0.5 * line.size,
  );
}

function isUnderline(near: readonly PlacedWord[], box: Box, at: number): boolean {
  const above = near.filter(
    ({ word, line }) =>
      at > line.baseline - 0.05 * line.size && at - line.baseline < 0.3 * line.size && overlapX(word.box, box) > 0,
  );
  if (above.length === 0) return false;
  const size = above[0]!.line.size;
  const { x0, x1 } = extent(above);
  return Math.abs(x0 - box.x0) < 0.15 * size && Math.abs(x1 - box.x1) < 0.15 * size;
}

function isRootBar(near: readonly PlacedWord[], box: Box): boolean {
  return near.some(({ word }) =>
    word.glyphs.some(
      (glyph) =>
        (glyph.text === "√" || glyph.name?.startsWith("radical") === true) &&
        Math.abs(glyph.box.x1 - box.x0) <= 0.3 * glyph.size &&
        Math.abs(glyph.box.y0 - box.y0) <= 0.4 * glyph.size,
    ),
  );
}
