import type { DocumentProfile } from "../layout/document/document-profile.js";
import { createDocumentState } from "../layout/document/document-state.js";
import { resolvePage } from "../layout/document/resolve-page.js";
import type { Crop, PageLayout } from "../page.js";
import type { DocumentRenderer, RenderedPage } from "../render/document-renderer.js";
import type { Stopwatch } from "./pool/stopwatch.js";

export interface PageSourceItem {
  layout: PageLayout;
  crops: Crop[];
}

export interface AssembledPage {
  rendered: RenderedPage;
  crops: Crop[];
}

/**
 * Takes pages, in order, through the document stage and the renderer. A page is rendered when the one after it has
 * come, since a list or a broken word may go on there; what the profile knows at that moment is what decides.
 */
export async function* assemblePages(
  pages: AsyncIterable<PageSourceItem>,
  profile: DocumentProfile,
  renderer: DocumentRenderer,
  stopwatch: Stopwatch,
): AsyncGenerator<AssembledPage, void, undefined> {
  const state = createDocumentState();
  let held: PageSourceItem | undefined;
  for await (const item of pages) {
    if (held) yield await assemble(held, item);
    held = item;
  }
  if (held) yield await assemble(held, undefined);

  async function assemble(
    { layout, crops }: PageSourceItem,
    after: PageSourceItem | undefined,
  ): Promise<AssembledPage> {
    const follows = after !== undefined && after.layout.page === layout.page + 1;
    const [page, next] = await stopwatch.time("document", () => {
      const resolved = resolvePage(layout, profile, state);
      // A look at the next page, on a copy of the state: its own turn comes when more of the document is known.
      return [resolved, follows ? resolvePage(after.layout, profile, structuredClone(state)) : undefined] as const;
    });
    // Pages between were not asked for: nothing goes on over the gap.
    if (after && !follows) state.open = undefined;
    return { rendered: await stopwatch.time("render", () => renderer.page(page, next)), crops };
  }
}
