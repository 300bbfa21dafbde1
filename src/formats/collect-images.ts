import type { Block, ImageInline, MmdDocument } from "./document.js";
import { cropTarget, type ImageReader, imageMediaType } from "./images.js";
import { mapInlines } from "./mmd/walk.js";

/** Images in blocks, tables and lists within included, in order of appearance. */
export function imagesIn(blocks: readonly Block[]): ImageInline[] {
  const images: ImageInline[] = [];
  mapInlines([...blocks], (node) => {
    if (node.type === "image") images.push(node);
    return node;
  });
  return images;
}

/** Targets of all images that may be opened, by file name, in order of appearance. */
export function imageTargets(document: MmdDocument): Map<string, string> {
  const targets = new Map<string, string>();
  for (const blocks of [document.blocks, ...document.footnotes.values()]) {
    for (const { src } of imagesIn(blocks)) {
      const target = cropTarget(src);
      const opens = target.kind === "local" || target.kind === "crop";
      if (opens && !targets.has(target.name)) targets.set(target.name, src.trim());
    }
  }
  return targets;
}

/**
 * The stored images of a document by file name and, unless `drawings` is false, pictures of the SVG in it; those that are missing or no raster
 * image are left out.
 */
export async function readImages(
  document: MmdDocument,
  read: ImageReader,
  { drawings = true }: { drawings?: boolean } = {},
): Promise<Map<string, Uint8Array>> {
  const stored = new Map<string, Uint8Array>();
  const drawn = drawingsIn(document);
  for (const [name, src] of imageTargets(document)) {
    const drawing = drawn.get(src);
    if (drawing !== undefined) {
      const { drawSvg } = await import("./draw-svg.js");
      const picture = drawings ? await drawSvg(drawing) : undefined;
      if (picture) stored.set(name, picture);
      continue;
    }
    for (const target of new Set([src, `images/${name}`, name])) {
      const bytes = await read(target);
      if (!bytes) continue;
      if (imageMediaType(bytes)) stored.set(name, bytes);
      break;
    }
  }
  return stored;
}

/** SVG by the addresses of the pictures that are drawn from it. */
function drawingsIn(document: MmdDocument): Map<string, string> {
  const found = new Map<string, string>();
  for (const blocks of [document.blocks, ...document.footnotes.values()])
    for (const { src, drawing } of imagesIn(blocks)) if (drawing !== undefined) found.set(src, drawing);
  return found;
}
