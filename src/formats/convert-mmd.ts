import { invalidParameter } from "../errors.js";
import type { FormatModule } from "./format-module.js";
import { camelCaseKeys } from "./format-options.js";
import type { ImageReader } from "./images.js";

/** Formats and where they live; a format is loaded when it is asked for. */
const FORMATS = {
  md: () => import("./md/index.js"),
  html: () => import("./html/index.js"),
  xlsx: () => import("./xlsx/index.js"),
  latex: () => import("./tex/index.js"),
  "tex.zip": () => import("./zip/tex-zip.js"),
  docx: () => import("./docx/index.js"),
  pptx: () => import("./pptx/index.js"),
  pdf: () => import("./pdf/index.js"),
  "latex.pdf": () => import("./tex/latex-pdf.js"),
  "mmd.zip": () => import("./zip/mmd-zip.js"),
  "md.zip": () => import("./zip/md-zip.js"),
  "html.zip": () => import("./zip/html-zip.js"),
} satisfies Record<string, () => Promise<FormatModule>>;

export type SupportedFormat = keyof typeof FORMATS;

export const supportedFormats = Object.keys(FORMATS) as readonly SupportedFormat[];

/** Those that run a program of the machine and end in an error without it. */
const NEEDS_PROGRAM: readonly SupportedFormat[] = ["pdf", "latex.pdf"];

/** Those that any machine can make. */
export const builtInFormats = supportedFormats.filter((format) => !NEEDS_PROGRAM.includes(format));

export interface ConvertMmdOptions {
  format: SupportedFormat;
  /** Options of the format by the contract's names, snake_case or camelCase. */
  options?: Readonly<Record<string, unknown>> | undefined;
  /** Opens stored images; without it formats that embed images show their place. */
  images?: ImageReader | undefined;
  /** File name without extension; `document` by default. */
  documentName?: string | undefined;
}

export interface ConvertedMmd {
  bytes: Uint8Array;
  /** What could not be shown as meant, each with its position in the MMD. */
  warnings: string[];
}

/**
 * Converts Mathpix Markdown. The MMD may be anything: what a format cannot show as meant is there as text, with a warning.
 * @throws InputError for an unknown format or an ill-typed option
 */
export async function convertMmd(
  mmd: string,
  { format, options = {}, images, documentName }: ConvertMmdOptions,
): Promise<ConvertedMmd> {
  const load = Object.hasOwn(FORMATS, format) ? FORMATS[format] : undefined;
  if (!load) throw invalidParameter("format", `one of ${supportedFormats.join(", ")}`, format);
  const module: FormatModule = await load();
  const { bytes, warnings } = await module.convert({
    mmd: mmd.startsWith("\ufeff") ? mmd.slice(1) : mmd,
    options: camelCaseKeys(options),
    images: images ?? (async () => undefined),
    documentName: safeName(documentName ?? "document"),
  });
  return { bytes, warnings: warnings.map(({ message, offset }) => `${message} (at character ${offset})`) };
}

/** A name that stays inside its folder on every system. */
function safeName(name: string): string {
  const bare = name.replace(/[\u0000-\u001f\u007f/\\:*?"<>|]/g, "_").replace(/^[. ]+|[. ]+$/g, "");
  return bare === "" ? "document" : bare.slice(0, 150);
}
