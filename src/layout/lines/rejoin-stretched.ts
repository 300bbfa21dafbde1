import type { Row } from "./build-rows.js";

/** Edges of a column's lines agree to within this, in sizes. */
const FLUSH = 0.2;
/** A paragraph's first line begins so far in at most, in sizes. */
const INDENT = 2.6;
/** So many whole lines near by fill the column from edge to edge, for each row near by that is cut at the same place. */
const LEAST_SOLID = 3;
const PER_CUT = 2;
/** Lines this near show the column's edges, cuts this near a gutter or a table; in sizes. */
const SOLID_REACH = 40;
const CUT_REACH = 6;
/** Wider blanks are none of words, in sizes; so many words at most stand apart in one line. */
const WIDEST = 9;
const MOST_PARTS = 5;
/** Behind wider blanks numbers and single signs are cells. */
const WIDEST_NUMBER = 3.5;
const SAME_SIZE = 1.05;

interface Run {
  row: Row;
  u0: number;
  u1: number;
}

/**
 * Puts lines together that were cut where justification stretched their spaces, and where `word-space.ts`, which looks at the next rows
 * alone, found none that prints through them: their pieces reach from edge to edge of a column that whole
 * lines near by fill, and hardly a row near by is cut at the same place, as at gutters and in tables.
 *
 * @param cut the pieces of each row, rows from top to bottom
 */
export function rejoinStretched(cut: readonly (readonly Row[])[]): Row[] {
  const runs = cut.map((parts) => parts.map(runOf));
  const all = runs.flat();
  return runs.flatMap((parts) => {
    const joined: Row[] = [];
    for (let at = 0; at < parts.length; ) {
      let last = Math.min(parts.length, at + MOST_PARTS) - 1;
      while (last > at && !isStretched(parts.slice(at, last + 1), all, runs)) last -= 1;
      joined.push(last === at ? parts[at]!.row : together(parts.slice(at, last + 1)));
      at = last + 1;
    }
    return joined;
  });
}

function runOf(row: Row): Run {
  return { row, u0: Math.min(...row.glyphs.map(({ u0 }) => u0)), u1: Math.max(...row.glyphs.map(({ u1 }) => u1)) };
}

function together(parts: readonly Run[]): Row {
  return { ...parts[0]!.row, glyphs: parts.flatMap(({ row }) => row.glyphs) };
}

function isStretched(parts: readonly Run[], all: readonly Run[], rows: readonly (readonly Run[])[]): boolean {
  const { v, size } = parts[0]!.row;
  if (!isOfWords(together(parts))) return false;
  const [from, to] = [parts[0]!.u0, parts.at(-1)!.u1];
  const gaps = parts.slice(1).map(({ u0 }, i) => [parts[i]!.u1, u0] as const);
  const words = parts.map(({ row }) => isOfWords(row));
  if (gaps.some(([u0, u1], i) => u1 - u0 > (words[i] && words[i + 1] ? WIDEST : WIDEST_NUMBER) * size)) return false;
  const solid = all.filter(
    ({ row, u0, u1 }) =>
      row.v !== v &&
      Math.abs(row.v - v) < SOLID_REACH * size &&
      row.size < SAME_SIZE * size &&
      size < SAME_SIZE * row.size &&
      Math.abs(u1 - to) < FLUSH * size &&
      from - u0 > -FLUSH * size &&
      from - u0 < INDENT * size,
  ).length;
  if (solid < LEAST_SOLID) return false;
  return gaps.every(([u0, u1]) => {
    const alike = rows.filter((others) => {
      const near = others[0] && others[0].row.v !== v && Math.abs(others[0].row.v - v) < CUT_REACH * size;
      return (
        near && others.some((run, i) => i > 0 && isWithin(others[i - 1]!.u1, from, u1) && isWithin(run.u0, u0, to))
      );
    });
    return solid >= LEAST_SOLID + PER_CUT * alike.length;
  });
}

/** Words of the neighbouring columns, which may be cut anywhere, end before and begin behind. */
function isWithin(u: number, from: number, to: number): boolean {
  return u > from && u < to;
}

function isOfWords({ glyphs }: Row): boolean {
  const texts = glyphs.map(({ glyph }) => glyph.text);
  return texts.filter((text) => /\p{L}/u.test(text)).length > 0.5 * texts.length;
}
