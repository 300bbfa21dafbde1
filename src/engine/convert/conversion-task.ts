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
  /** Where the result is written, whole and on disk. */
  outputPath: string;
}

export type ConversionReply =
  | { ok: true; bytes: number; warnings: string[]; milliseconds: number }
  | { ok: false; error: ErrorRecord };
