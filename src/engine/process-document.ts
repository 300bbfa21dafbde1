import { mkdir } from "node:fs/promises";
import { basename, dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { InputError, invalidParameter } from "../errors.js";
import { DocumentProfile } from "../layout/document/document-profile.js";
import { Cancellation } from "./cancellation.js";
import { collectPages } from "./collect-pages.js";
import { type ConversionResult, convertDocument } from "./convert-document.js";
import type { EngineContext } from "./engine-context.js";
import { toErrorRecord } from "./error-record.js";
import type { ResolvedOptions } from "./options/option-table.js";
import { pageOptions } from "./options/resolve-options.js";
import type { DocumentWriter } from "./output/document-writer.js";
import { safeBaseName, withoutExtension } from "./output/file-names.js";
import { publishDocument } from "./output/publish-document.js";
import { Stopwatch } from "./pool/stopwatch.js";
import { type PreparedDocument, prepareDocument } from "./prepare-document.js";
import type { ProgressEvent } from "./progress.js";
import { renderDocument } from "./render-document.js";
import type { DocumentStatus, ProcessResult } from "./result.js";
import type { PageJob } from "./run-page.js";
import { Spool, spoolKey } from "./spool.js";
import type { DocumentInput } from "./stage-input.js";
import { ENGINE_VERSION } from "./version.js";

/** What a run gathers beside its files. */
interface RunLog {
  stopwatch: Stopwatch;
  warnings: string[];
  emit(event: ProgressEvent): void;
}

/**
 * Processes one document into its destination. Faults of the document come back as a result with `status: "error"`.
 * @throws InputError when no destination can be told; the reason of the caller's signal; what a listener threw
 */
export async function processDocument(
  input: DocumentInput,
  options: ResolvedOptions,
  context: EngineContext,
): Promise<ProcessResult> {
  const destination = destinationOf(input, options);
  // Taken before anything is awaited: the names of documents that run together follow the order of the calls.
  const name = context.names.take(destination, safeBaseName(options.basename ?? withoutExtension(nameOf(input))));
  const cancellation = new Cancellation([options.signal, context.closing], options.deadlineSeconds);
  const log: RunLog = {
    stopwatch: new Stopwatch(),
    warnings: [],
    emit: (event) => {
      try {
        options.onProgress?.(event);
      } catch (error) {
        cancellation.abort(error);
      }
    },
  };
  let prepared: PreparedDocument | undefined;
  try {
    cancellation.stop.throwIfAborted();
    prepared = await log.stopwatch.time("open", () =>
      prepareDocument(input, options, context.pool, context.temporaryFolder, cancellation),
    );
    return await deliver(prepared, { destination, name: name.name }, options, context, cancellation, log);
  } catch (error) {
    cancellation.stop.throwIfAborted();
    const file = prepared?.staged.file ?? nameOf(input);
    return failure(error, file, prepared, options, log);
  } finally {
    name.release();
    cancellation.dispose();
    if (prepared) {
      context.pool.release(prepared.document);
      await prepared.staged.remove();
    }
  }
}

async function deliver(
  prepared: PreparedDocument,
  { destination, name }: { destination: string; name: string },
  options: ResolvedOptions,
  context: EngineContext,
  cancellation: Cancellation,
  log: RunLog,
): Promise<ProcessResult> {
  const { staged, documentId, pageCount, pages } = prepared;
  const { file } = staged;
  await makeFolder(destination, file);
  const key = spoolKey([ENGINE_VERSION, staged.sha256, pageOptions(options)]);
  const spool = await Spool.open({ parent: destination, key, resume: options.resume });
  let complete = false;
  try {
    if (options.resume && !spool.exclusive)
      log.warnings.push("Another run works on this document: nothing was resumed");
    const wanted = new Set(pages);
    const resumedPages = spool.found.filter((page) => wanted.has(page)).length;
    log.emit({ type: "opened", file, documentId, pageCount, pages: pages.length, resumedPages });

    const profile = new DocumentProfile();
    const job: PageJob = {
      pool: context.pool,
      document: prepared.document,
      options: pageOptions(options),
      deadlineMs: options.pageDeadlineSeconds * 1000,
      stop: cancellation.stop,
      deadline: cancellation.deadline,
      signal: cancellation.either,
    };
    const { timings } = log.stopwatch;
    const collected = await collectPages(job, pages, spool, profile, timings, (report, pagesDone) => {
      const { page, status, error } = report;
      log.emit({ type: "page", file, documentId, page, status, pagesDone, pages: pages.length, error });
    });
    const { writer, warnings } = await renderDocument(
      prepared,
      collected,
      profile,
      spool,
      options,
      cancellation,
      log.stopwatch,
    );
    log.warnings.push(...collected.warnings, ...warnings, ...cropWarnings(options, writer));
    log.emit({ type: "rendered", file, documentId, pages: pages.length });

    const conversion = await convert(prepared, writer, spool, name, options, context, cancellation, log);
    cancellation.stop.throwIfAborted();
    const files = await log.stopwatch.time("write", () =>
      publishDocument(writer, destination, name, documentId, {
        images: options.imageOutputMode === "local",
        converted: conversion.files,
      }),
    );
    // a format of several files is named by its first
    const byFormat = new Map([...files].reverse().map(({ kind, path }) => [kind, path]));
    const formats = Object.fromEntries(
      Object.entries(conversion.reports).map(([format, report]) => [
        format,
        report.status === "completed" ? { ...report, path: byFormat.get(format) } : report,
      ]),
    );
    const reports = pages.map((page) => collected.reports.get(page)!);
    const whole = [...reports, ...Object.values(formats)].every(({ status }) => status === "completed");
    const status: DocumentStatus = whole ? "completed" : "partial";
    complete = true;
    log.emit({ type: "finished", file, documentId, status });
    return { status, file, documentId, pageCount, pages: reports, files, formats, warnings: log.warnings, timings };
  } finally {
    const keep = !complete && (options.resume || (cancellation.stop.aborted && context.keepSpoolOnAbort));
    await (keep ? spool.leave() : spool.remove());
  }
}

async function convert(
  { staged, documentId, pages }: PreparedDocument,
  writer: DocumentWriter,
  spool: Spool,
  documentName: string,
  options: ResolvedOptions,
  context: EngineContext,
  cancellation: Cancellation,
  log: RunLog,
): Promise<ConversionResult> {
  const images: Record<string, string> = {};
  for (const { file } of writer.images) images[file] = writer.imagePath(file);
  const request = {
    formats: options.conversionFormats,
    options: options.conversionOptions,
    mmdPath: writer.mmd.temporaryPath,
    images,
    documentName,
    source: { path: staged.path, password: options.password, pages },
    linesPath: writer.lines.temporaryPath,
    pathFor: (format: string) => spool.pathFor(`converted.${format}`),
  };
  const result = await convertDocument(request, context.conversions, cancellation, (format, { status, error }) =>
    log.emit({ type: "format", file: staged.file, documentId, format, status, error }),
  );
  log.warnings.push(...result.warnings);
  if (Object.keys(result.reports).length > 0) log.stopwatch.timings.convert = result.milliseconds;
  return result;
}

function failure(
  error: unknown,
  file: string,
  prepared: PreparedDocument | undefined,
  options: ResolvedOptions,
  { emit, stopwatch, warnings }: RunLog,
): ProcessResult {
  const documentId = prepared?.documentId ?? options.documentId ?? "";
  emit({ type: "finished", file, documentId, status: "error" });
  return {
    status: "error",
    file,
    documentId,
    pageCount: prepared?.pageCount ?? 0,
    pages: [],
    files: [],
    formats: {},
    warnings,
    timings: stopwatch.timings,
    error: toErrorRecord(error, { file }),
  };
}

function cropWarnings(options: ResolvedOptions, writer: DocumentWriter): string[] {
  const lost = options.imageOutputMode === "cdn" && options.cropStore === undefined && writer.images.length > 0;
  return lost ? [`${writer.images.length} crops are not kept: cdn mode without a crop store`] : [];
}

/** Beside the input when nothing else is said. */
function destinationOf(input: DocumentInput, { destination }: ResolvedOptions): string {
  if (destination !== undefined) return resolve(destination);
  if (typeof input === "string") return dirname(resolve(input));
  if (input instanceof URL && input.protocol === "file:") return dirname(fileURLToPath(input));
  throw invalidParameter("destination", "folder (required for an input without a path)", destination);
}

function nameOf(input: DocumentInput): string {
  if (typeof input === "string") return basename(input);
  if (input instanceof URL) return basename(input.pathname);
  return input instanceof Uint8Array || input instanceof ArrayBuffer ? "buffer" : "stream";
}

async function makeFolder(path: string, file: string): Promise<void> {
  await mkdir(path, { recursive: true }).catch((cause: NodeJS.ErrnoException) => {
    const message = `The destination ${path} cannot be made (${cause.code})`;
    throw new InputError("unwritable_destination", message, { file, stage: "write", cause });
  });
}
