import {
  EngineError,
  type ErrorRecord,
  InputError,
  InternalError,
  LimitError,
  ModelError,
  type Stage,
  TimeoutError,
} from "../errors.js";

const CLASSES = { InputError, LimitError, TimeoutError, ModelError, InternalError };

interface Place {
  file?: string | undefined;
  page?: number | undefined;
  stage?: Stage | undefined;
}

/** Any thrown value as plain data that can cross a thread border; `place` fills in what the error does not say. */
export function toErrorRecord(error: unknown, place: Place = {}): ErrorRecord {
  if (error instanceof EngineError) {
    return clean({
      name: error.name as ErrorRecord["name"],
      code: error.code,
      message: error.message,
      file: error.file ?? place.file,
      page: error.page ?? place.page,
      stage: error.stage ?? place.stage,
      cause: causeText(error.cause),
    });
  }
  if (isAbort(error))
    return clean({ name: "AbortError", code: "aborted", message: "The operation was aborted", ...place });
  const message = error instanceof Error ? error.message : String(error);
  const where = [place.file, place.page === undefined ? undefined : `page ${place.page}`].filter(Boolean).join(", ");
  return clean({
    name: "InternalError",
    code: "unexpected",
    message: where ? `${where}: ${message}` : message,
    ...place,
    cause: error instanceof Error ? (error.stack ?? error.name) : undefined,
  });
}

/** The error a record was made of, with its class; the message already names file and page. */
export function fromErrorRecord(record: ErrorRecord): Error {
  if (record.name === "AbortError") return new DOMException(record.message, "AbortError");
  const place = [record.file, record.page === undefined ? undefined : `page ${record.page}`].filter(Boolean).join(", ");
  const message =
    place && record.message.startsWith(`${place}: `) ? record.message.slice(place.length + 2) : record.message;
  const { file, page, stage, cause } = record;
  return new CLASSES[record.name](record.code, message, { file, page, stage, cause });
}

export function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === "AbortError";
}

function causeText(cause: unknown): string | undefined {
  if (cause === undefined) return undefined;
  return cause instanceof Error ? `${cause.name}: ${cause.message}` : String(cause);
}

/** Without undefined values, so that a record compares and prints the same on both sides of a border. */
function clean(record: ErrorRecord): ErrorRecord {
  return Object.fromEntries(
    Object.entries(record).filter(([, value]) => value !== undefined),
  ) as unknown as ErrorRecord;
}
