import { isOperator, isRelation, nameOf, pointBefore, RELATION_LEAD, THIN_LEAD } from "./alignment-point.js";
import { penBehind } from "./pens.js";
import { FUNCTION_NAMES, OPENING } from "./symbol-classes.js";
import { behindTightSign } from "./tight-signs.js";
import type { MathNode } from "./tree.js";

/** Nodes of a row within one column, left to right. */
export type Row = readonly MathNode[];

const OPENERS = new Set([...OPENING.keys()].filter((name) => OPENING.get(name) !== name));
const CLOSERS = new Set([...OPENERS].map((name) => OPENING.get(name)!));

/** Rows of these go on with what is above them. */
const DOTS = /^\\[vdl]?dots$/;
/** Side bearings of what is aligned differ by less than this, in text sizes. */
const TOLERANCE = 0.12;
/** Where nothing but the place tells that two rows are aligned, it has to be exact. */
const EXACT = 0.05;
/** Pens stand together up to the rounding of files. */
const PEN = 0.03;
/** A sign that is set flush right before the alignment point ends nearer to it than this, in text sizes. */
const SHORT_OF = 1;
/** Rows set in from the left edge by less than this, in text sizes, start with it. */
const INDENT = 0.5;

/**
 * Cuts the rows of a column in two where they are aligned: at a relation at least two rows share, at the start of rows that go on below what
 * follows a relation, behind words, or at the first row's relation when all others are set in from it.
 * @param em text size, px
 * @returns the parts left and right of the alignment point, or undefined when there is none
 */
export function cutColumn(rows: readonly Row[], em: number): [Row[], Row[]] | undefined {
  const filled = rows.filter((row) => row.length > 0);
  if (filled.length < 2) return undefined;
  const cuts = findCuts(filled, em);
  if (!cuts) return undefined;
  const cutOf = new Map(filled.map((row, index) => [row, cuts[index]!]));
  return [rows.map((row) => row.slice(0, cutOf.get(row) ?? 0)), rows.map((row) => row.slice(cutOf.get(row) ?? 0))];
}

function findCuts(rows: readonly Row[], em: number): number[] | undefined {
  const tight = behindTightSign(rows, em);
  if (tight) return tight;
  // The same sign at the very same place.
  const exact = atRelation(rows, 0.3 * EXACT * em, em);
  if (exact && !(isFlushRight(rows, em) && !isShared(rows, exact, em))) return exact;
  if (isFlush(rows, em)) return undefined;
  return (
    atRelation(rows, TOLERANCE * em, em) ??
    atStart(rows, em) ??
    behindWords(rows, em) ??
    (rows.some((row, index) => index > 0 && isRelation(row[0])) ? atStart(rows, em, true) : undefined) ??
    setIn(rows) ??
    atStart(rows, em, true)
  );
}

/** Whether all rows have a relation at the place they are cut. */
function isShared(rows: readonly Row[], cuts: readonly number[], em: number): boolean {
  const signs = rows.map((row, index) => row[cuts[index]!]);
  return signs.every(isRelation) && spread(signs.map((sign) => signStart(sign!))) < TOLERANCE * em;
}

/** Rows of different width whose pens end at the very same place. */
function isFlushRight(rows: readonly Row[], em: number): boolean {
  const ends = rows.map((row) => penBehind(row.at(-1)!, em));
  return (
    ends.every(({ exact }) => exact) &&
    spread(ends.map(({ x }) => x)) < PEN * em &&
    rows.every((row, index) =>
      rows.every((other, at) => at <= index || Math.abs(startOf(row) - startOf(other)) > 0.3 * em),
    )
  );
}

/** Rows of different width that have one centre or one end, which aligned ones have by chance only. */
function isFlush(rows: readonly Row[], em: number): boolean {
  const starts = rows.map(startOf);
  const ends = rows.map((row) => penBehind(row.at(-1)!, em).x);
  const centres = starts.map((start, index) => (start + ends[index]!) / 2);
  return spread(starts) > 0.3 * em && (spread(centres) < 0.08 * em || spread(ends) < 0.12 * em);
}

/** Distance between the least and the greatest. */
export function spread(values: readonly number[]): number {
  return Math.max(...values) - Math.min(...values);
}

