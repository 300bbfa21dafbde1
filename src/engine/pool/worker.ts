/** Entry of a worker thread: one warm copy of the page pipeline. */

import type { WorkerEnvelope, WorkerReply } from "./messages.js";
import { movable } from "./movable.js";
import { runTask } from "./run-task.js";

// Most documents are PDFs: the reader loads while the first one is on its way. What fails here fails again with a
// document, and is reported there.
import("../source/pdf.js").catch(() => undefined);

export async function work(envelope: WorkerEnvelope): Promise<WorkerReply> {
  return movable(await runTask(envelope));
}
