/** Shapes of what pdf.js 5.6 hands out for fonts and glyphs (`fontExtraProperties: true`). */

/** Glyph inside a `showText` argument. */
export interface PdfGlyph {
  originalCharCode: number;
  /** Key of the outline in `commonObjs`: `<loadedName>_path_<fontChar>`. */
  fontChar: string;
  unicode: string;
  accent: { fontChar: string; offset: { x: number; y: number } } | null;
  /** 1/1000 em, or glyph space of a Type 3 font. */
  width: number;
  /** Vertical writing: [advance, origin x, origin y], 1/1000 em. */
  vmetric: number[] | undefined;
  /** Type 3: key of the glyph's operator list. */
  operatorListId: string | undefined;
  /** A single-byte code 32: takes word spacing. */
  isSpace: boolean;
  /** False when the font program has no such glyph; pdf.js then paints nothing. */
  isInFont: boolean;
}

export interface CharProc {
  fnArray: number[];
  argsArray: unknown[];
}

/** Font object in `commonObjs`. */
export interface PdfFont {
  name: string;
  loadedName: string;
  type: string | undefined;
  subtype: string | undefined;
  mimetype: string | undefined;
  isType3Font: boolean | undefined;
  missingFile: boolean | undefined;
  bold: boolean | undefined;
  black: boolean | undefined;
  italic: boolean | undefined;
  isMonospace: boolean | undefined;
  isSerifFont: boolean | undefined;
  isSymbolicFont: boolean | undefined;
  vertical: boolean | undefined;
  composite: boolean | undefined;
  ascent: number;
  descent: number;
  bbox: number[] | undefined;
  fontMatrix: number[] | undefined;
  defaultVMetrics: number[] | undefined;
  /** Code → glyph name of the PDF's own /Differences. */
  differences: Record<number, string> | undefined;
  defaultEncoding: string[] | undefined;
  widths: Record<number, number> | undefined;
  /** Of characters without a width of their own. */
  defaultWidth: number | undefined;
  toUnicode: object | undefined;
  /** Font program as OpenType, repaired or converted by pdf.js. */
  data: Uint8Array | undefined;
  charProcOperatorList: Record<string, CharProc> | undefined;
}

/** `page.commonObjs` and `page.objs`. */
export interface ObjectStore {
  has(id: string): boolean;
  /** The object, which must be there; or, with `callback`, once it is there (null: it could not be decoded). */
  get(id: string, callback?: (object: unknown) => void): unknown;
}

/** A page's own objects and those of the document; the latter's ids start with "g_". */
export interface ObjectStores {
  objs: ObjectStore;
  commonObjs: ObjectStore;
}
