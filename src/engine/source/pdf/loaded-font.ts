import type { Box, FontInfo, GlyphIdentity } from "../../../page.js";
import { describeFont, fontName } from "./describe-font.js";
import { estimateBox } from "./estimate-box.js";
import type { ObjectStore, PdfFont, PdfGlyph } from "./font-object.js";
import { readFontProgram } from "./font-program.js";
import { GlyphIdentifier } from "./identify-glyph.js";
import { cover, type Matrix, mapBox } from "./matrix.js";
import { outlineBox } from "./outline-box.js";
import { hasToUnicode } from "./to-unicode.js";
import { type3Box } from "./type3-box.js";
import { recognizeType3Family, type Type3Family } from "./type3-family.js";

/** What one character code of a font shows; computed once per font. Lengths in em (text space), y up. */
export interface FontChar {
  code: number;
  text: string;
  name: string | undefined;
  identity: GlyphIdentity;
  confidence: number;
  advance: number;
  /** Ink relative to the pen; undefined for a blank glyph. */
  box: Box | undefined;
  exact: boolean;
  /** Takes word spacing (ISO 32000-1, 9.3.3). */
  wordSpace: boolean;
  /** Vertical writing: shift of the origin, and advance downwards. */
  originX: number;
  originY: number;
  advanceY: number;
}

/** Codes below are control characters where a font has no other use for them. */
const FIRST_PRINTED = 32;
const DEFAULT_FONT_MATRIX: Matrix = [0.001, 0, 0, 0.001, 0, 0];

/** A font of the document with its characters decoded on demand. Lives as long as the document is open. */
export class LoadedFont {
  readonly info: FontInfo;
  readonly vertical: boolean;
  /**
   * Em in units of the nominal size. Fonts of outlines are drawn for an em of 1; bitmap fonts have any unit, often a pixel of the
   * printer they were made for.
   */
  readonly em: number;
  /** Codes are glyph ids and nothing says what they mean. */
  readonly shownByGlyphId: boolean;
  private readonly chars = new Map<number, FontChar>();
  private readonly font: PdfFont;
  private readonly matrix: Matrix;
  private readonly identifier: GlyphIdentifier;

  constructor(font: PdfFont) {
    this.font = font;
    this.matrix = (font.fontMatrix as Matrix | undefined) ?? DEFAULT_FONT_MATRIX;
    this.vertical = font.vertical === true;
    this.shownByGlyphId = font.composite === true && font.type === "CIDFontType2" && !hasToUnicode(font);
    const program = font.data && readFontProgram(font.data);
    const type3 = font.isType3Font ? recognizeType3Family(font) : undefined;
    this.identifier = new GlyphIdentifier(font, fontName(font), program, type3);
    this.em = font.isType3Font ? type3Em(font, this.matrix[0], type3?.em) : 1;
    this.info = { ...describeFont(font, program, this.identifier.family), ...(type3 && styleOf(type3)) };
  }

  char(glyph: PdfGlyph, objects: ObjectStore): FontChar {
    // One code can appear with and without word spacing in fonts of mixed code lengths.
    const key = glyph.originalCharCode * 2 + (glyph.isSpace ? 1 : 0);
    let char = this.chars.get(key);
    if (char === undefined) {
      char = this.decode(glyph, objects);
      this.chars.set(key, char);
    }
    return char;
  }

  private decode(glyph: PdfGlyph, objects: ObjectStore): FontChar {
    const { text, name, identity, confidence } = this.identifier.identify(glyph);
    const advance = glyph.width * this.matrix[0];
    // Some fonts draw their .notdef box for the space; those that stand in for a font that is not in the file, for line ends.
    const control = text === "" && name === undefined && advance === 0 && glyph.originalCharCode < FIRST_PRINTED;
    const blank = control || (text !== "" && text.trim() === "");
    const outline = blank ? undefined : this.font.isType3Font ? this.type3Outline(glyph) : this.outline(glyph, objects);
    const vmetric = glyph.vmetric ?? this.font.defaultVMetrics;
    const unit = this.matrix[0];
    return {
      code: glyph.originalCharCode,
      text,
      name,
      identity,
      confidence,
      advance,
      box: outline ?? (blank || !this.painted(glyph) ? undefined : estimateBox(text, advance)),
      exact: outline !== undefined,
      wordSpace: glyph.isSpace,
      originX: this.vertical ? -(glyph.vmetric ? vmetric![1]! : glyph.width * 0.5) * unit : 0,
      originY: this.vertical && vmetric ? -vmetric[2]! * unit : 0,
      advanceY: this.vertical && vmetric ? -vmetric[0]! * unit : 0,
    };
  }

  /** False when the font program is there and has an empty outline for the code. */
  private painted(glyph: PdfGlyph): boolean {
    return this.font.missingFile === true || glyph.isInFont || this.font.isType3Font === true;
  }

  private outline(glyph: PdfGlyph, objects: ObjectStore): Box | undefined {
    const box = this.pathBox(glyph.fontChar, objects);
    if (!glyph.accent) return box;
    const accent = this.pathBox(glyph.accent.fontChar, objects);
    if (!accent) return box;
    const { x, y } = glyph.accent.offset;
    const moved = { x0: accent.x0 + x, y0: accent.y0 + y, x1: accent.x1 + x, y1: accent.y1 + y };
    if (box) cover(moved, box);
    return moved;
  }

  private pathBox(fontChar: string, objects: ObjectStore): Box | undefined {
    const id = `${this.font.loadedName}_path_${fontChar}`;
    if (!objects.has(id)) return undefined;
    const info = objects.get(id) as { path: ArrayLike<number> } | null;
    return info?.path ? outlineBox(info.path) : undefined;
  }

  private type3Outline(glyph: PdfGlyph): Box | undefined {
    const proc = this.font.charProcOperatorList?.[glyph.operatorListId ?? ""];
    const box = proc && type3Box(proc);
    return box && mapBox(this.matrix, box.x0, box.y0, box.x1, box.y1);
  }
}

/** Text has letters of half an em on average; a nominal size within this factor of what that gives is taken at its word. */
const PLAUSIBLE_EM = 3;

/** `em`: in glyph units, where the font is known. */
function type3Em({ widths }: PdfFont, unit: number, em: number | undefined): number {
  const known = Object.values(widths ?? {})
    .filter((width) => width > 0)
    .sort((a, b) => a - b);
  const guess = Math.abs(unit * (em ?? 2 * (known[known.length >> 1] ?? 0)));
  return guess > PLAUSIBLE_EM || (guess > 0 && guess < 1 / PLAUSIBLE_EM) ? guess : 1;
}

function styleOf({ bold, italic, monospace, math }: Type3Family): Partial<FontInfo> {
  return { bold, italic, monospace, math, serif: true };
}
