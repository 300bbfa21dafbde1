import { wordOfGlyphs } from "../lines/word-of-glyphs.js";
import { partOfLine } from "../regions/equation-number.js";
import type { Line, Word } from "../types.js";

/** Rows of which one after the other starts with the next number. */
const LEAST_ROWS = 3;
/** Share of the rows that start with a number of the sequence. */
const SHARE = 0.8;
/** Numbers set smaller than the code by this factor need no such proof. */
const SMALL = 0.9;
/** Share of numbers among the words of a print of observations. */
const FIGURES = 0.6;

/**
 * Takes line numbers out of the rows of a listing: the rows start with whole numbers that count up by one. `10 PRINT` of BASIC
 * does not. Rows that hold nothing but their number become empty rows and are left out.
 */
export function splitLineNumbers(rows: readonly Line[]): { rows: Line[]; numbers: Line[] } {
  const first = rows.map((row) => Number(/^\d{1,4}$/u.exec(row.words[0]?.text ?? "")?.[0] ?? Number.NaN));
  const counted = first.filter((value, at) => isNext(first, at) || first[at + 1] === value + 1).length;
  const small = rows.every(
    (row, at) =>
      row.words.length > 1 && hasSmallNumber(row) && (at === 0 || isNext(first, at)) && !Number.isNaN(first[at]),
  );
  if (!small && (counted < LEAST_ROWS || counted < SHARE * rows.length || areFigures(rows) || areCodes(rows)))
    return { rows: [...rows], numbers: [] };
  const numbers: Line[] = [];
  const rest: Line[] = [];
  for (const [at, row] of rows.entries()) {
    if (Number.isNaN(first[at])) {
      rest.push(row);
      continue;
    }
    numbers.push(partOfLine(row, 0, 1));
    if (row.words.length > 1) rest.push(withoutNumber(row));
  }
  return { rows: rest, numbers };
}

/** A print of numbered observations: most of the words behind the numbers are numbers themselves. */
function areFigures(rows: readonly Line[]): boolean {
  const words = rows.flatMap((row) => row.words.slice(1).map(({ text }) => text));
  return words.filter((text) => /^[-−+]?\d[\d.,]*(?:e[-+]?\d+)?$|^NA$/u.test(text)).length > FIGURES * words.length;
}

/** A line of code and the small number printed before it, glued to it or not; undefined for any other line. */
export function partSmallNumber(line: Line): { number: Line; code: Line } | undefined {
  const [word, ...rest] = line.words;
  const end = word?.glyphs.findIndex((glyph) => !/^\d$/u.test(glyph.text) || glyph.size > SMALL * line.size) ?? 0;
  if (!word || end === 0 || line.angle !== 0 || !hasSmallNumber(line)) return undefined;
  if (end < 0) return rest.length === 0 ? undefined : { number: partOfLine(line, 0, 1), code: withoutNumber(line) };
  const [number, glued] = [word.glyphs.slice(0, end), word.glyphs.slice(end)].map(wordOfGlyphs) as [Word, Word];
  const words = [number, glued, ...rest];
  const parted = { ...line, words, text: words.map(({ text }) => text).join(" ") };
  return { number: partOfLine(parted, 0, 1), code: withoutNumber(parted) };
}

function hasSmallNumber(line: Line): boolean {
  const first = line.words[0]?.glyphs[0];
  return first !== undefined && /^\d$/u.test(first.text) && first.size < SMALL * line.size;
}

/** The row behind its number, which may be set in another face: the share of monospaced characters is that of the rest. */
function withoutNumber(row: Line): Line {
  const rest = partOfLine(row, 1, row.words.length);
  const share = rest.text.length / (rest.text.length + (row.words[0]?.text.length ?? 0));
  return { ...rest, monospace: Math.min(1, row.monospace / share) };
}

/** `06`, `07`, `10`: a table's first column of octal or hexadecimal codes, which skip numbers. */
function areCodes(rows: readonly Line[]): boolean {
  const codes = rows.map((row) => row.words[0]?.text ?? "").filter((text) => /^\d{1,4}$/u.test(text));
  const skips = codes.some((code, at) => at > 0 && Number(code) !== Number(codes[at - 1]) + 1);
  return skips && codes.some((code) => /^0\d/u.test(code));
}

function isNext(values: readonly number[], at: number): boolean {
  return at > 0 && values[at] === (values[at - 1] ?? Number.NaN) + 1;
}
