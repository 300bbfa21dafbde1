/** Entry of the thread that converts MMD: the parsers and writers of all formats live and die with it. */
import { readFile } from "node:fs/promises";
import { performance } from "node:perf_hooks";
import { InputError } from "../../errors.js";
import { convertMmd, supportedFormats } from "../../formats/convert-mmd.js";
import { toErrorRecord } from "../error-record.js";
import { AtomicFile } from "../output/atomic-file.js";
import type { ConversionReply, ConversionTask } from "./conversion-task.js";

export async function work(task: ConversionTask): Promise<ConversionReply> {
  const { mmdPath, format, options, images, documentName, outputPath } = task;
  const start = performance.now();
  try {
    if (!(supportedFormats as readonly string[]).includes(format)) {
      throw new InputError("unsupported_format", `The format ${format} is not available in this version`, {
        stage: "convert",
      });
    }
    const mmd = await readFile(mmdPath, "utf8");
    const { bytes, warnings } = await convertMmd(mmd, {
      format: format as (typeof supportedFormats)[number],
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
    return { ok: true, bytes: bytes.byteLength, warnings, milliseconds: performance.now() - start };
  } catch (error) {
    return { ok: false, error: toErrorRecord(error, { file: documentName, stage: "convert" }) };
  }
}
