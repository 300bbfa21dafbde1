import { type PdfFile, utf16 } from "./pdf-file.js";

/** Advance of every character, thousandths of the font size. */
export const ADVANCE = 500;
/** What reaches above and below the baseline, thousandths; together one font size, so that a line's size is its box's height. */
export const ASCENT = 800;
export const DESCENT = 200;
/** Codes have two bytes; 0 is kept free. */
const MAX_CODES = 0xffff;
/** Entries that one section of a character map may hold (Adobe Technical Note 5411). */
const MAP_SECTION = 100;

/**
 * A font without shapes for text that is only found and copied: each character that occurs gets a code of its own, all codes show the
 * same empty glyph, and a ToUnicode map gives the characters back. It is written when all text is known.
 */
export class InvisibleFont {
  private readonly codes = new Map<string, number>();

  /** Codes of a text as a hexadecimal string; characters beyond the 65,535th different one are left out. */
  encode(text: string): { hex: string; length: number } {
    let hex = "";
    let length = 0;
    for (const char of text) {
      let code = this.codes.get(char);
      if (code === undefined) {
        if (this.codes.size >= MAX_CODES) continue;
        code = this.codes.size + 1;
        this.codes.set(char, code);
      }
      hex += code.toString(16).padStart(4, "0");
      length++;
    }
    return { hex, length };
  }

  /** Writes the font as the object `number`. */
  async write(pdf: PdfFile, number: number): Promise<void> {
    const program = emptyTrueType();
    const file = await pdf.deflated(`/Length1 ${program.byteLength}`, program);
    const toGlyph = await pdf.deflated("", Buffer.from("0000".concat("0001".repeat(this.codes.size)), "hex"));
    const toUnicode = await pdf.deflated("", this.characterMap());
    const descriptor = await pdf.object(
      `<< /Type /FontDescriptor /FontName /Invisible /Flags 4 /FontBBox [0 -${DESCENT} ${ADVANCE} ${ASCENT}] /ItalicAngle 0 ` +
        `/Ascent ${ASCENT} /Descent -${DESCENT} /CapHeight ${ASCENT} /StemV 80 /FontFile2 ${file} 0 R >>`,
    );
    const descendant = await pdf.object(
      `<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Invisible /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) ` +
        `/Supplement 0 >> /FontDescriptor ${descriptor} 0 R /DW ${ADVANCE} /CIDToGIDMap ${toGlyph} 0 R >>`,
    );
    await pdf.object(
      `<< /Type /Font /Subtype /Type0 /BaseFont /Invisible /Encoding /Identity-H /DescendantFonts [${descendant} 0 R] ` +
        `/ToUnicode ${toUnicode} 0 R >>`,
      number,
    );
  }

  private characterMap(): string {
    const entries = [...this.codes].map(([char, code]) => `<${code.toString(16).padStart(4, "0")}> <${utf16(char)}>`);
    const sections: string[] = [];
    for (let at = 0; at < entries.length; at += MAP_SECTION) {
      const section = entries.slice(at, at + MAP_SECTION);
      sections.push(`${section.length} beginbfchar\n${section.join("\n")}\nendbfchar`);
    }
    return [
      "/CIDInit /ProcSet findresource begin",
      "12 dict begin",
      "begincmap",
      "/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def",
      "/CMapName /Adobe-Identity-UCS def",
      "/CMapType 2 def",
      "1 begincodespacerange\n<0000> <ffff>\nendcodespacerange",
      ...sections,
      "endcmap",
      "CMapName currentdict /CMap defineresource pop",
      "end",
      "end",
    ].join("\n");
  }
}

/** A TrueType font of two empty glyphs with all tables that readers ask for (Apple TrueType Reference Manual, chapter 6). */
function emptyTrueType(): Uint8Array {
  const tables: [string, Uint8Array][] = [
    [
      "OS/2",
      words(3, ADVANCE, 400, 5, ...zeros(27), 0x40, 0, 0xffff, ASCENT, -DESCENT, 0, ASCENT, DESCENT, ...zeros(9)),
    ],
    ["cmap", words(0, 1, 3, 1, 0, 12, 4, 24, 0, 2, 2, 0, 0, 0xffff, 0, 0xffff, 1, 0)],
    // one byte of nothing: an empty table is taken for a missing one
    ["glyf", words(0)],
    [
      "head",
      words(1, 0, 1, 0, 0, 0, 0x5f0f, 0x3cf5, 0, 1000, ...zeros(8), 0, -DESCENT, ADVANCE, ASCENT, 0, 8, 2, 0, 0),
    ],
    ["hhea", words(1, 0, ASCENT, -DESCENT, 0, ADVANCE, 0, 0, ADVANCE, 1, ...zeros(6), 0, 2)],
    ["hmtx", words(ADVANCE, 0, ADVANCE, 0)],
    ["loca", words(0, 0, 0)],
    ["maxp", words(1, 0, 2, ...zeros(4), 1, ...zeros(8))],
    ["name", nameTable("Invisible")],
    ["post", words(3, 0, 0, 0, 0, 0, ...zeros(10))],
  ];
  const parts: Uint8Array[] = [words(1, 0, tables.length, 128, 3, tables.length * 16 - 128)];
  let offset = 12 + 16 * tables.length;
  for (const [tag, data] of tables) {
    const entry = Buffer.alloc(16);
    entry.write(tag, "latin1");
    entry.writeUInt32BE(checksum(data), 4);
    entry.writeUInt32BE(offset, 8);
    entry.writeUInt32BE(data.byteLength, 12);
    parts.push(entry);
    offset += padded(data).byteLength;
  }
  const font = Buffer.concat([...parts, ...tables.map(([, data]) => padded(data))]);
  const head = 12 + 16 * tables.length + sizeBefore(tables, "head");
  font.writeUInt32BE((0xb1b0afba - checksum(font)) >>> 0, head + 8);
  return font;
}

/** Names of family, style and font for Windows in English. */
function nameTable(name: string): Uint8Array {
  const text = Buffer.from(utf16(name), "hex");
  const records = [1, 2, 4, 6].flatMap((id) => [3, 1, 0x409, id, text.byteLength, 0]);
  return Buffer.concat([words(0, 4, 6 + records.length * 2, ...records), text]);
}

const zeros = (count: number): number[] => Array.from({ length: count }, () => 0);

function words(...values: number[]): Uint8Array {
  const data = Buffer.alloc(values.length * 2);
  for (const [at, value] of values.entries()) data.writeUInt16BE(value & 0xffff, at * 2);
  return data;
}

const padded = (data: Uint8Array) => Buffer.concat([data, Buffer.alloc((4 - (data.byteLength % 4)) % 4)]);

function checksum(data: Uint8Array): number {
  const whole = padded(data);
  let sum = 0;
  for (let at = 0; at < whole.byteLength; at += 4) sum = (sum + whole.readUInt32BE(at)) >>> 0;
  return sum;
}

function sizeBefore(tables: readonly [string, Uint8Array][], tag: string): number {
  const at = tables.findIndex(([name]) => name === tag);
  return tables.slice(0, at).reduce((size, [, data]) => size + padded(data).byteLength, 0);
}
