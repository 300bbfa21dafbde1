import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError, invalidParameter } from "../../errors.js";
import { Cancellation } from "../cancellation.js";
import { convertDocument, extensionOf, wantedFormats } from "../convert-document.js";
import type { EngineContext } from "../engine-context.js";
import type { ResolvedOptions } from "../options/option-table.js";
import { syncFolder } from "../output/atomic-file.js";
import { safeBaseName } from "../output/file-names.js";
import type { ConvertedFile } from "../result.js";

/** Path of an MMD file (its pictures beside it in `images/`), or MMD text with the pictures it refers to, by file name. */
export type ConvertInput = string | { mmd: string; images?: Record<string, Uint8Array> | undefined };

/**
 * Converts MMD to the formats of `conversionFormats`. Files go to `destination`, or beside the MMD file; MMD text
 * without a destination gives bytes.
 * @throws InputError when no format is asked for or the MMD file cannot be read
 */
export async function convertInput(
  input: ConvertInput,
  options: ResolvedOptions,
  context: Pick<EngineContext, "conversions" | "temporaryFolder" | "closing">,
): Promise<Record<string, ConvertedFile>> {
  if (wantedFormats(options.conversionFormats).length === 0) {
    throw invalidParameter(
      "conversionFormats",
      "at least one format besides mmd",
      JSON.stringify(options.conversionFormats),
    );
  }
  const cancellation = new Cancellation([options.signal, context.closing], options.deadlineSeconds);
  const destination = destinationOf(input, options);
  if (destination !== undefined) await mkdir(destination, { recursive: true });
  const workFolder = join(destination ?? context.temporaryFolder, `.mmd-engine-${randomUUID()}`);
  try {
    await mkdir(workFolder, { recursive: true });
    const { mmdPath, images } = await stage(input, workFolder);
    const given = typeof input === "string" ? basename(input).replace(/\.mmd$/, "") : "document";
    const documentName = safeBaseName(options.basename ?? given);
    const result = await convertDocument(
      {
        formats: options.conversionFormats,
        options: options.conversionOptions,
        mmdPath,
        images,
        documentName,
        pathFor: (format) => join(workFolder, `converted.${format}`),
      },
      context.conversions,
      cancellation,
    );
    const converted: Record<string, ConvertedFile> = {};
    for (const format of wantedFormats(options.conversionFormats)) {
      const report = result.reports[format]!;
      const warnings = result.warnings.filter((warning) => warning.startsWith(`${format}: `));
      converted[format] = { ...report, warnings };
      if (report.status === "error") continue;
      const temporaryPath = join(workFolder, `converted.${format}`);
      if (destination === undefined) {
        converted[format].bytes = new Uint8Array(await readFile(temporaryPath));
      } else {
        const path = join(destination, `${documentName}.${extensionOf(format)}`);
        await rename(temporaryPath, path);
        converted[format].path = path;
      }
    }
    if (destination !== undefined) await syncFolder(destination);
    return converted;
  } finally {
    cancellation.dispose();
    await rm(workFolder, { recursive: true, force: true });
  }
}

function destinationOf(input: ConvertInput, { destination }: ResolvedOptions): string | undefined {
  if (destination !== undefined) return resolve(destination);
  return typeof input === "string" ? dirname(resolve(input)) : undefined;
}

/** The MMD as a file, and where the pictures it may refer to are. */
async function stage(
  input: ConvertInput,
  folder: string,
): Promise<{ mmdPath: string; images: Record<string, string> }> {
  const images: Record<string, string> = {};
  if (typeof input === "string") {
    const file = basename(input);
    const info = await stat(input).catch((cause: NodeJS.ErrnoException) => {
      throw new InputError("file_not_found", `The file cannot be read (${cause.code})`, {
        file: input,
        stage: "convert",
        cause,
      });
    });
    if (!info.isFile()) throw new InputError("not_a_file", "Expected a file", { file, stage: "convert" });
    const imageFolder = join(dirname(resolve(input)), "images");
    const names = await readdir(imageFolder).catch(() => []);
    for (const name of names) images[name] = join(imageFolder, name);
    return { mmdPath: resolve(input), images };
  }
  const mmdPath = join(folder, "document.mmd");
  await writeFile(mmdPath, input.mmd);
  for (const [index, [name, data]] of Object.entries(input.images ?? {}).entries()) {
    const path = join(folder, `image-${index}`);
    await writeFile(path, data);
    images[basename(name)] = path;
  }
  return { mmdPath, images };
}
