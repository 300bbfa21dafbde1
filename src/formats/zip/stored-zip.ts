import { crc32, deflateRawSync } from "node:zlib";

export interface ZipEntry {
  /** Path with forward slashes; a trailing slash makes a folder. */
  path: string;
  bytes: Uint8Array;
  /** Deflated; else stored. */
  compress?: boolean;
}

/** 1980-01-01 00:00, the first time a ZIP can name: the same input gives the same bytes. */
const FIXED_TIME = 0;
const FIXED_DATE = (1 << 5) | 1;
/** Version 2.0; names are UTF-8. */
const VERSION = 20;
const UTF8 = 0x0800;
const STORED = 0;
const DEFLATED = 8;
const MAX_SIZE = 0xffffffff;
const MAX_ENTRIES = 0xffff;

/**
 * ZIP archive with entries stored in the given order, undated, compressed only where asked for.
 * @throws RangeError for archives beyond 4 GiB or 65,535 entries, which the plain format cannot hold
 */
export function storedZip(entries: readonly ZipEntry[]): Uint8Array {
  if (entries.length > MAX_ENTRIES)
    throw new RangeError(`Expected at most ${MAX_ENTRIES} zip entries but received ${entries.length}`);
  const encoder = new TextEncoder();
  const parts: Uint8Array[] = [];
  const directory: Uint8Array[] = [];
  let offset = 0;
  for (const { path, bytes: content, compress } of entries) {
    const name = encoder.encode(path);
    const bytes = compress ? deflateRawSync(content) : content;
    const facts = {
      name,
      sum: crc32(content),
      packed: bytes.length,
      length: content.length,
      compress: compress === true,
    };
    const local = header(0x04034b50, 30, facts);
    const central = header(0x02014b50, 46, facts);
    const view = new DataView(central.buffer);
    view.setUint32(38, path.endsWith("/") ? 0x10 : 0, true);
    view.setUint32(42, offset, true);
    parts.push(local, bytes);
    directory.push(central);
    offset += local.length + bytes.length;
    if (offset > MAX_SIZE) throw new RangeError(`Expected a zip of at most ${MAX_SIZE} bytes but it grew to ${offset}`);
  }
  const directorySize = directory.reduce((size, part) => size + part.length, 0);
  const end = new DataView(new ArrayBuffer(22));
  end.setUint32(0, 0x06054b50, true);
  end.setUint16(8, entries.length, true);
  end.setUint16(10, entries.length, true);
  end.setUint32(12, directorySize, true);
  end.setUint32(16, offset, true);
  return concat([...parts, ...directory, new Uint8Array(end.buffer)]);
}

/** Local and central headers share their fields; the central one has `made by` in front and more behind. */
function header(
  signature: number,
  size: number,
  facts: { name: Uint8Array; sum: number; packed: number; length: number; compress: boolean },
): Uint8Array {
  const { name, sum, packed, length, compress } = facts;
  const bytes = new Uint8Array(size + name.length);
  const view = new DataView(bytes.buffer);
  view.setUint32(0, signature, true);
  let at = 4;
  const short = (value: number) => {
    view.setUint16(at, value, true);
    at += 2;
  };
  const long = (value: number) => {
    view.setUint32(at, value, true);
    at += 4;
  };
  if (size === 46) short(VERSION);
  short(VERSION);
  short(UTF8);
  short(compress ? DEFLATED : STORED);
  short(FIXED_TIME);
  short(FIXED_DATE);
  long(sum);
  long(packed);
  long(length);
  short(name.length);
  bytes.set(name, size);
  return bytes;
}

function concat(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((size, part) => size + part.length, 0));
  let at = 0;
  for (const part of parts) {
    whole.set(part, at);
    at += part.length;
  }
  return whole;
}
