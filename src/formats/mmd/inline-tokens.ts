import type { InlineStyle } from "../document.js";

/** What the tokeniser's inline tokens mean. */

/** `x_open … x_close` pairs. */
export const STYLE_PAIRS: Readonly<Record<string, InlineStyle>> = {
  strong: "strong",
  em: "emphasis",
  s: "strike",
  mark: "mark",
  ins: "insert",
  sup: "superscript",
  sub: "subscript",
};

/** `x_open x x_close`: the middle token holds the children. */
export const STYLE_COMMANDS: Readonly<Record<string, InlineStyle>> = {
  textbf: "strong",
  textit: "emphasis",
  texttt: "monospace",
};

export const UNDERLINES: Readonly<Record<string, InlineStyle>> = {
  underline: "underline",
  uline: "underline",
  uuline: "double_underline",
  uwave: "wave_underline",
  dashuline: "dash_underline",
  dotuline: "dot_underline",
  sout: "strike",
  xout: "cross_out",
};

/** Tokens that say nothing to a reader: settings, or openers whose content token follows. */
export const SILENT = new Set(
  (
    "textbf_open textbf_close textit_open textit_close texttt_open texttt_close underline_open underline_close out_open out_close " +
    "theoremstyle renewcommand qedsymbol_newcommand theorem_setcounter setcounter usepackage_geometry toc_body toc_close " +
    "proof_print theorem_print_open theorem_print_close tsep mmd_footnote_anchor"
  ).split(" "),
);

export const MATH_TYPES = new Set([
  "inline_math",
  "display_math",
  "equation_math",
  "equation_math_not_number",
  "inline_mathML",
  "display_mathML",
]);

export const MATH_ENVIRONMENTS = new Set(
  (
    "equation align alignat flalign gather multline eqnarray split aligned alignedat gathered math displaymath array subarray matrix pmatrix bmatrix " +
    "Bmatrix vmatrix Vmatrix smallmatrix cases rcases dcases numcases subnumcases empheq CD"
  ).split(" "),
);

export const ALIGNMENTS: Readonly<Record<string, "left" | "center" | "right">> = {
  flushleft: "left",
  flushright: "right",
  center: "center",
};
