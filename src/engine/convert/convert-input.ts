import { randomUUID } from "node:crypto";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { InputError, invalidParameter } from "../../errors.js";
import { Cancellation } from "../cancellation.js";
import { convertDocument, wantedFormats } from "../convert-document.js";
import type { EngineContext } from "../engine-context.js";
import type { ResolvedOptions } from "../options/option-table.js";
import { syncFolder } from "../output/atomic-file.js";
import { DirectoryCropStore } from "../output/crop-store.js";
import { safeBaseName } from "../output/file-names.js";
import type { ConvertedFile } from "../result.js";
import type { PageSource } from "./conversion-task.js";
import { mmdOfLines } from "./mmd-of-lines.js";

/** A file and where pictures come from that are not in `images/` beside it. */
export interface ConvertFile {
  /** `.mmd` or `.lines.json` */
  path: string;
  /** The document itself: crops are drawn from it again. */
  source?: string | undefined;
  /** Folder of a `DirectoryCropStore`. */
  cropStore?: string | undefined;
}

/**
 * Path of an MMD or lines.json file (its pictures beside it in `images/`), such a file with other places to look for pictures,
 * or MMD text with the pictures it refers to, by file name.
 */
export type ConvertInput = string | ConvertFile | { mmd: string; images?: Record<string, Uint8Array> | undefined };

/**
 * Converts MMD, or the MMD of a lines.json, to the formats of `conversionFormats`. Files go to `destination`, or beside the MMD file; MMD text
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
    const path = pathOf(input);
    const given = path === undefined ? "document" : basename(path).replace(/\.(?:mmd|lines\.json)$/, "");
    const documentName = safeBaseName(options.basename ?? given);
    const documentId = options.documentId ?? "";
    const result = await convertDocument(
      {
        formats: options.conversionFormats,
        options: options.conversionOptions,
        mmdPath,
        images,
        documentName,
        source: sourceOf(input, options),
        linesPath: path === undefined ? undefined : await linesOf(path),
        pathFor: (format) => join(workFolder, `converted.${format}`),
      },
      context.conversions,
      cancellation,
      (format, { status, error }) =>
        options.onProgress?.({ type: "format", file: path ?? "mmd", documentId, format, status, error }),
    );
    const converted: Record<string, ConvertedFile> = {};
    for (const format of wantedFormats(options.conversionFormats)) {
      const report = result.reports[format]!;
      const warnings = result.warnings.filter((warning) => warning.startsWith(`${format}: `));
      converted[format] = { ...report, warnings };
      if (report.status === "error") continue;
      const files = result.files.filter(({ kind }) => kind === format);
      if (destination === undefined) {
        converted[format].bytes = new Uint8Array(await readFile(files[0]!.temporaryPath));
      } else {
        for (const { temporaryPath, name } of files) await rename(temporaryPath, join(destination, name));
        converted[format].path = join(destination, files[0]!.name);
      }
    }
    if (destination !== undefined) await syncFolder(destination);
    return converted;
  } finally {
    cancellation.dispose();
    await rm(workFolder, { recursive: true, force: true });
  }
}

function sourceOf(input: ConvertInput, { password, pageRanges }: ResolvedOptions): PageSource | undefined {
  if (typeof input === "string" || !("path" in input) || input.source === undefined) return undefined;
  return { path: resolve(input.source), password, pageRanges };
}

/** The lines.json itself, or the one that was delivered beside the MMD. */
async function linesOf(path: string): Promise<string | undefined> {
  if (/\.json$/i.test(path)) return resolve(path);
  const beside = resolve(path.replace(/\.mmd$/i, ".lines.json"));
  return beside !== resolve(path) && (await stat(beside).catch(() => undefined))?.isFile() ? beside : undefined;
}

function destinationOf(input: ConvertInput, { destination }: ResolvedOptions): string | undefined {
  if (destination !== undefined) return resolve(destination);
  const path = pathOf(input);
  return path === undefined ? undefined : dirname(resolve(path));
}

function pathOf(input: ConvertInput): string | undefined {
  return typeof input === "string" ? input : "path" in input ? input.path : undefined;
}

/** The MMD as a file, and where the pictures it may refer to are. */
async function stage(
  input: ConvertInput,
  folder: string,
): Promise<{ mmdPath: string; images: Record<string, string> }> {
  const images: Record<string, string> = {};
  if (typeof input === "string") return stageFile({ path: input }, folder);
  if ("path" in input) return stageFile(input, folder);
  const mmdPath = join(folder, "document.mmd");
  await writeFile(mmdPath, input.mmd);
  for (const [index, [name, data]] of Object.entries(input.images ?? {}).entries()) {
    const path = join(folder, `image-${index}`);
    await writeFile(path, data);
    images[basename(name)] = path;
  }
  return { mmdPath, images };
}

async function stageFile(
  { path, source, cropStore }: ConvertFile,
  folder: string,
): Promise<{ mmdPath: string; images: Record<string, string> }> {
  const file = basename(path);
  const info = await stat(path).catch((cause: NodeJS.ErrnoException) => {
    throw new InputError("file_not_found", `The file cannot be read (${cause.code})`, {
      file: path,
      stage: "convert",
      cause,
    });
  });
  if (!info.isFile()) throw new InputError("not_a_file", "Expected a file", { file, stage: "convert" });
  let mmdPath = resolve(path);
  if (/\.json$/i.test(path)) {
    mmdPath = join(folder, "document.mmd");
    await writeFile(mmdPath, mmdOfLines(await readFile(path, "utf8"), file));
  }
  const images: Record<string, string> = {};
  const imageFolder = join(dirname(resolve(path)), "images");
  for (const name of await readdir(imageFolder).catch(() => [])) images[name] = join(imageFolder, name);
  if (source !== undefined || cropStore !== undefined)
    Object.assign(images, await findCrops({ path: mmdPath, source, cropStore }, images, folder));
  return { mmdPath, images };
}

/** Crops that are not beside the MMD: from the store first, then drawn from the document. */
async function findCrops(
  { path, source, cropStore }: ConvertFile,
  known: Readonly<Record<string, string>>,
  folder: string,
): Promise<Record<string, string>> {
  const { cropNames, redrawCrops } = await import("./redraw-crops.js");
  const missing = cropNames(await readFile(path, "utf8")).filter(({ name }) => !Object.hasOwn(known, name));
  const found: Record<string, string> = {};
  if (cropStore !== undefined) {
    const store = new DirectoryCropStore(cropStore);
    for (const { name, imageId, region } of missing) {
      const jpeg = await store.get(imageId, region);
      if (jpeg === undefined) continue;
      found[name] = join(folder, name);
      await writeFile(found[name], jpeg);
    }
  }
  const rest = missing.filter(({ name }) => found[name] === undefined);
  if (source !== undefined && rest.length > 0) Object.assign(found, await redrawCrops(rest, source, folder));
  return found;
}
