import { availableParallelism, tmpdir } from "node:os";
import { InputError, invalidParameter } from "../errors.js";
import { MAX_WORKERS } from "./limits.js";
import { integer, isRecord, nonEmptyString, type OptionType, oneOf } from "./options/option-type.js";

/** Options of an engine, as against those of a document. */
export interface EngineOptions {
  /** Pages worked on at a time; one per core by default. */
  workers?: number | undefined;
  /**
   * `process`, the default: workers are threads of a supervised child process, which is restarted when native code
   * crashes on a hostile document, and whose allocator is set to give memory back. `none`: threads of this process.
   */
  isolation?: "none" | "process" | undefined;
  /** Folder for inputs that come as bytes; the system's by default. */
  temporaryFolder?: string | undefined;
}

export interface ResolvedEngineOptions {
  workers: number;
  isolation: "none" | "process";
  temporaryFolder: string;
}

const TYPES: Record<keyof EngineOptions, OptionType<unknown>> = {
  workers: integer(1, MAX_WORKERS),
  isolation: oneOf("none", "process"),
  temporaryFolder: nonEmptyString,
};

/** @throws InputError for an unknown option or a value of the wrong type */
export function resolveEngineOptions(given: unknown = {}): ResolvedEngineOptions {
  if (!isRecord(given)) throw invalidParameter("engine options", "object", given);
  for (const [name, value] of Object.entries(given)) {
    if (!Object.hasOwn(TYPES, name)) {
      throw new InputError("unknown_option", `Expected a known engine option but received "${name}"`, {
        stage: "options",
      });
    }
    const type = TYPES[name as keyof EngineOptions];
    if (value !== undefined && !type.accepts(value)) throw invalidParameter(name, type.expected, value);
  }
  const { workers, isolation, temporaryFolder } = given as EngineOptions;
  return {
    workers: workers ?? Math.min(availableParallelism(), MAX_WORKERS),
    isolation: isolation ?? "process",
    temporaryFolder: temporaryFolder ?? tmpdir(),
  };
}
