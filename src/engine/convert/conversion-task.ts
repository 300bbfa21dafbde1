/** What crosses the border to the conversion worker. Data only. */
import type { ErrorRecord } from "../../errors.js";
import type { ConversionFormat } from "../options/conversion-table.js";

export interface ConversionTask {
  /** File that holds the MMD. */
  mmdPath: string;
  format: ConversionFormat;
  options: Record<string, unknown>;
  /** File names of pictures → paths of the files that hold them. */
  images: Record<string, string>;
  /** Base name of the document, for titles and names inside archives. */
  documentName: string;
  /** The document itself, for formats that show its pages. */
  source?: PageSource | undefined;
  /** The document's lines.json, for formats that show where words stand. */
  linesPath?: string | undefined;
  /** Where the result is written, whole and on disk. */
  outputPath: string;
}

export interface PageSource {
  path: string;
  password?: string | undefined;
  /** Pages wanted, 1-based; all when absent. */
  pages?: readonly number[] | undefined;
  /** Used where `pages` are not known yet. */
  pageRanges?: string | undefined;
}

/** Picture of a page. */
export interface PageFile {
  /** 1-based */
  page: number;
  path: string;
}

export type ConversionReply =
  | { ok: true; bytes: number; pages?: PageFile[] | undefined; warnings: string[]; milliseconds: number }
  | { ok: false; error: ErrorRecord };

/** Formats that are drawn from the document, not from its MMD. */
export type PictureFormat = "jpg" | "png";

export function isPictureFormat(format: string): format is PictureFormat {
  return format === "jpg" || format === "png";
}
