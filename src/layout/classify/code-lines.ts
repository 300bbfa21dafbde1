import type { Continuation, FontInfo, TextLine } from "../../page.js";
import { toTextLine } from "../lines/to-text-line.js";
import { wordOfGlyphs } from "../lines/word-of-glyphs.js";
import type { DraftLine, Line, Word } from "../types.js";

/** Advance of a monospaced character when the font gives none, in sizes (Courier: 600/1000 em). */
const DEFAULT_ADVANCE = 0.6;
/** Indentation step of proportional pseudocode, in sizes; two blanks are printed per step. */
const STEP = 0.5;
const MAX_INDENT = 80;
/** Share of monospaced characters of a line whose columns are kept. */
const MONOSPACED = 0.6;

/**
 * Lines of a listing as text with their columns kept: the indentation from x, and blanks inside a line from the pen positions
 * where the font is monospaced.
 *
 * @param left x of column 0, px
 * @param cell width of a character of the listing, px
 */
export function codeTextLine(
  entry: DraftLine,
  { left, cell }: { left: number; cell: number },
  fonts: readonly FontInfo[],
  continuation: Continuation,
): TextLine {
  const { line } = entry;
  const plain = toTextLine(line, fonts, continuation);
  const monospaced = line.monospace > MONOSPACED;
  const text = monospaced ? withPlainSigns(columnsText(line, left, cell)) : indentedText(line, left);
  return { ...plain, spans: [{ kind: "text", text, bold: false, italic: false, monospace: monospaced }] };
}

/** The accents that faces without the signs of ASCII print for them. */
function withPlainSigns(text: string): string {
  return text.replaceAll("ˆ", "^").replaceAll("˜", "~");
}

/**
 * Width of a character cell of a listing: the most frequent distance between neighbouring pens in words of its monospaced lines, which
 * fixed columns stretch beyond the advance; the advance itself when no word has two characters.
 */
export function cellWidth(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  const size = Math.max(...lines.map((line) => line.size));
  const count = (width: number, votes: number) => {
    const rounded = Math.round(width * 4) / 4;
    if (rounded > 0.3 * size) counts.set(rounded, (counts.get(rounded) ?? 0) + votes);
  };
  const monospaced = lines.filter((line) => line.monospace > MONOSPACED);
  for (const word of monospaced.flatMap((line) => line.words)) {
    for (const [at, glyph] of word.glyphs.entries()) {
      const next = word.glyphs[at + 1];
      if (next) count(next.x - glyph.x, 1);
      else count(glyph.advance, word.glyphs.length === 1 ? 0.5 : 0);
    }
  }
  let best = DEFAULT_ADVANCE * size;
  let votes = 0;
  for (const [advance, count] of counts) {
    if (count > votes || (count === votes && advance < best)) [best, votes] = [advance, count];
  }
  return best;
}

/** Leftmost pen of a listing in one width, or leftmost ink, px: pens stand in columns, the ink of signs does not. */
export function leftEdge(lines: readonly Line[]): number {
  return Math.min(...lines.map((line) => (line.monospace > MONOSPACED ? penOf(line.words[0]) : line.box.x0)));
}

function penOf(word: Word | undefined): number {
  return word?.glyphs[0]?.x ?? word?.box.x0 ?? Number.POSITIVE_INFINITY;
}

function columnsText(line: Line, left: number, cell: number): string {
  let text = "";
  for (const word of line.words.flatMap((whole) => spacedDots(whole, cell))) {
    const column = Math.min(Math.round((penOf(word) - left) / cell), text.length + MAX_INDENT);
    const least = text === "" ? 0 : text.length + 1;
    text = text.padEnd(Math.max(column, least), " ") + word.text;
  }
  return text;
}

/** The dots of a leader, which are one word however wide they stand: in a listing each has its column. */
function spacedDots(word: Word, cell: number): Word[] {
  if (!/^[.·]{2,}$/u.test(word.text) || word.glyphs.length < 2) return [word];
  const [first, second] = word.glyphs;
  if (second!.x - first!.x < 1.5 * cell) return [word];
  return word.glyphs.map((glyph) => wordOfGlyphs([glyph]));
}

function indentedText(line: Line, left: number): string {
  const columns = Math.round((line.box.x0 - left) / (STEP * line.size));
  return " ".repeat(Math.min(Math.max(0, columns), MAX_INDENT)) + line.text;
}
