import { latexTokens } from "./latex-style.js";

/** Brackets that renderers know as symbols but refuse after `\left` and `\right`. */
const FIXED_SIZE = new Set(
  "llbracket rrbracket llparenthesis rrparenthesis Lbag Rbag lbag rbag".split(" ").map((name) => `\\${name}`),
);

interface Pair {
  /** Index of `\left` in the output. */
  at: number;
  fixed: string | undefined;
}

/**
 * Takes `\left` and `\right` away from brackets that do not grow: a pair of such brackets stands plain, and where only one
 * side is such a bracket the other still grows against an invisible one.
 */
export function fixedBrackets(latex: string): string {
  if (![...FIXED_SIZE].some((name) => latex.includes(name))) return latex;
  const tokens = latexTokens(latex);
  const out: string[] = [];
  const open: Pair[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (token !== "\\left" && token !== "\\right") {
      out.push(token);
      continue;
    }
    let next = i + 1;
    while (/^\s+$/.test(tokens[next] ?? "")) next++;
    const delimiter = tokens[next] ?? ".";
    const fixed = FIXED_SIZE.has(delimiter) ? delimiter : undefined;
    i = next;
    if (token === "\\left") {
      open.push({ at: out.length, fixed });
      out.push(token, delimiter);
      continue;
    }
    const left = open.pop();
    if (left?.fixed !== undefined) out.splice(left.at, 2, fixed === undefined ? `${left.fixed}\\left.` : left.fixed);
    if (fixed === undefined) out.push(token, delimiter);
    else if (left === undefined || left.fixed !== undefined) out.push(fixed);
    else out.push("\\right.", fixed);
  }
  return joined(out);
}

/** Tokens as they came, with a blank where a control word would swallow a letter. */
function joined(tokens: readonly string[]): string {
  return tokens.reduce(
    (text, token) => (/\\[A-Za-z]+$/.test(text) && /^[A-Za-z]/.test(token) ? `${text} ${token}` : text + token),
    "",
  );
}
