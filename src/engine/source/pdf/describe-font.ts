import type { FontInfo } from "../../../page.js";
import type { PdfFont } from "./font-object.js";

const SUBSET_PREFIX = /^[A-Z]{6}\+/;

/** Style words of PostScript names. "Medi" and "Demi" as in URW and ITC names; CMBX, CMB, SFBX as in TeX. */
const BOLD =
  /bold|black|heavy|semibd|demi|medi(?!um)|-bd|\bbd\b|^(cmb|sfb|ecb|cmssb|sfsx|lmromanb|eufb|eusb|eurb|cmmib|cmbsy|msbmb)/i;
const ITALIC =
  /ital|oblique|slanted|kursiv|-it\b|(?<=[a-z])It$|^(cmti|cmsl|cmbxti|cmbxsl|cmssi|cmitt|cmsltt|sfti|sfsl|sfbi|cmmi|cmmib|lmmi|txmi|pxmi)/i;
const MONOSPACE =
  /courier|mono(?!type)|consol|typewriter|fixed|menlo|lucidaconsole|^(cmtt|cmsltt|cmitt|sftt|ectt|lmmono|txtt|pxtt|cmvtt|nimbusmon)/i;
const SANS =
  /arial|helvet|sans|verdana|calibri|tahoma|gothic|futura|univers|frutiger|myriad|segoe|roboto|gill|^(cmss|sfss|lmsans)/i;
const SERIF =
  /times|serif|roman|georgia|garamond|palatino|century|bookman|minion|cambria|charter|utopia|baskerv|caslon|^(cm|sf|lm|ec)(r|b|ti|sl|csc|bx|u)/i;
const MATH =
  /^(cmmi|cmsy|cmex|cmbsy|cmmib|msam|msbm|eufm|eufb|eusm|eusb|eurm|eurb|euex|lasy|lcircle|line1|stmary|wasy|rsfs|bbm|dsrom|dsss|esint|txsy|txex|txmi|txbmi|rtxmi|pxsy|pxex|pxmi|rpxmi|mnsymbol|fdsymbol|mathkerncmss|mt-?extra|mtmi|mtsy|mtex|mt2|euclid|lmmath|lmmi|lmsy|lmex|lm-?roman.*math|symbol|mathematicalpi|universalmath|bleuex|mathpi|fourier-math|futm|futs|fut)|math/i;

/** Name, kind and style flags of a font. */
export function describeFont(font: PdfFont): FontInfo {
  const name = font.isType3Font ? "" : font.name.replace(SUBSET_PREFIX, "");
  const monospace = font.isMonospace === true || MONOSPACE.test(name);
  return {
    name,
    kind: kindOf(font),
    bold: font.bold === true || font.black === true || BOLD.test(name),
    italic: font.italic === true || ITALIC.test(name),
    monospace,
    serif: SANS.test(name) ? false : font.isSerifFont === true || SERIF.test(name),
    math: MATH.test(name),
    ascent: plausible(font.ascent, 0.3, 1.6, 0.75),
    descent: plausible(Math.abs(font.descent), 0, 0.8, 0.25),
  };
}

function kindOf(font: PdfFont): FontInfo["kind"] {
  if (font.isType3Font) return "type3";
  if (/^(Type1C|CIDFontType0C)$/.test(font.subtype ?? "")) return "cff";
  if (font.type === "OpenType" || font.subtype === "OpenType") return "opentype";
  if (font.type === "Type1" || font.type === "MMType1") return "type1";
  if (font.type === "CIDFontType0") return "cff";
  if (font.type === "TrueType" || font.type === "CIDFontType2") return "truetype";
  return "unknown";
}

function plausible(value: number, min: number, max: number, otherwise: number): number {
  return Number.isFinite(value) && value >= min && value <= max ? value : otherwise;
}
