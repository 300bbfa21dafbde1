import { setMaxListeners } from "node:events";

/** The ways a run can end early, as signals of its own: those of the caller get one listener each, whatever runs. */
export class Cancellation {
  private readonly stopping = new AbortController();
  private readonly expiring = new AbortController();
  private readonly ending = new AbortController();
  private readonly timer: NodeJS.Timeout | undefined;
  private readonly undo: (() => void)[] = [];

  constructor(signals: readonly (AbortSignal | undefined)[], deadlineSeconds: number | undefined) {
    for (const { signal } of [this.stopping, this.expiring, this.ending]) setMaxListeners(0, signal);
    for (const signal of signals) if (signal) this.follow(signal);
    if (deadlineSeconds !== undefined) {
      this.timer = setTimeout(() => {
        this.expiring.abort(new DOMException("The deadline of the document passed", "TimeoutError"));
        this.ending.abort(this.expiring.signal.reason);
      }, deadlineSeconds * 1000);
      this.timer.unref();
    }
  }

  /** The caller gave up or the engine closes. */
  get stop(): AbortSignal {
    return this.stopping.signal;
  }

  /** The document's time is over. */
  get deadline(): AbortSignal {
    return this.expiring.signal;
  }

  /** Either of the two. */
  get either(): AbortSignal {
    return this.ending.signal;
  }

  abort(reason: unknown): void {
    this.stopping.abort(reason);
    this.ending.abort(reason);
  }

  /** Lets go of the caller's signals and the timer. */
  dispose(): void {
    clearTimeout(this.timer);
    for (const undo of this.undo) undo();
  }

  private follow(signal: AbortSignal): void {
    const stop = () => this.abort(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop, { once: true });
    this.undo.push(() => signal.removeEventListener("abort", stop));
  }
}
