import type { DocumentProfile } from "../layout/document/document-profile.js";
import { assemblePages, type PageSourceItem } from "./assemble-pages.js";
import type { Cancellation } from "./cancellation.js";
import type { CollectedPages } from "./collect-pages.js";
import type { ResolvedOptions } from "./options/option-table.js";
import { DocumentWriter } from "./output/document-writer.js";
import type { Stopwatch } from "./pool/stopwatch.js";
import type { PreparedDocument } from "./prepare-document.js";
import { rendererFor } from "./render-options.js";
import type { Spool } from "./spool.js";

export interface RenderedDocument {
  writer: DocumentWriter;
  warnings: string[];
}

/** Second pass: every page from the spool through the document stage and the renderer into the files, one at a time. */
export async function renderDocument(
  { documentId, pageCount, pages }: PreparedDocument,
  { failed }: CollectedPages,
  profile: DocumentProfile,
  spool: Spool,
  options: ResolvedOptions,
  cancellation: Cancellation,
  stopwatch: Stopwatch,
): Promise<RenderedDocument> {
  const store = options.imageOutputMode === "cdn" ? options.cropStore : undefined;
  const writer = await DocumentWriter.create(spool, documentId, store);
  const warnings: string[] = [];

  async function* stored(): AsyncGenerator<PageSourceItem> {
    for (const page of pages) {
      cancellation.stop.throwIfAborted();
      yield failed.get(page) ?? (await stopwatch.time("write", () => spool.get(page)));
    }
  }
  try {
    const renderer = rendererFor(documentId, pageCount, options);
    for await (const { rendered, crops } of assemblePages(stored(), profile, renderer, stopwatch)) {
      warnings.push(...rendered.warnings.map((warning) => `page ${rendered.lines.page}: ${warning}`));
      await stopwatch.time("write", () => writer.add(rendered, crops));
    }
    await stopwatch.time("write", () => writer.finish());
  } catch (error) {
    await writer.abandon();
    throw error;
  }
  return { writer, warnings };
}
