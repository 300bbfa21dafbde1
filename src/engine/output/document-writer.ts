import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { InternalError } from "../../errors.js";
import type { Crop } from "../../page.js";
import type { RenderedPage } from "../../render/document-renderer.js";
import type { ImageEntry } from "../result.js";
import type { Spool } from "../spool.js";
import { AtomicFile } from "./atomic-file.js";
import type { CropStore } from "./crop-store.js";

/** A rendered picture and the crop drawn for it. */
export interface PlacedCrop {
  entry: ImageEntry;
  name: string;
  jpeg: Uint8Array;
}

/**
 * Pairs what the renderer placed with what the worker drew.
 * @throws InternalError `missing_crop` when the renderer refers to a crop that was not drawn
 */
export function placeCrops(rendered: RenderedPage, crops: readonly Crop[], documentId: string): PlacedCrop[] {
  const byKey = new Map(crops.map((crop) => [crop.key, crop]));
  const { page } = rendered.lines;
  return rendered.images.map(({ key, name, lineId, kind, region }) => {
    const crop = byKey.get(key);
    if (crop === undefined)
      throw new InternalError("missing_crop", `No crop was drawn for block ${key}`, { page, stage: "write" });
    return {
      entry: { file: name, document_id: documentId, page, line_id: lineId, kind, region },
      name,
      jpeg: crop.jpeg,
    };
  });
}

/** Files of a document in the making, in its spool, on the file system of the destination. */
export class DocumentWriter {
  readonly images: ImageEntry[] = [];
  private pages = 0;

  private constructor(
    private readonly spool: Spool,
    private readonly documentId: string,
    private readonly store: CropStore | undefined,
    readonly mmd: AtomicFile,
    readonly lines: AtomicFile,
    readonly mmdLines: AtomicFile,
  ) {}

  /** @param store takes the crops as well (cdn mode); the copies in the spool serve the conversions */
  static async create(spool: Spool, documentId: string, store: CropStore | undefined): Promise<DocumentWriter> {
    await mkdir(join(spool.folder, "images"), { recursive: true });
    const names = ["document.mmd", "document.lines.json", "document.lines.mmd.json"] as const;
    const [mmd, lines, mmdLines] = await Promise.all(names.map((name) => AtomicFile.create(spool.pathFor(name))));
    return new DocumentWriter(spool, documentId, store, mmd!, lines!, mmdLines!);
  }

  /** Appends a page. */
  async add(rendered: RenderedPage, crops: readonly Crop[]): Promise<void> {
    const lead = this.pages++ === 0 ? '{"pages":[' : ",";
    await this.mmd.append(rendered.mmd);
    await this.lines.append(lead + JSON.stringify(rendered.lines));
    await this.mmdLines.append(lead + JSON.stringify(rendered.mmdLines));
    const placed = placeCrops(rendered, crops, this.documentId);
    const imageId = rendered.lines.image_id;
    await Promise.all(placed.map((crop) => this.keep(crop, imageId)));
    this.images.push(...placed.map(({ entry }) => entry));
  }

  private async keep({ entry, name, jpeg }: PlacedCrop, imageId: string): Promise<void> {
    const { line_id: lineId, page, kind, region } = entry;
    await writeFile(this.imagePath(name), jpeg);
    await this.store?.put({ documentId: this.documentId, imageId, page, kind, lineId, region, jpeg });
  }

  async finish(): Promise<void> {
    const close = this.pages === 0 ? '{"pages":[]}' : "]}";
    await this.lines.append(close);
    await this.mmdLines.append(close);
    for (const file of [this.mmd, this.lines, this.mmdLines]) await file.finish();
  }

  /** Closes the files of a document that is not to be. */
  async abandon(): Promise<void> {
    for (const file of [this.mmd, this.lines, this.mmdLines]) await file.discard();
  }

  imagePath(name: string): string {
    return this.spool.pathFor(join("images", name));
  }
}
