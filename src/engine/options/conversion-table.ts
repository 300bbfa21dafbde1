import {
  boolean,
  delimiters,
  integer,
  numberOrString,
  type OptionType,
  oneOf,
  plainObject,
  string,
} from "./option-type.js";

/** Formats a caller may ask for. `mmd` is always made; asking for it is harmless. */
export const CONVERSION_FORMATS = [
  "mmd",
  "md",
  "html",
  "docx",
  "pptx",
  "xlsx",
  "latex",
  "tex.zip",
  "mmd.zip",
  "md.zip",
  "html.zip",
  "pdf",
  "latex.pdf",
  "mmd.overlay.pdf",
  "jpg",
  "png",
] as const;
export type ConversionFormat = (typeof CONVERSION_FORMATS)[number];

type Fields = Readonly<Record<string, OptionType<unknown>>>;

/** Options every format takes. */
const common: Fields = { htmlTags: boolean };

const markdown: Fields = {
  math_inline_delimiters: delimiters,
  math_display_delimiters: delimiters,
  escape_ampersand: boolean,
  escape_dollar: boolean,
  escape_hash: boolean,
  escape_percent: boolean,
  max_character_per_line: integer(10, 1_000_000),
};

const latex: Fields = {
  fontSize: numberOrString,
  font: string,
  imagesFolder: string,
  load_external_fonts: boolean,
};

const colours: Fields = { text_color: string, background_color: string, custom_css: string };

/** Names as the contract has them (some camelCase, some snake_case); either spelling is accepted. */
export const CONVERSION_OPTIONS: Readonly<Record<ConversionFormat, Fields>> = {
  mmd: common,
  md: { ...common, ...markdown },
  "md.zip": { ...common, ...markdown },
  "mmd.zip": common,
  html: { ...common, ...colours, language: string },
  "html.zip": { ...common, ...colours, language: string },
  docx: {
    ...common,
    ...colours,
    font: string,
    fontSize: integer(2, 400),
    language: string,
    orientation: oneOf("portrait", "landscape"),
    margins: plainObject,
    margin: integer(0, 1000),
  },
  pptx: {
    ...common,
    ...colours,
    fontSize: integer(4, 200),
    margin: integer(0, 1000),
    footnote_compact_refs: boolean,
  },
  xlsx: {
    ...common,
    singleSheet: boolean,
    mathOutputFormat: oneOf("linearmath", "latex", "asciimath"),
    maxColumnWidthChars: integer(1, 255),
    fontSize: integer(4, 200),
    zoomScale: integer(10, 400),
  },
  latex: { ...common, ...latex },
  "tex.zip": { ...common, ...latex },
  "latex.pdf": { ...common, fontSize: numberOrString, font: string },
  pdf: {
    ...common,
    ...colours,
    fontSize: integer(4, 200),
    disable_footer: boolean,
    margin: integer(40, 200),
    footnote_compact_refs: boolean,
    resource_load_timeout_sec: integer(1, 3600),
  },
  "mmd.overlay.pdf": common,
  jpg: common,
  png: common,
};
