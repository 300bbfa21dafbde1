import { readFile } from "node:fs/promises";
import { InputError } from "../../errors.js";
import { PAGE_DPI } from "../../page.js";
import { selectPages } from "../options/page-ranges.js";
import { AtomicFile } from "../output/atomic-file.js";
import { rawInput } from "../raster/scale.js";
import { sharp } from "../raster/sharp.js";
import type { RasterImage } from "../source/document-source.js";
import { openSource } from "../source/open-source.js";
import type { ConversionTask, PageFile, PageSource, PictureFormat } from "./conversion-task.js";

const JPEG_QUALITY = 88;

/**
 * `jpg` and `png`: pictures of the pages at the resolution of page space, so that the regions of a lines.json are pixels of
 * them. The first page goes to the task's path, the others beside it.
 * @throws InputError without a document, or when none of its pages can be drawn
 */
export async function drawPages(
  task: ConversionTask,
  format: PictureFormat,
): Promise<{ pages: PageFile[]; bytes: number; warnings: string[] }> {
  const { documentName, outputPath } = task;
  const origin = requireSource(task, format);
  const result = { pages: [] as PageFile[], bytes: 0, warnings: [] as string[] };
  for await (const { page, raster } of drawnPages(origin, documentName, result.warnings)) {
    const path = result.pages.length === 0 ? outputPath : `${outputPath}-${page}`;
    const drawing = sharp(...rawInput(raster)).flatten({ background: "#ffffff" });
    const encoded = format === "jpg" ? drawing.jpeg({ quality: JPEG_QUALITY }) : drawing.png();
    const bytes = await encoded.withMetadata({ density: PAGE_DPI }).toBuffer();
    const file = await AtomicFile.create(path);
    await file.append(bytes);
    await file.finish();
    result.pages.push({ page, path });
    result.bytes += bytes.byteLength;
  }
  if (result.pages.length === 0) {
    const place = { file: documentName, stage: "convert" } as const;
    throw new InputError("no_page_drawn", result.warnings[0] ?? "No page", place);
  }
  return result;
}

/** @throws InputError `source_required` when the task has no document */
export function requireSource({ source, documentName }: ConversionTask, format: string): PageSource {
  if (source !== undefined) return source;
  const message = `Expected the document itself for ${format}: page pictures are drawn from it`;
  throw new InputError("source_required", message, { file: documentName, stage: "convert" });
}

/**
 * Pictures of the pages wanted, in page space, one at a time.
 * @param warnings takes a word on each page that cannot be drawn
 * @throws InputError when the document cannot be opened
 */
export async function* drawnPages(
  origin: PageSource,
  documentName: string,
  warnings: string[],
): AsyncGenerator<{ page: number; raster: RasterImage }> {
  const source = await openSource(new Uint8Array(await readFile(origin.path)), {
    file: documentName,
    password: origin.password,
  });
  try {
    for (const page of origin.pages ?? selectPages(origin.pageRanges, source.pageCount, documentName)) {
      const raster = await source.raster(page, PAGE_DPI).catch((error: unknown) => {
        warnings.push(`page ${page} cannot be drawn: ${error instanceof Error ? error.message : String(error)}`);
        return undefined;
      });
      if (raster) yield { page, raster };
      await source.release(page);
    }
  } finally {
    await source.close();
  }
}
