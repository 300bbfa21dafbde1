import { type ChildProcess, fork } from "node:child_process";
import { fileURLToPath } from "node:url";
import type { PoolSettings } from "../pool/page-pool.js";
import type { ChildMessage, ParentMessage } from "./messages.js";

const ENTRY = fileURLToPath(new URL("child.js", import.meta.url));
/** Bytes of the child's error output kept for the report of its crash. */
const KEPT_OUTPUT = 2_000;

/**
 * Read by native libraries at process start only. With one malloc arena freed memory does not pile up per thread; fixed
 * thresholds give page drawings back to the system as soon as they are freed (measured on 220 mixed pages, 2 workers:
 * peak 590 MB, with two arenas 680 MB, with glibc's settings 900 MB, at the same speed); one OpenMP thread per worker, since the workers are the parallelism.
 */
function childEnvironment(workers: number): NodeJS.ProcessEnv {
  return {
    MALLOC_ARENA_MAX: "1",
    MALLOC_MMAP_THRESHOLD_: "262144",
    MALLOC_TRIM_THRESHOLD_: "262144",
    OMP_NUM_THREADS: "1",
    UV_THREADPOOL_SIZE: String(Math.max(4, workers + 2)),
    ...process.env,
  };
}

/** One life of the child process. */
export class WorkerProcess {
  private readonly child: ChildProcess;
  private output = "";

  constructor(
    settings: PoolSettings,
    onMessage: (message: ChildMessage) => void,
    /** The process is gone; `why` is a signal or an exit code and what it last said. */
    onExit: (why: string) => void,
  ) {
    this.child = fork(ENTRY, [], {
      serialization: "advanced",
      // What a library prints must not mix with the engine's own output.
      stdio: ["ignore", "ignore", "pipe", "ipc"],
      env: childEnvironment(settings.workers),
      execArgv: [],
    });
    this.child.on("message", onMessage);
    this.child.stderr?.on("data", (chunk: Buffer) => {
      this.output = (this.output + chunk.toString()).slice(-KEPT_OUTPUT);
    });
    let gone = false;
    const ended = (why: string) => {
      if (gone) return;
      gone = true;
      onExit(why);
    };
    this.child.on("error", (error) => ended(error.message));
    this.child.on("close", (code, signal) => {
      const last = this.output.trim().split("\n").at(-1);
      ended(`${signal ?? `exit code ${code}`}${last ? `: ${last}` : ""}`);
    });
    this.send({ type: "start", settings });
    this.setBusy(false);
  }

  get pid(): number | undefined {
    return this.child.pid;
  }

  send(message: ParentMessage): void {
    // A failed send means that the child is gone; its exit tells the rest.
    if (this.child.connected) this.child.send(message, () => undefined);
  }

  /** An idle child does not keep the engine's process alive. */
  setBusy(busy: boolean): void {
    const change = busy ? "ref" : "unref";
    this.child[change]();
    this.child.channel?.[change]();
    // The pipe is a socket at run time, though its type does not say so.
    (this.child.stderr as unknown as { ref(): void; unref(): void } | null)?.[change]();
  }

  kill(): void {
    this.child.kill("SIGKILL");
  }

  /** Resolves when the process is gone. */
  async close(): Promise<void> {
    if (this.child.exitCode !== null || this.child.signalCode !== null) return;
    const gone = new Promise<void>((resolve) => {
      this.child.once("close", () => resolve());
    });
    this.setBusy(true);
    this.kill();
    await gone;
  }
}
