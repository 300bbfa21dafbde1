import type { MathSymbol } from "../../../layout/math/symbol.js";
import { FUNCTION_NAMES } from "../../../layout/math/symbol-classes.js";
import { FRAME_EM } from "../../inference/symbol-model.js";

/** Blank before a word of the sentence, ems. */
const WORD_SPACE = 0.2;

/** Symbols of a formula inside a line, from left to right, without the words of the sentence at its ends. */
export function trimWords(symbols: readonly MathSymbol[]): MathSymbol[] {
  const ordered = [...symbols].sort((a, b) => a.box.x0 - b.box.x0);
  const first = ordered.length - endOfWord(ordered.map(mirrored).reverse());
  const kept = ordered.slice(first);
  return kept.slice(0, endOfWord(kept));
}

/** Full stops and centred dots have one name; on the line it is a full stop. */
const MARK = /^(?:dot|[,;:])$/;

/** Symbols of a formula, from left to right, without the marks of the sentence at their ends. */
export function trimMarks(symbols: readonly MathSymbol[]): MathSymbol[] {
  const isMark = ({ name, size }: MathSymbol) => MARK.test(name) && size === FRAME_EM;
  const first = symbols.findIndex((symbol) => !isMark(symbol));
  const last = symbols.findLastIndex((symbol) => !isMark(symbol));
  return first < 0 ? [] : symbols.slice(first, last + 1);
}

/** Number of symbols left when the word at the right end is gone; all of them where there is none, or nothing else. */
function endOfWord(symbols: readonly MathSymbol[]): number {
  let at = symbols.length;
  while (at > 0 && isUpright(symbols[at - 1]!)) {
    at--;
    const [last, before] = [symbols[at]!, symbols[at - 1]];
    if (before && last.box.x0 - before.box.x1 > WORD_SPACE * FRAME_EM) break;
  }
  const word = symbols.slice(at).map(({ name }) => name);
  if (at === 0 || word.length < 2 || FUNCTION_NAMES.has(word.join("")) || FUNCTION_NAMES.has(word.reverse().join("")))
    return symbols.length;
  const gap = symbols[at]!.box.x0 - symbols[at - 1]!.box.x1;
  return gap > WORD_SPACE * FRAME_EM ? at : symbols.length;
}

function isUpright({ name, alphabet, size }: MathSymbol): boolean {
  return alphabet === "mathrm" && size === FRAME_EM && /^[A-Za-z]$/.test(name);
}

/** The symbol seen from behind. */
function mirrored(symbol: MathSymbol): MathSymbol {
  const { x0, x1, y0, y1 } = symbol.box;
  return { ...symbol, box: { x0: -x1, x1: -x0, y0, y1 } };
}
