import type { DocumentSource } from "../source/document-source.js";
import type { PageSize } from "./messages.js";

/** US Letter, for a page that cannot even say how large it is. */
export const UNKNOWN_PAGE_SIZE: PageSize = { width: 2125, height: 2750 };

/** A source that knows a page's size without reading its content. */
interface SizedSource extends DocumentSource {
  size(page: number): Promise<PageSize>;
}

const isSized = (source: DocumentSource): source is SizedSource =>
  typeof (source as Partial<SizedSource>).size === "function";

/** Size of a page in page space, read without touching its content where the source can do so. */
export async function pageSize(source: DocumentSource, page: number): Promise<PageSize> {
  if (!isSized(source)) return UNKNOWN_PAGE_SIZE;
  return source.size(page).catch(() => UNKNOWN_PAGE_SIZE);
}