function startOf(row: Row): number {
  return row[0]!.box.x0;
}

/** Left edge of a sign without its labels. */
function signStart(node: MathNode): number {
  return node.type === "stack" ? signStart(node.base) : node.box.x0;
}

/** Relations outside of brackets that at least two rows share; the others go on right of them. The place most rows share wins. */
function atRelation(rows: readonly Row[], tolerance: number, em: number): number[] | undefined {
  const outer = rows.map(outerRelations);
  let best: { cuts: number[]; exact: number } | undefined;
  for (const sign of outer.flatMap((indices, row) => indices.map((index) => rows[row]![index]!))) {
    const x = signStart(sign);
    const pen = pointBefore(sign, em).x;
    const cuts: number[] = [];
    let exact = 0;
    for (const [at, row] of rows.entries()) {
      const index = outer[at]!.find((relation) => Math.abs(signStart(row[relation]!) - x) < tolerance);
      if (index !== undefined) {
        cuts.push(beforeColon(row, index));
        exact++;
      } else if (startOf(row) > x - (RELATION_LEAD + TOLERANCE) * em) {
        cuts.push(0);
        const point = x - RELATION_LEAD * em;
        const operator = isOperator(row[0]!) && Math.abs(startOf(row) - x) < EXACT * em + tolerance;
        const lead = row[0]!.type === "word" ? THIN_LEAD * em : 0;
        if (operator || (startOf(row) > point - tolerance && startOf(row) < point + lead + tolerance)) exact++;
      } else {
        const cut = besideRelation(row, x, pen, em);
        if (cut === undefined) break;
        cuts.push(cut);
        if (cut === row.length && endsAt(row, pen, em)) exact++;
      }
    }
    if (cuts.length < rows.length || exact < 2 || cuts.every((cut) => cut === 0)) continue;
    if (!best || exact > best.exact) best = { cuts, exact };
  }
  return best?.cuts;
}

/** Whether all of a row stands flush right before a point. */
function endsAt(row: Row, point: number, em: number): boolean {
  const { x, exact } = penBehind(row.at(-1)!, em);
  const words = startsWithProse(row) && wordsIn(row) < row.length;
  return exact && !words && Math.abs(x - point) < PEN * em;
}

/** Where a row without the relation is cut: before an operator at its place, or behind the one sign (`\vdots`) that ends before it. */
function besideRelation(row: Row, x: number, point: number, em: number): number | undefined {
  const operator = row.findIndex(
    (node, at) =>
      at > 0 &&
      isOperator(node) &&
      (Math.abs(node.box.x0 - x) < EXACT * em || Math.abs(pointBefore(node, em).x - point) < 2 * PEN * em),
  );
  if (operator > 0) return operator;
  // `\vdots & \vdots`.
  if (row.every((node) => DOTS.test(nameOf(node)))) return row.filter(({ box }) => box.x1 < x + TOLERANCE * em).length;
  if (endsAt(row, point, em)) return row.length;
  const blank = x - row.at(-1)!.box.x1;
  return row.length === 1 && blank > 0 && blank < SHORT_OF * em ? row.length : undefined;
}

/** Whether each node stands in no brackets that are closed in its row. */
function outside(row: Row): boolean[] {
  const free = row.map(() => true);
  const open: number[] = [];
  for (const [at, node] of row.entries()) {
    const name = node.type === "scripts" ? nameOf(node.base) : nameOf(node);
    if (OPENERS.has(name)) open.push(at);
    else if (CLOSERS.has(name)) {
      const start = open.pop();
      if (start !== undefined) free.fill(false, start + 1, at);
    }
  }
  return free;
}

/** Indices of relations that stand in no brackets. */
function outerRelations(row: Row): number[] {
  const free = outside(row);
  return [...row.keys()].filter((index) => free[index] && isRelation(row[index]) && !isRelation(row[index - 1]));
}

/**
 * Rows that are set in start below what follows a relation of another row (`a = & b`), or right below some part of it.
 * @param anywhere in brackets as well, where pens tell the place exactly
 */
