import { crc32 } from "node:zlib";
import { InternalError } from "../errors.js";
import type { Crop } from "../page.js";
import type { FinishedPage } from "./pool/messages.js";

/**
 * A finished page as one file: magic, CRC-32 of the rest, length of the JSON head, head, bytes of the crops in order.
 * Numbers are unsigned 32-bit, little-endian. The sum tells a page cut off by a power failure from a sound one.
 */
const MAGIC = Buffer.from("MMDPAGE1");
const HEAD_OFFSET = MAGIC.length + 8;

interface Head extends Omit<FinishedPage, "crops"> {
  crops: (Omit<Crop, "jpeg"> & { bytes: number })[];
}

export function encodePage({ crops, ...page }: FinishedPage): Buffer {
  const head: Head = { ...page, crops: crops.map(({ jpeg, ...crop }) => ({ ...crop, bytes: jpeg.byteLength })) };
  const json = Buffer.from(JSON.stringify(head));
  const length = Buffer.alloc(4);
  length.writeUInt32LE(json.length);
  const body = Buffer.concat([length, json, ...crops.map((crop) => crop.jpeg)]);
  const sum = Buffer.alloc(4);
  sum.writeUInt32LE(crc32(body));
  return Buffer.concat([MAGIC, sum, body]);
}

/** @throws InternalError `corrupt_spool` when the bytes are not a whole page */
export function decodePage(bytes: Buffer): FinishedPage {
  const sound =
    bytes.length >= HEAD_OFFSET &&
    bytes.subarray(0, MAGIC.length).equals(MAGIC) &&
    bytes.readUInt32LE(MAGIC.length) === crc32(bytes.subarray(MAGIC.length + 4));
  if (!sound) throw new InternalError("corrupt_spool", "A stored page is cut off or damaged", { stage: "write" });
  const length = bytes.readUInt32LE(MAGIC.length + 4);
  const head = JSON.parse(bytes.subarray(HEAD_OFFSET, HEAD_OFFSET + length).toString()) as Head;
  let offset = HEAD_OFFSET + length;
  const crops = head.crops.map(({ bytes: size, ...crop }) => {
    const jpeg = new Uint8Array(bytes.subarray(offset, offset + size));
    offset += size;
    return { ...crop, jpeg };
  });
  return { ...head, crops };
}
