import type { DocumentRef, ResultOf, WorkerTask } from "./messages.js";

export interface RunOptions {
  /** Ends the task, running or waiting; the promise then rejects with an AbortError. */
  signal?: AbortSignal | undefined;
  /** Milliseconds for the task once it runs. */
  deadlineMs: number;
  /** Run in a worker that has done nothing before. */
  fresh?: boolean | undefined;
}

/** Workers that take pages; threads of this process or of a supervised child. */
export interface PagePool {
  /** Number of workers. */
  readonly size: number;
  /**
   * @throws TimeoutError `page_deadline`, InternalError `worker_crash` or `process_crash`, AbortError, or what the
   * pipeline threw
   */
  run<T extends WorkerTask>(task: T, options: RunOptions): Promise<ResultOf<T>>;
  /** Lets every worker close the document. */
  release(document: DocumentRef): void;
  /** Ends all workers; tasks that run or wait reject. */
  close(): Promise<void>;
}

/** What a pool needs to know; data only, so that it can be sent to a child process. */
export interface PoolSettings {
  workers: number;
  /** Module whose `work` export takes the tasks; tests put faults there. */
  workerEntry: string;
  /** JavaScript heap of a worker, MB. */
  heapMb: number;
  /** Pages after which a worker is replaced. */
  maxPages: number;
  /** Tasks after which a child process that hosts the workers is replaced. */
  processMaxPages: number;
}
