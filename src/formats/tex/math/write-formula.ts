import type { TexNeeds } from "../needs.js";
import { TEX_ENVIRONMENTS } from "./environments.js";
import { FormulaProblem, FormulaReader } from "./formula-reader.js";

export interface TexFormula {
  tex: string;
  /** Brings its own display environment; else it stands between delimiters. */
  environment: boolean;
}

const WHOLE = /^\\begin\s*\{([a-z]+\*?)\}([\s\S]*)\\end\s*\{\1\}$/;

/**
 * A formula as LaTeX that compiles: every command known, every argument there, every brace, environment and delimiter paired,
 * nothing that a formula may not hold. Small faults are mended as MathJax or a reader would (a second script, a missing column).
 * @throws FormulaProblem saying what cannot be written
 */
export function writeFormula(latex: string, display: boolean, needs: TexNeeds): TexFormula {
  const source = latex.trim();
  const [, name, content] = (display && WHOLE.exec(source)) || [];
  if (name !== undefined && content !== undefined && TEX_ENVIRONMENTS[name]?.display) {
    try {
      return { tex: writeDisplay(name, content, needs), environment: true };
    } catch (error) {
      // two displays in one: written inside one another instead
      if (!(error instanceof FormulaProblem)) throw error;
    }
  }
  const reader = new FormulaReader(source, needs, display ? "display" : "inline");
  const body = trimTex(reader.whole());
  const { rows, columns } = reader.top;
  const tag = reader.takeTag();
  const lone = display ? tag : tag.replace(/^\\tag\*?/, "\\quad ");
  if (rows === 1 && columns === 1) return { tex: lone === "" ? body : `${body} ${lone}`, environment: false };
  needs.use("amsmath");
  const environment = columns > 1 ? "aligned" : "gathered";
  return { tex: `\\begin{${environment}}\n${body}\n\\end{${environment}} ${lone}`.trimEnd(), environment: false };
}

/** A display environment of its own; one that cannot hold its rows or columns becomes one that can. */
function writeDisplay(name: string, content: string, needs: TexNeeds): string {
  const known = TEX_ENVIRONMENTS[name]!;
  const star = name.endsWith("*") ? "*" : "";
  const bare = known.argument === "count" ? content.replace(/^\s*\{\s*\d+\s*\}/, "") : content;
  const reader = new FormulaReader(bare, needs, name.startsWith("equation") ? "display" : "rows");
  let body = trimTex(reader.whole());
  const { rows, columns } = reader.top;
  needs.use("amsmath");
  let shown = name;
  if (name.startsWith("equation")) {
    const inner = columns > 1 ? "aligned" : rows > 1 ? "gathered" : undefined;
    if (inner) body = `\\begin{${inner}}\n${body}\n\\end{${inner}}`;
  } else {
    body = body.replace(/\\\\\s*$/, "").trimEnd();
    if (columns > (known.columns ?? Number.POSITIVE_INFINITY)) shown = `align${star}`;
  }
  const count = known.argument === "count" ? `{${Math.max(1, Math.ceil(columns / 2))}}` : "";
  const tag = reader.takeTag();
  return `\\begin{${shown}}${count}\n${body}${tag === "" ? "" : ` ${tag}`}\n\\end{${shown}}`;
}

/** Without blanks at both ends; the blank of a `\\ ` at the end stays. */
function trimTex(tex: string): string {
  const trimmed = tex.trim();
  return /(?<!\\)(?:\\\\)*\\$/.test(trimmed) ? `${trimmed} ` : trimmed;
}
