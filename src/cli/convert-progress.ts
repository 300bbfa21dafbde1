import type { FormatStatus } from "../engine/result.js";
import { invalidParameter } from "../errors.js";

/** Redrawn at most this often, ms. */
const INTERVAL = 100;

/** How far a folder of conversions is: a counter on a terminal, or lines of JSON for each file and its formats, on the error stream. */
export class ConvertProgress {
  #done = 0;
  #failed = 0;
  #drawn = 0;
  #shown = false;
  readonly #kind: "counter" | "json" | "none";

  /** @throws InputError for a kind there is none of */
  constructor(
    readonly total: number,
    flag: string | undefined,
  ) {
    if (flag !== undefined && !["bar", "json", "none"].includes(flag))
      throw invalidParameter("--progress", "bar, json or none", flag);
    const counts = flag !== "none" && flag !== "json" && total > 1 && process.stderr.isTTY;
    this.#kind = flag === "json" ? "json" : counts ? "counter" : "none";
  }

  /** A format of a file begins or has ended. */
  format(file: string, format: string, status: FormatStatus): void {
    if (this.#kind === "json") process.stderr.write(`${JSON.stringify({ type: "format", file, format, status })}\n`);
  }

  /** @param reports undefined when the file could not be read */
  done(file: string, reports: Readonly<Record<string, { status: string }>> | undefined): void {
    this.#done++;
    const isWhole = reports !== undefined && Object.values(reports).every(({ status }) => status === "completed");
    if (!isWhole) this.#failed++;
    if (this.#kind === "json") {
      const formats = Object.fromEntries(Object.entries(reports ?? {}).map(([format, { status }]) => [format, status]));
      const event = {
        type: "converted",
        file,
        status: isWhole ? "completed" : "error",
        formats,
        done: this.#done,
        total: this.total,
      };
      process.stderr.write(`${JSON.stringify(event)}\n`);
    } else if (this.#kind === "counter" && (performance.now() - this.#drawn > INTERVAL || this.#done === this.total)) {
      this.#drawn = performance.now();
      this.#shown = true;
      const failed = this.#failed === 0 ? "" : `, ${this.#failed} with errors`;
      process.stderr.write(`\r${this.#done} of ${this.total} converted${failed}\u001b[K`);
    }
  }

  /** Removes the counter so that a line can be printed. */
  clear(): void {
    if (this.#shown) process.stderr.write("\r\u001b[K");
    this.#shown = false;
  }
}
