import type { Block, PageLayout } from "../../page.js";
import { isHeadingWord } from "../headings/heading-words.js";
import { blockText } from "./block-text.js";
import { detectLanguages } from "./detect-languages.js";
import type { DocumentProfile } from "./document-profile.js";
import type { DocumentState } from "./document-state.js";
import { headingClassOf } from "./heading-class.js";
import { headingLevel } from "./heading-level.js";
import { joinRowBlocks } from "./join-row-blocks.js";
import { keepParagraphsWhole } from "./keep-paragraphs-whole.js";
import { resolveFrontMatter } from "./resolve-front-matter.js";
import { resolveFurniture } from "./resolve-furniture.js";
import { resolveJoins } from "./resolve-joins.js";
import { resolveReferences } from "./resolve-references.js";

/**
 * Settles what needs more than one page: running heads and page numbers, front matter, references, heading levels, joins over
 * page and column breaks, languages. Pages are resolved in order with one `state`; `profile` holds all pages of the document, or
 * those read so far. The layout passed in is left as it is; keys stay (logos
 * go), and only what tore a paragraph changes its place.
 */
export function resolvePage(layout: PageLayout, profile: DocumentProfile, state: DocumentState): PageLayout {
  let page = resolveFurniture(layout, profile);
  page = resolveFrontMatter(page, profile);
  page = joinRowBlocks(resolveReferences(page, state));
  page = { ...page, blocks: page.blocks.map((block) => resolveHeading(block, profile)) };
  page = keepParagraphsWhole(resolveJoins(page, profile, state));
  return { ...page, languages: page.languages.length > 0 ? page.languages : detectLanguages(page) };
}

/**
 * Gives a heading its level. One that only looked large on its page (a page of notes, where small type is the body) goes back to
 * the text when the document's text has its size and nothing else sets it off.
 */
function resolveHeading(block: Block, profile: DocumentProfile): Block {
  if (block.kind !== "section_header") return block;
  const look = headingClassOf(block);
  const body = profile.bodySize();
  const plain = !look.bold && !look.capitals && !look.italic && look.depth === undefined;
  if (plain && body > 0 && look.size <= 1.05 * body && !isHeadingWord(blockText(block))) {
    const { key, box, column, lines } = block;
    return { key, box, column, kind: "text", lines };
  }
  return { ...block, level: headingLevel(block, profile) };
}
