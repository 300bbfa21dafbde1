/**
 * Escapes of plain text in MMD. The contract asks for `\# \% \& \$`; everything else is left as printed unless a Markdown or
 * LaTeX rule of the language would act on it, found by trying each construct in mathpix-markdown-it.
 */

/**
 * Where the text stands. `running`: paragraphs · `braced`: inside the braces of a command (title, section, note), where a
 * backslash pair means a line break and braces must balance · `caption`: likewise, but the first closing brace ends it, escaped
 * or not · `cell`: inside a tabular, where a backslash pair ends the row.
 */
export type TextContext = "running" | "braced" | "caption" | "cell";

const BRACE_ENTITIES: Readonly<Record<string, string>> = { "{": "&#123;", "}": "&#125;" };

/** What stands around the text in its line; "" at a line start or end. */
export interface Surroundings {
  before: string;
  after: string;
}

const ALWAYS: Readonly<Record<string, string>> = { "#": "\\#", "%": "\\%", "&": "\\&", $: "\\$", "`": "\\`" };
const SPACE = /[\s\u00a0]/;
/** Punctuation as CommonMark counts it now, and as it did when the vendor's parser was written: without symbols beyond ASCII. */
const PUNCTUATION = [/[\p{P}\p{S}]/u, /[\p{P}$+<=>^`|~]/u] as const;
const WORD = /[\p{L}\p{N}]/u;

/**
 * An odd backtick keeps a tabular from being one, escaped or not (seen in mathpix-markdown-it 2.0.40): cells get the modifier
 * letter that looks the same.
 */
const CELL_BACKTICK = "\u02cb";

/** Backslash as a formula: the one form that no rule of the language reads as part of a command or a row end. */
const BACKSLASH_FORMULA = (inline: readonly [string, string]) => `${inline[0]}\\backslash${inline[1]}`;

/** @param inline delimiters of inline maths */
export function escapeText(
  printed: string,
  context: TextContext,
  inline: readonly [string, string],
  { before, after }: Surroundings = { before: "", after: "" },
): string {
  const text = context === "cell" ? printed.replaceAll("`", CELL_BACKTICK) : printed;
  // the vendor's parser counts escaped braces as well
  const byName = context === "caption" || (context === "braced" && !isBalanced(text));
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const char = text[i]!;
    const previous = i === 0 ? before : text[i - 1]!;
    const next = i + 1 === text.length ? after : text[i + 1]!;
    const always = ALWAYS[char];
    if (byName && BRACE_ENTITIES[char] !== undefined) out += BRACE_ENTITIES[char];
    else if (always !== undefined) out += always;
    else if (char === "\\") out += escapeBackslash(text.slice(i + 1, i + 8) || after, context, inline);
    else if (actsAsMarkup(char, previous, next, text, i, context)) out += `\\${char}`;
    else out += char;
  }
  return out;
}

function isBalanced(text: string): boolean {
  let depth = 0;
  for (const char of text) {
    if (char === "{") depth++;
    else if (char === "}" && --depth < 0) return false;
  }
  return depth === 0;
}

/** What must not follow a doubled backslash: it would still begin a formula, or an environment or item within a list. */
const STILL_ACTS = /^(?:[()[\]\\]|begin\b|end\b|item\b|$)/;

function escapeBackslash(rest: string, context: TextContext, inline: readonly [string, string]): string {
  return context === "running" && !STILL_ACTS.test(rest) ? "\\\\" : BACKSLASH_FORMULA(inline);
}

/** True where the character would act as markup of Markdown or its extensions. */
export function actsAsMarkup(
  char: string,
  previous: string,
  next: string,
  text: string,
  i: number,
  context: TextContext,
): boolean {
  switch (char) {
    case "*":
      return opensEmphasis("*", previous, next, text, i);
    case "_":
      return opensEmphasis("_", previous, next, text, i) && !WORD.test(beforeRun("_", previous, text, i));
    case "=":
    case "+":
      // ==mark== and ++insert++: break the first pair of a run that could open
      return next === char && previous !== char && opensEmphasis(char, previous, afterRun(char, text, i), text, i);
    case "~":
    case "^":
      return next === char || previous === char || (char === "^" && next === "[") || twinInWord(char, text, i);
    case "<":
      return /[A-Za-z/!?]/.test(next);
    case "]":
      return next === "(" || (next === "]" && text.includes("[["));
    case "[":
      return false;
    case "{":
    case "}":
      return context !== "running";
    default:
      return false;
  }
}

/** CommonMark's left-flanking test: a delimiter that cannot open leaves its partners as plain text. */
function opensEmphasis(char: string, previous: string, next: string, text: string, i: number): boolean {
  const after = next === char ? afterRun(char, text, i) : next;
  const before = beforeRun(char, previous, text, i);
  if (after === "" || SPACE.test(after)) return false;
  if (before === "" || SPACE.test(before)) return true;
  return PUNCTUATION.some((punctuation) => !punctuation.test(after) || punctuation.test(before));
}

function afterRun(char: string, text: string, i: number): string {
  let end = i;
  while (text[end] === char) end++;
  return text[end] ?? "";
}

function beforeRun(char: string, previous: string, text: string, i: number): string {
  let start = i;
  while (start > 0 && text[start - 1] === char) start--;
  return start === 0 ? (previous === char ? "" : previous) : text[start - 1]!;
}

/** `~sub~` and `^sup^` need two marks without white space between. */
function twinInWord(char: string, text: string, i: number): boolean {
  for (let k = i + 1; k < text.length && !SPACE.test(text[k]!); k++) if (text[k] === char) return true;
  for (let k = i - 1; k >= 0 && !SPACE.test(text[k]!); k--) if (text[k] === char) return true;
  return false;
}

const LINE_STARTS: readonly [RegExp, string][] = [
  // footnote marks and link definitions: [^1] …, [1]: …
  [/^\[\\?\^([^\]]*\]):/, "[\\^$1\\:"],
  [/^\[\^/, "[\\^"],
  [/^(\[[^\]]*\]):/, "$1\\:"],
  // bullets, quotes, rules, table rows and fences of the language
  [/^([-+*>])(?=\s|$)/, "\\$1"],
  [/^>/, "\\>"],
  [/^(?=[-=*_|: ]+$)([-=*_|:])/, "\\$1"],
  [/^(?=(\+\+\+|:::|~~~))/, "\\"],
  [/^:(?=\s)/, "\\:"],
  // a year or a large number is no list marker
  [/^(\d{4,9})([.)])(?=\s)/, "$1\\$2"],
];

/** Escapes what acts only at the start of a line. Takes text that `escapeText` has been through. */
export function escapeLineStart(escaped: string): string {
  let text = escaped;
  for (const [pattern, replacement] of LINE_STARTS) {
    const replaced = text.replace(pattern, replacement);
    if (replaced !== text) return replaced;
    text = replaced;
  }
  return text;
}
