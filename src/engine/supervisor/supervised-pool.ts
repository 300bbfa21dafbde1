import { InternalError, TimeoutError } from "../../errors.js";
import { fromErrorRecord } from "../error-record.js";
import { WORKER_START_SECONDS } from "../limits.js";
import type { DocumentRef, ResultOf, WorkerResults, WorkerTask } from "../pool/messages.js";
import type { PagePool, PoolSettings, RunOptions } from "../pool/page-pool.js";
import { WorkerProcess } from "./child-process.js";
import type { ChildMessage } from "./messages.js";

/** The child ends a page that is late; when even that does not come, the child itself hangs. ms */
const GUARD_MS = WORKER_START_SECONDS * 1000 + 15_000;

interface Job {
  id: number;
  task: WorkerTask;
  options: RunOptions;
  guard: NodeJS.Timeout | undefined;
  settle(outcome: { value: WorkerResults[WorkerTask["kind"]] } | { error: unknown }): void;
}

/**
 * The workers as threads of a child process that is restarted when native code crashes it. The tasks that were in
 * flight then run again one at a time: the one that crashes the process alone is the guilty one. The child is also
 * replaced after so many tasks, when those that run have ended.
 */
export class SupervisedPool implements PagePool {
  readonly size: number;
  private child: WorkerProcess | undefined;
  private readonly waiting: Job[] = [];
  private readonly running = new Map<number, Job>();
  /** Tasks that were in flight at a crash; they run alone, before anything else. */
  private readonly suspects: Job[] = [];
  private onTrial: Job | undefined;
  /** Tasks that the present child has been given. */
  private given = 0;
  private lastId = 0;
  private closed = false;

  constructor(private readonly settings: PoolSettings) {
    this.size = settings.workers;
    this.child = this.start();
  }

  /** Process id of the present child, for those who watch its memory. */
  get pid(): number | undefined {
    return this.child?.pid;
  }

  run<T extends WorkerTask>(task: T, options: RunOptions): Promise<ResultOf<T>> {
    if (this.closed) return Promise.reject(closedError());
    if (options.signal?.aborted) return Promise.reject(options.signal.reason);
    return new Promise<ResultOf<T>>((resolve, reject) => {
      const onAbort = () => this.abort(job);
      const job: Job = {
        id: ++this.lastId,
        task,
        options,
        guard: undefined,
        settle: (outcome) => {
          clearTimeout(job.guard);
          options.signal?.removeEventListener("abort", onAbort);
          if ("error" in outcome) reject(outcome.error);
          else resolve(outcome.value as ResultOf<T>);
        },
      };
      options.signal?.addEventListener("abort", onAbort, { once: true });
      this.waiting.push(job);
      this.dispatch();
    });
  }

  release(document: DocumentRef): void {
    this.child?.send({ type: "release", document });
  }

  async close(): Promise<void> {
    this.closed = true;
    for (const job of [...this.waiting.splice(0), ...this.suspects.splice(0), ...this.running.values()]) {
      job.settle({ error: closedError() });
    }
    this.running.clear();
    await this.child?.close();
  }

  private start(): WorkerProcess {
    this.given = 0;
    const child: WorkerProcess = new WorkerProcess(
      this.settings,
      (message) => this.receive(message),
      (why) => {
        if (this.child === child) this.crashed(why);
      },
    );
    return child;
  }

  /** What ended workers leave behind in the heap of their process is freed with it. Only while nothing runs. */
  private replaceChild(): void {
    const worn = this.child;
    this.child = this.start();
    void worn?.close();
  }

  /** No more in the child than it has workers, so that few are suspect when it crashes; a suspect goes alone. */
  private dispatch(): void {
    if (this.closed) return;
    if (this.suspects.length > 0 || this.onTrial) {
      if (this.running.size > 0) return;
      this.onTrial = this.suspects.shift();
      if (this.onTrial) {
        this.send(this.onTrial);
        return;
      }
    }
    while (this.running.size < this.size && this.waiting.length > 0) {
      if (this.given >= this.settings.processMaxPages) {
        if (this.running.size > 0) break;
        this.replaceChild();
      }
      this.send(this.waiting.shift()!);
    }
    this.child?.setBusy(this.running.size > 0);
  }

  private send(job: Job): void {
    const { id, task, options } = job;
    this.child ??= this.start();
    this.running.set(id, job);
    this.given += 1;
    this.child.setBusy(true);
    this.child.send({ type: "run", id, task, deadlineMs: options.deadlineMs, fresh: options.fresh ?? false });
    job.guard = setTimeout(() => this.hung(job), options.deadlineMs + GUARD_MS);
    job.guard.unref();
  }

  private receive(message: ChildMessage): void {
    const job = this.running.get(message.id);
    if (job === undefined) return;
    this.finish(job);
    if (message.type === "done") job.settle({ value: message.value });
    else job.settle({ error: fromErrorRecord(message.error) });
    this.dispatch();
  }

  private finish(job: Job): void {
    this.running.delete(job.id);
    if (this.onTrial === job) this.onTrial = undefined;
  }

  private abort(job: Job): void {
    for (const list of [this.waiting, this.suspects]) {
      const index = list.indexOf(job);
      if (index >= 0) list.splice(index, 1);
    }
    if (this.running.has(job.id)) {
      this.child?.send({ type: "abort", id: job.id });
      this.finish(job);
    }
    job.settle({ error: job.options.signal?.reason });
    this.dispatch();
  }

  private hung(job: Job): void {
    const { task, options } = job;
    this.finish(job);
    job.settle({
      error: new TimeoutError(
        "page_deadline",
        `The process did not answer within the deadline of ${options.deadlineMs / 1000} s`,
        {
          ...placeOf(task),
          stage: "pool",
        },
      ),
    });
    this.child?.kill();
  }

  private crashed(why: string): void {
    this.child = undefined;
    if (this.closed) return;
    const inFlight = [...this.running.values()];
    this.running.clear();
    for (const job of inFlight) clearTimeout(job.guard);
    const guilty = inFlight.length === 1 ? inFlight[0] : undefined;
    if (guilty && guilty === this.onTrial) {
      this.onTrial = undefined;
      guilty.settle({
        error: new InternalError("process_crash", `The worker process ended twice on this task (${why})`, {
          ...placeOf(guilty.task),
          stage: "pool",
        }),
      });
    } else {
      this.onTrial = undefined;
      this.suspects.push(...inFlight);
    }
    this.dispatch();
  }
}

const placeOf = (task: WorkerTask) => ({ file: task.document.file, page: "page" in task ? task.page : undefined });

const closedError = (): InternalError => new InternalError("engine_closed", "The engine is closed", { stage: "pool" });
