import type { FormatWarning } from "../document.js";
import type { FormatRequest, FormatResult } from "../format-module.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import type { TexEngine } from "./needs.js";
import { type TexOptions, texOptions } from "./options.js";
import { prepareImages, type TexImage } from "./tex-images.js";
import { writeTex } from "./write-tex.js";

/** `latex`: the bare TeX file; its pictures are expected in the images folder beside it. */
export async function convert(request: FormatRequest): Promise<FormatResult> {
  const { tex, warnings } = await texDocument(request);
  return { bytes: new TextEncoder().encode(tex), warnings };
}

export interface TexDocument {
  tex: string;
  engine: TexEngine;
  /** Pictures by file name. */
  images: Map<string, Uint8Array>;
  options: TexOptions;
  warnings: FormatWarning[];
}

/** The TeX of a document with the pictures it refers to. */
export async function texDocument({ mmd, options, images }: FormatRequest): Promise<TexDocument> {
  const settings = texOptions(options);
  const document = parseMmd(mmd, { htmlTags: settings.htmlTags });
  const warnings: FormatWarning[] = [...document.warnings];
  if (settings.loadExternalFonts)
    warnings.push({ message: "load_external_fonts has no effect: fonts are those of the machine", offset: 0 });
  const stored = await prepareImages(document, images, warnings);
  const written = writeTex(mmd, document, settings, stored);
  return {
    tex: written.tex,
    engine: written.engine,
    images: new Map([...stored.values()].map(({ file, bytes }: TexImage) => [file, bytes])),
    options: settings,
    warnings: [...warnings, ...written.warnings],
  };
}
