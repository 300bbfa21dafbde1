import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { Piscina } from "piscina";
import { InternalError, type Stage, TimeoutError } from "../../errors.js";
import { fromErrorRecord } from "../error-record.js";
import { WORKER_START_SECONDS } from "../limits.js";
import type { ResultOf, WorkerEnvelope, WorkerReply, WorkerTask } from "./messages.js";
import { monotonicMs } from "./monotonic.js";
import type { PoolSettings, RunOptions } from "./page-pool.js";
import { StageBoard } from "./stage-board.js";

/** A thread that native code keeps from ending is given up after this time, ms. */
const TERMINATION_GRACE_MS = 5_000;

/**
 * Place for one worker. A pool of one thread each, so that a page that hangs ends exactly the worker it is in, and so
 * that a worker can be replaced while the others go on.
 */
export class WorkerSlot {
  /** Pages taken by the present worker. */
  pages = 0;
  private piscina: Piscina<WorkerEnvelope, WorkerReply>;
  private readonly board = new StageBoard();
  private lastError: Error | undefined;
  private closed = false;

  constructor(
    private readonly settings: Pick<PoolSettings, "workerEntry" | "heapMb">,
    /** Called when a terminated thread does not end: it will burn its core until the process goes. */
    private readonly onStuck: () => void = () => undefined,
  ) {
    this.piscina = this.spawn();
  }

  async run<T extends WorkerTask>(task: T, options: RunOptions): Promise<ResultOf<T>> {
    const place = { file: task.document.file, page: "page" in task ? task.page : undefined };
    const controller = new AbortController();
    const stop = () => controller.abort();
    options.signal?.throwIfAborted();
    options.signal?.addEventListener("abort", stop, { once: true });
    let timedOut: Stage | undefined;
    const watch = this.watch(options.deadlineMs, (stage) => {
      timedOut = stage;
      stop();
    });
    const [thread] = this.piscina.threads;
    try {
      if (task.kind === "page") this.pages++;
      const reply = await this.piscina.run({ task, board: this.board.buffer }, { signal: controller.signal });
      if (reply.ok) return reply.value as ResultOf<T>;
      throw fromErrorRecord(reply.error);
    } catch (error) {
      if (!controller.signal.aborted) throw this.crash(error, place);
      this.pages = 0;
      if (thread) void this.expectExit(thread);
      if (timedOut === undefined) throw options.signal?.reason ?? error;
      const seconds = options.deadlineMs / 1000;
      throw new TimeoutError("page_deadline", `The ${timedOut} stage ran past the deadline of ${seconds} s`, {
        ...place,
        stage: timedOut,
      });
    } finally {
      clearInterval(watch);
      options.signal?.removeEventListener("abort", stop);
    }
  }

  /** Ends the worker and starts another; resolves when that one has loaded its modules. */
  async replace(): Promise<void> {
    const old = this.piscina;
    this.pages = 0;
    await Promise.race([old.destroy(), delay(TERMINATION_GRACE_MS)]);
    if (this.closed) return;
    this.piscina = this.spawn();
    await this.warm();
  }

  /** Resolves when the worker has loaded its modules; an error shows with the first task. */
  async warm(): Promise<void> {
    const task: WorkerTask = { kind: "release", document: { key: "", path: "", file: "" } };
    await this.run(task, { deadlineMs: WORKER_START_SECONDS * 1000 }).catch(() => undefined);
  }

  async close(): Promise<void> {
    this.closed = true;
    await Promise.race([this.piscina.destroy(), delay(TERMINATION_GRACE_MS)]);
  }

  private spawn(): Piscina<WorkerEnvelope, WorkerReply> {
    const piscina = new Piscina<WorkerEnvelope, WorkerReply>({
      filename: this.settings.workerEntry,
      name: "work",
      minThreads: 1,
      maxThreads: 1,
      concurrentTasksPerWorker: 1,
      idleTimeout: Number.POSITIVE_INFINITY,
      // With Atomics.wait between tasks a worker could not finish native callbacks.
      atomics: "disabled",
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: this.settings.heapMb },
    });
    piscina.on("error", (error: Error) => {
      this.lastError = error;
    });
    return piscina;
  }

  /** Calls `expired` once the task has run for `deadlineMs`, or has not been started for far too long. */
  private watch(deadlineMs: number, expired: (stage: Stage) => void): NodeJS.Timeout {
    this.board.reset();
    const submitted = monotonicMs();
    const check = () => {
      const now = monotonicMs();
      const started = this.board.started;
      const late = started === undefined ? now - submitted > WORKER_START_SECONDS * 1000 : now - started > deadlineMs;
      if (late) {
        clearInterval(timer);
        expired(this.board.current);
      }
    };
    const timer = setInterval(check, Math.min(250, Math.max(10, deadlineMs / 4)));
    timer.unref();
    return timer;
  }

  /** What the pipeline reported stays as it is; anything else means that the worker itself is gone. */
  private crash(error: unknown, place: { file: string; page: number | undefined }): unknown {
    if (isReported(error)) return error;
    this.pages = 0;
    const cause = this.lastError ?? error;
    this.lastError = undefined;
    const reason = cause instanceof Error ? cause.message : String(cause);
    const stage = this.board.current;
    return new InternalError("worker_crash", `The worker ended in the ${stage} stage: ${reason}`, {
      ...place,
      stage,
      cause,
    });
  }

  private async expectExit(thread: Worker): Promise<void> {
    const ended = once(thread, "exit").then(() => true);
    const inTime = await Promise.race([ended, delay(TERMINATION_GRACE_MS).then(() => false)]);
    if (!inTime && thread.threadId !== -1) this.onStuck();
  }
}

const isReported = (error: unknown): boolean => error instanceof Error && "code" in error && "stage" in error;

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
