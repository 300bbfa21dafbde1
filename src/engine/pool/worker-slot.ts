import { once } from "node:events";
import type { Worker } from "node:worker_threads";
import { Piscina } from "piscina";
import { InternalError, type Stage, TimeoutError } from "../../errors.js";
import { fromErrorRecord } from "../error-record.js";
import { WORKER_START_SECONDS, WORKER_YOUNG_HEAP_MB } from "../limits.js";
import type { ResultOf, WorkerEnvelope, WorkerReply, WorkerTask } from "./messages.js";
import { monotonicMs } from "./monotonic.js";
import type { PoolSettings, RunOptions } from "./page-pool.js";
import { StageBoard } from "./stage-board.js";

/** A thread that native code keeps from ending is given up after this time, ms. */
const TERMINATION_GRACE_MS = 5_000;
/** How long a worker that is to end may finish the native call it is in, ms; a call of the recogniser takes some 60. */
const NATIVE_GRACE_MS = 2_000;
const NATIVE_POLL_MS = 5;

/**
 * Place for one worker. A pool of one thread each, so that a page that hangs ends exactly the worker it is in, and so
 * that a worker can be replaced while the others go on.
 */
export class WorkerSlot {
  /** Pages taken by the present worker. */
  pages = 0;
  private piscina: Piscina<WorkerEnvelope, WorkerReply>;
  /** Why a worker could not even load; it reaches no task. */
  private bootError: Error | undefined;
  private onBootFailure: (() => void) | undefined;
  private closed = false;
  /** Board of the task that runs. */
  private board: StageBoard | undefined;

  constructor(
    private readonly settings: Pick<PoolSettings, "workerEntry" | "heapMb">,
    /** Called when a terminated thread does not end: it will burn its core until the process goes. */
    private readonly onStuck: () => void = () => undefined,
  ) {
    this.piscina = this.spawn();
  }

  /** `bytes`: of the task's document, where they have been read. */
  async run<T extends WorkerTask>(task: T, options: RunOptions, bytes?: SharedArrayBuffer): Promise<ResultOf<T>> {
    const place = { file: task.document.file, page: "page" in task ? task.page : undefined };
    const controller = new AbortController();
    // A board of its own per task: a thread that is being ended may still write to the last one.
    const board = new StageBoard();
    const stop = () => void nativeEnd(board).then(() => controller.abort());
    options.signal?.throwIfAborted();
    options.signal?.addEventListener("abort", stop, { once: true });
    this.board = board;
    let timedOut: Stage | undefined;
    const watch = watchBoard(board, options.deadlineMs, (stage) => {
      timedOut = stage;
      stop();
    });
    this.onBootFailure = () => {
      if (board.started === undefined) stop();
    };
    const [thread] = this.piscina.threads;
    try {
      if (task.kind === "page") this.pages++;
      const reply = await this.piscina.run({ task, board: board.buffer, bytes }, { signal: controller.signal });
      if (reply.ok) return reply.value as ResultOf<T>;
      throw fromErrorRecord(reply.error);
    } catch (error) {
      if (isReported(error)) throw error;
      this.pages = 0;
      if (controller.signal.aborted && thread) void this.expectExit(thread);
      options.signal?.throwIfAborted();
      if (timedOut === undefined) throw this.crash(error, board.current, place);
      const seconds = options.deadlineMs / 1000;
      throw new TimeoutError("page_deadline", `The ${timedOut} stage ran past the deadline of ${seconds} s`, {
        ...place,
        stage: timedOut,
      });
    } finally {
      this.onBootFailure = undefined;
      if (this.board === board) this.board = undefined;
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
    if (this.board) await nativeEnd(this.board);
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
      resourceLimits: { maxOldGenerationSizeMb: this.settings.heapMb, maxYoungGenerationSizeMb: WORKER_YOUNG_HEAP_MB },
    });
    piscina.on("error", (error: Error) => {
      this.bootError = error;
      this.onBootFailure?.();
    });
    return piscina;
  }

  /** The worker itself is gone: its module did not load, it ran out of memory or it ended itself. */
  private crash(error: unknown, stage: Stage, place: { file: string; page: number | undefined }): InternalError {
    const cause = this.bootError ?? error;
    if (this.bootError !== undefined) {
      // A pool whose worker does not load gives up on starting others; the module may be there next time.
      this.bootError = undefined;
      void this.piscina.destroy();
      this.piscina = this.spawn();
    }
    const reason = cause instanceof Error ? cause.message : String(cause);
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

/** Calls `expired` once the task has run for `deadlineMs`, or has not been started for far too long. */
function watchBoard(board: StageBoard, deadlineMs: number, expired: (stage: Stage) => void): NodeJS.Timeout {
  const submitted = monotonicMs();
  const check = () => {
    const now = monotonicMs();
    const { started } = board;
    const late = started === undefined ? now - submitted > WORKER_START_SECONDS * 1000 : now - started > deadlineMs;
    if (late) {
      clearInterval(timer);
      expired(board.current);
    }
  };
  const timer = setInterval(check, Math.min(250, Math.max(10, deadlineMs / 4)));
  timer.unref();
  return timer;
}

/** Resolves when the worker is in no native call and begins none, or has been in one for too long. */
async function nativeEnd({ nativeGate }: StageBoard): Promise<void> {
  const latest = monotonicMs() + NATIVE_GRACE_MS;
  while (!nativeGate.close() && monotonicMs() < latest)
    await new Promise((resolve) => setTimeout(resolve, NATIVE_POLL_MS));
}

const isReported = (error: unknown): boolean => error instanceof Error && "code" in error && "stage" in error;

const delay = (ms: number): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms).unref();
  });
