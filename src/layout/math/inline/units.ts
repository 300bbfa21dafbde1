import type { InnerGap } from "./inner-gaps.js";
import { type Token, touches } from "./token.js";

/** TeX's thin space is 1/6 em; the narrowest word space of a justified line 0.22 em. */
export const UNIT_GAP = 0.2;

/** Units of the SI and those used beside it, with the prefixes in use: where the blanks of a line do not tell, a word is a unit only if it is one. */
const UNIT =
  /^(?:[fpnµμmckMGT]?(?:m|g|s|A|K|mol|cd|Hz|N|Pa|J|W|C|V|F|Ω|S|Wb|T|H|lm|lx|Bq|Gy|Sv|eV|pc|bar|[Ll]|B|bit|cal|yr|rad|sr|G|Oe|Jy|M)|d[BLl]|dBm|hPa|min|h|d|deg|Å|au|AU|ly|mag|erg|dyn|px|dpi|fps|ha|rpm|pp[mb]|ft|lbs?|oz|mph|bits?|bps)$/u;

/** `500\,\mathrm{Mpc}`, `10^{3}\,\mathrm{m}^{2}\,\mathrm{kg}^{-1}`, `\mathrm{km}/\mathrm{h}`: units a thin space behind a number of the formula. */
export function isUnit(tokens: readonly Token[], maths: readonly boolean[], index: number, inner: InnerGap): boolean {
  const token = tokens[index]!;
  const before = tokens[index - 1];
  if (token.role !== "text" || maths[index - 1] !== true || token.script || !/^[A-Za-zµμΩ°Å]{1,4}$/u.test(token.text))
    return false;
  const next = tokens[index + 1];
  if (before!.role === "slash" || (before!.text === "/" && before!.strong))
    return touches(before, token) && isUnitBefore(tokens, index - 1);
  const raised = before!.script === "super" && /^(?:number|letter)$/.test(before!.role);
  // `10^{-27}cm`, without any blank.
  if (raised && before!.role === "number" && touches(before, token)) return UNIT.test(token.text);
  const plain =
    before!.script === undefined && (/^(?:number|letter)$/.test(before!.role) || isUnitBefore(tokens, index));
  return (
    (raised || plain) &&
    token.gap > 0.1 &&
    token.gap < UNIT_GAP + (raised || (next?.script === "super" && touches(token, next)) ? 0.03 : 0) &&
    (inner(token) ??
      (UNIT.test(token.text) && (next === undefined || next.role !== "text" || next.gap > 1.2 * token.gap)))
  );
}

/** Whether an upright unit, maybe with its power, stands before this place. */
export function isUnitBefore(tokens: readonly Token[], index: number): boolean {
  let at = index - 1;
  while (at > 0 && tokens[at]!.script === "super") at--;
  return at > 0 && tokens[at]!.role === "text" && /^[A-Za-zµμΩ°Å]{1,4}$/u.test(tokens[at]!.text);
}
