/**
 * The records that cross every border of the engine.
 *
 * Page space: pixels at 250 per inch, origin top-left, y down, after page rotation, crop box and user unit.
 * PDF space (points, y up) never leaves `engine/source/`.
 */

import type { PagePrediction } from "./prediction.js";

/** Axis-aligned box in page space; `x0 <= x1`, `y0 <= y1`. */
export interface Box {
  x0: number;
  y0: number;
  x1: number;
  y1: number;
}

/** Page space is 250 px per inch (the vendor's raster); a PDF point is 250/72 px. */
export const PAGE_DPI = 250;
export const PX_PER_POINT = PAGE_DPI / 72;

// ---------------------------------------------------------------- evidence

export interface FontInfo {
  /** PostScript name without the subset prefix, e.g. `CMMI10`, `TimesNewRomanPS-BoldMT`; "" when the file gives none. */
  name: string;
  kind: "type1" | "cff" | "truetype" | "opentype" | "type3" | "unknown";
  bold: boolean;
  italic: boolean;
  monospace: boolean;
  serif: boolean;
  /** A font of mathematical symbols or letters (CMMI, CMSY, MSBM, Cambria Math, Symbol, MT-Extra …). */
  math: boolean;
  /** Encoding table that named the glyphs (`OML`, `OMS`, `OMX`, `MSB`, `OT1`, `T1`, `Symbol` …), if one was used. */
  encoding?: string | undefined;
  /** Fractions of the em above and below the baseline. */
  ascent: number;
  descent: number;
}

/** Where a glyph's `text` came from. `none`: identity unknown (`text` is ""). */
export type GlyphIdentity = "unicode" | "encoding" | "name" | "recognized" | "none";

export interface Glyph {
  /** Unicode text, ligatures resolved (`ffi`); " " for a space glyph; "" when unknown. */
  text: string;
  /** Glyph name in its encoding (`alpha`, `summationdisplay`, `parenleftbigg`, `uni2208`), when known. The maths parser reads it. */
  name?: string | undefined;
  identity: GlyphIdentity;
  /** Character code in the font, or -1. */
  code: number;
  /** Index into `PageEvidence.fonts`. */
  font: number;
  /** Font size in px (length of the em in page space, across the writing direction). */
  size: number;
  /** Pen position on the baseline. */
  x: number;
  y: number;
  /** How far the glyph itself moves the pen along the writing direction, px; spacing between characters is not in it. */
  advance: number;
  /** Writing direction, degrees clockwise from left-to-right; 0 for ordinary text. */
  angle: number;
  /** Ink box: of the outline when `exact`, else estimated from the metrics. A space has a zero-width box. */
  box: Box;
  exact: boolean;
  /** False for render mode 3 (an OCR layer), fully clipped or off-page text. */
  visible: boolean;
  /** Fill colour 0xRRGGBB. */
  color: number;
  /** Probability of the identity, 0–1; 1 for glyphs of a sound text layer. */
  confidence: number;
  /** Copies printed a hair beside it, which are not glyphs of their own: bold imitated (`\pmb` prints three). */
  overprints?: number | undefined;
  /** Set by layout: a letter of running text in a script that formulas use as well (Greek). */
  prose?: boolean | undefined;
  /** Set by recognition from pixels: the formula inside a line of text that it is part of, one object for all its glyphs. */
  formula?: RecognizedFormula | undefined;
}

/** A formula inside a line of text, as recognition saw it on the page image. */
export interface RecognizedFormula {
  /** Of the line, px. */
  baseline: number;
  /** What it says as a whole, and of how many glyphs it consists. */
  read?: { latex: string; confidence: number; confidenceRate: number; glyphs: number } | undefined;
}

/** Straight horizontal or vertical line or thin filled box. */
export interface Rule {
  box: Box;
  direction: "horizontal" | "vertical";
  /** px */
  thickness: number;
  color: number;
}

/** Filled area that is not a rule: table shading, panels, bars. */
export interface Fill {
  box: Box;
  color: number;
}

/** Placed raster image. */
export interface Picture {
  box: Box;
  /** Size of the embedded image in its own pixels. */
  pixelWidth: number;
  pixelHeight: number;
  /** True for a stencil (1-bit mask painted in one colour). */
  stencil: boolean;
}

/** Connected group of vector paths that are neither rules nor fills: a drawing, plot, logo. */
export interface Drawing {
  box: Box;
  /** Number of paths and of segments in the group. */
  paths: number;
  segments: number;
  /** Share of segments that are curves, 0–1. */
  curves: number;
}

export interface Link {
  box: Box;
  url: string;
}

/** Judgement of a page's text layer. */
export interface TextLayerVerdict {
  verdict: "trusted" | "partial" | "garbled" | "none";
  /** Why, in short sentences: "38 % of glyphs have no Unicode". */
  reasons: string[];
}

/** Everything known about a page before layout. Stays inside the worker. */
export interface PageEvidence {
  /** 1-based page number in the source. */
  page: number;
  /** px */
  width: number;
  height: number;
  fonts: FontInfo[];
  glyphs: Glyph[];
  rules: Rule[];
  fills: Fill[];
  pictures: Picture[];
  drawings: Drawing[];
  links: Link[];
  textLayer: TextLayerVerdict;
  /** What the layout net sees, when one is used. */
  prediction?: PagePrediction | undefined;
}

// ---------------------------------------------------------------- structure

/** Piece of a line. Text is plain Unicode, not escaped; escaping is the renderer's. */
export type Span =
  | {
      kind: "text";
      text: string;
      bold: boolean;
      italic: boolean;
      monospace: boolean;
      script?: "super" | "sub" | undefined;
    }
  | {
      kind: "math";
      latex: string;
      confidence: number;
      confidenceRate: number;
      /** Ink box of the formula's glyphs, where it was read from glyphs. */
      box?: Box | undefined;
    };

