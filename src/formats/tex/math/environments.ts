/** Environments of formulas, where they may stand and what they take. */
export interface TexEnvironment {
  package?: string;
  /** Columns it can hold; more need another form. */
  columns?: number;
  /** `array`: a column specification · `count`: a number of column pairs · `position`: an optional `[t]`. */
  argument?: "array" | "count" | "position" | "columns";
  /** Stands alone in a display, with rows that may have numbers. */
  display?: true;
  /** Name inside a formula, where a display cannot be; "" for none. */
  inner?: string;
  delimiters?: readonly [string, string];
}

const display = (inner: string, extra: Partial<TexEnvironment> = {}): TexEnvironment => ({
  package: "amsmath",
  display: true,
  inner,
  ...extra,
});
const ams = (extra: Partial<TexEnvironment> = {}): TexEnvironment => ({ package: "amsmath", ...extra });
const tools = (extra: Partial<TexEnvironment> = {}): TexEnvironment => ({ package: "mathtools", ...extra });

const BRACE = ["\\{", "."] as const;

export const TEX_ENVIRONMENTS: Readonly<Record<string, TexEnvironment>> = {
  equation: display("", { columns: 1 }),
  "equation*": display("", { columns: 1 }),
  align: display("aligned"),
  "align*": display("aligned"),
  flalign: display("aligned"),
  "flalign*": display("aligned"),
  alignat: display("alignedat", { argument: "count" }),
  "alignat*": display("alignedat", { argument: "count" }),
  gather: display("gathered", { columns: 1 }),
  "gather*": display("gathered", { columns: 1 }),
  multline: display("gathered", { columns: 1 }),
  "multline*": display("gathered", { columns: 1 }),
  eqnarray: display("aligned", { columns: 3 }),
  "eqnarray*": display("aligned", { columns: 3 }),
  array: { argument: "array" },
  tabular: { argument: "array", inner: "array" },
  aligned: ams({ argument: "position" }),
  split: ams({ inner: "aligned" }),
  gathered: ams({ columns: 1, argument: "position" }),
  alignedat: ams({ argument: "count" }),
  multlined: ams({ columns: 1, inner: "gathered" }),
  matrix: ams(),
  pmatrix: ams(),
  bmatrix: ams(),
  Bmatrix: ams(),
  vmatrix: ams(),
  Vmatrix: ams(),
  smallmatrix: ams(),
  cases: ams({ columns: 2, delimiters: BRACE }),
  subarray: ams({ argument: "columns", columns: 1 }),
  dcases: tools({ columns: 2, delimiters: BRACE }),
  rcases: tools({ columns: 2, delimiters: [".", "\\}"] }),
  drcases: tools({ columns: 2, delimiters: [".", "\\}"] }),
  "cases*": tools({ columns: 2, inner: "cases", delimiters: BRACE }),
  "dcases*": tools({ columns: 2, inner: "dcases", delimiters: BRACE }),
  "matrix*": tools({ argument: "position", inner: "matrix" }),
  "pmatrix*": tools({ argument: "position", inner: "pmatrix" }),
  "bmatrix*": tools({ argument: "position", inner: "bmatrix" }),
  "Bmatrix*": tools({ argument: "position", inner: "Bmatrix" }),
  "vmatrix*": tools({ argument: "position", inner: "vmatrix" }),
  "Vmatrix*": tools({ argument: "position", inner: "Vmatrix" }),
  psmallmatrix: tools(),
  bsmallmatrix: tools(),
};

/** amsmath stops at ten columns unless told otherwise. */
export const MATRIX_COLUMNS = 10;
export const isMatrix = (name: string): boolean => /^[pbBvV]?matrix$/.test(name);

export const DELIMITERS = new Set(
  (
    "( ) [ ] / | . < > \\| \\{ \\} \\lbrace \\rbrace \\lbrack \\rbrack \\langle \\rangle \\lfloor \\rfloor \\lceil \\rceil \\vert \\Vert " +
    "\\lvert \\rvert \\lVert \\rVert \\uparrow \\downarrow \\updownarrow \\Uparrow \\Downarrow \\Updownarrow \\backslash \\lgroup \\rgroup " +
    "\\lmoustache \\rmoustache \\ulcorner \\urcorner \\llcorner \\lrcorner \\llbracket \\rrbracket \\arrowvert \\Arrowvert"
  ).split(" "),
);
