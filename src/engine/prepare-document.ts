import { InputError, InternalError, LimitError, TimeoutError } from "../errors.js";
import type { Cancellation } from "./cancellation.js";
import { MAX_PAGES, OPEN_DEADLINE_SECONDS } from "./limits.js";
import type { ResolvedOptions } from "./options/option-table.js";
import { selectPages } from "./options/page-ranges.js";
import type { DocumentRef, OpenedDocument } from "./pool/messages.js";
import type { PagePool } from "./pool/page-pool.js";
import { type DocumentInput, type StagedInput, stageInput } from "./stage-input.js";

/** A document that could be opened, and what is wanted of it. */
export interface PreparedDocument {
  document: DocumentRef;
  staged: StagedInput;
  documentId: string;
  pageCount: number;
  /** Pages asked for, ascending. */
  pages: number[];
}

/**
 * Brings the input into a file, opens it in a worker and selects its pages.
 * @throws InputError, LimitError or TimeoutError naming the file; the reason of `cancellation.stop`
 */
export async function prepareDocument(
  input: DocumentInput,
  options: ResolvedOptions,
  pool: PagePool,
  temporaryFolder: string,
  cancellation: Cancellation,
): Promise<PreparedDocument> {
  const staged = await stageInput(input, temporaryFolder, cancellation.stop);
  try {
    const { path, file, sha256 } = staged;
    // The password is part of the key: a document opened with one must not serve a caller without.
    const key = `${sha256}:${path}:${options.password ?? ""}`;
    const document: DocumentRef = { key, path, file, password: options.password };
    const { pageCount } = await open(document, pool, cancellation);
    if (pageCount === 0) throw new InputError("no_pages", "The document has no pages", { file, stage: "open" });
    if (pageCount > MAX_PAGES) {
      throw new LimitError("too_many_pages", `Expected at most ${MAX_PAGES} pages but received ${pageCount}`, {
        file,
        stage: "open",
      });
    }
    const pages = selectPages(options.pageRanges, pageCount, file);
    return { document, staged, documentId: options.documentId ?? contentId(sha256), pageCount, pages };
  } catch (error) {
    await staged.remove();
    throw error;
  }
}

/** Once more in a fresh worker when the first one hung or died. */
async function open(document: DocumentRef, pool: PagePool, cancellation: Cancellation): Promise<OpenedDocument> {
  const deadlineMs = OPEN_DEADLINE_SECONDS * 1000;
  const task = { kind: "open", document } as const;
  try {
    return await pool.run(task, { signal: cancellation.either, deadlineMs });
  } catch (error) {
    cancellation.stop.throwIfAborted();
    if (cancellation.deadline.aborted) {
      throw new TimeoutError("document_deadline", "The deadline passed before the document was open", {
        file: document.file,
        stage: "open",
      });
    }
    if (!(error instanceof InternalError) || error.code === "process_crash") throw error;
    return pool.run(task, { signal: cancellation.either, deadlineMs, fresh: true });
  }
}

/** Id in the form of a UUID (version 8, RFC 9562: custom) from the SHA-256 of the file. */
export function contentId(sha256: string): string {
  const variant = ((Number.parseInt(sha256[16]!, 16) & 0x3) | 0x8).toString(16);
  return [
    sha256.slice(0, 8),
    sha256.slice(8, 12),
    `8${sha256.slice(13, 16)}`,
    `${variant}${sha256.slice(17, 20)}`,
    sha256.slice(20, 32),
  ].join("-");
}
