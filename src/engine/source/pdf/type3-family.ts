import { EUF, MSA, MSB } from "../encodings/ams-fonts.js";
import type { Encoding } from "../encodings/encoding.js";
import type { FontEncoding } from "../encodings/font-encodings.js";
import { OML, OMS, OMX } from "../encodings/tex-math.js";
import { OT1, OT1_TYPEWRITER, T1, T2A, TS1 } from "../encodings/tex-text.js";
import { TEX_WIDTHS } from "../encodings/tex-widths.js";
import type { PdfFont } from "./font-object.js";

/** A bitmap font of TeX, recognised by its widths. */
export interface Type3Family extends FontEncoding {
  bold: boolean;
  italic: boolean;
  monospace: boolean;
  /** Em in glyph units, by the widths; undefined where they do not tell. */
  em?: number | undefined;
}

type TexFont = keyof typeof TEX_WIDTHS;

interface Candidate {
  encoding: Encoding;
  style?: "bold" | "italic" | "monospace";
  math?: true;
}

const CANDIDATES: readonly (Candidate & { font: TexFont })[] = [
  { font: "cmr10", encoding: OT1 },
  { font: "cmbx10", encoding: OT1, style: "bold" },
  { font: "cmti10", encoding: OT1, style: "italic" },
  { font: "cmcsc10", encoding: OT1 },
  { font: "cmss10", encoding: OT1 },
  { font: "cmtt10", encoding: OT1_TYPEWRITER, style: "monospace" },
  { font: "ecrm1000", encoding: T1 },
  { font: "ecbx1000", encoding: T1, style: "bold" },
  { font: "ecti1000", encoding: T1, style: "italic" },
  { font: "eccc1000", encoding: T1 },
  { font: "ecss1000", encoding: T1 },
  { font: "ectt1000", encoding: T1, style: "monospace" },
  { font: "cmmi10", encoding: OML, style: "italic", math: true },
  { font: "cmsy10", encoding: OMS, math: true },
  { font: "cmex10", encoding: OMX, math: true },
  { font: "msam10", encoding: MSA, math: true },
  { font: "msbm10", encoding: MSB, math: true },
  { font: "eufm10", encoding: EUF, math: true },
];

/** dvips calls the characters of bitmap fonts after their codes: a65; old Ghostscript by the character of that code. */
const DVIPS_NAME = /^a(\d{1,3})$/;
const CODE_NAME = /^[\0-\xff]$/;
/** Design sizes differ in proportion by up to this share (cmr5 against cmr10: 0.2 in single letters, 0.06 in most). */
const TOLERANCE = 0.06;
const MIN_FIT = 0.7;
/** Codes of the Cyrillic alphabet in T2A, of accented letters in T1; text of a language with accents has fewer of those. */
const FIRST_CYRILLIC = 0xc0;
const LEAST_CYRILLIC = 10;
/** What fits the Latin letters fits accented ones as well; Cyrillic ones it fits by so much less. */
const CLEARLY_WORSE = 0.3;
/** One or two characters fit anything. */
const MIN_CODES = 3;

/** The symbols that documents take from the companions of TeX's text fonts: straight quote, bullet, ©, °, ±, µ, ·, €, ×, ÷. */
const COMPANION_CODES: ReadonlySet<number> = new Set([39, 136, 169, 176, 177, 181, 183, 191, 214, 246]);
const COMPANION: Candidate = { encoding: TS1 };

/** Whether one or two characters are such symbols; text and maths use other codes, or more of them. */
function isCompanion(codes: readonly number[]): boolean {
  return codes.length > 0 && codes.every((code) => COMPANION_CODES.has(code));
}

/** The TeX font that a nameless Type 3 font is, by the proportions of its widths; undefined when none fits. */
export function recognizeType3Family(font: PdfFont): Type3Family | undefined {
  const codes = codesOf(font);
  const widths = codes.map((code) => font.widths?.[code] ?? 0);
  if (codes.length < MIN_CODES) return isCompanion(codes) ? family(COMPANION) : undefined;
  let best = cyrillicFit(codes, widths);
  for (const candidate of CANDIDATES) {
    const { score, scale } = proportionFit(codes, widths, widthsOf(candidate.font));
    if (score >= MIN_FIT && (!best || score > best.score)) best = { score, scale, candidate };
  }
  return best && family(best.candidate, 1000 * best.scale);
}

interface Fit {
  score: number;
  scale: number;
  candidate: Candidate;
}

/** The text font whose Latin letters fit where the letters of codes that are accented in T1 do not: they are Cyrillic. */
function cyrillicFit(codes: readonly number[], widths: readonly number[]): Fit | undefined {
  const part = (cyrillic: boolean): [number[], number[]] => [
    codes.filter((code) => code >= FIRST_CYRILLIC === cyrillic),
    widths.filter((_, at) => codes[at]! >= FIRST_CYRILLIC === cyrillic),
  ];
  const [letters, latin] = [part(true), part(false)];
  if (letters[0].length < LEAST_CYRILLIC || latin[0].length < MIN_CODES) return undefined;
  let best: Fit | undefined;
  for (const candidate of CANDIDATES.filter(({ encoding }) => encoding === T1)) {
    const { score, scale } = proportionFit(...latin, widthsOf(candidate.font));
    if (score < MIN_FIT || (best && score <= best.score)) continue;
    if (proportionFit(...letters, widthsOf(candidate.font), scale).score > score - CLEARLY_WORSE) continue;
    best = { score, scale, candidate: { ...candidate, encoding: T2A } };
  }
  return best;
}

function family({ encoding, style, math }: Candidate, em?: number): Type3Family {
  return {
    em,
    encoding,
    math: math === true,
    byCode: true,
    bold: style === "bold",
    italic: style === "italic",
    monospace: style === "monospace",
  };
}

/** Codes of the font's characters, when they are named after them. */
function codesOf(font: PdfFont): number[] {
  const names = Object.keys(font.charProcOperatorList ?? {});
  const codes = names.map(codeOf).filter((code) => code >= 0 && code < 256);
  return codes.length >= 0.8 * names.length ? codes.sort((a, b) => a - b) : [];
}

function codeOf(name: string): number {
  return CODE_NAME.test(name) ? name.charCodeAt(0) : Number(DVIPS_NAME.exec(name)?.[1] ?? -1);
}

/**
 * The font's common scale to the reference (or the one given), and the share of the characters whose width has it, less a little for the mean error, so
 * that equal shares are told apart.
 */
function proportionFit(
  codes: readonly number[],
  widths: readonly number[],
  reference: readonly number[],
  given?: number,
) {
  const scales = codes.map((code, i) => (reference[code] ? widths[i]! / reference[code]! : 0));
  const known = scales.filter((scale) => scale > 0).sort((a, b) => a - b);
  const median = given ?? known[known.length >> 1];
  if (median === undefined) return { score: 0, scale: 0 };
  let fitting = 0;
  let error = 0;
  for (const scale of scales) {
    const off = Math.abs(scale / median - 1);
    if (off > TOLERANCE) continue;
    fitting++;
    error += off;
  }
  return { score: (fitting - error) / codes.length, scale: median };
}

const parsed = new Map<TexFont, number[]>();

function widthsOf(font: TexFont): number[] {
  let widths = parsed.get(font);
  if (!widths) {
    widths = TEX_WIDTHS[font].trim().split(/\s+/).map(Number);
    parsed.set(font, widths);
  }
  return widths;
}
