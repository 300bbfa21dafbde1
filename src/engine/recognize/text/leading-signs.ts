import type { ReadLine } from "../read-lines.js";
import type { LineSymbol } from "./decode-line.js";

/** What the net reads for bullets that are no dots: triangles, balls with a number, rings, arrows. */
const SIGNS = /^[»›>@¢©®°o►▶▸‣◦∘○]$/u;
/** The marks of one list stand one under the other to within so many x-heights. */
const SAME_PLACE = 0.5;
const LEAST_ITEMS = 2;

/** A prompt and a call or assignment behind it. */
function isPrompt({ label }: LineSymbol, { symbols }: ReadLine): boolean {
  return label === ">" && /[\p{L}\p{N}_]\(|<-|\w=\w/u.test(symbols.map((symbol) => symbol.label).join(""));
}

/**
 * Lines whose first sign is what the net makes of a drawn bullet, with `•` for it: such signs stand alone before the text of
 * several lines, at one place, and nowhere else on the page. One list may be read with several. `programs`: lines whose signs are prompts.
 */
export function withSignBullets(lines: readonly ReadLine[], programs: (line: ReadLine) => boolean): ReadLine[] {
  const firsts = new Map<ReadLine, LineSymbol>();
  const elsewhere = new Set<string>();
  for (const line of lines) {
    const at = line.symbols.findIndex(({ label }) => label !== " ");
    const first = line.symbols[at];
    if (!first) continue;
    const alone =
      SIGNS.test(first.label) &&
      !programs(line) &&
      !isPrompt(first, line) &&
      line.symbols[at + 1]?.label === " " &&
      line.symbols.length > at + 2;
    if (alone) firsts.set(line, first);
    for (const symbol of line.symbols) if (!alone || symbol !== first) elsewhere.add(symbol.label);
  }
  // An `o` is a letter of every other word; alone before a text it is none in most languages.
  for (const [line, { label }] of firsts) if (label !== "o" && elsewhere.has(label)) firsts.delete(line);
  return lines.map((line) => {
    const first = firsts.get(line);
    if (!first) return line;
    const reach = SAME_PLACE * line.metrics.xHeight;
    const mates = [...firsts.keys()].filter((other) => Math.abs(other.line.x0 - line.line.x0) < reach);
    if (mates.length < LEAST_ITEMS) return line;
    return { ...line, symbols: line.symbols.map((symbol) => (symbol === first ? { ...symbol, label: "•" } : symbol)) };
  });
}
