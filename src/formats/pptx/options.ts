import { OptionReader } from "../format-options.js";

export interface PptxOptions {
  htmlTags: boolean;
  /** pt; the option is in CSS pixels. */
  fontSize: number;
  /** RRGGBB */
  textColor: string;
  backgroundColor: string | undefined;
  /** Inches; the option is in CSS pixels. */
  margin: number;
  /** Notes in smaller letters, close to their marks. */
  footnoteCompactRefs: boolean;
}

const PIXELS_PER_INCH = 96;
const POINTS_PER_PIXEL = 0.75;
/** What is left for content must be wider than this margin. */
const MAX_MARGIN = 160;

/** @throws InputError for an ill-typed option */
export function pptxOptions(options: Readonly<Record<string, unknown>>): PptxOptions {
  const read = new OptionReader(options);
  return {
    htmlTags: read.boolean("htmlTags", true),
    fontSize: (read.integer("fontSize", 4) ?? 16) * POINTS_PER_PIXEL,
    textColor: hex(read.string("textColor")) ?? "000000",
    backgroundColor: hex(read.string("backgroundColor")),
    margin: Math.min(MAX_MARGIN, read.integer("margin", 0) ?? 48) / PIXELS_PER_INCH,
    footnoteCompactRefs: read.boolean("footnoteCompactRefs", false),
  };
}

const NAMED: Readonly<Record<string, string>> = {
  black: "000000",
  white: "FFFFFF",
  gray: "808080",
  grey: "808080",
  red: "FF0000",
  green: "008000",
  blue: "0000FF",
  navy: "000080",
  yellow: "FFFF00",
  ivory: "FFFFF0",
  beige: "F5F5DC",
};

/** `#abc`, `#aabbcc` and some names as RRGGBB; undefined for what a slide cannot have. */
function hex(colour: string | undefined): string | undefined {
  const bare = colour?.trim().toLowerCase() ?? "";
  const digits = /^#([0-9a-f]{3}|[0-9a-f]{6})$/.exec(bare)?.[1];
  if (digits === undefined) return NAMED[bare];
  return (digits.length === 3 ? [...digits].map((digit) => digit + digit).join("") : digits).toUpperCase();
}
