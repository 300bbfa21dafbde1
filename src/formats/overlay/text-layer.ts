import type { Region } from "../../region.js";
import type { Span } from "./ink-runs.js";
import { ADVANCE, DESCENT, type InvisibleFont } from "./invisible-font.js";
import { placeWords } from "./place-words.js";

export interface TextLine {
  /** px of the page picture */
  region: Region;
  /** In visual order, left to right. */
  words: readonly string[];
}

/** 8-bit picture of a page, rows top to bottom; 0 is black. */
export interface PageInk {
  width: number;
  height: number;
  data: Uint8Array;
}

/** Grey levels that part ink from the paper around it. */
const CONTRAST = 56;
/** Share of a line's height at its top and bottom in which ink does not count: tails of the neighbours and underlines. */
const RIM = 0.12;
/** Share of a line's height above the baseline. */
const BASELINE = 1 - DESCENT / 1000;

/**
 * Operators that show lines invisibly at their places (ISO 32000-1, 9.3.6: render mode 3), each word over its ink, for a page whose
 * picture is drawn at `scale` points a pixel.
 */
export function textLayer(
  lines: readonly TextLine[],
  ink: PageInk,
  font: InvisibleFont,
  { scale, height }: { scale: number; height: number },
): string {
  const shown: string[] = [];
  for (const { region, words } of lines) {
    // text beside the page has no place on it
    if (words.length === 0 || region.width <= 0 || region.height <= 0) continue;
    // margin notes on their side; nearly all of them are read with the head to the left
    const runsUp = region.height > 2 * region.width && words.join("").length > 2;
    const size = runsUp ? region.width : region.height;
    const spans = placeWords(words, inkAlong(ink, region, runsUp), size);
    shown.push(`/F ${number(size * scale)} Tf`);
    for (const [i, { from, to }] of spans.entries()) {
      const { hex, length } = font.encode(words[i]!);
      if (length === 0) continue;
      const left = region.top_left_x + (runsUp ? region.width * BASELINE : from);
      const below = region.top_left_y + (runsUp ? region.height - from : region.height * BASELINE);
      const direction = runsUp ? "0 1 -1 0" : "1 0 0 1";
      shown.push(`${direction} ${number(left * scale)} ${number(height - below * scale)} Tm`);
      shown.push(stretched(hex, length, to - from, size));
      const blank = blankAfter(spans, i);
      if (blank > 0) shown.push(stretched(font.encode(" ").hex, 1, blank, size));
    }
  }
  return shown.length === 0 ? "" : `BT 3 Tr ${shown.join("\n")} ET\n`;
}

/** Characters over a width, px. */
function stretched(hex: string, length: number, width: number, size: number): string {
  const natural = (length * ADVANCE * size) / 1000;
  return `${number((100 * Math.max(width, 1)) / natural)} Tz <${hex}> Tj`;
}

/** px between a word and the next. */
function blankAfter(spans: readonly Span[], i: number): number {
  const next = spans[i + 1];
  return next ? next.from - spans[i]!.to : 0;
}

/** For each pixel along a line whether there is ink across it; lines that run up the page are seen from their end. */
function inkAlong(ink: PageInk, region: Region, runsUp: boolean): Uint8Array {
  const left = Math.max(0, Math.round(region.top_left_x));
  const top = Math.max(0, Math.round(region.top_left_y));
  const right = Math.min(ink.width, Math.round(region.top_left_x + region.width));
  const bottom = Math.min(ink.height, Math.round(region.top_left_y + region.height));
  const along = new Uint8Array(Math.max(1, Math.round(runsUp ? region.height : region.width)));
  if (right <= left || bottom <= top) return along;
  const paper = paperOf(ink, left, top, right, bottom);
  const rim = Math.floor((runsUp ? right - left : bottom - top) * RIM);
  const [x0, x1, y0, y1] = runsUp ? [left + rim, right - rim, top, bottom] : [left, right, top + rim, bottom - rim];
  for (let y = y0; y < y1; y++)
    for (let x = x0; x < x1; x++)
      if (Math.abs(ink.data[y * ink.width + x]! - paper) > CONTRAST) along[runsUp ? bottom - 1 - y : x - left] = 1;
  return along;
}

/** The commonest grey of an area, in steps of 8. */
function paperOf(ink: PageInk, left: number, top: number, right: number, bottom: number): number {
  const counts = new Uint32Array(32);
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++) counts[ink.data[y * ink.width + x]! >> 3]!++;
  return counts.indexOf(Math.max(...counts)) * 8 + 4;
}

const number = (value: number): string => String(Math.round(value * 100) / 100);
