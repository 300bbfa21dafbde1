import { PAGE_DPI } from "../../page.js";
import type { DocumentSource } from "../source/document-source.js";
import type { PageSize } from "./messages.js";

/** A source that knows a page's size without reading its content. */
interface SizedSource extends DocumentSource {
  size(page: number): Promise<PageSize>;
}

const isSized = (source: DocumentSource): source is SizedSource =>
  typeof (source as Partial<SizedSource>).size === "function";

/** Size of a page in page space; from a drawing of it where the source has no cheaper way. */
export async function pageSize(source: DocumentSource, page: number): Promise<PageSize> {
  const { width, height } = isSized(source) ? await source.size(page) : await source.raster(page, PAGE_DPI);
  return { width, height };
}
