import type { Token } from "./token.js";

/** Word spaces of a line TeX justified are equal up to this, in sizes of the line; so it tells them from any other blank. */
const EXACT = 0.006;
const SLACK = 1.5 * EXACT;
/** At least this many spaces, and this share of them, have to be equal. */
const MIN_SPACES = 3;
const EQUAL_SHARE = 0.75;
/** Blanks within formulas: from a thin space to a thick one in a loose line. */
const NARROWEST = 0.1;
const WIDEST = 0.6;

/** Tells whether the blank before a token is one of a formula's, because it differs from the line's word space; undefined when nothing tells. */
export type InnerGap = (token: Token) => boolean | undefined;

/** The blank between the words of a line, in sizes; undefined unless it is uniform. Where pixels were read, places are steps of the recogniser. */
export function wordSpace(tokens: readonly Token[]): number | undefined {
  if (tokens.some(({ glyphs }) => glyphs[0]?.identity === "recognized")) return undefined;
  const spaces = tokens
    .filter((token, index) => {
      const before = tokens[index - 1];
      return isWord(token) && isWord(before) && before!.word !== token.word && /\p{L}$/u.test(before!.text);
    })
    .map((token) => token.gap)
    .sort((a, b) => a - b);
  const space = spaces[Math.floor(spaces.length / 2)] ?? 0;
  const equal = spaces.filter((gap) => Math.abs(gap - space) < EXACT).length;
  return equal < MIN_SPACES || equal < EQUAL_SHARE * spaces.length ? undefined : space;
}

/** Compares blanks with the line's word space. */
export function innerGaps(tokens: readonly Token[]): InnerGap {
  const space = wordSpace(tokens);
  if (space === undefined) return () => undefined;
  return ({ gap }) => gap > NARROWEST && gap < WIDEST && Math.abs(gap - space) > SLACK;
}

/** TeX's \scriptspace, in sizes of 10 pt. */
const SCRIPT_SPACE = 0.05;
/** Wider than any blank TeX puts before a bracket, the italic correction of `V` (0.22) included, in sizes. */
const SPACE = 0.25;

/** Whether a word space parts a bracket from the operand before it: then they are two formulas (`σ_i (i = x, y, z)`). `space`: the line's. */
export function partsBracket(tokens: readonly Token[], index: number, space: number | undefined): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]!];
  if (!before || token.script || token.role !== "open" || tokens[index + 1]?.text === "mod") return false;
  if (token.gap < SPACE) return false;
  if (!before.script && /^(?:number|close)$/.test(before.role)) return true;
  if (space === undefined || !(before.script || /^(?:letter|number|close|prime)$/.test(before.role))) return false;
  const behind = before.script ? SCRIPT_SPACE : 0;
  return token.gap > space - SLACK && token.gap < space + behind + SLACK;
}

/** Single letters may be variables, with the bearings of maths. */
function isWord(token: Token | undefined): boolean {
  return token?.role === "text" && token.script === undefined && /^\p{L}{2}/u.test(token.text);
}
