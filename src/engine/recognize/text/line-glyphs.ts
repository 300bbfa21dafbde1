import type { Box, Glyph, RecognizedFormula } from "../../../page.js";
import { type SignCharacter, signCharacter } from "../sign-character.js";
import { isGrammarMark, type LineSymbol, opensFormula } from "./decode-line.js";
import type { PitchGrid } from "./fixed-pitch.js";
import { BOLD, MATHS, MONOSPACE, REGULAR } from "./recognized-fonts.js";

/** x-height over font size, mean of book faces. */
const X_HEIGHT_SHARE = 0.45;
/** Script size and shifts in sizes of the base, as TeX's fonts set them. */
const SCRIPT_SIZE = 0.7;
const SUPERSCRIPT_RISE = 0.38;
const SUBSCRIPT_DROP = 0.18;
/**
 * A symbol reaches no further than this from its peak, frame columns: letters of a word touch, for the net writes its blanks, and the peaks
 * of `MM` stand up to 30 columns apart.
 */
const MOST_HALF = 15;

export interface LinePlace {
  /** Page px of the baseline at a page x. */
  baselineAt(x: number): number;
  /** Page x of a frame column. */
  xAt(column: number): number;
  /** px */
  xHeight: number;
  /** Cells of the characters where all are as wide, page space px: the line is of plain text then, whatever formulas the net saw. */
  grid?: PitchGrid | undefined;
}

const STYLED = /^\\math(rm|bf|bb|cal|scr|frak)\{(.)\}$/u;
const ALPHABET_START: Record<string, [number, number]> = {
  bb: [0x1d538, 0x1d552],
  cal: [0x1d49c, 0x1d4b6],
  scr: [0x1d49c, 0x1d4b6],
  frak: [0x1d504, 0x1d51e],
};
/** Letters Unicode had before the alphabets block. */
const LETTERLIKE: Record<string, string> = {
  "bb:C": "ℂ",
  "bb:H": "ℍ",
  "bb:N": "ℕ",
  "bb:P": "ℙ",
  "bb:Q": "ℚ",
  "bb:R": "ℝ",
  "bb:Z": "ℤ",
  "cal:B": "ℬ",
  "cal:E": "ℰ",
  "cal:F": "ℱ",
  "cal:H": "ℋ",
  "cal:I": "ℐ",
  "cal:L": "ℒ",
  "cal:M": "ℳ",
  "cal:R": "ℛ",
  "frak:C": "ℭ",
  "frak:H": "ℌ",
  "frak:I": "ℑ",
  "frak:R": "ℜ",
  "frak:Z": "ℨ",
};
const ACCENT_MARKS: Record<string, string> = {
  "\\hat{": "ˆ",
  "\\widehat{": "ˆ",
  "\\bar{": "¯",
  "\\overline{": "¯",
  "\\tilde{": "˜",
  "\\widetilde{": "˜",
  "\\vec{": "\u20d7",
  "\\overrightarrow{": "\u20d7",
  "\\dot{": "˙",
  "\\ddot{": "¨",
  "\\check{": "ˇ",
  "\\breve{": "˘",
  "\\acute{": "´",
  "\\mathring{": "˚",
};

interface Group {
  kind: "sub" | "sup" | "accent" | "plain";
  mark?: string;
  /** Index of the first glyph inside. */
  from: number;
}

/** What surrounds a symbol. */
interface Surroundings {
  groups: readonly Group[];
  /** Undefined in text. */
  formula: RecognizedFormula | undefined;
  bold: boolean;
}

/**
 * Glyphs of a recognised line, in page space: the labels' grammar of formula spans and scripts becomes fonts, sizes and places, so
 * that everything after reads them like a PDF's. `bold`: symbols printed bold. A group that stands outside a span, or is not closed, is
 * the net's mistake about the span, not about the script: its letters still stand high or low.
 */
