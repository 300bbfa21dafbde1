import type { Box } from "../../page.js";
import type { Alphabet } from "./symbol.js";

interface NodeBase {
  /** Ink box of everything below this node, page space. */
  box: Box;
  /** x of the pen before and behind the node, px, where the source tells it: ink has side bearings, pens stand where TeX put them. */
  pen?: readonly [number, number] | undefined;
}

/** Structure of a formula. Every node knows its source box. */
export type MathNode = NodeBase &
  (
    | { type: "symbol"; name: string; alphabet?: Alphabet | undefined; confidence: number }
    | { type: "row"; children: MathNode[] }
    /** `phrase`: words of running text, and whether a blank parts them from what stands beside them. */
    | { type: "word"; text: string; alphabet: Alphabet; phrase?: { before: boolean; after: boolean } }
    | { type: "scripts"; base: MathNode | undefined; sub?: MathNode | undefined; sup?: MathNode | undefined }
    | { type: "fraction"; numerator: MathNode; denominator: MathNode }
    | { type: "radical"; radicand: MathNode; index?: MathNode | undefined }
    /** `command` is the accent or the line, arrow or brace over or under the body: `\hat`, `\overline`, `\underbrace` … */
    | { type: "accent"; command: string; body: MathNode }
    /** Labels above and below; `limits` for operators that take `_` and `^` there, else `\overset`/`\underset`. */
    | { type: "stack"; base: MathNode; over?: MathNode | undefined; under?: MathNode | undefined; limits: boolean }
    | { type: "negation"; body: MathNode }
    /** Delimiters around a body; an empty string is the invisible delimiter. */
    | { type: "fence"; open: string; close: string; body: MathNode; tall: boolean }
    /** Rows of cells; `align` holds a letter per column and `|` for printed vertical rules. */
    | { type: "grid"; form: "matrix" | "cases" | "aligned"; rows: MathNode[][]; align: string }
    | { type: "boxed"; body: MathNode }
  );

export type MathNodeOf<T extends MathNode["type"]> = Extract<MathNode, { type: T }>;
