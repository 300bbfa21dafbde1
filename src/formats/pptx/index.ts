import { readImages } from "../collect-images.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { withoutEffect } from "../format-options.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import { repack } from "../office/repack.js";
import { xmlText } from "../office/xml-text.js";
import { createDeck } from "./library.js";
import { pptxOptions } from "./options.js";
import { SLIDE } from "./slide-flow.js";
import { DeckWriter } from "./write-deck.js";

/** `pptx`: a slide for each section, with more of them where one is not enough. */
export async function convert({ mmd, options, images, documentName }: FormatRequest): Promise<FormatResult> {
  const settings = pptxOptions(options);
  const document = parseMmd(mmd, { htmlTags: settings.htmlTags });
  const stored = await readImages(document, images);
  const deck = createDeck();
  deck.layout = SLIDE.layout;
  deck.title = xmlText(documentName);
  deck.theme = { headFontFace: "Calibri", bodyFontFace: "Calibri" };
  const writer = new DeckWriter(document, settings, stored, deck);
  await writer.write();
  const bytes = (await deck.write({ outputType: "nodebuffer", compression: false })) as Buffer;
  const ignored = withoutEffect(options, { customCss: "slides have no style sheets of the web" });
  return { bytes: repack(new Uint8Array(bytes)), warnings: [...ignored, ...document.warnings, ...writer.warnings] };
}
