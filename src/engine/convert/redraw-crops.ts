import { readFile, writeFile } from "node:fs/promises";
import { basename, join } from "node:path";
import type { Region } from "../../region.js";
import { drawRegion } from "../raster/draw-crops.js";
import { openSource } from "../source/open-source.js";

export interface CropName {
  /** File name in `images/`. */
  name: string;
  imageId: string;
  /** 1-based, from the image id. */
  page: number;
  /** Page space. */
  region: Region;
}

/** Names of crops in an MMD, as files in `images/` or as addresses of a crop store. */
const FILE = /([A-Za-z0-9_.-]{1,100}-(\d{1,6}))_(\d{1,6})_(\d{1,6})_(\d{1,6})_(\d{1,6})\.jpg/g;
const ADDRESS =
  /\/cropped\/([A-Za-z0-9_.-]{1,100}-(\d{1,6}))\.jpg\?height=(\d{1,6})&width=(\d{1,6})&top_left_y=(\d{1,6})&top_left_x=(\d{1,6})/g;

/** Crops that an MMD refers to, each once. */
export function cropNames(mmd: string): CropName[] {
  const found = new Map<string, CropName>();
  for (const pattern of [FILE, ADDRESS])
    for (const [, imageId, page, height, width, top, left] of mmd.replaceAll("&amp;", "&").matchAll(pattern)) {
      const name = `${imageId}_${height}_${width}_${top}_${left}.jpg`;
      const region = {
        top_left_x: Number(left),
        top_left_y: Number(top),
        width: Number(width),
        height: Number(height),
      };
      if (region.width > 0 && region.height > 0)
        found.set(name, { name, imageId: imageId!, page: Number(page), region });
    }
  return [...found.values()];
}

/**
 * Draws crops again from the document they were cut from.
 * @param folder takes the JPEGs
 * @returns file names → paths; pages that the document lacks or that fail are left out
 * @throws InputError when the document cannot be opened
 */
export async function redrawCrops(
  crops: readonly CropName[],
  sourcePath: string,
  folder: string,
): Promise<Record<string, string>> {
  const source = await openSource(new Uint8Array(await readFile(sourcePath)), { file: basename(sourcePath) });
  const drawn: Record<string, string> = {};
  try {
    for (const { name, page, region } of [...crops].sort((a, b) => a.page - b.page)) {
      if (page < 1 || page > source.pageCount) continue;
      const path = join(folder, name);
      try {
        await writeFile(path, await drawRegion(source, page, region));
        drawn[name] = path;
      } catch {
        // a damaged page costs its pictures; the format names what it misses
      }
    }
  } finally {
    await source.close();
  }
  return drawn;
}
