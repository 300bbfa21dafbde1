import type { ErrorRecord } from "../errors.js";
import type { Region } from "../region.js";
import type { LinesPage, MmdLinesPage } from "../render/lines-json.js";
import type { StageTimings } from "./pool/messages.js";

/** `partial`: the document is there, but a page or a format is missing. `error`: nothing was delivered. */
export type DocumentStatus = "completed" | "partial" | "error";

export interface OutputFile {
  /** `mmd`, `lines.json`, `lines.mmd.json`, `image`, `image-index` or the conversion format. */
  kind: string;
  path: string;
  bytes: number;
}

export interface PageReport {
  /** 1-based in the source. */
  page: number;
  status: "completed" | "error";
  /** px, page space */
  width: number;
  height: number;
  textSource: { source: "embedded" | "ocr" | "none"; reason: string };
  error?: ErrorRecord | undefined;
}

/** As the contract's `conversion_status`. */
export type FormatStatus = "processing" | "completed" | "error";

export interface FormatReport {
  /** `processing` until the conversion has ended: in progress events only, never in a result that was returned. */
  status: FormatStatus;
  path?: string | undefined;
  error?: ErrorRecord | undefined;
}

export interface ProcessResult {
  status: DocumentStatus;
  /** Name of the input file, `buffer` or `stream`. */
  file: string;
  documentId: string;
  /** Pages of the document, whichever were asked for. */
  pageCount: number;
  /** The pages asked for, ascending. */
  pages: PageReport[];
  files: OutputFile[];
  formats: Record<string, FormatReport>;
  warnings: string[];
  /** Milliseconds of work per stage, summed over workers. */
  timings: StageTimings;
  /** Why there is nothing, when `status` is `error`. */
  error?: ErrorRecord | undefined;
}

/** A crop as `images/index.json` lists it. */
export interface ImageEntry {
  /** File name in `images/`, or the crop's address in cdn mode. */
  file: string;
  document_id: string;
  page: number;
  line_id: string;
  kind: "figure" | "equation" | "table";
  region: Region;
}

/** A finished page as `pages()` yields it. */
export interface StreamedPage extends PageReport {
  lines: LinesPage;
  mmdLines: MmdLinesPage;
  mmd: string;
  images: (ImageEntry & { jpeg: Uint8Array })[];
  warnings: string[];
}

/** What `convert()` returns per format. */
export interface ConvertedFile extends FormatReport {
  /** The file's content when no destination was given. */
  bytes?: Uint8Array | undefined;
  warnings: string[];
}
