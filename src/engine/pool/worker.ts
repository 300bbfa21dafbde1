/** Entry of a worker thread: one warm copy of the page pipeline. */

import type { WorkerEnvelope, WorkerReply } from "./messages.js";
import { movable } from "./movable.js";
import { runTask } from "./run-task.js";

export async function work(envelope: WorkerEnvelope): Promise<WorkerReply> {
  return movable(await runTask(envelope));
}
