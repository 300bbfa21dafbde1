import type { FormatRequest, FormatResult } from "../format-module.js";
import { OptionReader } from "../format-options.js";
import { parseMmd } from "../mmd/parse-mmd.js";
import { DEFAULT_MARKDOWN_OPTIONS, type MarkdownOptions } from "./options.js";
import { writeMarkdown } from "./write-md.js";

/** `md`: plain Markdown; images are referred to as the MMD does. */
export async function convert({ mmd, options }: FormatRequest): Promise<FormatResult> {
  const settings = markdownOptions(options);
  const document = parseMmd(mmd, { htmlTags: settings.htmlTags });
  return { bytes: new TextEncoder().encode(writeMarkdown(document, settings)), warnings: document.warnings };
}

export function markdownOptions(options: Readonly<Record<string, unknown>>): MarkdownOptions {
  const read = new OptionReader(options);
  const preset = DEFAULT_MARKDOWN_OPTIONS;
  return {
    mathInlineDelimiters: read.pair("mathInlineDelimiters", preset.mathInlineDelimiters),
    mathDisplayDelimiters: read.pair("mathDisplayDelimiters", preset.mathDisplayDelimiters),
    escapeAmpersand: read.boolean("escapeAmpersand", preset.escapeAmpersand),
    escapeDollar: read.boolean("escapeDollar", preset.escapeDollar),
    escapeHash: read.boolean("escapeHash", preset.escapeHash),
    escapePercent: read.boolean("escapePercent", preset.escapePercent),
    maxCharacterPerLine: read.integer("maxCharacterPerLine", 10),
    htmlTags: read.boolean("htmlTags", preset.htmlTags),
  };
}
