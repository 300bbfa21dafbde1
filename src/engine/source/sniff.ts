/** File types told by their first bytes, never by name. Signatures: the formats' own specifications. */
export type ContentType = "pdf" | "png" | "jpeg" | "webp" | "tiff" | "gif" | "bmp" | "avif";

interface Signature {
  type: ContentType;
  offset: number;
  bytes: string;
}

const SIGNATURES: Signature[] = [
  { type: "png", offset: 0, bytes: "\x89PNG\r\n\x1a\n" },
  { type: "jpeg", offset: 0, bytes: "\xff\xd8\xff" },
  { type: "gif", offset: 0, bytes: "GIF87a" },
  { type: "gif", offset: 0, bytes: "GIF89a" },
  { type: "tiff", offset: 0, bytes: "II*\0" },
  { type: "tiff", offset: 0, bytes: "MM\0*" },
  { type: "tiff", offset: 0, bytes: "II+\0" },
  { type: "tiff", offset: 0, bytes: "MM\0+" },
  { type: "webp", offset: 8, bytes: "WEBP" },
  { type: "avif", offset: 4, bytes: "ftypavif" },
  { type: "avif", offset: 4, bytes: "ftypavis" },
];

/** Readers accept a PDF header anywhere in the first kilobyte (ISO 32000-1, annex H, note 13). */
const PDF_HEADER_WITHIN = 1024;
/** BITMAPINFOHEADER and its successors; the length field tells a BMP from a text that begins with "BM". */
const BMP_HEADER_LENGTHS = new Set([12, 40, 52, 56, 64, 108, 124]);

/** The content type of a file, or undefined when it is none the engine reads. */
export function sniffContentType(data: Uint8Array): ContentType | undefined {
  const head = Buffer.from(data.buffer, data.byteOffset, Math.min(data.byteLength, PDF_HEADER_WITHIN + 8)).toString(
    "latin1",
  );
  for (const { type, offset, bytes } of SIGNATURES) {
    if (head.startsWith(bytes, offset)) return type;
  }
  if (
    head.startsWith("BM") &&
    data.byteLength > 26 &&
    BMP_HEADER_LENGTHS.has(new DataView(data.buffer, data.byteOffset).getUint32(14, true))
  ) {
    return "bmp";
  }
  const header = head.indexOf("%PDF-");
  if (header >= 0 && header <= PDF_HEADER_WITHIN) return "pdf";
  return undefined;
}
