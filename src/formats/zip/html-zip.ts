import { readImages } from "../collect-images.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { htmlOptions } from "../html/index.js";
import { writeHtml } from "../html/write-html.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import { documentArchive } from "./archive.js";

/** `html.zip`: the page with its images as files. */
export async function convert({ mmd, options, images, documentName }: FormatRequest): Promise<FormatResult> {
  const settings = htmlOptions(options);
  const document = parseMmd(mmd, { htmlTags: settings.htmlTags });
  const stored = await readImages(document, images);
  const address = (name: string) => (stored.has(name) ? `./images/${encodeURIComponent(name)}` : undefined);
  const { html, warnings } = writeHtml(document, settings, address, documentName);
  return { bytes: documentArchive(documentName, "html", html, stored), warnings: [...document.warnings, ...warnings] };
}