/**
 * How a line follows the line before it in the same block.
 * `start`: first of its block · `space`: same paragraph · `no_hyphen`: the line before ends in a soft hyphen that goes ·
 * `no_space`: join without a space, hyphen kept · `newline`: same block, real line break.
 */
export type Continuation = "start" | "space" | "no_hyphen" | "no_space" | "newline";

export interface TextLine {
  box: Box;
  /** y of the baseline in px (x for vertical text). */
  baseline: number;
  /** Dominant font size in px. */
  size: number;
  /** Dominant font name; heading classes are built from (font, size). */
  font: string;
  /** Multiple of 90, degrees clockwise. */
  angle: number;
  /** As printed, including a line-end hyphen. */
  spans: Span[];
  /** Shares of the characters, 0–1. */
  bold: number;
  italic: number;
  monospace: number;
  continuation: Continuation;
  /** Product and geometric mean of symbol probabilities. */
  confidence: number;
  confidenceRate: number;
}

interface BlockBase {
  /** Unique on the page and stable: the order of creation. Other blocks refer to it. */
  key: number;
  box: Box;
  /** 0: full width or outside columns; k: in the k-th column of the page, left to right, top band first. */
  column: number;
}

export type TextBlockKind =
  | "text"
  | "title"
  | "authors"
  | "abstract"
  | "section_header"
  | "list_item"
  | "footnote"
  | "quote"
  | "code"
  | "pseudocode"
  | "figure_label"
  | "page_info"
  | "equation_number"
  | "toc_row"
  | "form_field";

export interface TextBlock extends BlockBase {
  kind: TextBlockKind;
  lines: TextLine[];
  /** section_header: 1–6 once `layout/document` has run; 0 before. */
  level?: number | undefined;
  /** list_item: printed marker (`•`, `1.`, `(a)`), its kind and nesting depth from 0. The marker is not in `lines`. */
  marker?: { text: string; kind: "bullet" | "ordered"; depth: number } | undefined;
  /** text, list_item: continues the last block of this kind before it (previous column or page); how it joins. */
  continues?: Exclude<Continuation, "start"> | undefined;
  /** text: a further paragraph of the list item before it; the list stays open around it. */
  inItem?: boolean | undefined;
  /** page_info: why. */
  role?: "header" | "footer" | "page_number" | "margin_note" | "watermark" | undefined;
  /** page_info: what it is when no other page bears the guess out; text when absent. */
  otherwise?: "section_header" | undefined;
}

export interface PictureBlock extends BlockBase {
  kind: "diagram" | "chart";
  /** Lines printed inside the picture (not rendered). */
  lines: TextLine[];
  /** Keys of `figure_label` blocks. */
  captions: number[];
  /** Crop drawn for this block, see `Crop.key`. */
  crop: boolean;
}

/** Displayed formula. Without `latex` it is rendered as its crop. */
export interface MathBlock extends BlockBase {
  kind: "math";
  latex?: string | undefined;
  confidence: number;
  confidenceRate: number;
  /** Key of its `equation_number` block. */
  number?: number | undefined;
  /** Text as found on the page, for search when there is no LaTeX. */
  lines: TextLine[];
  crop: boolean;
}

export interface TableCell {
  row: number;
  column: number;
  rowSpan: number;
  colSpan: number;
  box: Box;
  /** Content lines top to bottom; [] for an empty cell (not listed in lines.json). */
  lines: TextLine[];
  /** Picture printed in the cell. */
  picture?: CellPicture | undefined;
  align: "l" | "c" | "r";
}

export interface CellPicture {
  /** Of its crop: below 0, where no block has its key; unique on the page. */
  key: number;
  box: Box;
}

/** Grid of a table. Row and column bands are in page space; rules say which borders are printed. */
export interface TableGrid {
  rows: Box[];
  columns: Box[];
  cells: TableCell[];
  /** `horizontal[r][c]`: printed rule above row r in column c (r = rows.length: below the last). Likewise `vertical[r][c]` left of column c. */
  horizontal: boolean[][];
  vertical: boolean[][];
  columnAlign: ("l" | "c" | "r")[];
}

/** Table. Without `grid` it is rendered as its crop. */
export interface TableBlock extends BlockBase {
  kind: "table";
  grid?: TableGrid | undefined;
  captions: number[];
  lines: TextLine[];
  crop: boolean;
}

export type Block = TextBlock | PictureBlock | MathBlock | TableBlock;

/** One page after layout: blocks in reading order. Plain data, JSON-safe: what workers return and the spool stores. */
export interface PageLayout {
  page: number;
  width: number;
  height: number;
  /** Column boxes in order of `BlockBase.column` (index k-1). Empty for a one-column page. */
  columns: Box[];
  blocks: Block[];
  textLayer: TextLayerVerdict;
  /** Which witness the text came from, and why. */
  textSource: { source: "embedded" | "ocr" | "none"; reason: string };
  /** BCP 47 codes, most frequent first; may be empty. */
  languages: string[];
}

/** JPEG crop drawn in the worker. */
export interface Crop {
  /** `BlockBase.key` of the block it shows, or `CellPicture.key`. */
  key: number;
  kind: "figure" | "equation" | "table";
  /** Integer region in page space, as printed in lines.json. */
  region: { top_left_x: number; top_left_y: number; width: number; height: number };
  jpeg: Uint8Array;
  pixelWidth: number;
  pixelHeight: number;
}
