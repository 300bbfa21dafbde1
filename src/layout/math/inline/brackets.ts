import { COMMA_GAP, closerIndex, type Token, touches } from "./token.js";

/** Longest group that may hold words. */
const MAX_TOKENS = 40;

/** Widest blank before `\pmod`, in sizes: 18 mu. */
const MODULUS_GAP = 1.1;

/** A bracketed group opened by maths is maths to its end; one that holds only maths is maths with its brackets. Works in place. */
export function closeBrackets(tokens: readonly Token[], maths: boolean[]): boolean {
  let changed = false;
  for (let index = 0; index < tokens.length; index++) {
    if (tokens[index]!.role !== "open") continue;
    const end = closerIndex(tokens, index);
    if (end < 0) continue;
    const inside = tokens.slice(index + 1, end);
    const prose = inside.some((token) => token.role === "text" && !token.script && token.text.length > 2);
    const named = prose && tokens[index]!.text === "{" && tokens[index]!.strong && isListed(tokens, index);
    const plain = !prose && (maths[index] || isFormula(tokens, maths, index, end) || isPoint(inside));
    if (!(named || plain || isSet(tokens, maths, index, end))) continue;
    for (let at = index; at <= end; at++) {
      if (!maths[at]) changed = maths[at] = true;
    }
  }
  return changed;
}

/**
 * Words in maths: `{i ∈ I such that A ⊂ X}`, `⟨DM_igm + DM_halo⟩`. The brackets are those of a maths font that text never has, with maths at both
 * ends for the braces.
 */
function isSet(tokens: readonly Token[], maths: readonly boolean[], open: number, close: number): boolean {
  const first = tokens[open]!;
  if (!first.strong || close - open > MAX_TOKENS) return false;
  return first.text === "⟨" || (first.text === "{" && maths[open + 1] === true && maths[close - 1] === true);
}

/** `(1/2, 1/2)`: numbers between the commas of a maths font. */
function isPoint(inside: readonly Token[]): boolean {
  const commas = inside.filter(({ role }) => role === "mark");
  return (
    commas.length > 0 &&
    commas.every(({ strong, text }) => strong && text === ",") &&
    inside.every((token) => /^(?:number|mark)$/.test(token.role) || isStroke(token) || isMinus(token))
  );
}

function isMinus(token: Token): boolean {
  return token.strong && token.text === "−";
}

/** Brackets with nothing but numbers, signs and single words between the commas of a maths font. */
export function isListed(tokens: readonly Token[], open: number): boolean {
  const end = closerIndex(tokens, open);
  const inside = tokens.slice(open + 1, end);
  return (
    end > open + 1 &&
    tokens[end]!.strong &&
    inside.every(({ role, script }, at) => {
      const parted = [tokens[open + at], tokens[open + at + 2]].every(
        (other) => other!.role === "open" || other!.role === "close" || (other!.role === "mark" && other!.strong),
      );
      return /^(?:number|link|letter)$/.test(role) || (role === "mark" && inside[at]!.strong) || script || parted;
    })
  );
}

