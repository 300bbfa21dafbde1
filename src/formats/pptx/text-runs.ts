import type { Inline } from "../document.js";
import { isWithinSentence } from "../line-breaks.js";
import { xmlText } from "../office/xml-text.js";
import { plainInlines } from "../plain-text.js";
import type { FormulaText } from "../xlsx/cell-text.js";
import type { TextProps } from "./library.js";

export type Run = TextProps;
type RunStyle = NonNullable<Run["options"]>;

const STYLES: Readonly<Record<string, RunStyle>> = {
  strong: { bold: true },
  emphasis: { italic: true },
  strike: { strike: "sngStrike" },
  cross_out: { strike: "sngStrike" },
  mark: { highlight: "FFFF00" },
  insert: { underline: { style: "sng" } },
  underline: { underline: { style: "sng" } },
  double_underline: { underline: { style: "dbl" } },
  wave_underline: { underline: { style: "wavy" } },
  dash_underline: { underline: { style: "dash" } },
  dot_underline: { underline: { style: "dotted" } },
  superscript: { superscript: true },
  subscript: { subscript: true },
  monospace: { fontFace: "Courier New" },
};

/** Text of a slide from inlines; formulas within the text are Unicode in a face for them. */
export function textRuns(nodes: readonly Inline[], formulas: FormulaText, style: RunStyle = {}): Run[] {
  const runs: Run[] = [];
  const push = (text: string, own: RunStyle = style) => {
    const clean = xmlText(text).replace(/[\t\r]/g, " ");
    if (clean !== "") runs.push({ text: clean, options: { ...own } });
  };
  for (const [i, node] of nodes.entries()) {
    switch (node.type) {
      case "text":
      case "reference":
        push(node.text.replace(/\n/g, " "));
        break;
      case "math":
        for (const run of mathRuns(node.latex, formulas, { ...style, fontFace: "Cambria Math" })) runs.push(run);
        break;
      case "styled":
        runs.push(...textRuns(node.children, formulas, { ...style, ...STYLES[node.style] }));
        break;
      case "code":
      case "smiles":
        push(node.type === "code" ? node.text : node.smiles, { ...style, fontFace: "Courier New" });
        break;
      case "link": {
        const url = /^(?:https?|mailto):[^\s"<>]+$/i.test(node.href) ? node.href : undefined;
        push(
          plainInlines(node.children),
          url === undefined ? style : { ...style, hyperlink: { url: url.replace(/&/g, "&amp;") } },
        );
        break;
      }
      case "break":
        if (node.hard || !isWithinSentence(nodes[i - 1], nodes[i + 1])) endLine(runs);
        else push(" ");
        break;
      case "footnote_mark":
        push(node.label, { ...style, superscript: true });
        break;
      case "image":
        push(node.alt === "" ? "" : `[${node.alt}]`);
        break;
      case "table":
        push(plainInlines([node]).replace(/\s+/g, " "));
        break;
    }
  }
  return runs;
}

/** `x^(n+1)`, `a_i`: a script and what it holds, without brackets within. */
const SCRIPT = /([\^_](?:\([^()]*\)|[^\s()^_]))/u;

/** A formula in Unicode; one that cannot be read as its source, in one piece. */
function mathRuns(latex: string, formulas: FormulaText, style: RunStyle): Run[] {
  const text = formulas.write(latex);
  return text === latex ? [{ text: xmlText(text), options: style }] : formulaRuns(xmlText(text), style);
}

/** Scripts that Unicode has no characters for are raised and lowered. */
function formulaRuns(text: string, style: RunStyle): Run[] {
  return text
    .split(SCRIPT)
    .filter((piece) => piece !== "")
    .map((piece) => {
      if (!SCRIPT.test(piece)) return { text: piece, options: { ...style } };
      const content = piece.slice(1).replace(/^\(|\)$/g, "");
      return {
        text: content,
        options: { ...style, ...(piece.startsWith("^") ? { superscript: true } : { subscript: true }) },
      };
    })
    .filter(({ text: shown }) => shown !== "");
}

/** The line ends behind the last run. */
export function endLine(runs: Run[]): void {
  const last = runs[runs.length - 1];
  if (last) last.options = { ...last.options, breakLine: true };
}

export function runsLength(runs: readonly Run[]): number {
  return runs.reduce((sum, run) => sum + (run.text?.length ?? 0), 0);
}
