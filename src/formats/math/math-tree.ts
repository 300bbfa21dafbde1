/**
 * A formula as its reader sees it. Made from LaTeX by `LatexParser`; writers of formula languages are handler tables over it.
 * Lengths are in em.
 */
export type MathNode =
  | MathToken
  | { type: "space"; width: number }
  /** `\\` outside of environments. */
  | { type: "newline" }
  | MathRow
  | MathFraction
  | { type: "root"; radicand: MathNode; degree?: MathNode }
  | MathScripts
  | MathLimits
  | MathTable
  /** `\boxed`, `\cancel`: what is drawn around or through the content. */
  | { type: "enclosed"; notations: readonly string[]; content: MathNode }
  /** Takes room but shows nothing; `width` and `height` say whether that room counts. */
  | { type: "phantom"; content: MathNode; width: boolean; height: boolean }
  | { type: "coloured"; colour: string; content: MathNode };

/** Classes of TeX (The TeXbook, chapter 17); `none` for what is invisible. */
export type MathClass = "ordinary" | "operator" | "binary" | "relation" | "open" | "close" | "punctuation" | "none";

export interface MathToken {
  type: "token";
  /** `word`: text of its own (`\text`), not part of the formula. */
  kind: "identifier" | "number" | "operator" | "word";
  text: string;
  variant: MathVariant;
  class: MathClass;
  /** Set by `\big` and its kin: stands taller than the line. */
  tall: boolean;
  /** Made by `\middle`: divides what `\left` and `\right` enclose. */
  middle: boolean;
  /** Set above or below as an accent. */
  accent: boolean;
}

export const MATH_VARIANTS = [
  "normal",
  "italic",
  "bold",
  "bold-italic",
  "double-struck",
  "fraktur",
  "bold-fraktur",
  "script",
  "bold-script",
  "sans-serif",
  "bold-sans-serif",
  "sans-serif-italic",
  "sans-serif-bold-italic",
  "monospace",
] as const;
export type MathVariant = (typeof MATH_VARIANTS)[number];

export interface MathRow {
  type: "row";
  children: MathNode[];
  /** Delimiters of `\left … \right`, also the invisible one: "". They are not among the children. */
  fence?: { open: string; close: string };
}

export interface MathFraction {
  type: "fraction";
  numerator: MathNode;
  denominator: MathNode;
  /** False for binomials. */
  bar: boolean;
  /** Set large, as in a displayed formula. */
  display: boolean;
}

/** Scripts to the right of the base. An empty base is a row without children. */
export interface MathScripts {
  type: "scripts";
  base: MathNode;
  sub?: MathNode;
  sup?: MathNode;
}

/** What stands right below or above the base: limits, accents, braces, labels of arrows. */
export interface MathLimits {
  type: "limits";
  base: MathNode;
  under?: MathNode;
  over?: MathNode;
}

export interface MathTable {
  type: "table";
  rows: { cells: MathNode[]; label?: string }[];
  /** Of each column. */
  align: ("left" | "center" | "right")[];
  /** Columns come in pairs that meet at a relation (`aligned`), without a gap within the pair. */
  aligned: boolean;
  /** Cells are set large, as in a displayed formula. */
  display: boolean;
}

/** The node that a row of one stands for. */
export function unwrapRow(node: MathNode): MathNode {
  let inner = node;
  while (inner.type === "row" && !inner.fence && inner.children.length === 1) inner = inner.children[0]!;
  return inner;
}

/** Members of a row without delimiters; any other node is a row of one. */
export function rowItems(node: MathNode): readonly MathNode[] {
  return node.type === "row" && !node.fence ? node.children : [node];
}

/** True for `{}`, and for the base of a script that has none. */
export function isEmptyMath(node: MathNode): boolean {
  if (node.type === "token") return node.text === "";
  return node.type === "row" && !node.fence && node.children.every(isEmptyMath);
}
