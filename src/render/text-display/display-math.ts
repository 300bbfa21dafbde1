import type { MathBlock, TextBlock } from "../../page.js";
import { fixedBrackets } from "../delimiters.js";
import { idiomaticArrays, plainArrays, withTags } from "../equation-arrays.js";
import { dominantFontSize } from "../font-size.js";
import { imageUrl } from "../images.js";
import { inlineMmd, plainText } from "../inline.js";
import { styleLatex } from "../latex-style.js";
import type { LineRecord } from "../lines-json.js";
import { addLine, type PageScope } from "../page-scope.js";
import { addImage } from "./picture.js";

/** Displayed formula; without LaTeX, its crop. */
export function renderMath(block: MathBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const latex = block.latex?.trim();
  if (latex) renderLatex(block, latex, scope, parent);
  else renderCrop(block, scope, parent);
}

function renderLatex(block: MathBlock, latex: string, scope: PageScope, parent: LineRecord | undefined): void {
  const text = displayMath(latex, printedNumbers(block, scope), scope);
  const record = addLine(scope, {
    type: "math",
    box: block.box,
    fontSize: dominantFontSize(block.lines),
    text,
    // a formula within a paragraph follows its text on the next line
    display: (followsText(scope) ? scope.separators.line() : scope.separators.block()) + text,
    parent,
    confidence: block,
  });
  if (block.crop) addImage(scope, block.key, "equation", record, false);
  if (block.confidenceRate < scope.options.mathConfidenceThreshold) {
    scope.warnings.push(
      `page ${scope.layout.page}: formula at line ${record.line} is doubtful (confidence rate ${block.confidenceRate.toFixed(2)})`,
    );
  }
}

function renderCrop(block: MathBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const lines = block.lines
    .map((line) => inlineMmd(line.spans, "running", scope.options))
    .filter((line) => line !== "");
  const url = imageUrl(scope.imageId, scope.lines.region(block.box), scope.options);
  const record = addLine(scope, {
    type: "math",
    box: block.box,
    fontSize: dominantFontSize(block.lines),
    text: lines.join("\n"),
    display: `${scope.separators.block()}![](${url})`,
    picture: true,
    parent,
  });
  addImage(scope, block.key, "equation", record, true);
}

function followsText(scope: PageScope): boolean {
  return scope.lastShown === "text" || scope.lastShown === "list_item";
}

/** Delimiters and body on lines of their own; numbers as tags on request. */
export function displayMath(latex: string, numbers: readonly string[], scope: Pick<PageScope, "options">): string {
  const { options } = scope;
  const tags = options.includeEquationTags && numbers.length > 0 && !/\\tag\b/.test(latex) ? numbers : [];
  const idiomatic = options.idiomaticEqnArrays || options.includeEquationTags;
  const safe = fixedBrackets(latex);
  const shaped = idiomatic ? idiomaticArrays(safe) : plainArrays(safe);
  const styled = styleRows(tags.length > 0 ? withTags(shaped, tags) : shaped, options);
  const [open, close] = options.mathDisplayDelimiters;
  // delimiters that open a numbered environment themselves must not nest another
  const body = /\\begin\{equation\*?\}/.test(open)
    ? styled.replace(/^\\begin\{equation\*\}\n([\s\S]*)\n\\end\{equation\*\}$/, "$1")
    : styled;
  return `${open.replace(/\n+$/, "")}\n${body}\n${close.replace(/^\n+/, "")}`;
}

/** Style per source line, so that the rows of an environment keep theirs. */
function styleRows(latex: string, style: Parameters<typeof styleLatex>[1]): string {
  return latex
    .split("\n")
    .map((row) => styleLatex(row, style))
    .filter((row) => row !== "")
    .join("\n");
}

/** Numbers printed beside the formula, top to bottom, without their parentheses. */
function printedNumbers(block: MathBlock, scope: PageScope): string[] {
  const number = block.number === undefined ? undefined : scope.blocks.get(block.number);
  if (number?.kind !== "equation_number") return [];
  return (number as TextBlock).lines
    .map((line) => plainText(line.spans).replace(/^\s*[([]\s*|\s*[)\]]\s*$/g, ""))
    .filter((text) => text !== "")
    .map((text) => text.replace(/[\\{}]/g, "").replace(/[#$%&_^~]/g, "\\$&"));
}
