import { setMaxListeners } from "node:events";
import { fileURLToPath } from "node:url";
import { InternalError } from "../errors.js";
import { ConversionPool } from "./convert/conversion-pool.js";
import type { ConvertInput } from "./convert/convert-input.js";
import type { EngineContext } from "./engine-context.js";
import { type EngineOptions, resolveEngineOptions } from "./engine-options.js";
import { PROCESS_MAX_PAGES_PER_WORKER, WORKER_HEAP_MB, WORKER_MAX_PAGES } from "./limits.js";
import type { ProcessOptions, ResolvedOptions } from "./options/option-table.js";
import { resolveOptions } from "./options/resolve-options.js";
import { NameRegister } from "./output/file-names.js";
import type { PagePool, PoolSettings } from "./pool/page-pool.js";
import type { ConvertedFile, ProcessResult, StreamedPage } from "./result.js";
import type { DocumentInput } from "./stage-input.js";

const WORKER_ENTRY = fileURLToPath(new URL("pool/worker.js", import.meta.url));

/** Documents in; MMD, line records and crops out. Made by `createEngine`. */
export class Engine {
  private readonly running = new Set<Promise<unknown>>();
  private readonly closing = new AbortController();
  private readonly context: EngineContext;

  /** @internal */
  constructor(pool: PagePool, settings: Pick<EngineContext, "temporaryFolder" | "keepSpoolOnAbort">) {
    setMaxListeners(0, this.closing.signal);
    this.context = {
      pool,
      conversions: new ConversionPool(),
      names: new NameRegister(),
      closing: this.closing.signal,
      ...settings,
    };
  }

  /** Number of pages worked on at a time. */
  get workers(): number {
    return this.context.pool.size;
  }

  /**
   * Processes a document and writes its files. A document that cannot be opened comes back with `status: "error"`; a
   * page that fails costs itself only and makes the status `partial`.
   * @throws InputError for a wrong option; the reason of `options.signal` when it is aborted
   */
  async process(input: DocumentInput, options: ProcessOptions = {}): Promise<ProcessResult> {
    const resolved = this.check(options);
    // Loaded late: the workers start while the document stage and the renderer load.
    const { processDocument } = await import("./process-document.js");
    return this.track(processDocument(input, resolved, this.context));
  }

  /**
   * Finished pages in order, as they become ready; nothing is written. Leaving the loop early ends the work.
   * @throws InputError for a wrong option or a document that cannot be opened; the reason of `options.signal`
   */
  pages(input: DocumentInput, options: ProcessOptions = {}): AsyncGenerator<StreamedPage, void, undefined> {
    return stream(input, this.check(options), this.context);
  }

  /**
   * Converts Mathpix Markdown to other formats, one report per format.
   * @throws InputError for a wrong option or an MMD file that cannot be read
   */
  async convert(input: ConvertInput, options: ProcessOptions = {}): Promise<Record<string, ConvertedFile>> {
    const resolved = this.check(options);
    const { convertInput } = await import("./convert/convert-input.js");
    return this.track(convertInput(input, resolved, this.context));
  }

  /** Aborts what runs and ends the workers. */
  async close(): Promise<void> {
    this.closing.abort(new DOMException("The engine was closed", "AbortError"));
    await Promise.allSettled([...this.running]);
    await Promise.all([this.context.pool.close(), this.context.conversions.close()]);
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.close();
  }

  private check(options: ProcessOptions): ResolvedOptions {
    if (this.closing.signal.aborted)
      throw new InternalError("engine_closed", "The engine is closed", { stage: "pool" });
    return resolveOptions(options);
  }

  private async track<T>(work: Promise<T>): Promise<T> {
    this.running.add(work);
    try {
      return await work;
    } finally {
      this.running.delete(work);
    }
  }
}

async function* stream(
  ...args: [DocumentInput, ResolvedOptions, EngineContext]
): AsyncGenerator<StreamedPage, void, undefined> {
  const { streamPages } = await import("./stream-pages.js");
  yield* streamPages(...args);
}

/** Settings that are no business of a caller: the tests put faults into the worker, the command line keeps its spool. */
export interface EngineInternals {
  workerEntry?: string | undefined;
  heapMb?: number | undefined;
  maxPages?: number | undefined;
  processMaxPages?: number | undefined;
  keepSpoolOnAbort?: boolean | undefined;
}

/**
 * Starts an engine; its workers warm up in the background.
 * @throws InputError for a wrong option
 */
export async function createEngine(options: EngineOptions = {}): Promise<Engine> {
  return createEngineWith(options);
}

/** @internal */
export async function createEngineWith(options: EngineOptions, internals: EngineInternals = {}): Promise<Engine> {
  const { workers, isolation, temporaryFolder } = resolveEngineOptions(options);
  const settings: PoolSettings = {
    workers,
    workerEntry: internals.workerEntry ?? WORKER_ENTRY,
    heapMb: internals.heapMb ?? WORKER_HEAP_MB,
    maxPages: internals.maxPages ?? WORKER_MAX_PAGES,
    processMaxPages: internals.processMaxPages ?? workers * PROCESS_MAX_PAGES_PER_WORKER,
  };
  const pool = await startPool(isolation, settings);
  return new Engine(pool, { temporaryFolder, keepSpoolOnAbort: internals.keepSpoolOnAbort ?? false });
}

async function startPool(isolation: "none" | "process", settings: PoolSettings): Promise<PagePool> {
  if (isolation === "process") {
    const { SupervisedPool } = await import("./supervisor/supervised-pool.js");
    return new SupervisedPool(settings);
  }
  const { ThreadPool } = await import("./pool/thread-pool.js");
  return new ThreadPool(settings);
}
