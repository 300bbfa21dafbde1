import { mkdir, readFile } from "node:fs/promises";
import { join, resolve, sep } from "node:path";
import type { Region } from "../../region.js";
import { writeWhole } from "./atomic-file.js";

/** One crop on its way to a store. */
export interface StoredCrop {
  documentId: string;
  /** `<document id>-<page>`, as in lines.json and in the crop's address. */
  imageId: string;
  page: number;
  kind: "figure" | "equation" | "table";
  /** Id of the line it shows. */
  lineId: string;
  /** Page space; the numbers of the address. */
  region: Region;
  jpeg: Uint8Array;
}

/** Where crops go in cdn mode. */
export interface CropStore {
  /** Resolves when the crop is kept; the same crop may come again. */
  put(crop: StoredCrop): Promise<void>;
}

/** Keeps crops as `<root>/<imageId>/<height>_<width>_<top_left_y>_<top_left_x>.jpg`. */
export class DirectoryCropStore implements CropStore {
  readonly root: string;

  constructor(root: string) {
    this.root = resolve(root);
  }

  async put(crop: StoredCrop): Promise<void> {
    const path = this.pathOf(crop.imageId, crop.region);
    await mkdir(join(path, ".."), { recursive: true });
    await writeWhole(path, crop.jpeg);
  }

  /** The JPEG of a crop, or undefined when the store has none for this address. */
  async get(imageId: string, region: Region): Promise<Uint8Array | undefined> {
    try {
      return await readFile(this.pathOf(imageId, region));
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === "ENOENT") return undefined;
      throw error;
    }
  }

  private pathOf(imageId: string, region: Region): string {
    const { height, width, top_left_y, top_left_x } = region;
    const path = resolve(this.root, imageId, `${height}_${width}_${top_left_y}_${top_left_x}.jpg`);
    // Ids may come from a URL: none may point out of the store.
    if (!path.startsWith(this.root + sep) || !/^[\w-][\w.-]*$/.test(imageId))
      throw new RangeError(`Bad image id "${imageId}"`);
    return path;
  }
}
