import type { TextBlock } from "../../page.js";
import { type HeadingNumber, parseHeadingNumber } from "../headings/heading-number.js";
import { blockText, weightedLines } from "./block-text.js";

/** Look of a heading; headings of one level share it. */
export interface HeadingClass {
  /** Identifies the class; equal for equal looks. */
  id: string;
  /** px, rounded to `SIZE_STEP`. */
  size: number;
  bold: boolean;
  capitals: boolean;
  italic: boolean;
  /** Depth of the printed number; undefined without one. */
  depth: number | undefined;
  /** How the number is printed: lone letters (`A.`) and single numbers (`1.`) stand deeper where Roman numerals are in use. */
  numbering: "roman" | "letter" | "single" | "other" | undefined;
}

/** Sizes nearer than this are one size: half a point is 1.7 px. */
const SIZE_STEP = 1.5;

export function headingClassOf(block: TextBlock): HeadingClass {
  const text = blockText(block);
  const number = parseHeadingNumber(text);
  const size = Math.round(weightedLines(block, (line) => line.size) / SIZE_STEP) * SIZE_STEP;
  const bold = weightedLines(block, (line) => line.bold) > 0.5;
  const italic = weightedLines(block, (line) => line.italic) > 0.6;
  const letters = (number?.rest || text).match(/\p{L}/gu) ?? [];
  const upper = letters.filter((letter) => letter !== letter.toLowerCase()).length;
  const capitals = letters.length >= 4 && upper > 0.9 * letters.length;
  const id = `${size}|${bold ? "b" : ""}${italic ? "i" : ""}${capitals ? "c" : ""}`;
  return { id, size, bold, capitals, italic, depth: number?.depth, numbering: numberingOf(number) };
}

function numberingOf(number: HeadingNumber | undefined): HeadingClass["numbering"] {
  if (!number) return undefined;
  if (number.style === "roman") return "roman";
  if (number.depth !== 1 || number.style === "word") return "other";
  return number.style === "letter" ? "letter" : "single";
}
