import { type Token, touches } from "./token.js";

/** Widest blank between a bracket and what it holds, in sizes: word spaces are wider. */
const INSIDE = 0.12;
/** Longest interval, in tokens. */
const LONGEST = 24;
const SQUARE = /^[[\]]$/;

/**
 * Square brackets about two ends open and close however they are turned: `[0, +∞[`, `]a, b]`. Works in place.
 */
export function nameIntervals(tokens: readonly Token[]): void {
  for (let start = 0; start < tokens.length; ) {
    const end = isBracket(tokens[start]) ? nextBracket(tokens, start) : -1;
    if (end > 0 && isInterval(tokens, start, end)) {
      tokens[start]!.role = "open";
      tokens[end]!.role = "close";
      start = end + 1;
    } else if (end > 0 && tokens[start]!.text === "[" && tokens[end]!.text === "]") start = end + 1;
    else start++;
  }
}

function isBracket(token: Token | undefined): boolean {
  return token !== undefined && SQUARE.test(token.text) && !token.script;
}

function nextBracket(tokens: readonly Token[], start: number): number {
  const end = tokens.slice(start + 1, start + LONGEST).findIndex(isBracket);
  return end < 0 ? -1 : start + 1 + end;
}

/** Two ends of maths with one comma or semicolon between them, close to their brackets. */
function isInterval(tokens: readonly Token[], start: number, end: number): boolean {
  const inside = tokens.slice(start + 1, end);
  const [first, last, close] = [inside[0], inside.at(-1), tokens[end]!];
  if (!first || !touches(tokens[start], first) || first.gap > INSIDE || !touches(last, close) || close.gap > INSIDE)
    return false;
  let depth = 0;
  let commas = 0;
  for (const [index, token] of inside.entries()) {
    if (token.role === "open") depth++;
    else if (token.role === "close") depth--;
    else if (/^[,;]$/.test(token.text) && depth === 0 && !token.script) {
      commas++;
      if (index === 0 || index === inside.length - 1) return false;
    } else if (token.role === "text" && !token.script && token.glyphs.length > 1) return false;
    if (depth < 0) return false;
  }
  return commas === 1 && depth === 0;
}
