import { invalidParameter } from "../../errors.js";
import { OptionReader } from "../format-options.js";

export const TEX_FONTS = ["CMU Serif", "Open Sans", "Crimson Text", "Arimo", "Noto Sans", "Noto Serif"] as const;

export interface TexOptions {
  htmlTags: boolean;
  /** A class option: `10pt`, `11pt` or `12pt`, the sizes of the article class. */
  fontSize: string;
  /** Main font under XeLaTeX. */
  font: (typeof TEX_FONTS)[number];
  /** Folder of the pictures, beside the TeX file. */
  imagesFolder: string;
  /** Asks for fonts that are not on the machine; none are ever fetched. */
  loadExternalFonts: boolean;
}

/** @throws InputError for an ill-typed option */
export function texOptions(options: Readonly<Record<string, unknown>>): TexOptions {
  const read = new OptionReader(options);
  const font = read.string("font") ?? "CMU Serif";
  const known = TEX_FONTS.find((name) => name.toLowerCase() === font.toLowerCase());
  if (!known) throw invalidParameter("font", `one of ${TEX_FONTS.join(", ")}`, font);
  const folder = read.string("imagesFolder") ?? "images";
  if (!/^[A-Za-z0-9][A-Za-z0-9_-]{0,60}$/.test(folder))
    throw invalidParameter("imagesFolder", "folder name of letters, digits, - and _", folder);
  return {
    htmlTags: read.boolean("htmlTags", true),
    fontSize: fontSize(options.fontSize),
    font: known,
    imagesFolder: folder,
    loadExternalFonts: read.boolean("loadExternalFonts", false),
  };
}

function fontSize(value: unknown): string {
  if (value === undefined || value === null) return "10pt";
  const points = /^\s*(\d{1,2})(?:pt)?\s*$/.exec(String(value))?.[1];
  if (points === undefined || !["10", "11", "12"].includes(points))
    throw invalidParameter("fontSize", "10pt, 11pt or 12pt", value);
  return `${points}pt`;
}