/** A group of nothing but maths that is part of a formula itself: a tuple, a set, or one that something is attached to. */
function isFormula(tokens: readonly Token[], maths: readonly boolean[], open: number, close: number): boolean {
  const inside = tokens.slice(open + 1, close);
  const isMaths = (_: Token, offset: number) => maths[open + 1 + offset] === true;
  const fits = (token: Token, offset: number) =>
    isMaths(token, offset) ||
    isNamed(tokens, open + 1 + offset) ||
    /^(?:mark|number|colon|open|close|function)$/.test(token.role) ||
    isStroke(token) ||
    isRelationOf(tokens, open + 1 + offset);
  const [before, first, last, after] = [tokens[open - 1], tokens[open]!, tokens[close]!, tokens[close + 1]];
  const set = first.strong && /^[{⟨]$/u.test(first.text) && inside.length > 0;
  // `(1/2)(x + y)`: a factor of numbers.
  const factor = inside.length >= 3 && maths[close + 1] === true && after!.role === "open" && after!.gap < COMMA_GAP;
  // `(mod n)` behind a formula.
  if (inside[0]?.text === "mod" && maths[open - 1] && first.gap < MODULUS_GAP) return true;
  if (!inside.every(fits)) return inside.some(isStroke) && isLabel(tokens, maths, open, close);
  if (!(set || inside.some(isMaths))) return factor && inside.some(isStroke);
  if (first.strong || /^[{[\]]$/.test(first.text)) return true;
  const tuple = inside.length >= 3 && inside.some((token) => token.role === "mark");
  const attached =
    (maths[close + 1] && (after!.role === "link" || touches(last, after))) ||
    after?.script !== undefined ||
    (touches(last, after) && after!.text === "%") ||
    isDivided(tokens, close, inside.length);
  const follows =
    (maths[open - 1] && (before!.role === "link" || touches(before, first))) ||
    (before?.role === "link" && before.strong && before.script === undefined && !/^[|∣‖∥*∗/]$/u.test(before.text));
  // `0.82(± 0.01)`, `1/(n + m)`.
  if (isScaled(tokens, open) && inside.some(({ role, strong }) => role === "link" && (strong || isStroke(before!))))
    return true;
  // `(a + b)(c + d)`: both groups hold maths and touch.
  const end = touches(last, after) && after!.role === "open" ? closerIndex(tokens, close + 1) : -1;
  const product = end > 0 && maths.slice(close + 2, end).includes(true);
  return tuple || attached || follows || product;
}

/** Behind a number, or a number and a stroke of the maths font. */
function isScaled(tokens: readonly Token[], open: number): boolean {
  const [number, stroke, first] = [-2, -1, 0].map((step) => tokens[open + step]);
  if (!touches(stroke, first)) return false;
  return stroke!.role === "number" || (isStroke(stroke!) && number?.role === "number" && touches(number, stroke));
}

/** `(f, id)`: a short name behind the comma of a maths font. */
function isNamed(tokens: readonly Token[], index: number): boolean {
  const [before, token] = [tokens[index - 1], tokens[index]!];
  return token.role === "text" && token.text.length <= 3 && before?.role === "mark" && before.strong;
}

/** `(G, ≤)`: a sign behind the comma of a maths font, by itself. */
function isRelationOf(tokens: readonly Token[], index: number): boolean {
  const [before, token, after] = [tokens[index - 1], tokens[index]!, tokens[index + 1]];
  return (
    token.role === "link" &&
    token.strong &&
    before?.role === "mark" &&
    before.strong &&
    /^(?:mark|close)$/.test(after?.role ?? "")
  );
}

function isStroke(token: Token): boolean {
  return token.strong && token.text === "/";
}

/** `[X/Y] = …`: upright symbols with a stroke of the maths font between them, before a relation of the formula. */
function isLabel(tokens: readonly Token[], maths: readonly boolean[], open: number, close: number): boolean {
  const after = tokens[close + 1];
  return (
    maths[close + 1] === true &&
    after!.role === "link" &&
    after!.text !== "/" &&
    tokens.slice(open + 1, close).every(({ role, text }) => role !== "text" || text.length <= 2)
  );
}

/** `(a + b)/2`. */
function isDivided(tokens: readonly Token[], close: number, inside: number): boolean {
  const [last, slash, divisor] = [tokens[close]!, tokens[close + 1], tokens[close + 2]];
  return (
    inside >= 3 &&
    touches(last, slash) &&
    touches(slash, divisor) &&
    slash!.text === "/" &&
    /^(?:number|letter|open)$/.test(divisor!.role)
  );
}

/** Whether the run of maths before a closing bracket holds its opening one. */
export function hasOpener(tokens: readonly Token[], maths: readonly boolean[], close: number): boolean {
  const angle = tokens[close]!.text === "⟩";
  let depth = 0;
  for (let at = close; at >= 0 && maths[at]; at--) {
    if (/^[⟨⟩]$/u.test(tokens[at]!.text) !== angle) continue;
    if (tokens[at]!.role === "close") depth++;
    else if (tokens[at]!.role === "open" && --depth === 0) return true;
  }
  return false;
}
