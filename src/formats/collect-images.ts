import type { MmdDocument } from "./document.js";
import { cropTarget, type ImageReader, imageMediaType } from "./images.js";
import { mapInlines } from "./mmd/walk.js";

/** File names of all images that may be opened, in order of appearance. */
export function imageNames(document: MmdDocument): string[] {
  const names = new Set<string>();
  for (const blocks of [document.blocks, ...document.footnotes.values()]) {
    mapInlines(blocks, (node) => {
      const target = node.type === "image" ? cropTarget(node.src) : undefined;
      if (target?.kind === "local" || target?.kind === "crop") names.add(target.name);
      return node;
    });
  }
  return [...names];
}

/** The stored images of a document by file name; those that are missing or no raster image are left out. */
export async function readImages(document: MmdDocument, read: ImageReader): Promise<Map<string, Uint8Array>> {
  const stored = new Map<string, Uint8Array>();
  for (const name of imageNames(document)) {
    const bytes = await read(name);
    if (bytes && imageMediaType(bytes)) stored.set(name, bytes);
  }
  return stored;
}
