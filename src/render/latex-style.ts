/** Spelling of LaTeX as the request's options ask for it. Nothing here changes what a formula looks like, bar `rmFonts`. */

export interface LatexStyle {
  rmSpaces: boolean;
  rmFonts: boolean;
}

const TOKEN = /\\[A-Za-z]+\*?|\\[\s\S]|\s+|[\s\S]/gu;

const FONT_COMMANDS = new Set(
  "mathbf mathrm mathit mathsf mathtt mathnormal boldsymbol bm pmb bf rm it".split(" ").map((name) => `\\${name}`),
);

/** Commands whose argument is text: its blanks are content. */
const TEXT_ARGUMENT = /^\\(?:text(?:rm|bf|it|sf|tt|normal|up)?|mbox|hbox|operatorname\*?|begin|end|tag\*?|label)$/;

export function latexTokens(latex: string): string[] {
  return latex.match(TOKEN) ?? [];
}

/** @param latex without delimiters */
export function styleLatex(latex: string, style: LatexStyle): string {
  let tokens = latexTokens(latex.replace(/\s+/g, " ").trim());
  if (style.rmFonts) tokens = dropFonts(tokens);
  return style.rmSpaces ? joinLatex(tokens) : spaceTokens(tokens);
}

/** Joins tokens; a blank goes between a control word and a letter that follows it. */
export function joinLatex(tokens: readonly string[]): string {
  let out = "";
  let previous = "";
  for (const token of tokens) {
    if (/^\\[A-Za-z]+$/.test(previous) && /^[A-Za-z]/.test(token)) out += " ";
    out += token;
    previous = token;
  }
  return out.trim();
}

/** Removes font commands; the braces of their argument go too unless a script needs them. */
function dropFonts(tokens: readonly string[]): string[] {
  const out: string[] = [];
  // depth at which a dropped command's argument was opened
  const droppedBraces: number[] = [];
  let depth = 0;
  let pending = false;
  for (const token of tokens) {
    if (FONT_COMMANDS.has(token)) {
      pending = true;
      continue;
    }
    if (pending && /^\s+$/.test(token)) continue;
    if (token === "{") {
      depth++;
      const last = out[out.length - 1];
      if (pending && last !== "^" && last !== "_") {
        droppedBraces.push(depth);
        pending = false;
        continue;
      }
    } else if (token === "}") {
      const dropped = droppedBraces[droppedBraces.length - 1] === depth;
      depth--;
      if (dropped) {
        droppedBraces.pop();
        continue;
      }
    }
    pending = false;
    out.push(token);
  }
  return out;
}

/** One blank between all tokens, as the vendor writes without `rm_spaces`; text arguments stay as they are. */
function spaceTokens(tokens: readonly string[]): string {
  const out: string[] = [];
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i]!;
    if (/^\s+$/.test(token)) continue;
    if (!TEXT_ARGUMENT.test(token)) {
      out.push(token);
      continue;
    }
    const end = argumentEnd(tokens, i + 1);
    out.push(tokens.slice(i, end).join(""));
    i = end - 1;
  }
  return out.join(" ");
}

/** Index after the balanced argument that starts at or after `start`; `start` when there is none. */
function argumentEnd(tokens: readonly string[], start: number): number {
  let i = start;
  while (i < tokens.length && /^\s+$/.test(tokens[i]!)) i++;
  if (tokens[i] !== "{") return start;
  let depth = 0;
  for (; i < tokens.length; i++) {
    if (tokens[i] === "{") depth++;
    else if (tokens[i] === "}" && --depth === 0) return i + 1;
  }
  return tokens.length;
}
