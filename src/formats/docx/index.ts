import { readImages } from "../collect-images.js";
import type { MmdDocument } from "../document.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { withoutEffect } from "../format-options.js";
import { detectLanguage } from "../html/language.js";
import { imageMediaType } from "../images.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import { plainBlocks, plainInlines } from "../plain-text.js";
import { DocxWriter } from "./docx-writer.js";
import { documentLanguage } from "./languages.js";
import { docxOptions } from "./options.js";
import { fontTablePart, packDocx, settingsPart } from "./package.js";
import { MONOSPACE, stylesPart } from "./styles.js";

/** `docx`: WordprocessingML (ECMA-376) with Word's own headings, lists, notes, tables and equations. */
export async function convert({ mmd, options, images, documentName }: FormatRequest): Promise<FormatResult> {
  const settings = docxOptions(options);
  const document = parseMmd(mmd, { htmlTags: settings.htmlTags });
  const writer = new DocxWriter(document, settings, await wordImages(await readImages(document, images)));
  const body = writer.body();
  const footnotes = writer.footnotesPart();
  const language = documentLanguage(settings.language ?? detectLanguage(plainBlocks(document.blocks.slice(0, 200))));
  const bytes = packDocx({
    document: body,
    styles: stylesPart(settings, language),
    settings: settingsPart({
      background: settings.backgroundColour !== undefined,
      footnotes: footnotes !== undefined,
      language,
    }),
    fontTable: fontTablePart([settings.font, MONOSPACE, "Cambria Math"]),
    numbering: writer.numbering.part(),
    footnotes,
    documentRelationships: writer.references.relationships.document,
    footnoteRelationships: writer.references.relationships.footnotes,
    media: writer.references.media,
    title: titleOf(document) || documentName,
    authors: authorsOf(document),
    language,
  });
  const ignored = withoutEffect(options, { customCss: "Word has no style sheets of the web" });
  return { bytes, warnings: [...ignored, ...document.warnings, ...writer.warnings] };
}

function titleOf({ blocks }: MmdDocument): string {
  const title = blocks.find((block) => block.type === "title");
  return title ? plainInlines(title.children).replace(/\s+/g, " ").trim() : "";
}

function authorsOf({ blocks }: MmdDocument): string[] {
  return blocks
    .flatMap((block) => (block.type === "authors" ? block.authors : []))
    .map(([name]) =>
      plainInlines(name ?? [])
        .replace(/\s+/g, " ")
        .trim(),
    )
    .filter((name) => name !== "");
}

/** Word opens no WebP: such pictures become PNG. Those that can't be read are left out. */
async function wordImages(stored: ReadonlyMap<string, Uint8Array>): Promise<Map<string, Uint8Array>> {
  const images = new Map<string, Uint8Array>();
  for (const [name, bytes] of stored) {
    if (imageMediaType(bytes) !== "image/webp") {
      images.set(name, bytes);
      continue;
    }
    const { sharp } = await import("../../engine/raster/sharp.js");
    try {
      images.set(name, await sharp(bytes, { limitInputPixels: 100_000_000 }).png().toBuffer());
    } catch {
      // the writer names it as not found
    }
  }
  return images;
}
