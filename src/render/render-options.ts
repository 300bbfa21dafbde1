/** The options of a request that shape the MMD and the line records (names and defaults: v3/pdf options, camelCase). */
export interface RenderOptions {
  mathInlineDelimiters: readonly [string, string];
  mathDisplayDelimiters: readonly [string, string];
  /** Running heads, page numbers and margin notes become part of the MMD. */
  includePageInfo: boolean;
  /** `\pagebreak` between pages. */
  includePageBreaks: boolean;
  /** At most one of the three section switches is true; the engine's option check refuses more. */
  autoNumberSections: boolean;
  removeSectionNumbering: boolean;
  preserveSectionNumbering: boolean;
  /** `\tag{n}`; implies `idiomaticEqnArrays`. */
  includeEquationTags: boolean;
  /** `aligned`, `gathered`, `cases` instead of `array`. */
  idiomaticEqnArrays: boolean;
  /** Drop optional blanks inside maths. */
  rmSpaces: boolean;
  /** Drop `\mathbf`, `\mathrm`, … from maths. */
  rmFonts: boolean;
  /** Bare numbers in text become inline maths. */
  numbersDefaultToMath: boolean;
  /** true: full-width punctuation in CJK text, false: half-width, null: as printed. */
  fullwidthPunctuation: boolean | null;
  /** Flat lines with the printed marker instead of list environments. */
  disableItemize: boolean;
  /** Three backticks instead of `lstlisting`. */
  disableLstlisting: boolean;
  /** Lines printed inside pictures, in lines.json only. */
  includeDiagramText: boolean;
  imageOutputMode: "local" | "cdn";
  /** Absolute URL in front of `/cropped/…`, without a trailing slash. */
  cdnBase: string;
  /** Displayed formulas with a lower `confidenceRate` are reported as doubtful; their LaTeX is used all the same. */
  mathConfidenceThreshold: number;
}

export const DEFAULT_RENDER_OPTIONS: RenderOptions = {
  mathInlineDelimiters: ["\\(", "\\)"],
  mathDisplayDelimiters: ["\\[", "\\]"],
  includePageInfo: false,
  includePageBreaks: false,
  autoNumberSections: false,
  removeSectionNumbering: false,
  preserveSectionNumbering: true,
  includeEquationTags: false,
  idiomaticEqnArrays: false,
  rmSpaces: true,
  rmFonts: false,
  numbersDefaultToMath: false,
  fullwidthPunctuation: null,
  disableItemize: false,
  disableLstlisting: false,
  includeDiagramText: false,
  imageOutputMode: "local",
  cdnBase: "https://cdn.mathpix.com",
  mathConfidenceThreshold: 0.6,
};
