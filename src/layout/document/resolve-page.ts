import type { Block, PageLayout } from "../../page.js";
import { detectLanguages } from "./detect-languages.js";
import type { DocumentProfile } from "./document-profile.js";
import type { DocumentState } from "./document-state.js";
import { headingLevel } from "./heading-level.js";
import { resolveFrontMatter } from "./resolve-front-matter.js";
import { resolveFurniture } from "./resolve-furniture.js";
import { resolveJoins } from "./resolve-joins.js";
import { resolveReferences } from "./resolve-references.js";

/**
 * Settles what needs more than one page: running heads and page numbers, front matter, references, heading levels, joins over
 * page and column breaks, languages. Pages are resolved in order with one `state`; `profile` holds all pages of the document, or
 * those read so far. The layout passed in is left as it is; keys and order of the blocks stay.
 */
export function resolvePage(layout: PageLayout, profile: DocumentProfile, state: DocumentState): PageLayout {
  let page = resolveFurniture(layout, profile);
  page = resolveFrontMatter(page, profile);
  page = resolveReferences(page, state);
  page = { ...page, blocks: page.blocks.map((block) => withLevel(block, profile)) };
  page = resolveJoins(page, profile, state);
  return { ...page, languages: page.languages.length > 0 ? page.languages : detectLanguages(page) };
}

function withLevel(block: Block, profile: DocumentProfile): Block {
  return block.kind === "section_header" ? { ...block, level: headingLevel(block, profile) } : block;
}
