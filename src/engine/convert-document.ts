import { TimeoutError } from "../errors.js";
import type { Cancellation } from "./cancellation.js";
import { type ConversionPool, conversionError } from "./convert/conversion-pool.js";
import { type ConversionTask, isPictureFormat, type PageSource } from "./convert/conversion-task.js";
import { CONVERSION_DEADLINE_SECONDS, PAGE_DRAWING_DEADLINE_SECONDS } from "./limits.js";
import { CONVERSION_FORMATS, type ConversionFormat } from "./options/conversion-table.js";
import type { ReadyFile } from "./output/publish-document.js";
import type { FormatReport } from "./result.js";

export interface ConversionRequest {
  formats: Partial<Record<ConversionFormat, boolean>>;
  options: Record<string, unknown>;
  mmdPath: string;
  images: Record<string, string>;
  documentName: string;
  /** The document itself, where it is at hand. */
  source?: PageSource | undefined;
  /** Its lines.json, where there is one. */
  linesPath?: string | undefined;
  /** Temporary path for the result of a format. */
  pathFor(format: ConversionFormat): string;
}

export interface ConversionResult {
  files: ReadyFile[];
  reports: Record<string, FormatReport>;
  warnings: string[];
  /** ms */
  milliseconds: number;
}

/** The formats asked for, in the order of the table; `mmd` is there in any case. */
export function wantedFormats(formats: Partial<Record<ConversionFormat, boolean>>): ConversionFormat[] {
  return CONVERSION_FORMATS.filter((format) => formats[format] === true && format !== "mmd");
}

/** Extension a format is delivered with. */
export const extensionOf = (format: ConversionFormat): string => (format === "latex" ? "tex" : format);

/** Pages that are drawn when it is not known how many: a long book. */
const UNKNOWN_PAGES = 1000;

function deadlineSeconds({ format, source }: Pick<ConversionTask, "format" | "source">): number {
  const isDrawn = isPictureFormat(format) || format === "mmd.overlay.pdf";
  const pages = isDrawn && source ? (source.pages?.length ?? UNKNOWN_PAGES) : 0;
  return CONVERSION_DEADLINE_SECONDS + pages * PAGE_DRAWING_DEADLINE_SECONDS;
}

/** Converts one format after the other; a format that fails costs itself only. */
export async function convertDocument(
  request: ConversionRequest,
  pool: ConversionPool,
  cancellation: Cancellation,
  onFormat: (format: ConversionFormat, report: FormatReport) => void = () => undefined,
): Promise<ConversionResult> {
  const result: ConversionResult = { files: [], reports: {}, warnings: [], milliseconds: 0 };
  const { mmdPath, images, documentName, source, linesPath } = request;
  for (const format of wantedFormats(request.formats)) {
    const outputPath = request.pathFor(format);
    const options = (request.options[format] as Record<string, unknown> | undefined) ?? {};
    let report: FormatReport;
    onFormat(format, { status: "processing" });
    try {
      if (cancellation.deadline.aborted) {
        const message = `The deadline of the document passed before the conversion to ${format}`;
        throw new TimeoutError("document_deadline", message, { file: documentName, stage: "convert" });
      }
      const task = { mmdPath, format, options, images, documentName, source, linesPath, outputPath };
      const converted = await pool.run(task, deadlineSeconds(task) * 1000, cancellation.stop);
      result.warnings.push(...converted.warnings.map((warning) => `${format}: ${warning}`));
      result.milliseconds += converted.milliseconds;
      const extension = extensionOf(format);
      result.files.push({ kind: format, temporaryPath: outputPath, name: `${documentName}.${extension}` });
      // pictures of further pages are named by their page
      for (const { page, path } of converted.pages?.slice(1) ?? [])
        result.files.push({ kind: format, temporaryPath: path, name: `${documentName}-${page}.${extension}` });
      report = { status: "completed" };
    } catch (error) {
      cancellation.stop.throwIfAborted();
      report = { status: "error", error: conversionError(error, documentName) };
    }
    result.reports[format] = report;
    onFormat(format, report);
  }
  return result;
}
