import { invalidParameter } from "../../errors.js";
import { OptionReader } from "../format-options.js";

export const MATH_FORMATS = ["linearmath", "latex", "asciimath"] as const;
export type MathFormat = (typeof MATH_FORMATS)[number];

export interface XlsxOptions {
  htmlTags: boolean;
  /** All tables below one another on one sheet. */
  singleSheet: boolean;
  /** `linearmath`: Unicode on one line, as Office types formulas. */
  mathOutputFormat: MathFormat;
  /** Widest column, characters. */
  maxColumnWidthChars: number;
  /** pt */
  fontSize: number;
  /** percent */
  zoomScale: number | undefined;
}

/** @throws InputError for an ill-typed option */
export function xlsxOptions(options: Readonly<Record<string, unknown>>): XlsxOptions {
  const read = new OptionReader(options);
  const math = read.string("mathOutputFormat") ?? "linearmath";
  const known = MATH_FORMATS.find((name) => name === math);
  if (!known) throw invalidParameter("mathOutputFormat", `one of ${MATH_FORMATS.join(", ")}`, math);
  return {
    htmlTags: read.boolean("htmlTags", true),
    singleSheet: read.boolean("singleSheet", false),
    mathOutputFormat: known,
    maxColumnWidthChars: Math.min(255, read.integer("maxColumnWidthChars", 1) ?? 255),
    fontSize: read.integer("fontSize", 4) ?? 11,
    zoomScale: read.integer("zoomScale", 10),
  };
}
