import type { MmdDocument } from "./document.js";
import { cropTarget, type ImageReader, imageMediaType } from "./images.js";
import { mapInlines } from "./mmd/walk.js";

/** Targets of all images that may be opened, by file name, in order of appearance. */
export function imageTargets(document: MmdDocument): Map<string, string> {
  const targets = new Map<string, string>();
  for (const blocks of [document.blocks, ...document.footnotes.values()]) {
    mapInlines(blocks, (node) => {
      const target = node.type === "image" ? cropTarget(node.src) : undefined;
      const opens = target?.kind === "local" || target?.kind === "crop";
      if (opens && node.type === "image" && !targets.has(target.name)) targets.set(target.name, node.src.trim());
      return node;
    });
  }
  return targets;
}

/** The stored images of a document by file name; those that are missing or no raster image are left out. */
export async function readImages(document: MmdDocument, read: ImageReader): Promise<Map<string, Uint8Array>> {
  const stored = new Map<string, Uint8Array>();
  for (const [name, src] of imageTargets(document)) {
    for (const target of new Set([src, `images/${name}`, name])) {
      const bytes = await read(target);
      if (!bytes) continue;
      if (imageMediaType(bytes)) stored.set(name, bytes);
      break;
    }
  }
  return stored;
}
