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
 * Takes pages, in order, through the document stage and the renderer. A page is rendered once the one after it is
 * resolved, since a list or a broken word may go on there.
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
    const follows = held === undefined || held.layout.page + 1 === item.layout.page;
    // Pages between were not asked for: nothing goes on over the gap.
    if (!follows) state.open = undefined;
    const layout = await stopwatch.time("document", () => resolvePage(item.layout, profile, state));
    if (held) yield await render(held, follows ? layout : undefined);
    held = { layout, crops: item.crops };
  }
  if (held) yield await render(held, undefined);

  async function render({ layout, crops }: PageSourceItem, next: PageLayout | undefined): Promise<AssembledPage> {
    const rendered = await stopwatch.time("render", () => renderer.page(layout, next));
    return { rendered, crops };
  }
}
