import type { FontInfo, Glyph, Rule } from "../../page.js";
import type { Line } from "../types.js";

/** An underline lies below the baseline by no more than this, in sizes (TeX: under the descenders, 0.2 em, and three rules below). */
const LOWEST = 0.5;
/** … and ends where words end, to within this. */
const FLUSH = 0.2;
const LEAST_WORD = 3;
/** A line over letters of a formula ends with their pens, to within this, px, and runs this near over them, in sizes. */
const SAME_PEN = 1.5;
const OVER = 0.4;
/** Text goes on beside it within this: what stands over a fraction bar stands alone. */
const GOES_ON = 0.8;

/**
 * Rules that underline words of text. They may lie as near to a formula in the next line as a line over it, or be as long as
 * a fraction bar; but the line they underline goes on beyond them, as nothing over a fraction bar does.
 */
export function textUnderlines(
  lines: readonly Line[],
  rules: readonly Rule[],
  fonts: readonly FontInfo[],
): ReadonlySet<Rule> {
  const upright = lines.filter(({ angle }) => angle === 0);
  return new Set(
    rules.filter(
      (rule) =>
        rule.direction === "horizontal" &&
        upright.some(
          (line) => isUnderlined(line, rule, fonts) && (endsWithPens(line, rule) || !isOver(upright, rule, fonts)),
        ),
    ),
  );
}

function isUnderlined({ words, baseline, size, box }: Line, { box: bar }: Rule, fonts: readonly FontInfo[]): boolean {
  const drop = bar.y0 - baseline;
  if (drop < 0 || drop > LOWEST * size || bar.x0 < box.x0 - FLUSH * size || bar.x1 > box.x1 + FLUSH * size)
    return false;
  const onLine = words.flatMap(({ glyphs }) => glyphs.filter(({ y }) => Math.abs(y - baseline) < 0.1 * size));
  const inside = onLine.filter(({ box: { x0, x1 } }) => (x0 + x1) / 2 > bar.x0 && (x0 + x1) / 2 < bar.x1);
  if (!holdsWord(inside, fonts)) return false;
  const x0 = Math.min(...inside.map((glyph) => glyph.box.x0));
  const x1 = Math.max(...inside.map((glyph) => glyph.box.x1));
  if (Math.abs(x0 - bar.x0) > FLUSH * size || Math.abs(x1 - bar.x1) > FLUSH * size) return false;
  return onLine.some(
    ({ box: other }) =>
      (other.x0 > x1 && other.x0 - x1 < GOES_ON * size) || (other.x1 < x0 && x0 - other.x1 < GOES_ON * size),
  );
}

function isOver(lines: readonly Line[], rule: Rule, fonts: readonly FontInfo[]): boolean {
  const { x0, x1, y1 } = rule.box;
  return lines.some((line) => {
    if (line.box.y0 < y1 - 0.1 * line.size || line.box.y0 > y1 + line.size || !endsWithPens(line, rule)) return false;
    return line.words.some(({ glyphs }) =>
      glyphs.some(
        ({ box, font }) => fonts[font]?.math === true && box.x0 >= x0 && box.x1 <= x1 && box.y0 - y1 < OVER * line.size,
      ),
    );
  });
}

/** Whether a glyph of the line begins, and another ends, where the rule does. */
function endsWithPens({ words }: Line, { box: { x0, x1 } }: Rule): boolean {
  const glyphs = words.flatMap((word) => word.glyphs);
  return (
    glyphs.some(({ x }) => Math.abs(x - x0) < SAME_PEN) &&
    glyphs.some(({ x, advance }) => Math.abs(x + advance - x1) < SAME_PEN)
  );
}

/** Letters of a text font beside each other: variables of formulas and their names are no words. */
function holdsWord(glyphs: readonly Glyph[], fonts: readonly FontInfo[]): boolean {
  let run = 0;
  for (const { text, font } of glyphs) {
    run = /^\p{L}+$/u.test(text) && fonts[font]?.math !== true ? run + [...text].length : 0;
    if (run >= LEAST_WORD) return true;
  }
  return false;
}
