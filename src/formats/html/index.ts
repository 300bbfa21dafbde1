import { readImages } from "../collect-images.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { OptionReader } from "../format-options.js";
import { imageMediaType } from "../images.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import { DEFAULT_HTML_OPTIONS, type HtmlOptions } from "./options.js";
import { writeHtml } from "./write-html.js";

/** `html`: one self-contained page, images embedded. */
export async function convert({ mmd, options, images, documentName }: FormatRequest): Promise<FormatResult> {
  const settings = htmlOptions(options);
  const document = parseMmd(mmd, { htmlTags: settings.htmlTags });
  const stored = await readImages(document, images);
  const address = (name: string) => {
    const bytes = stored.get(name);
    const type = bytes && imageMediaType(bytes);
    return bytes && type
      ? `data:${type};base64,${Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString("base64")}`
      : undefined;
  };
  const { html, warnings } = writeHtml(document, settings, address, documentName);
  return { bytes: new TextEncoder().encode(html), warnings: [...document.warnings, ...warnings] };
}

export function htmlOptions(options: Readonly<Record<string, unknown>>): HtmlOptions {
  const read = new OptionReader(options);
  const language = read.string("language");
  return {
    htmlTags: read.boolean("htmlTags", DEFAULT_HTML_OPTIONS.htmlTags),
    language: language === undefined || language === "auto" ? undefined : language,
    textColor: read.string("textColor"),
    backgroundColor: read.string("backgroundColor"),
    customCss: read.string("customCss"),
  };
}
