/** Options of `md` and `md.zip` with the vendor's defaults; names in camelCase. */
export interface MarkdownOptions {
  mathInlineDelimiters: readonly [string, string];
  mathDisplayDelimiters: readonly [string, string];
  escapeAmpersand: boolean;
  escapeDollar: boolean;
  escapeHash: boolean;
  escapePercent: boolean;
  /** Lines of running text are wrapped at blanks to at most this many characters (at least 10). */
  maxCharacterPerLine: number | undefined;
  /** HTML may stand where Markdown has no form of its own: spanning cells, folds, underlines. */
  htmlTags: boolean;
}

export const DEFAULT_MARKDOWN_OPTIONS: MarkdownOptions = {
  mathInlineDelimiters: ["$", "$"],
  mathDisplayDelimiters: ["$$", "$$"],
  escapeAmpersand: true,
  escapeDollar: true,
  escapeHash: true,
  escapePercent: false,
  maxCharacterPerLine: undefined,
  htmlTags: true,
};
