// Worker entry with faults that the document's file name asks for, as `<fault>-<page>[-more].pdf`. The rest of the
// pipeline is the real one. `log` writes the pages it takes, and in which thread of which process, beside the document.
import { appendFileSync, existsSync, writeFileSync } from "node:fs";
import { threadId } from "node:worker_threads";
import { monotonicMs } from "../../../dist/engine/pool/monotonic.js";
import { movable } from "../../../dist/engine/pool/movable.js";
import { runTask } from "../../../dist/engine/pool/run-task.js";
import { StageBoard } from "../../../dist/engine/pool/stage-board.js";

const FAULTS = {
  hang: () => {
    for (;;);
  },
  /** Ends the worker thread. */
  exit: () => process.exit(7),
  /** Takes more memory than a worker may. */
  eat: () => {
    const held = [];
    for (;;) held.push(new Array(1_000_000).fill(held.length));
  },
  /** As a crash of native code does: the whole process goes. */
  segv: () => process.kill(process.pid, "SIGSEGV"),
  throw: () => ({ ok: false, error: { name: "InternalError", code: "unexpected", message: "Boom", stage: "layout" } }),
};

export async function work(envelope) {
  const { task } = envelope;
  const [name, page] = task.document.file.replace(/\.pdf$/, "").split("-");
  if (task.kind === "page" && name === "log")
    appendFileSync(`${task.document.path}.log`, `${task.page} ${threadId} ${process.pid}\n`);
  if (task.kind === "page" && name === "slow") await new Promise((resolve) => setTimeout(resolve, Number(page)));
  else if (task.kind === "page" && task.page === Number(page)) {
    // `once` faults strike the first try only: a marker beside the document tells.
    const once = name.startsWith("once");
    const marker = `${task.document.path}.struck`;
    if (!once || !existsSync(marker)) {
      if (once) writeFileSync(marker, "");
      const board = new StageBoard(envelope.board);
      board.start(monotonicMs());
      board.enter("layout");
      const reply = FAULTS[name.replace(/^once/, "").toLowerCase()]?.();
      if (reply) return reply;
      await new Promise((resolve) => setTimeout(resolve, 1000));
    }
  }
  return movable(await runTask(envelope));
}
