import { FUNCTION_NAMES } from "./symbol-classes.js";

/**
 * Joins LaTeX tokens with the blanks the vendor writes: `E=m c^{2}`, `2 \pi`, `f(x) \geq f(0)`, `\sin (x)`, `a, b`, `16`. Letters and numbers
 * stand apart, operators and brackets close up, control words end before a letter.
 */
export function joinTokens(tokens: readonly string[]): string {
  let out = "";
  let previous = "";
  let beforePrevious = "";
  for (const token of tokens) {
    if (previous !== "" && needsBlank(beforePrevious, previous, token)) out += " ";
    out += token;
    beforePrevious = previous;
    previous = token;
  }
  return out;
}

const WORD = /^\\[A-Za-z]+\*?$/;
const DIGIT = /^\d$/;
const ATOM = /^[\p{L}\p{N}\\]/u;
/** Control words that open or size what follows: nothing comes between. */
const PREFIXES =
  /^\\(?:left|right|begin|end|big[lrg]*|Big[lrg]*|operatorname\*?|math[a-z]+|boldsymbol|text|frac|sqrt|hat|bar|tilde|vec|overline|underline|wide[a-z]+|dot|ddot|check|breve|acute|grave|mathring|over[a-z]+|under[a-z]+|boxed|x(?:left|right)arrow|binom|mathring)$/;
/** Control words that stand for brackets or marks and close up with what they enclose. */
const OPENERS = /^\\(?:langle|lfloor|lceil|\{|llbracket)$/;
const CLOSERS = /^\\(?:rangle|rfloor|rceil|\}|rrbracket|right|prime)$/;

function needsBlank(beforePrevious: string, previous: string, token: string): boolean {
  if (previous === "&" || token === "&") return true;
  if (token === "\\\\" || (previous === "\\\\" && token !== "\n")) return true;
  if (previous.endsWith("\n")) return false;
  if (previous === "," || previous === ";" || previous === ":") return token !== "}" && token !== ")" && token !== "=";
  const word = WORD.test(previous);
  if (word && token === "*") return true;
  if (word && /^[A-Za-z]/.test(token)) return true;
  if (PREFIXES.test(previous)) return false;
  if (beforePrevious === "\\left" || beforePrevious === "\\right")
    return beforePrevious === "\\right" ? ATOM.test(token) && !CLOSERS.test(token) : word && /^[A-Za-z]/.test(token);
  if (OPENERS.test(previous)) return word && /^[A-Za-z\\]/.test(token) && /^[A-Za-z]/.test(token);
  if (CLOSERS.test(token)) return word && token === "\\prime";
  if (word && FUNCTION_NAMES.has(previous.slice(1)))
    return token !== "}" && token !== "_" && token !== "^" && token !== ")";
  if (DIGIT.test(previous) && DIGIT.test(token)) return false;
  const left = /[\p{L}\p{N}})\]]$/u.test(previous);
  if (WORD.test(token) && !PREFIXES.test(token)) return left || word;
  if (!ATOM.test(token)) return false;
  return left || (word && /^[\p{L}\\]/u.test(token) && !OPENERS.test(token));
}
