import type { ErrorRecord } from "../errors.js";
import type { FormatStatus } from "./result.js";

/** What `onProgress` is called with. Events of one document come in this order; pages in order of completion. */
export type ProgressEvent =
  | { type: "opened"; file: string; documentId: string; pageCount: number; pages: number; resumedPages: number }
  | {
      type: "page";
      file: string;
      documentId: string;
      page: number;
      status: "completed" | "error";
      pagesDone: number;
      pages: number;
      error?: ErrorRecord | undefined;
    }
  | { type: "rendered"; file: string; documentId: string; pages: number }
  | {
      type: "format";
      file: string;
      documentId: string;
      format: string;
      /** `processing` when the conversion begins, then how it ended. */
      status: FormatStatus;
      error?: ErrorRecord | undefined;
    }
  | { type: "finished"; file: string; documentId: string; status: "completed" | "partial" | "error" };

export type ProgressListener = (event: ProgressEvent) => void;
