import { type SpanWriter, textSpans } from "../lines/to-text-line.js";
import type { Line } from "../types.js";
import { joinRow } from "./piece.js";

/** What a manual declares, in brackets at the end of the row: `[Function]`, `[Built-in Macro]`. Texinfo sets definitions so. */
const KIND = /^\[\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,3}\]$/u;
const DECLARED = /\S \[\p{Lu}[\p{L}-]*(?: [\p{L}-]+){0,3}\]$/u;
/** Baselines of one row agree to within this, in sizes; the kind stands this far behind what is declared. */
const SAME_ROW = 0.15;
const LEAST_GAP = 1.2;
/** Share of typewriter type in a declaration, whose arguments may be slanted; a table's cells have none. */
const LEAST_MONOSPACE = 0.25;
/** Kinds are flush right, in sizes. */
const FLUSH = 0.3;

/** Lines with the kinds of declarations put to the rows that they stand at the end of, where several such rows, or one of typewriter type, end flush. */
export function joinDeclarations(lines: readonly Line[]): Line[] {
  const kinds = lines.filter((line) => line.angle === 0 && KIND.test(line.text));
  if (kinds.length === 0) return [...lines];
  const joined = new Map<Line, Line>();
  const taken = new Set<Line>();
  for (const kind of kinds) {
    const flush = kinds.filter((other) => Math.abs(other.box.x1 - kind.box.x1) < FLUSH * kind.size).length;
    const declared = lines
      .filter(
        (line) =>
          line !== kind &&
          line.angle === 0 &&
          Math.abs(line.baseline - kind.baseline) < SAME_ROW * kind.size &&
          kind.box.x0 - line.box.x1 > LEAST_GAP * kind.size,
      )
      .sort((a, b) => b.box.x1 - a.box.x1)[0];
    if (!declared || taken.has(declared)) continue;
    if (declared.monospace < (flush < 2 ? 0.5 : LEAST_MONOSPACE) && !isNameWithArguments(declared)) continue;
    joined.set(declared, joinRow([declared, kind]));
    taken.add(declared).add(kind);
  }
  return lines.flatMap((line) => joined.get(line) ?? (taken.has(line) ? [] : [line]));
}

/** A name in typewriter type and slanted arguments, nothing else. */
function isNameWithArguments({ monospace, italic }: Line): boolean {
  return monospace > 0.1 && monospace + italic > 0.9;
}

/** `int mpfr_set_emin (mpfr_exp_t exp) [Function]`: a row of its own, neither heading nor listing nor formula. */
export function isDeclaration({ text, words }: Line): boolean {
  return words.length > 1 && DECLARED.test(text);
}

/** Writes the spans of declarations as text: slanted arguments are no variables of formulas. Other lines as `write` does. */
export function writeDeclarations(write: SpanWriter): SpanWriter {
  return (line, fonts) => (isDeclaration(line) ? textSpans(line, fonts) : write(line, fonts));
}
