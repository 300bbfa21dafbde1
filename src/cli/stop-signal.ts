import { EXIT } from "./exit-code.js";

export interface StopSignal {
  signal: AbortSignal;
  /** Exit code for the signal that came. */
  readonly exitCode: number;
  dispose(): void;
}

/** Aborts on Ctrl-C and on a request to terminate; a second Ctrl-C ends at once. */
export function stopSignal(): StopSignal {
  const controller = new AbortController();
  let exitCode: number = EXIT.interrupted;
  const stop = (code: number) => () => {
    if (controller.signal.aborted) process.exit(code);
    exitCode = code;
    controller.abort(new DOMException("Interrupted", "AbortError"));
  };
  const onInterrupt = stop(EXIT.interrupted);
  const onTerminate = stop(EXIT.terminated);
  process.on("SIGINT", onInterrupt);
  process.on("SIGTERM", onTerminate);
  return {
    signal: controller.signal,
    get exitCode() {
      return exitCode;
    },
    dispose() {
      process.off("SIGINT", onInterrupt);
      process.off("SIGTERM", onTerminate);
    },
  };
}
