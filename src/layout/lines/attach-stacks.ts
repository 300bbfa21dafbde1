import type { Row } from "./build-rows.js";
import type { Fraction } from "./fraction-bars.js";
import { type FramedGlyph, isHanging } from "./frame.js";
import { insertRuns } from "./insert-runs.js";

const OPERATOR = /^[∑∏∐∫∬∮⋃⋂⨁⨂⨀⋁⋀⨄⨆]$/u;
/** Named operators that carry limits below. */
const OPERATOR_WORD = /(?:lim|limsup|liminf|max|min|sup|inf|argmax|argmin|det|gcd|Pr)$/u;
/** Limits are set in script size. */
const LIMIT_SIZE = 0.85;
/** Ink distance of limits from their operator, in sizes of the line. */
const LIMIT_GAP = 0.5;
/** Parts of one limit are nearer than this, in their own sizes. */
const PART_GAP = 0.5;
/** The axis of a line, where its fraction bars lie, over its baseline in sizes (TeX's axis height 0.25 em). */
const AXIS_LOW = 0.1;
const AXIS_HIGH = 0.45;
/** Scripts are at most this share of their line's size. */
const SCRIPT_SIZE = 0.85;
/** A fraction's line has a glyph this near the bar's ends, in sizes. */
const BESIDE = 0.9;

/**
 * Moves numerators, denominators and the limits of large operators that stand over and under a line into it, so that a
 * formula in running text does not tear the text into pieces. Rows are changed in place; empty ones disappear.
 */
export function attachStacks(rows: Row[], fractions: readonly Fraction[]): Row[] {
  // Inner fractions first: their bars are the shorter ones.
  for (const fraction of [...fractions].sort(
    (a, b) => a.bar.u1 - a.bar.u0 - (b.bar.u1 - b.bar.u0) || a.bar.v - b.bar.v,
  ))
    attachFraction(fraction, rows);
  for (const row of rows) attachLimits(row, rows);
  return rows.filter((row) => row.glyphs.length > 0);
}

function attachFraction(fraction: Fraction, rows: readonly Row[]): void {
  const { bar, above, below } = fraction;
  const carrier =
    rows.find((row) => isOnAxis(fraction, row.glyphs, row.v, row.size)) ??
    rows.find((row) =>
      row.glyphs.some((glyph) => isScript(glyph, row) && isOnAxis(fraction, [glyph], glyph.v, glyph.size)),
    ) ??
    rows.find((row) => isExponent(fraction, row));
  if (!carrier) return;
  const parts = [collect(bar, above, rows, carrier), collect(bar, below, rows, carrier)];
  insertRuns(
    carrier,
    parts
      .map((glyphs, index) => ({ glyphs, at: bar.u0, order: index + 1, spaces: [] }))
      .filter((run) => run.glyphs.length > 0),
  );
}

/** Whether the bar lies on the axis of a line, or of a script, and one of its glyphs stands beside it. */
function isOnAxis({ bar, above, below }: Fraction, glyphs: readonly FramedGlyph[], v: number, size: number): boolean {
  const height = (v - bar.v) / size;
  if (height < AXIS_LOW || height > AXIS_HIGH) return false;
  return glyphs.some((glyph) => {
    const onLine = Math.abs(glyph.v - v) < 0.2 * size || glyph.v0 < bar.v;
    const beside =
      glyph.u1 <= bar.u0 + 0.2 * size
        ? bar.u0 - glyph.u1 <= BESIDE * size
        : glyph.u0 >= bar.u1 - 0.2 * size && glyph.u0 - bar.u1 <= BESIDE * size;
    return onLine && beside && !above.includes(glyph) && !below.includes(glyph);
  });
}

/** Set off the baseline and smaller. */
function isScript({ v, size }: FramedGlyph, row: Row): boolean {
  return size < SCRIPT_SIZE * row.size && Math.abs(v - row.v) > 0.1 * row.size;
}

/** A fraction in a script has parts of the last size, half the text's; its bar is this high over or under the baseline, in sizes of the text. */
const LAST_SIZE = 0.6;
const EXPONENT = [0.45, 1] as const;
const INDEX = [-0.4, 0.1] as const;
const ATTACHED = 0.3;

/** `e^{\frac{1}{2}}`: a fraction that is a script by itself, right behind a glyph of the line. */
function isExponent({ bar, above, below }: Fraction, row: Row): boolean {
  const height = (row.v - bar.v) / row.size;
  if (![EXPONENT, INDEX].some(([least, most]) => height > least && height < most)) return false;
  if ([...above, ...below].some(({ size }) => size > LAST_SIZE * row.size)) return false;
  return row.glyphs.some(
    (glyph) =>
      Math.abs(glyph.v - row.v) < 0.1 * row.size &&
      bar.u0 - glyph.u1 > -0.1 * row.size &&
      bar.u0 - glyph.u1 < ATTACHED * row.size,
  );
}