function atStart(rows: readonly Row[], em: number, anywhere = false): number[] | undefined {
  const left = Math.min(...rows.map(startOf));
  const starting = rows.filter((row) => startOf(row) > left + INDENT * em).map((row) => row[0]!);
  const free = rows.map(outside);
  // `aligned` sets its second parts as if something stood before them, `array` does not.
  for (const leads of anywhere ? [true] : [true, false]) {
    for (const tolerance of anywhere ? [EXACT] : leads ? [TOLERANCE, EXACT] : [TOLERANCE]) {
      for (const node of starting) {
        const point = pointBefore(node, em, leads);
        const cuts = rows.map((row, index) => {
          if (pointBefore(row[0]!, em, leads).x > point.x - TOLERANCE * em) return 0;
          return row.findIndex((other, at) => {
            if (at === 0 || !(free[index]![at] || anywhere)) return false;
            const place = pointBefore(other, em, leads);
            const exact = place.exact && point.exact;
            const reach = exact ? (tolerance === EXACT ? PEN : EXACT) : anywhere ? 0 : tolerance;
            return Math.abs(place.x - point.x) < reach * em && (tolerance === EXACT || isRelation(row[at - 1]));
          });
        });
        if (!cuts.includes(-1)) return cuts;
      }
    }
  }
  return undefined;
}

/**
 * `minimize & f(x)`, `s.t. & x > 0`: words before the rows, or some of them, and one place where the rows go on behind them; other rows start
 * there or have some part there.
 */
function behindWords(rows: readonly Row[], em: number): number[] | undefined {
  const ends = rows.map(wordsIn);
  const prose = rows.filter((row, index) => ends[index]! > 0 && ends[index]! < row.length && startsWithProse(row));
  for (const row of prose) {
    const point = pointBefore(row[wordsIn(row)]!, em);
    const cuts = rows.map((other, index) => {
      if (pointBefore(other[0]!, em).x > point.x - TOLERANCE * em) return 0;
      const all = ends.every((end) => end > 0);
      const free = outside(other);
      return other.findIndex((node, at) => {
        if (at === 0 || !free[at] || (all && at !== ends[index])) return false;
        const place = pointBefore(node, em);
        const reach = all ? TOLERANCE : place.exact && point.exact ? PEN : 0;
        return Math.abs(place.x - point.x) < reach * em;
      });
    });
    const widths = rows.flatMap((other, index) =>
      cuts[index]! > 0 ? [other[cuts[index]! - 1]!.box.x1 - startOf(other)] : [],
    );
    if (!cuts.includes(-1) && widths.length > 1 && spread(widths) > TOLERANCE * em) return cuts;
  }
  return undefined;
}

/** Nodes of the words and their full stops that a row begins with. */
function wordsIn(row: Row): number {
  const end = row.findIndex((node) => wordOf(node) === undefined && !/^[.:,]$/.test(nameOf(node)));
  return end < 0 ? row.length : end;
}

function startsWithProse(row: Row): boolean {
  const end = wordsIn(row);
  const words = row.slice(0, end).flatMap((node) => wordOf(node) ?? []);
  return !isRelation(row[end]) && (words.some(isProse) || words.join("") === "st");
}

function wordOf(node: MathNode): string | undefined {
  if (node.type === "stack" || node.type === "scripts") return node.base && wordOf(node.base);
  return node.type === "word" && node.alphabet === "mathrm" ? node.text : undefined;
}

function isProse(word: string): boolean {
  return word.length > 2 && !FUNCTION_NAMES.has(word);
}

/** All rows but the first start right of its relation: `& = b \\ & \qquad + c`. */
function setIn(rows: readonly Row[]): number[] | undefined {
  const [first, ...others] = rows;
  const relation = outerRelations(first!).find((index) => index > 0);
  if (relation === undefined) return undefined;
  const x = first![relation]!.box.x0;
  const within = others.every((row) => startOf(row) > x && startOf(row) < first!.at(-1)!.box.x1);
  return within ? [beforeColon(first!, relation), ...others.map(() => 0)] : undefined;
}

/** `:=` is one relation. */
function beforeColon(row: Row, index: number): number {
  return nameOf(row[index - 1]) === ":" ? index - 1 : index;
}
