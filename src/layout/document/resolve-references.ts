import type { Block, PageLayout, TextBlock } from "../../page.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import { isHeadingWord } from "../headings/heading-words.js";
import { blockText, isTextBlock } from "./block-text.js";
import type { DocumentState } from "./document-state.js";

/** Entries of a list of references that are numbered `1.` look like list items; they are paragraphs with their number. */
export function resolveReferences(layout: PageLayout, state: DocumentState): PageLayout {
  const blocks = layout.blocks.map((block): Block => {
    if (block.kind === "section_header" || block.kind === "title") {
      const text = blockText(block);
      state.inReferences = isHeadingWord(parseHeadingNumber(text)?.rest ?? text, "references");
      return block;
    }
    if (!state.inReferences || !isTextBlock(block) || block.kind !== "list_item") return block;
    return block.marker?.kind === "ordered" ? withMarkerInText(block) : block;
  });
  return { ...layout, blocks };
}

function withMarkerInText(block: TextBlock): TextBlock {
  const { key, box, column, marker, continues } = block;
  const [first, ...rest] = block.lines;
  if (!first || !marker) return block;
  const label = { kind: "text" as const, text: `${marker.text} `, bold: false, italic: false, monospace: false };
  const lines = [{ ...first, box: { ...first.box, x0: box.x0 }, spans: [label, ...first.spans] }, ...rest];
  return continues ? { key, box, column, kind: "text", lines, continues } : { key, box, column, kind: "text", lines };
}