/** Takes the glyphs, with the scripts and inner parts attached to them since, out of their rows, in row order. */
function collect(
  bar: { u0: number; u1: number; v: number },
  part: readonly FramedGlyph[],
  rows: readonly Row[],
  carrier: Row,
): FramedGlyph[] {
  const wanted = new Set(part);
  const result: FramedGlyph[] = [];
  for (const row of rows) {
    if (row === carrier || !row.glyphs.some((glyph) => wanted.has(glyph))) continue;
    const inside = (glyph: FramedGlyph) =>
      wanted.has(glyph) || (glyph.u0 >= bar.u0 - 0.2 * row.size && glyph.u1 <= bar.u1 + 0.2 * row.size);
    result.push(...row.glyphs.filter(inside));
    row.glyphs = row.glyphs.filter((glyph) => !inside(glyph));
  }
  return result;
}

function attachLimits(row: Row, rows: readonly Row[]): void {
  for (const operator of operatorsOf(row)) {
    const runs: { glyphs: FramedGlyph[]; order: number }[] = [];
    for (const other of rows) {
      if (other === row || other.size > LIMIT_SIZE * row.size || Math.abs(other.v - row.v) > 2.6 * row.size) continue;
      const limit = limitIn(other, operator, row.size);
      if (!limit) continue;
      other.glyphs = other.glyphs.filter((glyph) => !limit.includes(glyph));
      runs.push({ glyphs: limit, order: other.v > operator.v1 - 0.2 * row.size ? 1 : 2 });
    }
    if (runs.length > 0)
      insertRuns(
        row,
        runs.map((run) => ({ ...run, at: operator.u, spaces: [] })),
      );
  }
}

interface Operator {
  u: number;
  u0: number;
  u1: number;
  v0: number;
  v1: number;
}

function operatorsOf(row: Row): Operator[] {
  const operators: Operator[] = [];
  row.glyphs.forEach((glyph, index) => {
    if (
      OPERATOR.test(glyph.glyph.text) ||
      (isHanging(glyph) && glyph.v1 - glyph.v0 > 0.9 * row.size && glyph.u1 - glyph.u0 > 0.6 * row.size)
    )
      operators.push(glyph);
    else if (/^[bcdfnprtx]$/.test(glyph.glyph.text)) {
      const start = Math.max(0, index - 5);
      const text = row.glyphs
        .slice(start, index + 1)
        .map((other) => other.glyph.text)
        .join("");
      const word = OPERATOR_WORD.exec(text)?.[0];
      const next = row.glyphs[index + 1];
      if (
        !word ||
        (next && /^\p{L}$/u.test(next.glyph.text) && next.u - glyph.u - glyph.glyph.advance < 0.1 * row.size)
      )
        return;
      const first = row.glyphs[index + 1 - word.length]!;
      operators.push({ u: glyph.u, u0: first.u0, u1: glyph.u1, v0: row.v - 0.7 * row.size, v1: row.v });
    }
  });
  return operators;
}

/** The contiguous glyphs of `row` centred over or under the operator. */
function limitIn(row: Row, operator: Operator, size: number): FramedGlyph[] | undefined {
  const middle = (operator.u0 + operator.u1) / 2;
  let group: FramedGlyph[] = [];
  const groups: FramedGlyph[][] = [];
  for (const glyph of row.glyphs) {
    const last = group.at(-1);
    if (last && glyph.u0 - last.u1 > PART_GAP * row.size) {
      groups.push(group);
      group = [];
    }
    group.push(glyph);
  }
  groups.push(group);
  return groups.find((glyphs) => {
    if (glyphs.length === 0) return false;
    const u0 = Math.min(...glyphs.map((glyph) => glyph.u0));
    const u1 = Math.max(...glyphs.map((glyph) => glyph.u1));
    if (Math.abs((u0 + u1) / 2 - middle) > 0.5 * size || u1 - u0 > 8 * size) return false;
    const v0 = Math.min(...glyphs.map((glyph) => glyph.v0));
    const v1 = Math.max(...glyphs.map((glyph) => glyph.v1));
    const under = v0 - operator.v1;
    const over = operator.v0 - v1;
    return (under > -0.35 * size && under < LIMIT_GAP * size) || (over > -0.35 * size && over < LIMIT_GAP * size);
  });
}
