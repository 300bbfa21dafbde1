import { readImages } from "../collect-images.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { markdownOptions } from "../md/index.js";
import { writeMarkdown } from "../md/write-md.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import { documentArchive } from "./archive.js";
import { relativeImages } from "./mmd-zip.js";

/** `md.zip`: the Markdown with its images. */
export async function convert({ mmd, options, images, documentName }: FormatRequest): Promise<FormatResult> {
  const settings = markdownOptions(options);
  const document = parseMmd(mmd, { htmlTags: settings.htmlTags });
  const stored = await readImages(document, images);
  const markdown = relativeImages(writeMarkdown(document, settings, stored), stored);
  return { bytes: documentArchive(documentName, "md", markdown, stored), warnings: document.warnings };
}
