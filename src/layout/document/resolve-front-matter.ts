import type { Block, PageLayout } from "../../page.js";
import type { DocumentProfile } from "./document-profile.js";

/** Title, authors and abstract are those of the document's first page; on other pages such blocks are headings and text. */
export function resolveFrontMatter(layout: PageLayout, profile: DocumentProfile): PageLayout {
  if (layout.page <= profile.firstPage) return layout;
  const blocks = layout.blocks.map((block): Block => {
    if (block.kind === "title") return { ...block, kind: "section_header", level: 0 };
    return block.kind === "authors" ? { ...block, kind: "text" } : block;
  });
  return { ...layout, blocks };
}
