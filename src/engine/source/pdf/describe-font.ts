import { isIdeographic } from "../../../layout/glyphs/writing-systems.js";
import type { FontInfo } from "../../../page.js";
import type { FontEncoding } from "../encodings/font-encodings.js";
import type { PdfFont } from "./font-object.js";
import type { FontProgram } from "./font-program.js";
import { toUnicodeMap } from "./to-unicode.js";

/** Prefixes that mark a subset; a few writers repeat them or join them with an underscore. */
const SUBSET_PREFIX = /^([A-Z]{6}[+_])+/;

/** Style words of PostScript names: "Medi" and "Demi" as in URW's and ITC's, CMBX, CMB, SFBX as in TeX's. */
const BOLD =
  /bold|black|heavy|semibd|demi|medi(?!um)|-bd|\bbd\b|^(cmb|sfb|ecb|cmssb|sfsx|ecsx|eufb|eusb|eurb|cmmib|lmmib|msbmb|sfrb|ecrb|newtxbmi|newpxbmi|libertinemathb|kp-(\w*-)?(m-)?medium|linlibertinet[bz]|linlibertineo[bz])|^[tp]1?xb/i;
const ITALIC =
  /ital|obli|slant|kursiv|-it\b|^(cmti|cmsl|cmbxti|cmbxsl|cmssi|cmitt|cmsltt|sfti|sfsl|sfbi|ecti|ecsl|ecbi|cmmi|lmmi|r?txb?mi|r?pxb?mi|newtxmi)/i;
const ITALIC_SUFFIX = /[a-z\d]It$|[-,]BI$|[-,]I$/;
const MONOSPACE =
  /courier|mono(?!type)|consol|typewriter|menlo|^(cmtt|cmsltt|cmitt|cmvtt|sftt|ectt|txtt|pxtt|nimbusmon|t1xtt)/i;
const SANS =
  /arial|helvet|sans|verdana|calibri|tahoma|futura|univers|frutiger|myriad|segoe|roboto|gill|^(cmss|sfss|ecss)/i;
const SERIF =
  /times|courier|serif|roman|georgia|garamond|palatino|century|bookman|minion|cambria|charter|utopia|baskerv|caslon|^(cm|sf|ec)(r|b|ti|sl|cc|csc|bx|rm|tt)/i;
const MATH =
  /^(mnsymbol|fdsymbol|mdsymbol|mathkern|euclid|lmmath|mathematicalpi|universalmath|bleuex|mathpi|fourier-?m|futm|mathtime|mt2|stix.*(math|sym)|xits.*math|asana|cambriamath|libertin\w*math|lcircle|line1)|math(?!ews|ilde)/i;

/** Letters that a font must have before equal widths say something. */
const MIN_WIDTHS = 6;
const WIDTH_TOLERANCE = 0.02;
/** Narrower than the characters of Chinese, Japanese and Korean, 1/1000 em. */
const SQUARE = 900;

/** PostScript name of a font without the prefix that marks a subset. */
export function fontName(font: PdfFont): string {
  return font.isType3Font ? "" : font.name.replace(SUBSET_PREFIX, "");
}

/** Name, kind and style flags of a font. */
export function describeFont(
  font: PdfFont,
  program: FontProgram | undefined,
  family: FontEncoding | undefined,
): FontInfo {
  const name = fontName(font);
  const plain = /regular|roman$/i.test(name);
  // Symbol fonts have a slant for the sake of their calligraphic letters; it says nothing about the text.
  const slanted = font.italic === true || ITALIC.test(name) || ITALIC_SUFFIX.test(name) || program?.italic === true;
  return {
    name,
    kind: kindOf(font),
    bold: font.bold === true || font.black === true || BOLD.test(name) || (program?.bold === true && !plain),
    italic: slanted && !(family?.math && family.encoding.id !== "OML"),
    monospace: isMonospace(font, name),
    serif: SANS.test(name) ? false : font.isSerifFont === true || SERIF.test(name),
    math: family?.math === true || MATH.test(name),
    encoding: family?.encoding.id,
    ascent: plausible(font.ascent, 0.3, 1.6, 0.75),
    descent: plausible(Math.abs(font.descent), 0, 0.8, 0.25),
  };
}

/** Equal widths decide; the descriptor's flag is wrong too often, and the name counts when the subset is small. */
function isMonospace(font: PdfFont, name: string): boolean {
  if (MONOSPACE.test(name)) return true;
  const widths = letterWidths(font);
  if (widths.length < MIN_WIDTHS) return false;
  const widest = Math.max(...widths);
  return widest - Math.min(...widths) <= WIDTH_TOLERANCE * widest;
}

/**
 * Widths of the Latin letters. Figures are of one width in nearly every font: only letters tell; and Latin letters are of one width in many faces for
 * Chinese, Japanese and Korean, whose widths tell nothing.
 */
function letterWidths(font: PdfFont): number[] {
  const unicode = font.composite ? toUnicodeMap(font) : undefined;
  if (font.composite && (!unicode || unicode.some((text) => isIdeographic(String(text ?? ""))))) return [];
  const textOf = (code: number) => (unicode ? unicode[code] : String.fromCharCode(code));
  const own = Object.entries(font.widths ?? {});
  // Composite fonts leave out the width that all their characters have.
  if (own.length === 0 && unicode && (font.defaultWidth ?? 1000) < SQUARE)
    return unicode.flatMap((text) => (/^[A-Za-z]$/.test(String(text ?? "")) ? [font.defaultWidth!] : []));
  return own
    .filter(([code, width]) => width > 0 && /^[A-Za-z]$/.test(String(textOf(Number(code)) ?? "")))
    .map(([, width]) => width);
}

function kindOf(font: PdfFont): FontInfo["kind"] {
  if (font.isType3Font) return "type3";
  if (font.subtype === "Type1C" || font.subtype === "CIDFontType0C") return "cff";
  if (font.type === "OpenType" || font.subtype === "OpenType") return "opentype";
  if (font.type === "Type1" || font.type === "MMType1") return "type1";
  if (font.type === "CIDFontType0") return "cff";
  if (font.type === "TrueType" || font.type === "CIDFontType2") return "truetype";
  return "unknown";
}

function plausible(value: number, min: number, max: number, otherwise: number): number {
  return Number.isFinite(value) && value >= min && value <= max ? value : otherwise;
}
