import type { MathBlock, MathInline } from "../document.js";
import type { AdapterContext } from "./adapter-context.js";

/** Environments that LaTeX numbers when they are not starred; rows count for all but `equation` and `multline`. */
const NUMBERED = /^\\begin\{(equation|align|gather|multline|flalign|alignat|eqnarray)\}/;

/** Displayed formula with the numbers it takes; labels become known. */
export function mathBlock(node: MathInline, context: AdapterContext): MathBlock {
  const block: MathBlock = {
    type: "math",
    latex: node.latex,
    firstNumber: context.equations,
    numbers: 0,
    labels: [],
    offset: node.offset,
  };
  const environment = NUMBERED.exec(node.latex)?.[1];
  const rows =
    environment === "equation" || environment === "multline" ? [node.latex] : node.latex.split(/\\\\(?![A-Za-z])/);
  for (const row of rows) {
    const tag = /\\tag\*?\s*\{([^{}]*)\}/.exec(row)?.[1];
    const silent = /\\(?:notag|nonumber)\b/.test(row);
    const counts = environment !== undefined && tag === undefined && !silent && !/^\s*\\end\{/.test(row);
    if (counts) {
      context.equations++;
      block.numbers++;
    }
    for (const [, label] of row.matchAll(/\\label\s*\{([^{}]*)\}/g)) {
      block.labels.push(label!);
      const number = tag ?? (counts ? String(context.equations) : undefined);
      if (number !== undefined) context.labels.set(label!, number);
    }
  }
  return block;
}
