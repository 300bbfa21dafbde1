import { nameOfCharacter } from "../../../layout/math/naming/unicode-symbols.js";
import { TEX_COMMANDS } from "../math/commands.js";
import type { TexNeeds } from "../needs.js";
import { COMBINING, ESCAPES, isT1, LIGATURES, LOWERED, MATH_SIGNS, RAISED } from "./characters.js";
import { isRightToLeft, type Script, scriptOf } from "./scripts.js";

export type { Script };

/** What prints nothing: controls, directions, joiners outside of the scripts that need them, unpaired surrogates. */
const INVISIBLE =
  /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff]|[\ud800-\udfff](?<![\ud800-\udbff][\udc00-\udfff])(?![\udc00-\udfff])/g;
const PRIVATE = /[\ue000-\uf8ff]|[\u{f0000}-\u{10ffff}]/gu;
/** Two Greek letters in a row are a word, not a symbol. */
const GREEK_WORD = /\p{Script=Greek}{2,}/u;

/**
 * Plain text as TeX: TeX's own characters escaped, symbols as formulas, other scripts in runs with their font. What pdfLaTeX
 * cannot show is noted in `needs.unicode`, and the document is then written again for XeLaTeX.
 */
export function writeText(text: string, needs: TexNeeds): string {
  const clean = text.normalize("NFC").replace(INVISIBLE, "").replace(PRIVATE, "\ufffd");
  if (/^[\t\n\x20-\x7e]*$/.test(clean)) return escapeAscii(clean);
  if (GREEK_WORD.test(clean)) needs.unicode = true;
  let out = "";
  let run = "";
  let runScript: Script | undefined;
  const flush = () => {
    if (run !== "") out += runScript === undefined ? run : scriptRun(run, runScript, needs);
    run = "";
  };
  for (const char of clean) {
    const piece = inMain(char, needs);
    const script = piece === undefined ? scriptOf(char) : undefined;
    // spaces and marks between words of one script stay in its run
    if (piece !== undefined && runScript !== undefined && /^[\s\p{P}\p{N}]$/u.test(char) && isRightToLeft(runScript)) {
      const shown = ESCAPES[char] ?? char;
      run += /\s/.test(char) ? shown : `{\\rmfamily ${shown}}`;
      continue;
    }
    if (piece === undefined && /^\p{M}$/u.test(char)) {
      run = COMBINING[char] && runScript === undefined ? accented(run, COMBINING[char], needs) : run + char;
      if (!COMBINING[char] && runScript === undefined) needs.unicode = true;
      continue;
    }
    if (script !== runScript) {
      flush();
      runScript = script;
    }
    if (piece === undefined) {
      needs.unicode = true;
      run += char;
    } else run += piece;
  }
  flush();
  return out.replace(LIGATURES, "$&{}");
}

function escapeAscii(text: string): string {
  return text.replace(/[\\{}$&#_%~^`"]/g, (char) => ESCAPES[char]!).replace(LIGATURES, "$&{}");
}

/** The character in the main font, or undefined when that lacks it. */
function inMain(char: string, needs: TexNeeds): string | undefined {
  const escaped = ESCAPES[char];
  if (escaped !== undefined) return escaped;
  if (char < "\u007f") return char;
  const raised = RAISED.get(char);
  if (raised !== undefined) return `\\textsuperscript{${raised}}`;
  const lowered = LOWERED.get(char);
  if (lowered !== undefined) return `\\textsubscript{${lowered}}`;
  if (isT1(char.codePointAt(0)!)) {
    if (needs.engine === "pdflatex") needs.use("textcomp");
    return char;
  }
  const sign = MATH_SIGNS[char];
  if (sign) {
    needs.use(sign[1]);
    return `\\ensuremath{${sign[0]}}`;
  }
  if (/^\p{Script=Greek}$/u.test(char) && needs.engine === "xelatex") return char;
  const name = nameOfCharacter(char);
  const command = name?.startsWith("\\") ? TEX_COMMANDS.get(name.slice(1)) : undefined;
  if (command?.arguments === "" && command.as === undefined) {
    needs.use(command.package);
    return `\\ensuremath{${name}}`;
  }
  const parts = char.normalize("NFD");
  if (parts.length > 1 && [...parts].slice(1).every((mark) => COMBINING[mark]) && /^[A-Za-z]/.test(parts))
    return [...parts].slice(1).reduce((base, mark) => accented(base, COMBINING[mark]!, needs), parts[0]!);
  const compatible = /[\u3000-\u303f\uff00-\uffef]/.test(char) ? char : char.normalize("NFKC");
  if (compatible !== char && /^[ -~]+$/.test(compatible)) return escapeAscii(compatible);
  if (/^\p{Script=Cyrillic}$/u.test(char) || /^\p{Script=Greek}$/u.test(char) || /^\p{Script=Latin}$/u.test(char)) {
    needs.unicode = true;
    return char;
  }
  return undefined;
}

/** The last letter of what is written, with an accent. */
function accented(written: string, mark: string, needs: TexNeeds): string {
  const match = /(?:\\[`'^~="]\{[^{}]*\}|[A-Za-z])$/.exec(written);
  if (!match) {
    needs.unicode = true;
    return written;
  }
  const letter = match[0] === "i" || match[0] === "j" ? `\\${match[0]}` : match[0];
  return `${written.slice(0, match.index)}\\${mark}{${letter}}`;
}

function scriptRun(run: string, script: Script, needs: TexNeeds): string {
  needs.scripts.add(script);
  const tail = /(?:\s|\{\\rmfamily (?:[^{}]|\{\})*\})*$/.exec(run)![0];
  const content = run.slice(0, run.length - tail.length);
  return `\\${script}text{${content}}${tail}`;
}
