import { isTypesettable } from "../layout/math/typesettable.js";
import type { PageLayout } from "../page.js";

/** Formulas of one page that MathJax itself is asked about: it takes some 10 ms each. What is beyond stays a crop. */
const MAX_ASKED = 50;
/** Answers kept per worker. */
const MAX_REMEMBERED = 2000;

const answers = new Map<string, boolean>();

/**
 * Sees to it that every displayed formula that is delivered as LaTeX typesets in mathpix-markdown-it. Nearly all are in the grammar that is
 * known to (`isTypesettable`); the rest is put to MathJax, which is loaded only then. A formula that fails loses its LaTeX, so that its crop
 * is shown. Inline formulas outside of the grammar have become text before.
 */
export async function checkFormulas(layout: PageLayout): Promise<void> {
  let asked = 0;
  for (const block of layout.blocks) {
    if (block.kind !== "math" || !block.latex || isTypesettable(block.latex)) continue;
    let sets = answers.get(block.latex);
    if (sets === undefined && asked < MAX_ASKED) {
      asked++;
      sets = await setsInMathJax(block.latex);
      if (answers.size >= MAX_REMEMBERED) answers.clear();
      answers.set(block.latex, sets);
    }
    if (!sets) block.latex = undefined;
  }
}

async function setsInMathJax(latex: string): Promise<boolean> {
  const { loadMathJax } = await import("../formats/mmd/vendor.js");
  try {
    loadMathJax().TexConvert(latex, { display: true, outMath: { include_svg: false } }, true);
    return true;
  } catch {
    return false;
  }
}
