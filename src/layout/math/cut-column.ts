import { FUNCTION_NAMES, OPENING } from "./symbol-classes.js";
import type { MathNode } from "./tree.js";

/** Nodes of a row within one column, left to right. */
export type Row = readonly MathNode[];

/** Relations rows are aligned at. */
const RELATION =
  /^(?:[=<>:]|:=|=:|\\(?:leq|geq|neq|equiv|approx|sim|simeq|cong|propto|rightarrow|leftarrow|Rightarrow|Leftarrow|Leftrightarrow|longrightarrow|Longrightarrow|Longleftrightarrow|leftrightarrow|hookrightarrow|in|ni|subset|subseteq|supset|supseteq|leqslant|geqslant|ll|gg|prec|succ|preceq|succeq|mapsto|longmapsto|triangleq|doteq|lesssim|gtrsim|asymp|models|vdash|perp))$/;
const OPERATOR = /^(?:[+-]|\\(?:pm|mp|times|cdot|otimes|oplus|circ|cup|cap|wedge|vee))$/;
const OPENERS = new Set([...OPENING.keys()].filter((name) => OPENING.get(name) !== name));
const CLOSERS = new Set([...OPENERS].map((name) => OPENING.get(name)!));

/** Blank TeX puts before a relation and before a binary operator behind an alignment point, in text sizes. */
const RELATION_LEAD = 0.278;
const OPERATOR_LEAD = 0.222;
/** … and before the name of an operator. */
const WORD_LEAD = 0.167;
/** Side bearings of what is aligned differ by less than this, in text sizes. */
const TOLERANCE = 0.12;
/** Where nothing but the place tells that two rows are aligned, it has to be exact. */
const EXACT = 0.05;
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
  // The same sign at the very same place.
  const exact = atRelation(rows, 0.3 * EXACT * em, em);
  if (exact) return exact;
  if (isFlush(rows, em)) return undefined;
  return atRelation(rows, TOLERANCE * em, em) ?? atStart(rows, em) ?? behindWords(rows, em) ?? setIn(rows);
}

/** Rows of different width that have one centre or one end, which aligned ones have by chance only. */
function isFlush(rows: readonly Row[], em: number): boolean {
  const starts = rows.map(startOf);
  const ends = rows.map((row) => row.at(-1)!.box.x1);
  const centres = starts.map((start, index) => (start + ends[index]!) / 2);
  return spread(starts) > 0.3 * em && (spread(centres) < 0.08 * em || spread(ends) < 0.15 * em);
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
  for (const x of outer.flatMap((indices, row) => indices.map((index) => signStart(rows[row]![index]!)))) {
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
        const lead = row[0]!.type === "word" ? WORD_LEAD * em : 0;
        if (operator || (startOf(row) > point - tolerance && startOf(row) < point + lead + tolerance)) exact++;
      } else {
        const cut = besideRelation(row, x, em);
        if (cut === undefined) break;
        cuts.push(cut);
      }
    }
    if (cuts.length < rows.length || exact < 2 || cuts.every((cut) => cut === 0)) continue;
    if (!best || exact > best.exact) best = { cuts, exact };
  }
  return best?.cuts;
}

/** Where a row without the relation is cut: before an operator at its place, or behind the one sign (`\vdots`) that ends before it. */
function besideRelation(row: Row, x: number, em: number): number | undefined {
  const operator = row.findIndex((node, at) => at > 0 && isOperator(node) && Math.abs(node.box.x0 - x) < EXACT * em);
  if (operator > 0) return operator;
  const blank = x - row.at(-1)!.box.x1;
  return row.length === 1 && blank > 0 && blank < SHORT_OF * em ? row.length : undefined;
}

/** Whether each node stands in no brackets. */
function outside(row: Row): boolean[] {
  let depth = 0;
  return row.map((node) => {
    const name = node.type === "scripts" ? nameOf(node.base) : nameOf(node);
    if (CLOSERS.has(name)) depth = Math.max(0, depth - 1);
    const outer = depth === 0;
    if (OPENERS.has(name)) depth++;
    return outer;
  });
}

/** Indices of relations that stand in no brackets; of all when brackets stay open. */
function outerRelations(row: Row): number[] {
  const free = outside(row);
  const all = [...row.keys()].filter((index) => isRelation(row[index]) && !isRelation(row[index - 1]));
  const outer = all.filter((index) => free[index]);
  return outer.length > 0 ? outer : all;
}

/** Rows that are set in start below what follows a relation of another row (`a = & b`), or right below some part of it. */
function atStart(rows: readonly Row[], em: number): number[] | undefined {
  const left = Math.min(...rows.map(startOf));
  const places = rows.filter((row) => startOf(row) > left + INDENT * em).map((row) => pointBefore(row[0]!, em));
  const free = rows.map(outside);
  for (const tolerance of [TOLERANCE, EXACT]) {
    for (const point of places) {
      const cuts = rows.map((row, index) => {
        if (startOf(row) > point - TOLERANCE * em) return 0;
        return row.findIndex(
          (node, at) =>
            at > 0 &&
            free[index]![at] &&
            Math.abs(pointBefore(node, em) - point) < tolerance * em &&
            (tolerance === EXACT || isRelation(row[at - 1])),
        );
      });
      if (!cuts.includes(-1)) return cuts;
    }
  }
  return undefined;
}

/** The alignment point that would put a node where it is. */
function pointBefore(node: MathNode, em: number): number {
  const lead = isRelation(node) ? RELATION_LEAD : isOperator(node) ? OPERATOR_LEAD : 0;
  return node.box.x0 - lead * em;
}

/** `minimize & f(x)`: words before all rows, and one place where the rows go on behind them. */
function behindWords(rows: readonly Row[], em: number): number[] | undefined {
  const cuts = rows.map((row) => row.findIndex((node) => wordOf(node) === undefined));
  if (cuts.some((cut, index) => cut < 1 || !isProse(wordOf(rows[index]![0]!)!))) return undefined;
  const starts = rows.map((row, index) => pointBefore(row[cuts[index]!]!, em));
  const widths = rows.map((row, index) => row[cuts[index]! - 1]!.box.x1 - startOf(row));
  return spread(starts) < TOLERANCE * em && spread(widths) > TOLERANCE * em ? cuts : undefined;
}

function wordOf(node: MathNode): string | undefined {
  if (node.type === "stack") return wordOf(node.base);
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

function nameOf(node: MathNode | undefined): string {
  return node?.type === "symbol" ? node.name : "";
}

export function isOperator(node: MathNode): boolean {
  return OPERATOR.test(nameOf(node));
}

export function isRelation(node: MathNode | undefined): boolean {
  if (node === undefined) return false;
  if (node.type === "stack" || node.type === "scripts") return isRelation(node.base);
  return node.type === "negation" || RELATION.test(nameOf(node));
}
