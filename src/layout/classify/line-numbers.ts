import { partOfLine } from "../regions/equation-number.js";
import type { Line } from "../types.js";

/** Rows of which one after the other starts with the next number. */
const LEAST_ROWS = 3;
/** Share of the rows that start with a number of the sequence. */
const SHARE = 0.8;

/**
 * Takes line numbers out of the rows of a listing: the rows start with whole numbers that count up by one. `10 PRINT` of BASIC
 * does not. Rows that hold nothing but their number become empty rows and are left out.
 */
export function splitLineNumbers(rows: readonly Line[]): { rows: Line[]; numbers: Line[] } {
  const first = rows.map((row) => Number(/^\d{1,4}$/u.exec(row.words[0]?.text ?? "")?.[0] ?? Number.NaN));
  const counted = first.filter((value, at) => isNext(first, at) || first[at + 1] === value + 1).length;
  if (counted < LEAST_ROWS || counted < SHARE * rows.length) return { rows: [...rows], numbers: [] };
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

/** The row behind its number, which may be set in another face: the share of monospaced characters is that of the rest. */
function withoutNumber(row: Line): Line {
  const rest = partOfLine(row, 1, row.words.length);
  const share = rest.text.length / (rest.text.length + (row.words[0]?.text.length ?? 0));
  return { ...rest, monospace: Math.min(1, row.monospace / share) };
}

function isNext(values: readonly number[], at: number): boolean {
  return at > 0 && values[at] === (values[at - 1] ?? Number.NaN) + 1;
}
