import type { Line } from "../types.js";

/** Share of monospaced characters of a page that is set in a typewriter face throughout. */
const MONOSPACED = 0.93;
/** Share of the lines of a program that show its signs. */
const STATEMENTS = 0.5;
/** What ends, opens or joins the statements of most programming languages, and hardly a line of a letter. */
const STATEMENT = /[;{}]%?$|^[)}\]]|^(?:\/\/|\/\*|#|%)|^\s*\\[\p{L}@]{2,}|[:=!]=|[-=]>|[\p{L}\p{N}_]\(| [+*/|&-]?= /u;

/** Whether the page is written in a typewriter face, so that the face says nothing about code: most of its lines are none of a program. */
export function isTypescript(lines: readonly Line[]): boolean {
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  const monospaced = lines.reduce((sum, line) => sum + line.text.length * line.monospace, 0);
  if (monospaced <= MONOSPACED * characters) return false;
  return !isProgram(lines.filter((line) => line.monospace > 0.5).map(({ text }) => text));
}

/** Whether lines of type of fixed pitch are a program's or a listing's. */
export function isProgram(lines: readonly string[]): boolean {
  return lines.filter((text) => STATEMENT.test(text)).length >= STATEMENTS * lines.length;
}
