import { isTypesettable } from "../layout/math/typesettable.js";
import type { PageLayout } from "../page.js";

/**
 * Sees to it that every displayed formula that is delivered as LaTeX typesets in mathpix-markdown-it: one outside of the grammar that is
 * known to (`isTypesettable`) loses its LaTeX, so that its crop is shown. Inline formulas outside of it have become text before. MathJax
 * itself is not asked: it takes 50 MB in every worker, sets none of the formulas of the samples that are outside of the grammar, and of those
 * of the corpus only some that were read wrongly (`\underbrace\{`).
 */
export function checkFormulas(layout: PageLayout): void {
  for (const block of layout.blocks)
    if (block.kind === "math" && block.latex && !isTypesettable(block.latex)) block.latex = undefined;
}
