import type { FormatWarning } from "./document.js";
import type { ImageReader } from "./images.js";

/** What a format gets. It parses the MMD itself, since some formats only rewrite its source. */
export interface FormatRequest {
  mmd: string;
  /** Options of the format, names in camelCase, not yet checked. */
  options: Readonly<Record<string, unknown>>;
  images: ImageReader;
  /** File name without extension; names files inside archives and titles. Safe as a file name. */
  documentName: string;
}

export interface FormatResult {
  bytes: Uint8Array;
  warnings: FormatWarning[];
}

/** A folder under `formats/` exports one of these; `convert-mmd.ts` loads it when it is asked for. */
export interface FormatModule {
  convert(request: FormatRequest): Promise<FormatResult>;
}
