/** What crosses the border between the engine and the child process that hosts its workers. Data only. */
import type { ErrorRecord } from "../../errors.js";
import type { DocumentRef, WorkerResults, WorkerTask } from "../pool/messages.js";
import type { PoolSettings } from "../pool/page-pool.js";

export type ParentMessage =
  /** First message. */
  | { type: "start"; settings: PoolSettings }
  | { type: "run"; id: number; task: WorkerTask; deadlineMs: number; fresh: boolean }
  | { type: "abort"; id: number }
  | { type: "release"; document: DocumentRef };

export type ChildMessage =
  | { type: "done"; id: number; value: WorkerResults[WorkerTask["kind"]] }
  | { type: "failed"; id: number; error: ErrorRecord };
