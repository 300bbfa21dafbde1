import { InputError } from "../../errors.js";
import type { DocumentSource } from "./document-source.js";
import { sniffContentType } from "./sniff.js";

export interface OpenOptions {
  /** Name for error messages. */
  file: string;
  password?: string | undefined;
}

/**
 * Opens a document by its content. The decoder of the other kind is not loaded.
 * @throws InputError `unsupported_file_type`, `empty_file` and those of the two openers
 */
export async function openSource(data: Uint8Array, options: OpenOptions): Promise<DocumentSource> {
  const { file } = options;
  if (data.byteLength === 0) throw new InputError("empty_file", "The file is empty", { file, stage: "open" });
  const type = sniffContentType(data);
  if (type === undefined) {
    throw new InputError(
      "unsupported_file_type",
      "Expected a PDF, PNG, JPEG, WebP, TIFF, GIF, BMP or AVIF file but the content is none of these",
      {
        file,
        stage: "open",
      },
    );
  }
  if (type === "pdf") {
    const { openPdf } = await import("./pdf.js");
    return openPdf(data, options.password === undefined ? { file } : { file, password: options.password });
  }
  const { openImage } = await import("./image.js");
  return openImage(data, { file, type });
}
