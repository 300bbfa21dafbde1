import type { Block, TextBlock, TextBlockKind, TextLine } from "../../page.js";

const TEXT_KINDS: ReadonlySet<string> = new Set<TextBlockKind>([
  ...(["text", "title", "authors", "abstract", "section_header", "list_item", "footnote", "quote", "code"] as const),
  ...(["pseudocode", "figure_label", "page_info", "equation_number", "toc_row", "form_field"] as const),
]);

export function isTextBlock(block: Block): block is TextBlock {
  return TEXT_KINDS.has(block.kind);
}

/** Plain text of a line; formulas stand as their LaTeX. */
export function lineText(line: TextLine): string {
  return line.spans.map((span) => (span.kind === "text" ? span.text : span.latex)).join("");
}

/** Plain text of a block, lines joined with blanks. */
export function blockText(block: TextBlock): string {
  return block.lines.map(lineText).join(" ");
}

/** Share of the characters for which a line measure holds. */
export function weightedLines(block: TextBlock, measure: (line: TextLine) => number): number {
  let sum = 0;
  let weight = 0;
  for (const line of block.lines) {
    const length = Math.max(1, lineText(line).length);
    sum += measure(line) * length;
    weight += length;
  }
  return weight === 0 ? 0 : sum / weight;
}
