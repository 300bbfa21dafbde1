import type { ErrorRecord } from "../errors.js";

/** One line per error on stderr; `verbose` adds what caused it. */
export function printError(error: Pick<ErrorRecord, "message" | "cause">, verbose: boolean): void {
  process.stderr.write(`error: ${oneLine(error.message)}\n`);
  if (verbose && error.cause !== undefined) process.stderr.write(`${error.cause.replace(/^/gm, "  ")}\n`);
}

/** Any thrown value; the stack shows only when `verbose`. */
export function printThrown(error: unknown, verbose: boolean): void {
  const message = error instanceof Error ? error.message : String(error);
  const cause = error instanceof Error ? error.stack : undefined;
  printError({ message, cause }, verbose);
}

export function printWarning(message: string): void {
  process.stderr.write(`warning: ${oneLine(message)}\n`);
}

const oneLine = (text: string): string => text.replace(/\s*\n\s*/g, " ");
