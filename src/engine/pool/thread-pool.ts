import { InternalError } from "../../errors.js";
import { RSS_GROWTH_BASE_BYTES, RSS_GROWTH_PER_WORKER_BYTES, RSS_RECYCLE_MIN_PAGES } from "../limits.js";
import type { DocumentRef, ResultOf, WorkerTask } from "./messages.js";
import type { PagePool, PoolSettings, RunOptions } from "./page-pool.js";
import { SharedFiles } from "./shared-files.js";
import { tuneCompiler } from "./tune-compiler.js";
import { WorkerSlot } from "./worker-slot.js";

interface Waiting {
  signal: AbortSignal | undefined;
  take(slot: WorkerSlot): void;
  fail(error: unknown): void;
}

/** The workers as threads of this process. First come, first served. */
export class ThreadPool implements PagePool {
  readonly size: number;
  private readonly slots: WorkerSlot[];
  private readonly idle: WorkerSlot[];
  private readonly waiting: Waiting[] = [];
  /** Documents a busy slot closes before its next task. */
  private readonly releases = new Map<WorkerSlot, DocumentRef[]>();
  private readonly files = new SharedFiles();
  private readonly rssCeiling: number;
  private replacing = false;
  private closed = false;

  /** @param onStuck called when native code keeps a terminated thread alive */
  constructor(
    private readonly settings: PoolSettings,
    onStuck?: () => void,
  ) {
    this.rssCeiling =
      process.memoryUsage.rss() + RSS_GROWTH_BASE_BYTES + settings.workers * RSS_GROWTH_PER_WORKER_BYTES;
    this.size = settings.workers;
    tuneCompiler();
    this.slots = Array.from({ length: settings.workers }, () => new WorkerSlot(settings, onStuck));
    this.idle = [...this.slots];
  }

  async run<T extends WorkerTask>(task: T, options: RunOptions): Promise<ResultOf<T>> {
    const slot = await this.acquire(options.signal);
    try {
      if (options.fresh && slot.pages > 0) await slot.replace();
      return await slot.run(task, options, await this.files.get(task.document));
    } finally {
      void this.free(slot);
    }
  }

  release(document: DocumentRef): void {
    this.files.release(document);
    for (const slot of this.slots) {
      const listed = this.releases.get(slot);
      if (listed) listed.push(document);
      else this.releases.set(slot, [document]);
    }
    for (const slot of this.idle.splice(0)) void this.free(slot);
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const waiting of this.waiting.splice(0)) waiting.fail(closedError());
    await Promise.all(this.slots.map((slot) => slot.close()));
  }

  private acquire(signal: AbortSignal | undefined): Promise<WorkerSlot> {
    if (this.closed) return Promise.reject(closedError());
    if (signal?.aborted) return Promise.reject(signal.reason);
    const slot = this.idle.pop();
    if (slot) return Promise.resolve(slot);
    return new Promise((resolve, reject) => {
      const leave = () => {
        this.waiting.splice(this.waiting.indexOf(waiting), 1);
        reject(signal?.reason);
      };
      const waiting: Waiting = {
        signal,
        take: (free) => {
          signal?.removeEventListener("abort", leave);
          resolve(free);
        },
        fail: reject,
      };
      signal?.addEventListener("abort", leave, { once: true });
      this.waiting.push(waiting);
    });
  }

  private async free(slot: WorkerSlot): Promise<void> {
    if (this.closed) return;
    for (const document of this.releases.get(slot)?.splice(0) ?? []) {
      await slot.run({ kind: "release", document }, { deadlineMs: 10_000 }).catch(() => undefined);
    }
    this.releases.delete(slot);
    if (!this.replacing && this.isWorn(slot)) {
      this.replacing = true;
      await slot.replace().finally(() => {
        this.replacing = false;
      });
    }
    const next = this.waiting.shift();
    if (next) next.take(slot);
    else this.idle.push(slot);
  }

  /** Native caches are freed by the end of their thread only. */
  private isWorn({ pages }: WorkerSlot): boolean {
    if (pages >= this.settings.maxPages) return true;
    return pages >= RSS_RECYCLE_MIN_PAGES && process.memoryUsage.rss() > this.rssCeiling;
  }
}

const closedError = (): InternalError => new InternalError("engine_closed", "The engine is closed", { stage: "pool" });
