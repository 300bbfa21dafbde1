import { access, mkdir, rename, stat } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile } from "../result.js";
import { syncFiles, syncFolder } from "./atomic-file.js";
import type { DocumentWriter } from "./document-writer.js";
import { writeImageIndex } from "./image-index.js";

/** A file that is complete under a temporary name. */
export interface ReadyFile {
  kind: string;
  temporaryPath: string;
  /** Name in the destination. */
  name: string;
}

/**
 * Moves a document into its destination: pictures first, the MMD last, so that whoever sees the MMD finds everything
 * it refers to.
 */
export async function publishDocument(
  writer: DocumentWriter,
  destination: string,
  basename: string,
  documentId: string,
  options: { images: boolean; converted: readonly ReadyFile[] },
): Promise<OutputFile[]> {
  await mkdir(destination, { recursive: true });
  const files: OutputFile[] = [];
  const move = async ({ kind, temporaryPath, name }: ReadyFile) => {
    const path = join(destination, name);
    const { size } = await stat(temporaryPath);
    await rename(temporaryPath, path);
    files.push({ kind, path, bytes: size });
  };
  if (options.images) files.push(...(await publishImages(writer, destination, documentId)));
  for (const file of options.converted) await move(file);
  await move({ kind: "lines.json", temporaryPath: writer.lines.temporaryPath, name: `${basename}.lines.json` });
  await move({
    kind: "lines.mmd.json",
    temporaryPath: writer.mmdLines.temporaryPath,
    name: `${basename}.lines.mmd.json`,
  });
  await move({ kind: "mmd", temporaryPath: writer.mmd.temporaryPath, name: `${basename}.mmd` });
  await syncFolder(destination);
  return files;
}

async function publishImages(writer: DocumentWriter, destination: string, documentId: string): Promise<OutputFile[]> {
  const folder = join(destination, "images");
  const index = join(folder, "index.json");
  const indexed = await access(index).then(
    () => true,
    () => false,
  );
  // A document without pictures makes no folder, but an index of an earlier run must not go stale.
  if (writer.images.length === 0 && !indexed) return [];
  await mkdir(folder, { recursive: true });
  const files: OutputFile[] = [];
  const names = [...new Set(writer.images.map((image) => image.file))];
  await syncFiles(names.map((name) => writer.imagePath(name)));
  for (const file of names) {
    const temporaryPath = writer.imagePath(file);
    const { size } = await stat(temporaryPath);
    const path = join(folder, file);
    await rename(temporaryPath, path);
    files.push({ kind: "image", path, bytes: size });
  }
  await syncFolder(folder);
  await writeImageIndex(index, documentId, writer.images);
  files.push({ kind: "image-index", path: index, bytes: (await stat(index)).size });
  return files;
}
