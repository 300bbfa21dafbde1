import { invalidParameter } from "../../errors.js";
import { OptionReader } from "../format-options.js";
import { hexColour } from "../omml/runs.js";

/** Lengths in twips (1/1440 in). */
export interface DocxOptions {
  font: string;
  /** Half-points. */
  fontSize: number;
  /** Name or BCP 47 code; found from the words when absent. */
  language: string | undefined;
  landscape: boolean;
  margins: { top: number; right: number; bottom: number; left: number; gutter: number };
  /** Six hexadecimal digits. */
  textColour: string | undefined;
  backgroundColour: string | undefined;
  htmlTags: boolean;
}

/** Letter paper, as the vendor's. */
export const PAGE = { width: 12_240, height: 15_840 } as const;

const TWIPS_PER_PIXEL = 15;
/** A page needs room for text: margins together take at most three quarters of it. */
const LARGEST_SHARE = 0.75;

/** Names and defaults of the contract. */
export function docxOptions(options: Readonly<Record<string, unknown>>): DocxOptions {
  const read = new OptionReader(options);
  const language = read.string("language");
  const orientation = read.string("orientation") ?? "portrait";
  if (orientation !== "portrait" && orientation !== "landscape")
    throw invalidParameter("orientation", "one of portrait, landscape", orientation);
  return {
    font: read.string("font")?.trim() || "Georgia",
    fontSize: Math.min(read.integer("fontSize", 2) ?? 22, 400),
    language: language === undefined || language === "" || language === "auto" ? undefined : language,
    landscape: orientation === "landscape",
    margins: readMargins(read, orientation === "landscape"),
    textColour: readColour(read, "textColor"),
    backgroundColour: readColour(read, "backgroundColor"),
    htmlTags: read.boolean("htmlTags", true),
  };
}

function readMargins(read: OptionReader, landscape: boolean): DocxOptions["margins"] {
  const sides = read.group("margins");
  const pixels = read.integer("margin", 0);
  const all = pixels === undefined ? undefined : pixels * TWIPS_PER_PIXEL;
  const set = {
    top: sides.integer("top", 0) ?? all ?? 1440,
    right: sides.integer("right", 0) ?? all ?? 1800,
    bottom: sides.integer("bottom", 0) ?? all ?? 1440,
    left: sides.integer("left", 0) ?? all ?? 1800,
    gutter: sides.integer("gutter", 0) ?? 0,
  };
  const [width, height] = landscape ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  if (set.left + set.right + set.gutter > width * LARGEST_SHARE || set.top + set.bottom > height * LARGEST_SHARE)
    throw invalidParameter("margins", `margins that leave a quarter of a page of ${width} by ${height} twips`, set);
  return set;
}

function readColour(read: OptionReader, name: string): string | undefined {
  const value = read.string(name);
  if (value === undefined || value === "") return undefined;
  const hex = hexColour(value);
  if (hex === undefined) throw invalidParameter(name, "colour by name or as #rrggbb", value);
  return hex;
}

/** Page size and the room for text, twips. */
export function pageGeometry({ landscape, margins }: DocxOptions): {
  width: number;
  height: number;
  textWidth: number;
  textHeight: number;
} {
  const [width, height] = landscape ? [PAGE.height, PAGE.width] : [PAGE.width, PAGE.height];
  return {
    width,
    height,
    textWidth: width - margins.left - margins.right - margins.gutter,
    textHeight: height - margins.top - margins.bottom,
  };
}
