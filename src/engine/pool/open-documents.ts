import { readFile } from "node:fs/promises";
import { OPEN_DOCUMENTS_PER_WORKER } from "../limits.js";
import type { DocumentSource } from "../source/document-source.js";
import { openSource } from "../source/open-source.js";
import type { DocumentRef } from "./messages.js";

/** The documents a worker holds open, least recently used first. */
export class OpenDocuments {
  private readonly sources = new Map<string, DocumentSource>();

  /**
   * @param bytes of the document's file, read from its path where undefined
   * @throws InputError when the file is not a document we read
   */
  async get(document: DocumentRef, bytes: SharedArrayBuffer | undefined): Promise<DocumentSource> {
    const open = this.sources.get(document.key);
    if (open !== undefined) {
      this.sources.delete(document.key);
      this.sources.set(document.key, open);
      return open;
    }
    while (this.sources.size >= OPEN_DOCUMENTS_PER_WORKER) await this.release(this.sources.keys().next().value!);
    const { file, password } = document;
    const data = bytes ? new Uint8Array(bytes) : await readFile(document.path);
    const source = await openSource(data, password === undefined ? { file } : { file, password });
    this.sources.set(document.key, source);
    return source;
  }

  async release(key: string): Promise<void> {
    const source = this.sources.get(key);
    this.sources.delete(key);
    await source?.close();
  }
}
