import type { ReadLine } from "../read-lines.js";
import type { LineSymbol } from "./decode-line.js";
import { strokeWeight } from "./stroke-weight.js";

/** Bold strokes are at least this much thicker than the page's ordinary ones: 1.35 to 1.7 times in the usual families. */
const BOLD_RATIO = 1.24;
/** Words of fewer letters (digits are thicker than letters) take the verdict of the words beside them. */
const SHORT_WORD = 3;
const LETTER = /^\p{L}$/u;

interface Word {
  symbols: LineSymbol[];
  weight: number;
}

/** The symbols printed bold, told by the thickness of their strokes against the page's ordinary print, word by word. */
export function boldSymbols(lines: readonly ReadLine[]): Set<LineSymbol> {
  const perLine = lines.map((line) => wordsOf(line));
  const ordinary = weightedMedian(perLine.flat());
  const bold = new Set<LineSymbol>();
  if (ordinary === 0) return bold;
  for (const words of perLine) {
    const heavy = words.map(({ weight }) => weight >= BOLD_RATIO * ordinary);
    words.forEach((word, index) => {
      const short = word.symbols.filter(({ label }) => LETTER.test(label)).length < SHORT_WORD;
      const beside = [heavy[index - 1], heavy[index + 1]].filter((verdict) => verdict !== undefined);
      const verdict = short ? beside.length > 0 && beside.every((verdict) => verdict) : heavy[index];
      if (verdict) for (const symbol of word.symbols) bold.add(symbol);
    });
  }
  return bold;
}

function wordsOf({ symbols, framed }: ReadLine): Word[] {
  const words: Word[] = [];
  let open: LineSymbol[] = [];
  const close = () => {
    if (open.length > 0) {
      const [first, last] = [open[0]!, open.at(-1)!];
      words.push({ symbols: open, weight: strokeWeight(framed.frame, first.centre - 8, last.centre + 8) });
    }
    open = [];
  };
  for (const symbol of symbols) {
    if (symbol.label === " ") close();
    else open.push(symbol);
  }
  close();
  return words;
}

function weightedMedian(words: readonly Word[]): number {
  const sorted = words.filter(({ symbols }) => symbols.length >= SHORT_WORD).sort((a, b) => a.weight - b.weight);
  const half = sorted.reduce((sum, { symbols }) => sum + symbols.length, 0) / 2;
  let sum = 0;
  for (const { symbols, weight } of sorted) {
    sum += symbols.length;
    if (sum >= half) return weight;
  }
  return 0;
}
