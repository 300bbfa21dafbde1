/** The stages a document passes through; every error and timing names one. */
export type Stage =
  | "options"
  | "open"
  | "evidence"
  | "raster"
  | "recognize"
  | "layout"
  | "document"
  | "render"
  | "crops"
  | "convert"
  | "write"
  | "pool";

export interface ErrorContext {
  /** File name (or "buffer", "stream") of the document at fault. */
  file?: string | undefined;
  /** 1-based page number in the source document. */
  page?: number | undefined;
  stage?: Stage | undefined;
  cause?: unknown;
}

/** Base of all errors the engine throws or records; the subclass says whose fault it is. */
export abstract class EngineError extends Error {
  readonly code: string;
  readonly file: string | undefined;
  readonly page: number | undefined;
  readonly stage: Stage | undefined;

  constructor(code: string, message: string, context: ErrorContext = {}) {
    const place = [context.file, context.page === undefined ? undefined : `page ${context.page}`]
      .filter(Boolean)
      .join(", ");
    super(place ? `${place}: ${message}` : message, context.cause === undefined ? undefined : { cause: context.cause });
    this.name = new.target.name;
    this.code = code;
    this.file = context.file;
    this.page = context.page;
    this.stage = context.stage;
  }
}

/** The caller's or the document's fault: a bad option, a damaged, encrypted or unsupported file. */
export class InputError extends EngineError {}
/** The input is valid but beyond a cap of `engine/limits.ts`. */
export class LimitError extends EngineError {}
/** A page, document or conversion took longer than its deadline. */
export class TimeoutError extends EngineError {}
/** A model file is missing, cut off or not the one the manifest names. */
export class ModelError extends EngineError {}
/** Our fault: an invariant of the engine does not hold. */
export class InternalError extends EngineError {}

/** Error as plain data: what crosses the thread border and stands in results. */
export interface ErrorRecord {
  name: "InputError" | "LimitError" | "TimeoutError" | "ModelError" | "InternalError" | "AbortError";
  code: string;
  message: string;
  file?: string | undefined;
  page?: number | undefined;
  stage?: Stage | undefined;
  cause?: string | undefined;
}

/** `Expected integer between 1 and 64 for workers but received 0 of type number` */
export function invalidParameter(name: string, expected: string, actual: unknown): InputError {
  const shown =
    typeof actual === "string" ? `"${actual}"` : Array.isArray(actual) ? JSON.stringify(actual) : String(actual);
  const type = actual === null ? "null" : Array.isArray(actual) ? "array" : typeof actual;
  return new InputError("invalid_option", `Expected ${expected} for ${name} but received ${shown} of type ${type}`, {
    stage: "options",
  });
}

/** Ends an exhaustive `switch`; a reachable call is a compile error. */
export function assertNever(value: never): never {
  throw new InternalError("unreachable", `Unexpected value ${JSON.stringify(value)}`);
}
