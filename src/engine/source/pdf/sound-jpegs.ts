const SOI = 0xd8;
const EOI = 0xd9;
const SOS = 0xda;
/** Frame headers that pdf.js looks for: baseline, extended and progressive. */
const FRAMES = new Set([0xc0, 0xc1, 0xc2]);

/**
 * Whether every JPEG stream of the file, as far as it can be told without opening it, reaches a frame header. pdf.js
 * (5.6, `JpegImage.canUseImageDecoder`) looks for one without an end: a stream that has none hangs its worker.
 * Streams under another filter or encryption are not seen here.
 */
export function hasSoundJpegs(data: Uint8Array): boolean {
  const bytes = Buffer.from(data.buffer, data.byteOffset, data.byteLength);
  for (let at = bytes.indexOf("/DCTDecode"); at >= 0; at = bytes.indexOf("/DCTDecode", at + 1)) {
    const keyword = bytes.indexOf("stream", at);
    if (keyword < 0) return true;
    const end = bytes.indexOf("endstream", keyword);
    const start = bytes.indexOf(Buffer.of(0xff, SOI), keyword);
    const limit = end < 0 ? bytes.length : end;
    if (start >= 0 && start < keyword + 10 && start < limit && !reachesFrame(bytes, start + 2, limit)) return false;
  }
  return true;
}

/** Walks the segments of a JPEG (ISO 10918-1, B.1.1) from `at` to its first frame header. */
function reachesFrame(bytes: Buffer, at: number, end: number): boolean {
  let offset = at;
  while (offset + 4 <= end) {
    if (bytes[offset] !== 0xff) return false;
    const marker = bytes[offset + 1]!;
    if (FRAMES.has(marker)) return true;
    if (marker === SOS || marker === EOI) return false;
    // 0xff before a marker is a fill byte.
    offset += marker === 0xff ? 1 : 2 + bytes.readUInt16BE(offset + 2);
  }
  return false;
}