export function lineGlyphs(
  symbols: readonly LineSymbol[],
  place: LinePlace,
  bold: ReadonlySet<LineSymbol> = new Set(),
): Glyph[] {
  if (place.grid) return gridGlyphs(symbols, place, place.grid);
  const glyphs: Glyph[] = [];
  const groups: Group[] = [];
  let formula: RecognizedFormula | undefined;
  symbols.forEach((symbol, index) => {
    const { label } = symbol;
    const maths = formula !== undefined;
    if (label === "\\(" || label === "\\)") {
      formula = opensFormula(symbols, index) ? { baseline: place.baselineAt(place.xAt(symbol.centre)) } : undefined;
      groups.length = 0;
    } else if (label.endsWith("{") && label.length > 1 && label !== "\\{") {
      if (maths || isClosed(symbols, index)) groups.push(openGroup(label, glyphs.length));
    } else if (label === "}" && (maths || groups.length > 0)) closeGroup(groups.pop(), glyphs);
    else if (maths || (plainText(label) !== "" && !(label === "}" && isStray(symbols, index))))
      glyphs.push(glyphOf(symbol, extent(symbols, index), { groups, formula, bold: bold.has(symbol) }, place));
  });
  return glyphs;
}

/** Characters of fixed pitch, each in a cell of its own. */
function gridGlyphs(symbols: readonly LineSymbol[], place: LinePlace, { pitch, middle }: PitchGrid): Glyph[] {
  const surroundings = { groups: [], formula: undefined, bold: false };
  let last = Number.NEGATIVE_INFINITY;
  return withoutGrammar(symbols).map((symbol) => {
    const glyph = glyphOf(symbol, { from: symbol.centre, to: symbol.centre }, surroundings, place);
    if (glyph.text === " ") return glyph;
    last = Math.max(Math.round((glyph.x - middle) / pitch), last + 1);
    const x = middle + (last - 0.5) * pitch;
    return {
      ...glyph,
      text: glyph.text.normalize("NFKC"),
      font: MONOSPACE,
      x,
      advance: pitch,
      box: { ...glyph.box, x0: x, x1: x + pitch },
    };
  });
}

/** Without the marks of formula spans, and the braces that close them. */
function withoutGrammar(symbols: readonly LineSymbol[]): LineSymbol[] {
  let open = 0;
  return symbols.filter(({ label }) => {
    if (label === "}" && open > 0) open -= 1;
    else if (label !== "}" && isGrammarMark(label)) open += label.endsWith("{") ? 1 : 0;
    else return plainText(label) !== "";
    return false;
  });
}

/** Whether the group opened at `open` is closed in the same word. */
function isClosed(symbols: readonly LineSymbol[], open: number): boolean {
  const end = symbols.findIndex(({ label }, at) => at > open && (label === "}" || label === " "));
  return end > 0 && symbols[end]!.label === "}";
}

/** A brace that ends a short word and was never opened closes a script whose opening the net missed. */
function isStray(symbols: readonly LineSymbol[], close: number): boolean {
  const before = symbols.slice(0, close).map(({ label }) => label);
  const word = before.slice(before.lastIndexOf(" ") + 1);
  return (
    !before.includes("{") &&
    word.length >= 2 &&
    word.length <= 4 &&
    word.every((label) => /^[\p{L}\p{N}]$/u.test(label))
  );
}

function openGroup(label: string, from: number): Group {
  if (label === "_{") return { kind: "sub", from };
  if (label === "^{") return { kind: "sup", from };
  const mark = ACCENT_MARKS[label];
  return mark ? { kind: "accent", mark, from } : { kind: "plain", from };
}

/** An accent is a glyph of its own above what it covers. */
function closeGroup(group: Group | undefined, glyphs: Glyph[]): void {
  const first = group?.kind === "accent" ? glyphs[group.from] : undefined;
  if (!group || !first) return;
  const covered = glyphs.slice(group.from);
  const left = Math.min(...covered.map((glyph) => glyph.box.x0));
  const right = Math.max(...covered.map((glyph) => glyph.box.x1));
  const top = Math.min(...covered.map((glyph) => glyph.box.y0));
  const height = 0.15 * first.size;
  const width = Math.min(right - left, 0.4 * first.size);
  const centre = (left + right) / 2;
  const box = { x0: centre - width / 2, y0: top - 1.4 * height, x1: centre + width / 2, y1: top - 0.4 * height };
  glyphs.push({ ...first, text: group.mark!, x: box.x0, advance: 0, box });
}

