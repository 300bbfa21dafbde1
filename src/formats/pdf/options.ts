import { invalidParameter } from "../../errors.js";
import { OptionReader } from "../format-options.js";

export interface PdfOptions {
  htmlTags: boolean;
  /** CSS pixels */
  fontSize: number;
  textColor: string;
  backgroundColor: string | undefined;
  /** Page numbers at the foot are left out. */
  disableFooter: boolean;
  /** CSS pixels on all four sides. */
  margin: number;
  customCss: string | undefined;
  /** Marks of notes without a link's colour and with less room. */
  footnoteCompactRefs: boolean;
  resourceLoadTimeoutSec: number;
  language: string | undefined;
}

/** @throws InputError for an ill-typed option */
export function pdfOptions(options: Readonly<Record<string, unknown>>): PdfOptions {
  const read = new OptionReader(options);
  const margin = read.integer("margin", 40) ?? 70;
  if (margin > 200) throw invalidParameter("margin", "integer between 40 and 200", margin);
  return {
    htmlTags: read.boolean("htmlTags", true),
    fontSize: read.integer("fontSize", 4) ?? 17,
    textColor: read.string("textColor") ?? "#1E2029",
    backgroundColor: read.string("backgroundColor"),
    disableFooter: read.boolean("disableFooter", false),
    margin,
    customCss: read.string("customCss"),
    footnoteCompactRefs: read.boolean("footnoteCompactRefs", false),
    resourceLoadTimeoutSec: read.integer("resourceLoadTimeoutSec", 1) ?? 60,
    language: read.string("language"),
  };
}
