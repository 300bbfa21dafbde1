import type { Piece } from "../classify/piece.js";
import type { Line, Word } from "../types.js";

/** A font is one of bullets when it sets at least this many lines' first marks and nothing else. */
const LEAST_MARKS = 2;

/**
 * Bullets of fonts without a proper encoding claim to be letters (`h`, `y`, `¢`). A font that on this page only ever sets single
 * characters at the start of lines is one of bullets: those characters become `•`.
 */
export function readDingbats(pieces: readonly Piece[], bodyFont: number): Piece[] {
  const lines = pieces.flatMap((piece) => (piece.apart || piece.form ? [] : piece.lines.map((entry) => entry.line)));
  const fonts = bulletFonts(lines, bodyFont);
  if (fonts.size === 0) return [...pieces];
  return pieces.map((piece) =>
    piece.apart || piece.form
      ? piece
      : { ...piece, lines: piece.lines.map((entry) => ({ ...entry, line: withBullet(entry.line, fonts) })) },
  );
}

function bulletFonts(lines: readonly Line[], bodyFont: number): Set<number> {
  const marks = new Map<number, Line[]>();
  const others = new Set<number>([bodyFont]);
  for (const line of lines) {
    for (const [at, word] of line.words.entries()) {
      const mark = at === 0 && line.angle === 0 ? markOf(word) : undefined;
      if (mark !== undefined) marks.set(mark, [...(marks.get(mark) ?? []), line]);
      else for (const glyph of word.glyphs) others.add(glyph.font);
    }
  }
  const found = [...marks].filter(([font, own]) => !others.has(font) && own.length >= LEAST_MARKS && repeats(own));
  return new Set(found.map(([font]) => font));
}

/** Font of a word of one character that is neither digit nor sign of maths. */
function markOf(word: Word): number | undefined {
  const [glyph] = word.glyphs;
  return glyph && word.glyphs.length === 1 && !/[\p{N}=+−<>()[\]]/u.test(glyph.text) ? glyph.font : undefined;
}

/** The same character at the same x at least twice. */
function repeats(lines: readonly Line[]): boolean {
  return lines.some((line) =>
    lines.some(
      (other) =>
        other !== line && other.words[0]?.text === line.words[0]?.text && Math.abs(other.box.x0 - line.box.x0) < 4,
    ),
  );
}

function withBullet(line: Line, fonts: ReadonlySet<number>): Line {
  const [first, ...rest] = line.words;
  const font = first && markOf(first);
  if (!first || font === undefined || !fonts.has(font)) return line;
  const words = [{ ...first, text: "•" }, ...rest];
  return { ...line, words, text: words.map((word) => word.text).join(" ") };
}
