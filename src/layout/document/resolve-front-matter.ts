import type { Block, PageLayout, TextBlock } from "../../page.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import { isHeadingWord } from "../headings/heading-words.js";
import { blockText, isTextBlock, weightedLines } from "./block-text.js";
import type { DocumentProfile } from "./document-profile.js";

/** The title on a page of its own is larger than the document's text by this factor, in the upper part of the page … */
const TITLE_SIZE = 1.3;
const TITLE_BAND = 0.7;
/** … and stands among few and short blocks. */
const MOST_BLOCKS = 14;
const MOST_LINES = 4;

/**
 * Title, authors and abstract are those of the document's first page; on other pages such blocks are headings and text. A title
 * page, where nothing but the title tells what is large, gets its title by the size of the text on the other pages.
 */
export function resolveFrontMatter(layout: PageLayout, profile: DocumentProfile): PageLayout {
  if (layout.page <= profile.firstPage) return withTitle(layout, profile);
  const blocks = layout.blocks.map((block): Block => {
    if (block.kind === "title") return { ...block, kind: "section_header", level: 0 };
    return block.kind === "authors" ? { ...block, kind: "text" } : block;
  });
  return { ...layout, blocks };
}

function withTitle(layout: PageLayout, profile: DocumentProfile): PageLayout {
  const printed = layout.blocks.filter(isTextBlock).filter(({ kind }) => kind !== "page_info");
  if (profile.pages < 2 || printed.some(({ kind }) => kind === "title") || printed.length > MOST_BLOCKS) return layout;
  if (printed.some(({ lines }) => lines.length > MOST_LINES)) return layout;
  const title = largestOf(printed);
  if (
    !title ||
    title.box.y0 > TITLE_BAND * layout.height ||
    isHeadingWord(blockText(title)) ||
    parseHeadingNumber(blockText(title))
  )
    return layout;
  if (sizeOf(title) < TITLE_SIZE * profile.bodySize() || profile.bodySize() === 0) return layout;
  const { key, box, column, lines } = title;
  const named: TextBlock = { key, box, column, lines, kind: "title" };
  return { ...layout, blocks: layout.blocks.map((block) => (block === title ? named : block)) };
}

function largestOf(blocks: readonly TextBlock[]): TextBlock | undefined {
  return blocks
    .filter(({ kind }) => kind === "section_header" || kind === "text")
    .filter((block) => /\p{L}{2}/u.test(blockText(block)))
    .reduce<TextBlock | undefined>((best, block) => (best && sizeOf(best) >= sizeOf(block) ? best : block), undefined);
}

function sizeOf(block: TextBlock): number {
  return weightedLines(block, (line) => line.size);
}
