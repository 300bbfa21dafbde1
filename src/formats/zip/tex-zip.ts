import type { FormatRequest, FormatResult } from "../format-module.js";
import { texDocument } from "../tex/index.js";
import { documentArchive } from "./archive.js";

/** `tex.zip`: the TeX file with its pictures. */
export async function convert(request: FormatRequest): Promise<FormatResult> {
  const { tex, images, options, warnings } = await texDocument(request);
  return { bytes: documentArchive(request.documentName, "tex", tex, images, options.imagesFolder), warnings };
}
