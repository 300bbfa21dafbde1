import { open } from "node:fs/promises";
import type { DocumentRef } from "./messages.js";

/** The bytes of the documents in work, once for all workers: a book of 100 MB is not read into each of them. */
export class SharedFiles {
  private readonly files = new Map<string, Promise<SharedArrayBuffer | undefined>>();

  /** The document's bytes, read on the first call; undefined where that fails, and the worker that tries again says why. */
  get({ key, path }: DocumentRef): Promise<SharedArrayBuffer | undefined> {
    let bytes = this.files.get(key);
    if (!bytes) {
      bytes = readShared(path).catch(() => undefined);
      this.files.set(key, bytes);
    }
    return bytes;
  }

  release({ key }: DocumentRef): void {
    this.files.delete(key);
  }
}

async function readShared(path: string): Promise<SharedArrayBuffer | undefined> {
  const file = await open(path);
  try {
    const { size } = await file.stat();
    const bytes = new SharedArrayBuffer(size);
    for (let at = 0; at < size; ) {
      const { bytesRead } = await file.read(new Uint8Array(bytes), at, size - at, at);
      if (bytesRead === 0) return undefined;
      at += bytesRead;
    }
    return bytes;
  } finally {
    await file.close();
  }
}
