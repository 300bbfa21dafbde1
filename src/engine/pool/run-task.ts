import { assertNever } from "../../errors.js";
import { toErrorRecord } from "../error-record.js";
import { useNativeGate } from "../inference/native-gate.js";
import type { WorkerEnvelope, WorkerReply, WorkerResults, WorkerTask } from "./messages.js";
import { monotonicMs } from "./monotonic.js";
import { OpenDocuments } from "./open-documents.js";
import { pageSize } from "./page-size.js";
import { processPage } from "./process-page.js";
import { StageBoard } from "./stage-board.js";
import { Stopwatch } from "./stopwatch.js";

const documents = new OpenDocuments();

/** Runs one task in this thread. Never throws: an error becomes a record that names file, page and stage. */
export async function runTask({ task, board, bytes }: WorkerEnvelope): Promise<WorkerReply> {
  const stages = new StageBoard(board);
  stages.start(monotonicMs());
  useNativeGate(stages.nativeGate);
  const stopwatch = new Stopwatch((stage) => stages.enter(stage));
  try {
    return { ok: true, value: await perform(task, bytes, stopwatch) };
  } catch (error) {
    const page = "page" in task ? task.page : undefined;
    return { ok: false, error: toErrorRecord(error, { file: task.document.file, page, stage: stages.current }) };
  }
}

async function perform(
  task: WorkerTask,
  bytes: SharedArrayBuffer | undefined,
  stopwatch: Stopwatch,
): Promise<WorkerResults[WorkerTask["kind"]]> {
  if (task.kind === "release") {
    await documents.release(task.document.key);
    return null;
  }
  const source = await stopwatch.time("open", () => documents.get(task.document, bytes));
  switch (task.kind) {
    case "open":
      return { sourceKind: source.kind, pageCount: source.pageCount };
    case "page": {
      const { fault, ...processed } = await processPage(source, task.page, task.options, stopwatch);
      const finished = { ...processed, timings: stopwatch.timings };
      if (fault === undefined) return finished;
      return {
        ...finished,
        fault: toErrorRecord(fault, { file: task.document.file, page: task.page, stage: "layout" }),
      };
    }
    case "sizes":
      return await Promise.all(task.pages.map((page) => pageSize(source, page)));
    default:
      return assertNever(task);
  }
}
