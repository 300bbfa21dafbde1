import { DocumentProfile } from "../layout/document/document-profile.js";
import { assemblePages, type PageSourceItem } from "./assemble-pages.js";
import { Cancellation } from "./cancellation.js";
import { reportOf } from "./collect-pages.js";
import type { EngineContext } from "./engine-context.js";
import { LOOK_AHEAD_PAGES, PAGES_IN_FLIGHT_PER_WORKER } from "./limits.js";
import type { ResolvedOptions } from "./options/option-table.js";
import { pageOptions } from "./options/resolve-options.js";
import { placeCrops } from "./output/document-writer.js";
import { Stopwatch } from "./pool/stopwatch.js";
import { prepareDocument } from "./prepare-document.js";
import { rendererFor } from "./render-options.js";
import type { PageReport, StreamedPage } from "./result.js";
import { type PageOutcome, runPage } from "./run-page.js";
import { schedulePages } from "./schedule-pages.js";
import type { DocumentInput } from "./stage-input.js";

/**
 * Finished pages in order, each as soon as a few pages after it are known. What the whole document decides (running
 * heads, heading levels) is decided from the pages up to there, so a page can differ from that of `process()`; it never
 * differs from run to run.
 * @throws InputError, LimitError or TimeoutError when the document cannot be opened; the reason of the caller's signal
 */
export async function* streamPages(
  input: DocumentInput,
  options: ResolvedOptions,
  context: EngineContext,
): AsyncGenerator<StreamedPage, void, undefined> {
  const cancellation = new Cancellation([options.signal, context.closing], options.deadlineSeconds);
  const { stop, deadline, either } = cancellation;
  let cleanUp = async () => cancellation.dispose();
  try {
    stop.throwIfAborted();
    const prepared = await prepareDocument(input, options, context.pool, context.temporaryFolder, cancellation);
    const { document, staged, documentId, pageCount, pages } = prepared;
    const done = new Map<number, PageOutcome>();
    const bell = new Bell();
    const window = PAGES_IN_FLIGHT_PER_WORKER * context.pool.size;
    let emitted = 0;
    let over = false;
    const job = {
      pool: context.pool,
      document,
      options: pageOptions(options),
      deadlineMs: options.pageDeadlineSeconds * 1000,
      stop,
      deadline,
      signal: either,
    };
    let failure: { error: unknown } | undefined;
    const running = schedulePages(
      pages,
      window,
      (page) => runPage(job, page),
      (page, outcome) => {
        done.set(page, outcome);
        bell.ring();
      },
      async (index) => {
        // Back-pressure: no page starts that the reader is far from.
        while (!over && index > emitted + LOOK_AHEAD_PAGES + window) await bell.wait();
        return !over;
      },
    ).catch((error: unknown) => {
      failure = { error };
      bell.ring();
    });
    // Pages under way when the reader leaves end by themselves; only then may their file go.
    cleanUp = async () => {
      over = true;
      bell.ring();
      void running.then(async () => {
        cancellation.dispose();
        context.pool.release(document);
        await staged.remove();
      });
    };

    const store = options.imageOutputMode === "cdn" ? options.cropStore : undefined;
    const renderer = rendererFor(documentId, pageCount, options);
    const profile = new DocumentProfile();
    const reports = new Map<number, PageReport>();

    async function* inOrder(): AsyncGenerator<PageSourceItem> {
      let known = 0;
      for (const [index, page] of pages.entries()) {
        // With this page the one before is decided; the very first is not kept waiting for more.
        const needed = index <= 1 ? index + 1 : index + LOOK_AHEAD_PAGES;
        while (known < Math.min(pages.length, needed)) {
          const outcome = done.get(pages[known]!);
          if (outcome) {
            profile.add(outcome.finished.layout);
            known++;
          } else if (failure) throw failure.error;
          else await bell.wait();
        }
        const outcome = done.get(page)!;
        done.delete(page);
        reports.set(page, reportOf(outcome));
        yield outcome.finished;
      }
    }
    for await (const { rendered, crops } of assemblePages(inOrder(), profile, renderer, new Stopwatch())) {
      const { lines, mmdLines, mmd, warnings } = rendered;
      const { page } = lines;
      const placed = placeCrops(rendered, crops, documentId);
      for (const { entry, jpeg } of placed) {
        const { line_id: lineId, kind, region } = entry;
        await store?.put({ documentId, imageId: lines.image_id, page, kind, lineId, region, jpeg });
      }
      const report = reports.get(page)!;
      reports.delete(page);
      const { status, error } = report;
      emitted++;
      bell.ring();
      const { file } = staged;
      options.onProgress?.({
        type: "page",
        file,
        documentId,
        page,
        status,
        pagesDone: emitted,
        pages: pages.length,
        error,
      });
      yield {
        ...report,
        lines,
        mmdLines,
        mmd,
        images: placed.map(({ entry, jpeg }) => ({ ...entry, jpeg })),
        warnings,
      };
    }
  } finally {
    await cleanUp();
  }
}

/** Wakes everyone who waits. */
class Bell {
  private waiting: (() => void)[] = [];

  wait(): Promise<void> {
    return new Promise((resolve) => {
      this.waiting.push(resolve);
    });
  }

  ring(): void {
    for (const wake of this.waiting.splice(0)) wake();
  }
}
