import { performance } from "node:perf_hooks";
import type { ProgressEvent } from "../engine/progress.js";
import type { ProcessResult } from "../engine/result.js";
import { printError, printWarning } from "./print-error.js";
import { ProgressBar } from "./progress-bar.js";

export type ProgressStyle = "bar" | "json" | "none";

/** What the user sees of a run. */
export interface Reporter {
  progress(input: string, event: ProgressEvent): void;
  result(input: string, result: ProcessResult, seconds: number): void;
  /** An argument that names nothing. */
  missing(sentence: string): void;
  done(): void;
}

/** A bar when someone watches, JSON lines for a program. */
export const defaultStyle = (): ProgressStyle => (process.stderr.isTTY ? "bar" : "json");

export function createReporter(style: ProgressStyle, documents: number, verbose: boolean): Reporter {
  return style === "json" ? jsonReporter(verbose) : textReporter(style, documents, verbose);
}

/** One JSON object per line on stdout: the progress events and, per document, a `result`. */
function jsonReporter(verbose: boolean): Reporter {
  const write = (value: object) => process.stdout.write(`${JSON.stringify(value)}\n`);
  return {
    progress: (input, event) => write({ ...event, input }),
    result(input, result, seconds) {
      write({ type: "result", input, seconds: Math.round(seconds * 1000) / 1000, ...result });
      printFaults(result, verbose);
    },
    missing(sentence) {
      write({ type: "missing", message: sentence });
      printError({ message: sentence }, verbose);
    },
    done: () => undefined,
  };
}

/** A bar on stderr while at work; a line per document on stdout. */
function textReporter(style: "bar" | "none", documents: number, verbose: boolean): Reporter {
  const bar =
    style === "bar"
      ? new ProgressBar(process.stderr as ConstructorParameters<typeof ProgressBar>[0], documents)
      : undefined;
  const start = performance.now();
  let pages = 0;
  return {
    progress: (input, event) => bar?.on(input, event),
    result(input, result, seconds) {
      bar?.clear();
      pages += result.pages.length;
      if (bar && result.status !== "error") process.stdout.write(`${summary(input, result, seconds)}\n`);
      printFaults(result, verbose);
    },
    missing(sentence) {
      bar?.clear();
      printError({ message: sentence }, verbose);
    },
    done() {
      bar?.clear();
      const seconds = (performance.now() - start) / 1000;
      if (bar && documents > 1 && pages > 0) {
        process.stdout.write(
          `${documents} documents, ${pages} pages in ${seconds.toFixed(1)} s (${(pages / seconds).toFixed(1)} pages/s)\n`,
        );
      }
    },
  };
}

function summary(input: string, result: ProcessResult, seconds: number): string {
  const images = result.files.filter(({ kind }) => kind === "image").length;
  const mmd = result.files.find(({ kind }) => kind === "mmd")?.path;
  const failed = result.pages.filter(({ status }) => status === "error").length;
  const facts = [
    count(result.pages.length, "page"),
    images > 0 ? count(images, "picture") : "",
    `${seconds.toFixed(1)} s`,
  ];
  if (failed > 0) facts.push(`${failed} failed`);
  return `${input} → ${mmd} (${facts.filter(Boolean).join(", ")})`;
}

/** Errors of the document, its pages and formats, and its warnings, on stderr. */
function printFaults(result: ProcessResult, verbose: boolean): void {
  if (result.error) printError(result.error, verbose);
  for (const { error } of result.pages) if (error) printError(error, verbose);
  for (const { error } of Object.values(result.formats)) if (error) printError(error, verbose);
  for (const warning of result.warnings) printWarning(`${result.file}: ${warning}`);
}

const count = (number: number, noun: string): string => `${number} ${noun}${number === 1 ? "" : "s"}`;
