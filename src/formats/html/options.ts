export interface HtmlOptions {
  /** Tags of the HTML subset in the MMD are read as such. */
  htmlTags: boolean;
  /** BCP 47 code for the `lang` attribute; detected from the words when absent. */
  language: string | undefined;
  /** CSS colours; the defaults follow the reader's light or dark setting. */
  textColor: string | undefined;
  backgroundColor: string | undefined;
  /** Added after the page's own style. */
  customCss: string | undefined;
}

export const DEFAULT_HTML_OPTIONS: HtmlOptions = {
  htmlTags: true,
  language: undefined,
  textColor: undefined,
  backgroundColor: undefined,
  customCss: undefined,
};
