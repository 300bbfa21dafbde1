/**
 * Entry of the child process that hosts the workers. It does nothing by itself: tasks come from the engine, and when
 * the engine goes it goes too.
 */
import { toErrorRecord } from "../error-record.js";
import { ThreadPool } from "../pool/thread-pool.js";
import type { ChildMessage, ParentMessage } from "./messages.js";

/** Native code keeps a thread that was told to end: only the end of the process gives its core back. */
const EXIT_STUCK = 70;

let pool: ThreadPool | undefined;
const running = new Map<number, AbortController>();

process.on("message", (message: ParentMessage) => {
  switch (message.type) {
    case "start":
      pool = new ThreadPool(message.settings, () => process.exit(EXIT_STUCK));
      break;
    case "run":
      void run(message);
      break;
    case "abort":
      running.get(message.id)?.abort();
      break;
    case "release":
      pool?.release(message.document);
      break;
  }
});
process.on("disconnect", () => process.exit(0));
// Ctrl-C reaches the whole process group; the engine decides what it means.
process.on("SIGINT", () => undefined);

async function run({ id, task, deadlineMs, fresh }: Extract<ParentMessage, { type: "run" }>): Promise<void> {
  const controller = new AbortController();
  running.set(id, controller);
  let reply: ChildMessage;
  try {
    const value = await pool!.run(task, { signal: controller.signal, deadlineMs, fresh });
    reply = { type: "done", id, value };
  } catch (error) {
    reply = { type: "failed", id, error: toErrorRecord(error, { file: task.document.file }) };
  }
  running.delete(id);
  process.send?.(reply);
}
