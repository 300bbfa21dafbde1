import { unionBoxes } from "../../../layout/boxes.js";
import type { Box } from "../../../page.js";
import type { PageInk } from "../lines/page-ink.js";
import type { ReadLine } from "../read-lines.js";
import { isGrammarMark, type LineSymbol } from "../text/decode-line.js";
import { type FormulaArea, isProse } from "./formula-areas.js";

/** A formula inside a line of text. */
export interface FormulaSpan extends FormulaArea {
  /** How surely the line recogniser read it: the geometric mean of its symbols' probabilities, 0 for what it cannot read. */
  rate: number;
  /** Baseline of the line it stands in. */
  baseline: number;
  /** Where the line's symbols that are the formula's begin and end: half-way to those around them. */
  from: number;
  to: number;
}

/** Lines that are nothing but a formula (displays of one row), and single letters, stay as they were read when that was this certain. */
const SURE_RATE = 0.97;

interface SpanRange {
  from: number;
  to: number;
  rate: number;
  /** One symbol, or all of the line. */
  alone: boolean;
}

/** Formulas inside running text: where the line recogniser reads one, or where its columns look like one. */
export function findFormulaSpans(read: readonly ReadLine[], ink: PageInk, em: number): FormulaSpan[] {
  const proseOf = new Map<Box, ReadLine>(
    read.filter(isProse).flatMap((line) => line.line.letters.map((letter) => [letter, line])),
  );
  return read.flatMap((line) =>
    spanRanges(line).flatMap(({ from, to, rate, alone }) => {
      if (alone && rate >= SURE_RATE) return [];
      const { y0, y1 } = line.line;
      const inside = [...line.line.letters, ...ink.letters, ...ink.rules].filter((part) => {
        if ((proseOf.get(part) ?? line) !== line) return false;
        const [x, y] = [(part.x0 + part.x1) / 2, (part.y0 + part.y1) / 2];
        return x > from && x < to && y > y0 - 0.2 * em && y < y1 + 0.2 * em && part.x1 - part.x0 < 1.2 * (to - from);
      });
      const { baseline } = line.metrics;
      return inside.length === 0 ? [] : [{ box: unionBoxes(inside), lines: [], rate, baseline, from, to }];
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
      alone: span.length === 1 || (!before && !after),
      rate: span.some(({ label }) => label === "\\stack") ? 0 : Math.exp(logs / span.length),
    });
    first = last;
  }
  return ranges;
}

/** Which symbols stand between `\(` and `\)` or in columns that look like a formula. */
function markedSymbols(symbols: readonly LineSymbol[], maths: ReadLine["maths"]): boolean[] {
  let open = false;
  return symbols.map(({ label, centre }) => {
    if (label === "\\(") open = true;
    else if (label === "\\)" || label === " ") open = false;
    return label !== " " && (open || maths.some(([from, to]) => centre >= from && centre <= to));
  });
}

/** Blanks have no ink either. */
function isPrinted({ label }: LineSymbol): boolean {
  return label !== " " && !isGrammarMark(label);
}
