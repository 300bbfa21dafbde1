import type { Line } from "../types.js";
import { joinRow, printedRows } from "./piece.js";

/** Share of monospaced characters of a page that is set in a typewriter face throughout. */
const MONOSPACED = 0.93;
/** Share of the lines of a program that show its signs. */
const STATEMENTS = 0.5;
/** What ends, opens or joins the statements of most programming languages, and hardly a line of a letter. */
const STATEMENT =
  /[;{}]%?$|^[)}\]]|^(?:\/\/|\/\*|#|%)|^\s*\\[\p{L}@]{2,}|[:=!]=|[-=]>|\$[{(]\w|^\w+=\S|^(?:R?>|\+|\[\d+\])\s|[\p{L}\p{N}_]\(| [+*/|&-]?= /u;

/** Whether the page is written in a typewriter face, so that the face says nothing about code: most of its lines are none of a program. */
export function isTypescript(lines: readonly Line[]): boolean {
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  const monospaced = lines.reduce((sum, line) => sum + line.text.length * line.monospace, 0);
  if (monospaced <= MONOSPACED * characters) return false;
  const rows = printedRows(lines.filter((line) => line.monospace > 0.5));
  const texts = rows.map((row) => joinRow(row).text);
  return !isProgram(texts) && texts.filter(isProse).length >= PROSE * texts.length;
}

/** Share of the rows of a typed page that are lines of sentences; what a program prints in columns has none. */
const PROSE = 0.25;

/** Most of six or more words are in small letters. */
function isProse(text: string): boolean {
  const words = text.split(/\s+/u);
  return words.length >= 6 && words.filter((word) => /^\p{P}*\p{Ll}+\p{P}*$/u.test(word)).length > 0.6 * words.length;
}

/** Whether lines of type of fixed pitch are a program's or a listing's. */
export function isProgram(lines: readonly string[]): boolean {
  return lines.filter((text) => STATEMENT.test(text)).length >= STATEMENTS * lines.length;
}
