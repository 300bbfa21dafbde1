import { DocumentProfile } from "../../../src/layout/document/document-profile.js";
import { createDocumentState } from "../../../src/layout/document/document-state.js";
import { resolvePage } from "../../../src/layout/document/resolve-page.js";
import type { PageLayout } from "../../../src/page.js";

/** Resolves a whole document with a complete profile. */
export function resolveAll(layouts: readonly PageLayout[]): PageLayout[] {
  const profile = new DocumentProfile();
  for (const layout of layouts) profile.add(layout);
  const state = createDocumentState();
  return layouts.map((layout) => resolvePage(layout, profile, state));
}

/** Likewise page by page: the profile holds only the pages up to `ahead` pages further on. */
export function resolveStreamed(layouts: readonly PageLayout[], ahead: number): PageLayout[] {
  const profile = new DocumentProfile();
  const state = createDocumentState();
  let added = 0;
  return layouts.map((layout, at) => {
    for (; added < Math.min(layouts.length, at + 1 + ahead); added += 1) profile.add(layouts[added] as PageLayout);
    return resolvePage(layout, profile, state);
  });
}
