import type { MediaFile, Relationship } from "./package.js";

/** What a part names from outside itself: pictures, links, bookmarks. Names are counted, so that they are the same every time. */
export class References {
  /** The part that is being written. */
  part: "document" | "footnotes" = "document";
  readonly relationships: Record<"document" | "footnotes", Relationship[]> = { document: [], footnotes: [] };
  readonly media: MediaFile[] = [];
  readonly #ids = new Map<string, string>();
  readonly #files = new Map<string, string>();
  readonly #bookmarks = new Map<string, string>();

  /** Id by which the part refers to a target. */
  relate(type: "image" | "hyperlink", target: string): string {
    const key = `${this.part} ${type} ${target}`;
    let id = this.#ids.get(key);
    if (id === undefined) {
      const list = this.relationships[this.part];
      id = `r${list.length + 1}`;
      list.push({ id, type, target });
      this.#ids.set(key, id);
    }
    return id;
  }

  /** File of a picture in the package. */
  addMedia(name: string, extension: string, bytes: Uint8Array): string {
    let file = this.#files.get(name);
    if (file === undefined) {
      file = `image${this.media.length + 1}.${extension}`;
      this.#files.set(name, file);
      this.media.push({ name: file, bytes });
    }
    return file;
  }

  /** Bookmark names start with a letter, hold letters, digits and `_`, and end after 40 characters. */
  bookmarkName(anchor: string): string {
    let name = this.#bookmarks.get(anchor);
    if (name === undefined) {
      const bare = anchor
        .normalize("NFKD")
        .replace(/[^A-Za-z0-9]+/g, "_")
        .slice(0, 28);
      name = `a${this.#bookmarks.size + 1}_${bare}`;
      this.#bookmarks.set(anchor, name);
    }
    return name;
  }
}

/** Characters a URI may not hold (RFC 3986) are escaped, so that Word takes the target. */
export function encodeAddress(address: string): string {
  return address.replace(/[^A-Za-z0-9\-._~:/?#[\]@!$&'()*+,;=%]/gu, (char) => {
    try {
      return encodeURIComponent(char);
    } catch {
      return "";
    }
  });
}
