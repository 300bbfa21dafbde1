/** Entry of the thread that converts MMD: the parsers and writers of all formats live and die with it. */
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { InputError } from "../../errors.js";
import { convertMmd, type SupportedFormat, supportedFormats } from "../../formats/convert-mmd.js";
import { toErrorRecord } from "../error-record.js";
import { AtomicFile } from "../output/atomic-file.js";
import { type ConversionReply, type ConversionTask, isPictureFormat } from "./conversion-task.js";

const MAX_WARNINGS = 20;

export async function work(task: ConversionTask): Promise<ConversionReply> {
  const { mmdPath, format, options, images, documentName, outputPath } = task;
  const start = performance.now();
  try {
    if (isPictureFormat(format)) {
      const { drawPages } = await import("./page-pictures.js");
      const { pages, bytes, warnings } = await drawPages(task, format);
      return { ok: true, bytes, pages, warnings: cut(warnings), milliseconds: performance.now() - start };
    }
    if (format === "mmd.overlay.pdf") {
      const { writeOverlay } = await import("./overlay-pdf.js");
      const { bytes, warnings } = await writeOverlay(task);
      return { ok: true, bytes, warnings: cut(warnings), milliseconds: performance.now() - start };
    }
    if (!(supportedFormats as readonly string[]).includes(format)) {
      throw new InputError("unsupported_format", `The format ${format} is not available in this version`, {
        stage: "convert",
      });
    }
    const mmd = await readFile(mmdPath, "utf8");
    const { bytes, warnings } = await convertMmd(mmd, {
      format: format as SupportedFormat,
      options,
      documentName,
      images: async (name) => {
        const path = Object.hasOwn(images, name) ? images[name] : undefined;
        return path === undefined ? undefined : new Uint8Array(await readFile(path));
      },
    });
    const file = await AtomicFile.create(outputPath);
    await file.append(bytes);
    await file.finish();
    return {
      ok: true,
      bytes: bytes.byteLength,
      warnings: cut(warnings),
      milliseconds: performance.now() - start,
    };
  } catch (error) {
    return { ok: false, error: toErrorRecord(error, { file: documentName, stage: "convert" }) };
  }
}

/** A document that goes wrong at every formula would say so thousands of times. */
function cut(warnings: readonly string[]): string[] {
  const shown = warnings.slice(0, MAX_WARNINGS);
  return warnings.length > shown.length ? [...shown, `${warnings.length - shown.length} more`] : shown;
}
