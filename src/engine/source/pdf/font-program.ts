import { cffGlyphNames } from "./cff-names.js";

/** What a font program says about itself and its glyphs. Read from the OpenType file pdf.js makes of every font. */
export interface FontProgram {
  /** `usWeightClass` of fonts that came as TrueType or OpenType, else undefined. */
  weight: number | undefined;
  bold: boolean;
  italic: boolean;
  /** Whether its glyphs have names. pdf.js loses the name of one glyph of a Type 1 font when it is a standard one (`plus`). */
  readonly named: boolean;
  /** Name of the glyph that pdf.js shows for a `fontChar`. */
  nameOf(fontChar: string): string | undefined;
}

/** Reads names and style flags; undefined when the data is no OpenType file. */
export function readFontProgram(data: Uint8Array): FontProgram | undefined {
  try {
    return parse(data);
  } catch (cause) {
    // A cut-off table: DataView refuses to read past the end.
    if (cause instanceof RangeError) return undefined;
    throw cause;
  }
}

function parse(data: Uint8Array): FontProgram | undefined {
  const view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  const tables = readDirectory(view);
  const head = tables.get("head");
  const post = tables.get("post");
  const os2 = tables.get("OS/2");
  const cff = tables.get("CFF ");
  if (!head && !cff) return undefined;
  const macStyle = head ? view.getUint16(head.offset + 44) : 0;
  // Fonts that came as Type 1 carry the constant weight that pdf.js writes.
  const weight = os2 && !cff ? view.getUint16(os2.offset + 4) : undefined;
  const italicAngle = post ? view.getInt32(post.offset + 4) / 65_536 : 0;
  let names: string[] | undefined;
  let glyphs: Map<number, number> | undefined;
  const load = () => {
    names ??= cff
      ? cffGlyphNames(data.subarray(cff.offset, cff.offset + cff.length))
      : post
        ? readPostNames(view, post)
        : [];
    return names;
  };
  return {
    weight,
    get named() {
      return load().length > 0;
    },
    bold: (macStyle & 1) !== 0 || (weight !== undefined && weight >= 600 && weight <= 1000),
    italic: (macStyle & 2) !== 0 || Math.abs(italicAngle) > 1,
    nameOf(fontChar) {
      const loaded = load();
      if (loaded.length === 0) return undefined;
      glyphs ??= readCmap(view, tables.get("cmap"));
      const name = loaded[glyphs.get(fontChar.codePointAt(0) ?? -1) ?? -1];
      return name === "" || name === ".notdef" ? undefined : name;
    },
  };
}

interface Table {
  offset: number;
  length: number;
}

function readDirectory(view: DataView): Map<string, Table> {
  const tables = new Map<string, Table>();
  const count = view.getUint16(4);
  for (let i = 0; i < count; i++) {
    const at = 12 + i * 16;
    const tag = String.fromCharCode(
      view.getUint8(at),
      view.getUint8(at + 1),
      view.getUint8(at + 2),
      view.getUint8(at + 3),
    );
    const offset = view.getUint32(at + 8);
    const length = view.getUint32(at + 12);
    if (offset + length <= view.byteLength) tables.set(tag, { offset, length });
  }
  return tables;
}

/** Code point → glyph id from the format 4 and 12 subtables, the two that pdf.js writes. */
function readCmap(view: DataView, table: Table | undefined): Map<number, number> {
  const glyphs = new Map<number, number>();
  if (!table) return glyphs;
  const count = view.getUint16(table.offset + 2);
  for (let i = 0; i < count; i++) {
    const at = table.offset + view.getUint32(table.offset + 4 + i * 8 + 4);
    const format = view.getUint16(at);
    if (format === 4) readSegments(view, at, glyphs);
    else if (format === 12) readGroups(view, at, glyphs);
  }
  return glyphs;
}

function readSegments(view: DataView, at: number, glyphs: Map<number, number>): void {
  const count = view.getUint16(at + 6) / 2;
  // Segments of a sound table do not overlap, so they never hold more than all codes together.
  let budget = 0x1_0000;
  for (let s = 0; s < count; s++) {
    const end = view.getUint16(at + 14 + s * 2);
    const start = view.getUint16(at + 16 + (count + s) * 2);
    const delta = view.getUint16(at + 16 + (2 * count + s) * 2);
    const rangeAt = at + 16 + (3 * count + s) * 2;
    const range = view.getUint16(rangeAt);
    if (start === 0xffff) continue;
    for (let code = start; code <= end && budget > 0; code++, budget--) {
      const glyph = range === 0 ? code + delta : view.getUint16(rangeAt + range + (code - start) * 2) + delta;
      if (!glyphs.has(code)) glyphs.set(code, glyph & 0xffff);
    }
  }
}

function readGroups(view: DataView, at: number, glyphs: Map<number, number>): void {
  const count = view.getUint32(at + 12);
  // As many codes as a font can have glyphs.
  let budget = 0x1_0000;
  for (let g = 0; g < count; g++) {
    const start = view.getUint32(at + 16 + g * 12);
    const end = view.getUint32(at + 20 + g * 12);
    const first = view.getUint32(at + 24 + g * 12);
    for (let code = start; code <= end && budget > 0; code++, budget--) {
      if (!glyphs.has(code)) glyphs.set(code, first + code - start);
    }
  }
}

/** Names beyond Macintosh's standard 258, which are all that subset fonts keep apart from letters. */
function readPostNames(view: DataView, table: Table): string[] {
  if (view.getUint32(table.offset) !== 0x0002_0000) return [];
  const count = view.getUint16(table.offset + 32);
  const strings: string[] = [];
  const end = table.offset + table.length;
  for (let at = table.offset + 34 + count * 2; at < end; ) {
    const length = view.getUint8(at);
    let name = "";
    for (let i = 1; i <= length && at + i < end; i++) name += String.fromCharCode(view.getUint8(at + i));
    strings.push(name);
    at += length + 1;
  }
  const names: string[] = [];
  for (let glyph = 0; glyph < count; glyph++) {
    const index = view.getUint16(table.offset + 34 + glyph * 2);
    names.push(index < 258 ? macGlyphName(index) : (strings[index - 258] ?? ""));
  }
  return names;
}

/** The printable ASCII part of the standard Macintosh order: glyph 3 is the space, 36 is "A" (TrueType, `post`). */
function macGlyphName(index: number): string {
  const code = index + 29;
  const letter = String.fromCharCode(code);
  return /^[A-Za-z]$/.test(letter) && index >= 3 && index <= 97 ? letter : "";
}
