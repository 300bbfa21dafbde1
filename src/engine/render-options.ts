import { createDocumentRenderer, type DocumentRenderer } from "../render/document-renderer.js";
import { DEFAULT_RENDER_OPTIONS, type RenderOptions } from "../render/render-options.js";
import type { ResolvedOptions } from "./options/option-table.js";

/** The renderer of a document with the options of a run. */
export function rendererFor(documentId: string, pageCount: number, options: ResolvedOptions): DocumentRenderer {
  const names = Object.keys(DEFAULT_RENDER_OPTIONS).filter((name) => name in options);
  const given = Object.fromEntries(names.map((name) => [name, options[name as keyof ResolvedOptions]]));
  const renderOptions = {
    ...DEFAULT_RENDER_OPTIONS,
    ...given,
    cdnBase: options.cdnBase.replace(/\/+$/, ""),
  } as RenderOptions;
  return createDocumentRenderer({ documentId, pageCount, options: renderOptions });
}
