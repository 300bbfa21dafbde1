import { type ErrorRecord, TimeoutError } from "../errors.js";
import type { PageLayout } from "../page.js";
import { toErrorRecord } from "./error-record.js";
import type { PageOptions } from "./options/option-table.js";
import type { DocumentRef, FinishedPage, PageSize } from "./pool/messages.js";
import type { PagePool } from "./pool/page-pool.js";

/** US Letter at 250 px/in, for a page that cannot even say how large it is. */
export const UNKNOWN_PAGE_SIZE: PageSize = { width: 2125, height: 2750 };

const TRIES = 2;
const SIZE_DEADLINE_MS = 5_000;

/** Faults of the document itself: another worker would find the same. A process crash was tried alone already. */
const FINAL = new Set(["InputError", "LimitError", "ModelError"]);
const FINAL_CODES = new Set(["process_crash", "engine_closed"]);

export type PageOutcome =
  /** `retried`: what the first try failed with. */
  | { status: "completed"; finished: FinishedPage; retried?: ErrorRecord | undefined }
  | { status: "error"; error: ErrorRecord; finished: FinishedPage };

export interface PageJob {
  pool: PagePool;
  document: DocumentRef;
  options: PageOptions;
  deadlineMs: number;
  /** The caller gave up: nothing more is wanted. */
  stop: AbortSignal;
  /** The document's time is over: what is not done stays empty. */
  deadline: AbortSignal;
  /** Either of the two. */
  signal: AbortSignal;
}

/**
 * One page, whatever happens: on a hang, a crash or an unexpected error once more in a fresh worker, then an empty
 * page of the right size with the error.
 * @throws the reason of `stop`, nothing else
 */
export async function runPage(job: PageJob, page: number): Promise<PageOutcome> {
  const { pool, document, options, deadlineMs, stop, deadline, signal } = job;
  const { file } = document;
  let error: ErrorRecord | undefined;
  for (let attempt = 0; attempt < TRIES; attempt++) {
    try {
      const finished = await pool.run(
        { kind: "page", document, page, options },
        { signal, deadlineMs, fresh: attempt > 0 },
      );
      return { status: "completed", finished, retried: error };
    } catch (cause) {
      stop.throwIfAborted();
      if (deadline.aborted) {
        const over = new TimeoutError(
          "document_deadline",
          "The deadline of the document passed before this page was done",
          {
            file,
            page,
            stage: "pool",
          },
        );
        return failed(toErrorRecord(over), page, UNKNOWN_PAGE_SIZE);
      }
      error = toErrorRecord(cause, { file, page, stage: "pool" });
      if (FINAL.has(error.name) || FINAL_CODES.has(error.code)) break;
    }
  }
  const [size] = await pageSizes(job, [page]);
  return failed(error!, page, size ?? UNKNOWN_PAGE_SIZE);
}

/** Sizes of pages that could not be processed, [] when the source cannot even say that. */
export async function pageSizes(
  { pool, document, stop }: Pick<PageJob, "pool" | "document" | "stop">,
  pages: number[],
): Promise<PageSize[]> {
  try {
    return await pool.run({ kind: "sizes", document, pages }, { signal: stop, deadlineMs: SIZE_DEADLINE_MS });
  } catch {
    stop.throwIfAborted();
    return [];
  }
}

function failed(error: ErrorRecord, page: number, size: PageSize): PageOutcome {
  return { status: "error", error, finished: { layout: emptyLayout(page, size), crops: [], timings: {} } };
}

export function emptyLayout(page: number, { width, height }: PageSize): PageLayout {
  return {
    page,
    width,
    height,
    columns: [],
    blocks: [],
    textLayer: { verdict: "none", reasons: [] },
    textSource: { source: "none", reason: "The page could not be processed" },
    languages: [],
  };
}
