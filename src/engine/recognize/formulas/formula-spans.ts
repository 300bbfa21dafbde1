import { unionBoxes } from "../../../layout/boxes.js";
import type { Box } from "../../../page.js";
import type { PageInk } from "../lines/page-ink.js";
import type { ReadLine } from "../read-lines.js";
import { isGrammarMark, type LineSymbol, opensFormula } from "../text/decode-line.js";
import type { FormulaArea } from "./formula-areas.js";
import { otherInk } from "./other-ink.js";

/** A formula inside a line of text. */
export interface FormulaSpan extends FormulaArea {
  /** How surely the line recogniser read it: the geometric mean of its symbols' probabilities, 0 for what it cannot read. */
  rate: number;
  /** Baseline of the line it stands in. */
  baseline: number;
  /** Where the line's symbols that are the formula's begin and end: half-way to those around them. */
  from: number;
  to: number;
  /** Ink of other lines that may reach into its box. */
  blank: Box[];
}

/** Ink this near to a line may reach into the box of a formula in it, ems. */
const NEAR = 0.5;
/** Lines that are nothing but a formula (displays of one row), single letters and plain numbers stay as they were read when that was this certain. */
const SURE_RATE = 0.97;
const NUMBER = /^[\d.,:%=+-]+$/;

interface SpanRange {
  from: number;
  to: number;
  rate: number;
  /** One symbol, a number, or all of the line. */
  plain: boolean;
}

/** Formulas inside running text: where the line recogniser reads one, or where its columns look like one. */
export function findFormulaSpans(read: readonly ReadLine[], ink: PageInk, em: number): FormulaSpan[] {
  const isOthers = otherInk(read);
  return read.flatMap((line) =>
    spanRanges(line).flatMap(({ from, to, rate, plain }) => {
      if (plain && rate >= SURE_RATE) return [];
      const { y0, y1 } = line.line;
      const near = (part: Box) => part.y1 > y0 - NEAR * em && part.y0 < y1 + NEAR * em;
      const inside = [...line.line.letters, ...ink.letters, ...ink.rules].filter((part) => {
        const [x, y] = [(part.x0 + part.x1) / 2, (part.y0 + part.y1) / 2];
        const within = x > from && x < to && y > y0 - 0.2 * em && y < y1 + 0.2 * em;
        return within && part.x1 - part.x0 < 1.2 * (to - from) && !isOthers(part, line);
      });
      if (inside.length === 0) return [];
      const blank = ink.letters.filter((part) => near(part) && isOthers(part, line));
      return [{ box: unionBoxes(inside), lines: [], rate, baseline: line.metrics.baseline, from, to, blank }];
    }),
  );
}

/** From where to where formulas of a line run, px of the image: half-way to the symbols around them. */
function spanRanges({ line, symbols, framed, maths }: ReadLine): SpanRange[] {
  const isInside = markedSymbols(symbols, maths);
  const printed = symbols.map((symbol, index) => ({ ...symbol, inside: isInside[index]! })).filter(isPrinted);
  const xOf = (column: number) => framed.left + column * framed.scale;
  const ranges: SpanRange[] = [];
  for (let first = 0; first < printed.length; first++) {
    if (!printed[first]!.inside) continue;
    let last = first;
    while (printed[last + 1]?.inside) last++;
    const span = printed.slice(first, last + 1);
    const [before, after] = [printed[first - 1], printed[last + 1]];
    const logs = span.reduce((sum, { probability }) => sum + Math.log(Math.max(probability, 1e-6)), 0);
    ranges.push({
      from: before ? xOf((before.centre + span[0]!.centre) / 2) : line.x0 - 1,
      to: after ? xOf((after.centre + span.at(-1)!.centre) / 2) : line.x1 + 1,
      plain: span.length === 1 || (!before && !after) || NUMBER.test(span.map(({ label }) => label).join("")),
      rate: span.some(({ label }) => label === "\\stack") ? 0 : Math.exp(logs / span.length),
    });
    first = last;
  }
  return ranges;
}

/** Letters, with the marks of the sentence about them. */
const WORD = /^\p{P}*\p{L}{2,}\p{P}*$/u;
const MARK = /^[,.;:]$/;

/**
 * Which symbols stand between `\(` and `\)`, or in columns that look like a formula. Of those columns words of the sentence and the marks behind
 * a formula are none of it.
 */
function markedSymbols(symbols: readonly LineSymbol[], maths: ReadLine["maths"]): boolean[] {
  let open = false;
  let closed = false;
  const words = wordsOf(symbols);
  return symbols.map((symbol, index) => {
    const { label, centre } = symbol;
    if (label === "\\(") open = opensFormula(symbols, index);
    else if (label === "\\)" || label === " ") open = false;
    const dots = label + (symbols[index + 1]?.label ?? "") === "..";
    closed = label === "\\)" || (closed && MARK.test(label) && !dots);
    if (label === " " || open) return open;
    return !words.has(symbol) && !closed && maths.some(([from, to]) => centre >= from && centre <= to);
  });
}

/** Symbols of the words of the sentence: outside of formulas, and of two letters at least. */
function wordsOf(symbols: readonly LineSymbol[]): Set<LineSymbol> {
  const words = new Set<LineSymbol>();
  let open = false;
  let word: LineSymbol[] = [];
  const close = () => {
    if (WORD.test(word.map(({ label }) => label).join(""))) for (const symbol of word) words.add(symbol);
    word = [];
  };
  for (const [index, symbol] of symbols.entries()) {
    if (symbol.label === "\\(") open = opensFormula(symbols, index);
    if (open || symbol.label === " ") close();
    else if (symbol.label !== "\\)") word.push(symbol);
    if (symbol.label === "\\)" || symbol.label === " ") open = false;
  }
  close();
  return words;
}

/** Blanks have no ink either. */
function isPrinted({ label }: LineSymbol): boolean {
  return label !== " " && !isGrammarMark(label);
}
