/** What crosses the border between the engine and its workers: data only, JSON-safe but for the crops' bytes. */
import type { ErrorRecord, Stage } from "../../errors.js";
import type { Crop, PageLayout } from "../../page.js";
import type { PageOptions } from "../options/option-table.js";

/** How a worker finds a document. */
export interface DocumentRef {
  /** Same document, same key; a worker keeps the last ones open under it. */
  key: string;
  path: string;
  /** Name for error messages. */
  file: string;
  password?: string | undefined;
}

export type WorkerTask =
  /** Opens the document and says what it is. */
  | { kind: "open"; document: DocumentRef }
  /** Takes one page through evidence, layout and crops. */
  | { kind: "page"; document: DocumentRef; page: number; options: PageOptions }
  /** Sizes of pages whose processing failed. */
  | { kind: "sizes"; document: DocumentRef; pages: number[] }
  /** Closes the document if it is open here. */
  | { kind: "release"; document: DocumentRef };

/** Milliseconds spent per stage; stages that did not run are absent. */
export type StageTimings = Partial<Record<Stage, number>>;

export interface OpenedDocument {
  sourceKind: "pdf" | "image";
  pageCount: number;
}

export interface FinishedPage {
  layout: PageLayout;
  crops: Crop[];
  timings: StageTimings;
  /** The page came out as plain text, since finding its structure failed with this. */
  fault?: ErrorRecord | undefined;
}

/** px, page space */
export interface PageSize {
  width: number;
  height: number;
}

export interface WorkerResults {
  open: OpenedDocument;
  page: FinishedPage;
  sizes: PageSize[];
  release: null;
}

export type TaskKind = WorkerTask["kind"];
export type ResultOf<T extends WorkerTask> = WorkerResults[T["kind"]];

/** A worker never throws over the border. */
export type WorkerReply<K extends TaskKind = TaskKind> =
  | { ok: true; value: WorkerResults[K] }
  | { ok: false; error: ErrorRecord };

/** What a slot hands to its worker: the task, the board it reports on, and the bytes of the task's document. */
export interface WorkerEnvelope {
  task: WorkerTask;
  /** Undefined where the worker reads the file itself. */
  bytes: SharedArrayBuffer | undefined;
  board: SharedArrayBuffer;
}
