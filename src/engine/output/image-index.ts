import { readFile } from "node:fs/promises";
import { isRecord } from "../options/option-type.js";
import type { ImageEntry } from "../result.js";
import { writeWhole } from "./atomic-file.js";

/** Index writes under way by path: documents that share a folder add their entries one after the other. */
const writes = new Map<string, Promise<void>>();

/**
 * Writes `images/index.json`. Entries of other documents in the same folder stay; those of an earlier run on this one
 * go.
 */
export async function writeImageIndex(path: string, documentId: string, entries: readonly ImageEntry[]): Promise<void> {
  const write = (writes.get(path) ?? Promise.resolve()).then(async () => {
    const others = (await readEntries(path)).filter((entry) => entry.document_id !== documentId);
    const all = [...others, ...entries].sort(
      (a, b) => compare(a.document_id, b.document_id) || a.page - b.page || compare(a.file, b.file),
    );
    await writeWhole(path, `${JSON.stringify({ images: all }, null, 1)}\n`);
  });
  const settled = write
    .catch(() => undefined)
    .then(() => {
      if (writes.get(path) === settled) writes.delete(path);
    });
  writes.set(path, settled);
  await write;
}

async function readEntries(path: string): Promise<ImageEntry[]> {
  try {
    const parsed: unknown = JSON.parse(await readFile(path, "utf8"));
    return isRecord(parsed) && Array.isArray(parsed.images) ? (parsed.images as ImageEntry[]) : [];
  } catch {
    // No index yet, or one that somebody else broke: it is written anew.
    return [];
  }
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
