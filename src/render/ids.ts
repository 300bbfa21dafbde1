import { createHash } from "node:crypto";
import type { Box } from "../page.js";

export interface IdSource {
  /** 32 hexadecimal digits, the same for the same line of the same document. */
  next(kind: string, box: Box, text: string): string;
}

/** Ids of one page. Twins (same kind, box and text) get a counter, so ids are unique within the document. */
export function createIdSource(documentId: string, page: number): IdSource {
  const seen = new Map<string, number>();
  return {
    next(kind, box, text) {
      const place = [box.x0, box.y0, box.x1, box.y1].map((value) => Math.round(value * 8)).join(",");
      const name = [documentId, page, kind, place, text].join("\u0000");
      const count = seen.get(name) ?? 0;
      seen.set(name, count + 1);
      return createHash("sha256").update(`${name}\u0000${count}`).digest("hex").slice(0, 32);
    },
  };
}

/** `<document id>-<page>`; the page is padded to the digits of the page count. */
export function imageId(documentId: string, page: number, pageCount: number): string {
  return `${documentId}-${String(page).padStart(String(Math.max(pageCount, page)).length, "0")}`;
}
