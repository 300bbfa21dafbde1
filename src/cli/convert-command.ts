import { availableParallelism, tmpdir } from "node:os";
import { basename, dirname } from "node:path";
import { ConversionPool } from "../engine/convert/conversion-pool.js";
import { convertInput } from "../engine/convert/convert-input.js";
import { MAX_WORKERS } from "../engine/limits.js";
import type { ConversionFormat } from "../engine/options/conversion-table.js";
import { resolveOptions } from "../engine/options/resolve-options.js";
import { NameRegister } from "../engine/output/file-names.js";
import type { ProgressEvent } from "../engine/progress.js";
import { invalidParameter } from "../errors.js";
import { ConvertProgress } from "./convert-progress.js";
import { EXIT } from "./exit-code.js";
import { findConvertible } from "./find-convertible.js";
import { parseAssignments } from "./option-arguments.js";
import { printError, printWarning } from "./print-error.js";
import { formatsOf } from "./process-command.js";
import { stopSignal } from "./stop-signal.js";

/** Formats that only rewrite the MMD. */
const LIGHT_FORMATS: readonly ConversionFormat[] = ["md", "md.zip", "mmd.zip"];

export interface ConvertFlags {
  output?: string;
  to?: string;
  formats?: string;
  option?: string[];
  source?: string;
  crops?: string;
  workers?: string;
  progress?: string;
  verbose?: boolean;
}

/**
 * Converts MMD and lines.json files, and folders of them.
 * @returns the exit code
 * @throws InputError for flags or options that are wrong
 */
export async function convertCommand(inputs: readonly string[], flags: ConvertFlags): Promise<number> {
  const list = flags.to ?? flags.formats;
  if (list === undefined) throw invalidParameter("--to", "comma list of formats", list);
  const options = resolveOptions({
    ...(flags.output === undefined ? {} : { destination: flags.output }),
    conversionFormats: formatsOf(list),
    ...parseAssignments(flags.option),
  });
  const workers = workersOf(flags.workers);
  const { files, missing } = await findConvertible(inputs);
  for (const message of missing) printError({ message }, false);
  const stop = stopSignal();
  const threads = Math.max(1, Math.min(workers, files.length));
  // a single file waits for no thread
  const light = files.length === 1 ? LIGHT_FORMATS : [];
  const context = { conversions: new ConversionPool(threads, light), temporaryFolder: tmpdir(), closing: stop.signal };
  const names = new NameRegister();
  const progress = new ConvertProgress(files.length, flags.progress);
  let completed = missing.length === 0;
  let next = 0;
  const convertOne = async (path: string): Promise<void> => {
    const base = basename(path).replace(/\.(?:mmd|lines\.json)$/, "");
    const folder = flags.output ?? dirname(path);
    const { name } = names.take(folder, options.basename ?? base);
    try {
      const file = { path, source: flags.source, cropStore: flags.crops };
      const onProgress = (event: ProgressEvent) => {
        if (event.type === "format") progress.format(path, event.format, event.status);
      };
      const reports = await convertInput(file, { ...options, basename: name, onProgress }, context);
      progress.clear();
      for (const report of Object.values(reports)) {
        if (report.path !== undefined) process.stdout.write(`${report.path}\n`);
        for (const warning of report.warnings) printWarning(`${path}: ${warning}`);
        if (report.error) printError(report.error, flags.verbose ?? false);
        if (report.error) completed = false;
      }
      progress.done(path, reports);
    } catch (error) {
      if (stop.signal.aborted) return;
      completed = false;
      progress.clear();
      printError({ message: (error as Error).message, cause: (error as Error).stack }, flags.verbose ?? false);
      progress.done(path, undefined);
    }
  };
  const lane = async (): Promise<void> => {
    for (let file = files[next++]; file !== undefined && !stop.signal.aborted; file = files[next++])
      await convertOne(file);
  };
  try {
    await Promise.all(Array.from({ length: threads }, lane));
    if (stop.signal.aborted) return stop.exitCode;
    return completed ? EXIT.completed : EXIT.failed;
  } finally {
    progress.clear();
    stop.dispose();
    await context.conversions.close();
  }
}

function workersOf(flag: string | undefined): number {
  const workers = flag === undefined ? availableParallelism() : Number(flag);
  if (!Number.isInteger(workers) || workers < 1 || workers > MAX_WORKERS)
    throw invalidParameter("--workers", `integer between 1 and ${MAX_WORKERS}`, flag);
  return workers;
}
