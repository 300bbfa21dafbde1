import { createMathParser } from "../mmd/vendor.js";
import type { MathNode } from "./math-tree.js";
import { readMathJax } from "./read-mathjax.js";

/** Longest formula that is read; MathJax's own buffer ends at 15 KiB. */
const MAX_LATEX = 12_000;

/** Nodes above which a formula is taken for hostile: real ones of 12,000 characters stay far below. */
const MAX_NODES = 60_000;
const MAX_DEPTH = 300;

/** LaTeX formulas → trees. One per document: what a formula defines (`\newcommand`) holds for those after it. */
export class LatexParser {
  readonly #parse = createMathParser();

  /**
   * @param counter number before the first one the formula's environments may take
   * @throws Error with the reason when the LaTeX cannot be read
   */
  parse(latex: string, display: boolean, counter = 0): MathNode {
    if (latex.length > MAX_LATEX) throw new Error(`formula of ${latex.length} characters is too long`);
    const root = this.#parse(latex, display, counter);
    let nodes = 0;
    const check = (node: typeof root, depth: number): void => {
      if (++nodes > MAX_NODES || depth > MAX_DEPTH) throw new Error("formula is too large or nested too deep");
      if (node.kind === "merror") throw new Error("formula holds an error");
      for (const inner of node.childNodes) if (inner) check(inner, depth + 1);
    };
    check(root, 0);
    return readMathJax(root);
  }
}
