import { createMathParser, type MathJaxNode } from "../mmd/vendor.js";
import type { MathNode } from "./math-tree.js";
import { mendScripts } from "./mend-scripts.js";
import { readMathJax } from "./read-mathjax.js";

/** Nodes above which a formula is taken for hostile: real ones of 12,000 characters stay far below. */
const MAX_NODES = 60_000;
const MAX_DEPTH = 300;

/** Formulas that change what others mean. */
const DEFINITION = /\\(?:(?:re)?newcommand|(?:re)?newenvironment|DeclareMathOperator|def|let|setcounter)\b/;
/** Environments that may take a number, which depends on the place. */
const NUMBERED = /\\begin\s*\{(?:equation|align|alignat|flalign|gather|multline|eqnarray|empheq|numcases|subequations)/;

/** LaTeX formulas → trees. One per document: what a formula defines (`\newcommand`) holds for those after it. */
export class LatexParser {
  readonly #parse = createMathParser();
  readonly #known = new Map<string, MathNode>();

  /**
   * @param counter number before the first one the formula's environments may take
   * @throws Error with the reason when the LaTeX cannot be read
   */
  parse(latex: string, display: boolean, counter = 0): MathNode {
    if (DEFINITION.test(latex)) this.#known.clear();
    const key = `${display ? "d" : "i"}${latex}`;
    const known = this.#known.get(key);
    if (known) return known;
    const root = this.#read(latex, display, counter);
    let nodes = 0;
    const check = (node: typeof root, depth: number): void => {
      if (++nodes > MAX_NODES || depth > MAX_DEPTH) throw new Error("formula is too large or nested too deep");
      if (node.kind === "merror") throw new Error("formula holds an error");
      for (const inner of node.childNodes) if (inner) check(inner, depth + 1);
    };
    check(root, 0);
    const tree = readMathJax(root);
    if (!NUMBERED.test(latex)) this.#known.set(key, tree);
    return tree;
  }

  #read(latex: string, display: boolean, counter: number): MathJaxNode {
    try {
      return this.#parse(latex, display, counter);
    } catch (error) {
      const isDoubled =
        error instanceof Error && /^Double (?:exponent|subscript)|^Prime causes double/.test(error.message);
      if (!isDoubled) throw error;
      return this.#parse(mendScripts(latex), display, counter);
    }
  }
}
