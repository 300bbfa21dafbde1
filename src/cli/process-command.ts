import { performance } from "node:perf_hooks";
import type { Engine } from "../engine/engine.js";
import { createEngineWith } from "../engine/engine.js";
import { resolveEngineOptions } from "../engine/engine-options.js";
import type { ProcessOptions } from "../engine/options/option-table.js";
import { resolveOptions } from "../engine/options/resolve-options.js";
import { DirectoryCropStore } from "../engine/output/crop-store.js";
import { EXIT } from "./exit-code.js";
import { expandInputs } from "./expand-inputs.js";
import { parseAssignments } from "./option-arguments.js";
import { type PlannedDocument, planOutputs } from "./plan-outputs.js";
import { createReporter, defaultStyle, type ProgressStyle, type Reporter } from "./reporter.js";
import { stopSignal } from "./stop-signal.js";

/** Flags as commander hands them over. */
export interface ProcessFlags {
  output?: string;
  formats?: string;
  imageOutputMode?: string;
  cdnBase?: string;
  cropStore?: string;
  pages?: string;
  textSource?: string;
  password?: string;
  workers?: number;
  isolation?: "none" | "process";
  resume?: boolean;
  deadline?: number;
  pageDeadline?: number;
  progress?: ProgressStyle;
  option?: string[];
  verbose?: boolean;
}

/**
 * Processes the documents and reports on them.
 * @returns the exit code
 * @throws InputError for flags or options that are wrong
 */
export async function processCommand(inputs: readonly string[], flags: ProcessFlags): Promise<number> {
  const options = optionsOf(flags);
  // Wrong options show before any work.
  resolveOptions(options);
  const engineOptions = { workers: flags.workers, isolation: flags.isolation ?? "process" } as const;
  resolveEngineOptions(engineOptions);

  const { files, missing } = await expandInputs(inputs);
  const documents = planOutputs(files, flags.output);
  const reporter = createReporter(flags.progress ?? defaultStyle(), documents.length, flags.verbose ?? false);
  for (const sentence of missing) reporter.missing(sentence);
  if (documents.length === 0) return EXIT.failed;

  const stop = stopSignal();
  const engine = await createEngineWith(engineOptions, { keepSpoolOnAbort: true });
  try {
    const completed = await processAll(engine, documents, { ...options, signal: stop.signal }, reporter);
    reporter.done();
    return completed && missing.length === 0 ? EXIT.completed : EXIT.failed;
  } catch (error) {
    if (!stop.signal.aborted) throw error;
    reporter.done();
    process.stderr.write("interrupted: the finished pages are kept, --resume goes on from them\n");
    return stop.exitCode;
  } finally {
    stop.dispose();
    await engine.close();
  }
}

/** As many documents at a time as there are workers, so that small ones keep all of them busy. */
async function processAll(
  engine: Engine,
  documents: readonly PlannedDocument[],
  options: ProcessOptions,
  reporter: Reporter,
): Promise<boolean> {
  let next = 0;
  let completed = true;
  const lane = async () => {
    for (let document = documents[next++]; document !== undefined; document = documents[next++]) {
      const { input, destination, basename } = document;
      const start = performance.now();
      const result = await engine.process(input === "-" ? process.stdin : input, {
        basename,
        ...options,
        destination,
        onProgress: (event) => reporter.progress(input, event),
      });
      reporter.result(input, result, (performance.now() - start) / 1000);
      if (result.status !== "completed") completed = false;
    }
  };
  await Promise.all(Array.from({ length: Math.min(engine.workers, documents.length) }, lane));
  return completed;
}

function optionsOf(flags: ProcessFlags): ProcessOptions {
  const named: ProcessOptions & Record<string, unknown> = {
    pageRanges: flags.pages,
    password: flags.password,
    textSource: flags.textSource as ProcessOptions["textSource"],
    imageOutputMode: flags.imageOutputMode as ProcessOptions["imageOutputMode"],
    cdnBase: flags.cdnBase,
    resume: flags.resume,
    deadlineSeconds: flags.deadline,
    pageDeadlineSeconds: flags.pageDeadline,
    cropStore: flags.cropStore === undefined ? undefined : new DirectoryCropStore(flags.cropStore),
    conversionFormats: flags.formats === undefined ? undefined : formatsOf(flags.formats),
  };
  const given = Object.fromEntries(Object.entries(named).filter(([, value]) => value !== undefined));
  return { ...given, ...parseAssignments(flags.option) };
}

/** `md,html` → `{ md: true, html: true }` */
export function formatsOf(list: string): ProcessOptions["conversionFormats"] {
  const names = list.split(",").map((name) => name.trim());
  return Object.fromEntries(names.filter(Boolean).map((name) => [name, true]));
}
