import { stat } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import type { Piscina } from "piscina";
import { type ErrorRecord, InternalError, TimeoutError } from "../../errors.js";
import { fromErrorRecord, toErrorRecord } from "../error-record.js";
import { MAX_LIGHT_BYTES, WORKER_HEAP_MB } from "../limits.js";
import type { ConversionFormat } from "../options/conversion-table.js";
import type { ConversionReply, ConversionTask, PageFile } from "./conversion-task.js";

const ENTRY = fileURLToPath(new URL("conversion-worker.js", import.meta.url));
/** The parser's memory goes back this long after the last conversion, ms. */
const IDLE_MS = 5_000;

export interface Converted {
  bytes: number;
  /** Pictures of pages, when the format is one of them. */
  pages?: PageFile[] | undefined;
  warnings: string[];
  milliseconds: number;
}

/** Threads for conversions, started when they are needed and gone when idle; a conversion that hangs ends with its own. */
export class ConversionPool {
  private piscina: Promise<Piscina<ConversionTask, ConversionReply>> | undefined;

  /**
   * @param threads how many conversions run at a time
   * @param light formats that are converted in this thread where the MMD is small: that takes less time than a thread takes to start
   */
  constructor(
    private readonly threads = 1,
    private readonly light: readonly ConversionFormat[] = [],
  ) {}

  /**
   * @throws TimeoutError `conversion_deadline`, InternalError when the thread died, the reason of `signal`, or what
   * the format threw
   */
  async run(task: ConversionTask, deadlineMs: number, signal: AbortSignal): Promise<Converted> {
    signal.throwIfAborted();
    const expiring = AbortSignal.timeout(deadlineMs);
    const place = { file: task.documentName, stage: "convert" } as const;
    let reply: ConversionReply;
    try {
      reply = (await this.isLight(task))
        ? await (await import("./conversion-worker.js")).work(task)
        : await (await this.pool()).run(task, { signal: AbortSignal.any([signal, expiring]) });
    } catch (cause) {
      signal.throwIfAborted();
      if (expiring.aborted) {
        const message = `The conversion to ${task.format} ran past the deadline of ${deadlineMs / 1000} s`;
        throw new TimeoutError("conversion_deadline", message, place);
      }
      const reason = cause instanceof Error ? cause.message : String(cause);
      throw new InternalError("worker_crash", `The conversion to ${task.format} failed: ${reason}`, {
        ...place,
        cause,
      });
    }
    if (!reply.ok) throw fromErrorRecord(reply.error);
    const { bytes, pages, warnings, milliseconds } = reply;
    return { bytes, pages, warnings, milliseconds };
  }

  /** What runs in this thread cannot be ended: only what is over in a moment may. */
  private async isLight({ format, mmdPath }: ConversionTask): Promise<boolean> {
    return this.light.includes(format) && (await stat(mmdPath)).size <= MAX_LIGHT_BYTES;
  }

  async close(): Promise<void> {
    await (await this.piscina)?.destroy();
  }

  private pool(): Promise<Piscina<ConversionTask, ConversionReply>> {
    this.piscina ??= this.spawn();
    return this.piscina;
  }

  private async spawn(): Promise<Piscina<ConversionTask, ConversionReply>> {
    const { Piscina } = await import("piscina");
    const piscina = new Piscina<ConversionTask, ConversionReply>({
      filename: ENTRY,
      name: "work",
      minThreads: 0,
      maxThreads: this.threads,
      concurrentTasksPerWorker: 1,
      idleTimeout: IDLE_MS,
      atomics: "disabled",
      recordTiming: false,
      resourceLimits: { maxOldGenerationSizeMb: WORKER_HEAP_MB },
    });
    // Errors of a task reach its promise; one between tasks costs the thread only, and the next task starts another.
    piscina.on("error", () => undefined);
    return piscina;
  }
}

export function conversionError(error: unknown, file: string): ErrorRecord {
  return toErrorRecord(error, { file, stage: "convert" });
}
