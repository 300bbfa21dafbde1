import { CFF_STANDARD_STRINGS } from "../encodings/cff-standard-strings.js";

/** Glyphs read from one font program; CFF allows 65,535. */
const MAX_GLYPHS = 65_535;

/**
 * Names of the glyphs of a CFF font by glyph id (Adobe Technical Note 5176, sections 5, 10 and 13). Empty for CID-keyed
 * fonts, whose charset holds numbers, for predefined charsets and for damaged data.
 */
export function cffGlyphNames(data: Uint8Array): string[] {
  try {
    return new CffReader(data).glyphNames();
  } catch (cause) {
    if (cause instanceof RangeError) return [];
    throw cause;
  }
}

interface Index {
  /** Start and end of each item in the data. */
  items: [number, number][];
  end: number;
}

const CHARSET = 15;
const CHAR_STRINGS = 17;
/** Escaped operator 12 30: marks a CID-keyed font. */
const ROS = 1230;

/** Strings that pdf.js puts before the glyph names of a Type 1 font: version, notice, two names, weight ("Medium"). */
const TYPE1_STRINGS = 5;

class CffReader {
  private readonly view: DataView;

  constructor(private readonly data: Uint8Array) {
    this.view = new DataView(data.buffer, data.byteOffset, data.byteLength);
  }

  glyphNames(): string[] {
    const names = this.index(this.view.getUint8(2));
    const dicts = this.index(names.end);
    const strings = this.index(dicts.end);
    const top = dicts.items[0];
    if (!top) return [];
    const dict = this.dict(...top);
    const charset = dict.get(CHARSET) ?? 0;
    const charStrings = dict.get(CHAR_STRINGS);
    // 0–2 are the predefined charsets of Adobe's own fonts.
    if (dict.has(ROS) || charset <= 2 || charStrings === undefined) return [];
    const count = Math.min(this.view.getUint16(charStrings), MAX_GLYPHS);
    return this.unshifted(this.charset(charset, count), strings).map((sid) => this.text(sid, strings));
  }

  private index(at: number): Index {
    const count = this.view.getUint16(at);
    if (count === 0) return { items: [], end: at + 2 };
    const size = this.view.getUint8(at + 2);
    const offset = (i: number) => {
      let value = 0;
      for (let k = 0; k < size; k++) value = value * 256 + this.view.getUint8(at + 3 + i * size + k);
      return value;
    };
    const base = at + 2 + (count + 1) * size;
    const items: [number, number][] = [];
    for (let i = 0; i < count; i++) items.push([base + offset(i), base + offset(i + 1)]);
    return { items, end: base + offset(count) };
  }

  /** Integer operands of a DICT by operator; escaped operators are 1200 + the second byte. */
  private dict(from: number, to: number): Map<number, number> {
    const entries = new Map<number, number>();
    let operand = 0;
    for (let i = from; i < to; ) {
      const b = this.view.getUint8(i++);
      if (b <= 21) {
        entries.set(b === 12 ? 1200 + this.view.getUint8(i++) : b, operand);
        operand = 0;
      } else if (b === 28) {
        operand = this.view.getInt16(i);
        i += 2;
      } else if (b === 29) {
        operand = this.view.getInt32(i);
        i += 4;
      } else if (b === 30) {
        // A real number ends with a nibble f; none of the operators wanted takes one.
        while (i < to && (this.view.getUint8(i) & 0x0f) !== 0x0f && this.view.getUint8(i) >> 4 !== 0x0f) i++;
        i++;
      } else if (b >= 32 && b <= 246) operand = b - 139;
      else if (b >= 247 && b <= 250) operand = (b - 247) * 256 + this.view.getUint8(i++) + 108;
      else if (b >= 251 && b <= 254) operand = -(b - 251) * 256 - this.view.getUint8(i++) - 108;
    }
    return entries;
  }

  private charset(at: number, count: number): number[] {
    const format = this.view.getUint8(at);
    const sids = [0];
    let i = at + 1;
    if (format === 0) {
      for (; sids.length < count; i += 2) sids.push(this.view.getUint16(i));
      return sids;
    }
    while (sids.length < count) {
      const first = this.view.getUint16(i);
      const left = format === 1 ? this.view.getUint8(i + 2) : this.view.getUint16(i + 2);
      i += format === 1 ? 3 : 4;
      for (let k = 0; k <= left && sids.length < count; k++) sids.push(first + k);
    }
    return sids;
  }

  /**
   * pdf.js 5.6 writes the charset of the fonts it converts with ".notdef" at glyph 1 and every name one glyph late. The
   * last name falls off. In fonts that were Type 1 it is the last string, unless it is a standard one.
   */
  private unshifted(sids: number[], strings: Index): number[] {
    if (sids.length < 2 || sids[1] !== 0) return sids;
    const first = CFF_STANDARD_STRINGS.length;
    const last = first + strings.items.length - 1;
    const wasType1 = this.text(first + TYPE1_STRINGS - 1, strings) === "Medium";
    const lost = wasType1 && last >= first + TYPE1_STRINGS && !sids.includes(last) ? last : 0;
    return [...sids.slice(1), lost];
  }

  private text(sid: number, strings: Index): string {
    const standard = CFF_STANDARD_STRINGS[sid];
    if (standard !== undefined) return standard;
    const item = strings.items[sid - CFF_STANDARD_STRINGS.length];
    return item ? String.fromCharCode(...this.data.subarray(item[0], Math.min(item[1], item[0] + 64))) : "";
  }
}