/** Frame columns from half-way to the printed symbol before to half-way to the one after. */
function extent(symbols: readonly LineSymbol[], index: number): { from: number; to: number } {
  const { centre } = symbols[index]!;
  const before = symbols.findLast((symbol, at) => at < index && !isGrammarMark(symbol.label))?.centre ?? centre - 8;
  const after = symbols.find((symbol, at) => at > index && !isGrammarMark(symbol.label))?.centre ?? centre + 8;
  return {
    from: centre - Math.min((centre - before) / 2, MOST_HALF),
    to: centre + Math.min((after - centre) / 2, MOST_HALF),
  };
}

function glyphOf(
  symbol: LineSymbol,
  { from, to }: { from: number; to: number },
  { groups, formula, bold }: Surroundings,
  place: LinePlace,
): Glyph {
  const sign = textOf(symbol.label, formula !== undefined, bold);
  const { text } = sign;
  const x0 = place.xAt(from);
  const x1 = place.xAt(to);
  let size = place.xHeight / X_HEIGHT_SHARE;
  let y = place.baselineAt((x0 + x1) / 2);
  for (const group of groups) {
    if (group.kind !== "sub" && group.kind !== "sup") continue;
    y += group.kind === "sub" ? SUBSCRIPT_DROP * size : -SUPERSCRIPT_RISE * size;
    size *= SCRIPT_SIZE;
  }
  const box = text === " " ? { x0, y0: y, x1: x0, y1: y } : inkBox(text, x0, x1, y, size);
  // One shape for all glyphs: spread into each other, they cost a tenth of the time of a page.
  return {
    text,
    name: sign.name,
    identity: text === "" ? "none" : "recognized",
    code: -1,
    font: sign.font,
    size,
    x: x0,
    y,
    advance: x1 - x0,
    angle: 0,
    box,
    exact: false,
    visible: true,
    color: 0,
    confidence: symbol.probability,
    formula,
  };
}

function textOf(label: string, maths: boolean, bold: boolean): SignCharacter & { font: number } {
  if (!maths) return { text: plainText(label), font: bold ? BOLD : REGULAR };
  const styled = STYLED.exec(label);
  if (styled) return styledLetter(styled[1]!, styled[2]!);
  if (label === "\\stack") return { text: "", font: MATHS };
  if (label.startsWith("\\")) return { text: "", ...signCharacter(label), font: MATHS };
  return { text: label, font: MATHS };
}

/** Labels of the formula grammar outside a span: the letter they show, or nothing. */
function plainText(label: string): string {
  if (label.length === 1 || !label.startsWith("\\")) return /^[_^]\{$/.test(label) ? "" : label;
  return STYLED.exec(label)?.[2] ?? signCharacter(label)?.text ?? "";
}

function styledLetter(style: string, letter: string): { text: string; font: number } {
  if (style === "rm") return { text: letter, font: REGULAR };
  if (style === "bf") return { text: letter, font: BOLD };
  const known = LETTERLIKE[`${style === "scr" ? "cal" : style}:${letter}`];
  if (known) return { text: known, font: MATHS };
  const start = ALPHABET_START[style];
  const offset = letter.charCodeAt(0) - (letter >= "a" ? 97 : 65);
  if (!start || offset < 0 || offset > 25) return { text: letter, font: MATHS };
  return { text: String.fromCodePoint(start[letter >= "a" ? 1 : 0] + offset), font: MATHS };
}

const ASCENDS = /[A-Z0-9bdfhklt\u00c0-\u00de(){}[\]|/\\?!"'‘’“”%&#$@ßþ]/u;
const DESCENDS = /[gjpqy,;()[\]{}|Qçþµ]/u;

/** Rough ink box: bands of the x-height by what letters do. */
function inkBox(text: string, x0: number, x1: number, y: number, size: number): Box {
  const xHeight = X_HEIGHT_SHARE * size;
  if (/^[.,]$/.test(text)) return { x0, y0: y - 0.25 * xHeight, x1, y1: y + (text === "," ? 0.35 * xHeight : 0) };
  if (/^[-–—−=]$/.test(text)) return { x0, y0: y - 0.65 * xHeight, x1, y1: y - 0.45 * xHeight };
  return {
    x0,
    y0: y - (ASCENDS.test(text) ? 1.5 : 1) * xHeight,
    x1,
    y1: y + (DESCENDS.test(text) ? 0.45 * xHeight : 0),
  };
}
