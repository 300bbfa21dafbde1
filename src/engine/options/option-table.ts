import { DEFAULT_PAGE_DEADLINE_SECONDS } from "../limits.js";
import type { CropStore } from "../output/crop-store.js";
import type { ProgressListener } from "../progress.js";
import { CONVERSION_FORMATS } from "./conversion-table.js";
import {
  boolean,
  booleanOrNull,
  delimiters,
  identifier,
  instance,
  listOf,
  nonEmptyString,
  type OptionType,
  oneOf,
  plainObject,
  seconds,
  share,
  string,
  switches,
  url,
} from "./option-type.js";

/**
 * Where an option acts. `page`: in the worker, changes what a page holds (part of the spool's key) · `render`: after
 * layout · `output`: what is written where · `run`: how, not what.
 */
export type OptionScope = "page" | "render" | "output" | "run";

export interface OptionDefinition<T, D, S extends OptionScope> {
  type: OptionType<T>;
  default: D;
  scope: S;
  /** One line, present tense. */
  help: string;
  /** Only a program can pass it; the command line and its help leave it out. */
  programOnly?: true;
}

function define<T, const D extends T | undefined, S extends OptionScope>(
  scope: S,
  type: OptionType<T>,
  fallback: D,
  help: string,
): OptionDefinition<T, D, S> {
  return { type, default: fallback, scope, help };
}

function programOnly<T>(type: OptionType<T>, help: string): OptionDefinition<T, undefined, "run"> {
  return { type, default: undefined, scope: "run", help, programOnly: true };
}

const hasMethod = (value: unknown, name: string): boolean =>
  typeof value === "object" && value !== null && typeof (value as Record<string, unknown>)[name] === "function";

const signalType = instance("AbortSignal", (value): value is AbortSignal => value instanceof AbortSignal);
const listenerType = instance("function", (value): value is ProgressListener => typeof value === "function");
const storeType = instance("object with a put method", (value): value is CropStore => hasMethod(value, "put"));

const NO_EFFECT = "Accepted for compatibility, no effect.";

/**
 * Every option of a document, in the order the documentation prints them. Names and defaults of the vendor's document
 * route; the snake_case name follows from the camelCase one.
 */
export const OPTIONS = {
  pageRanges: define("run", nonEmptyString, undefined, 'Pages to process: "2,4-6", negative from the end: "2 - -2".'),
  password: define("run", string, undefined, "Password of an encrypted PDF."),
  textSource: define(
    "page",
    oneOf("auto", "embedded", "ocr"),
    "auto",
    "Where text comes from: the file's text layer, recognition, or per page whichever is sound.",
  ),
  layoutModel: define(
    "page",
    nonEmptyString,
    "auto",
    "Net that helps to name regions: the shipped one if there is one (auto), none (off), or the path of an ONNX file.",
  ),
  alphabetsAllowed: define(
    "page",
    switches("en", "hi", "zh", "ja", "ko", "ru", "th", "ta", "te", "gu", "bn", "vi"),
    {},
    "Alphabets recognition may use; only false has an effect.",
  ),
  mathInlineDelimiters: define("render", delimiters, ["\\(", "\\)"], "Delimiters of inline formulas."),
  mathDisplayDelimiters: define("render", delimiters, ["\\[", "\\]"], "Delimiters of displayed formulas."),
  rmSpaces: define("render", boolean, true, "Drops blanks that LaTeX does not need from formulas."),
  rmFonts: define("render", boolean, false, "Drops font commands such as \\mathbf from formulas."),
  idiomaticEqnArrays: define("render", boolean, false, "Writes aligned, gathered and cases instead of array."),
  includeEquationTags: define(
    "render",
    boolean,
    false,
    "Writes \\tag{n} for equation numbers; implies idiomaticEqnArrays.",
  ),
  mathConfidenceThreshold: define(
    "render",
    share,
    0.6,
    "Displayed formulas read with less certainty are reported as doubtful; they come as LaTeX all the same, with their crop.",
  ),
  numbersDefaultToMath: define("render", boolean, false, "Sets bare numbers as inline formulas."),
  fullwidthPunctuation: define("render", booleanOrNull, null, "Full-width punctuation; null decides from the content."),
  includeSmiles: define("render", boolean, true, "Transcribes chemistry as <smiles>."),
  includeChemistryAsImage: define(
    "render",
    boolean,
    false,
    "Shows chemistry as an image with SMILES as its alternative text.",
  ),
  includeDiagramText: define("render", boolean, false, "Lists text inside diagrams as lines of lines.json."),
  includePageInfo: define("render", boolean, false, "Renders running heads, feet and page numbers into the MMD."),
  includePageBreaks: define("render", boolean, false, "Writes \\pagebreak between pages."),
  autoNumberSections: define("render", boolean, false, "Writes unstarred sections, which LaTeX numbers itself."),
  removeSectionNumbering: define("render", boolean, false, "Drops printed section numbers."),
  preserveSectionNumbering: define("render", boolean, true, "Keeps printed section numbers as text."),
  enableTablesFallback: define("page", boolean, false, "Uses the heavier algorithm for very large or complex tables."),
  disableItemize: define("render", boolean, false, "Writes lists as flat lines with their printed markers."),
  disableLstlisting: define("render", boolean, false, "Writes code in fences instead of lstlisting."),
  enableSpellCheck: define("run", boolean, false, NO_EFFECT),
  streaming: define("run", boolean, false, `${NO_EFFECT} Use pages() for a stream of pages.`),
  metadata: define("run", plainObject, undefined, NO_EFFECT),
  conversionFormats: define(
    "output",
    switches(...CONVERSION_FORMATS),
    {},
    "Formats to write beside the MMD: { md: true, html: true }.",
  ),
  conversionOptions: define("output", plainObject, {}, "Options per format: { docx: { fontSize: 24 } }."),
  destination: define("output", nonEmptyString, undefined, "Folder the files are written to; made when missing."),
  basename: define("output", nonEmptyString, undefined, "File name without extension; by default the input's."),
  documentId: define("render", identifier, undefined, "Id in image names; by default made from the file's content."),
  imageOutputMode: define(
    "output",
    oneOf("local", "cdn"),
    "local",
    "Crops beside the MMD in images/, or in a crop store with absolute addresses.",
  ),
  cdnBase: define("output", url, "https://cdn.mathpix.com", "Start of crop addresses in cdn mode; /cropped/… follows."),
  crops: define(
    "page",
    listOf("figures", "equations", "tables"),
    ["figures", "equations"],
    "What is cropped; what can only be shown as a picture always is.",
  ),
  resume: define("run", boolean, false, "Goes on from the pages an interrupted run left in the destination."),
  pageDeadlineSeconds: define(
    "run",
    seconds,
    DEFAULT_PAGE_DEADLINE_SECONDS,
    "Time for one try of one page; then its worker is ended.",
  ),
  deadlineSeconds: define("run", seconds, undefined, "Time for the whole document; pages not done by then stay empty."),
  cropStore: programOnly(storeType, "Takes the crops in cdn mode."),
  signal: programOnly(signalType, "Stops the work within a second."),
  onProgress: programOnly(listenerType, "Called with every progress event."),
} as const satisfies Record<string, OptionDefinition<unknown, unknown, OptionScope>>;

type Table = typeof OPTIONS;
export type OptionName = keyof Table;

type ValueOf<D> =
  D extends OptionDefinition<infer T, infer Default, OptionScope>
    ? undefined extends Default
      ? T | undefined
      : T
    : never;

/** All options with their values, defaults filled in. */
export type ResolvedOptions = { [K in OptionName]: ValueOf<Table[K]> };

/** The options that go to a worker with every page. Plain data. */
export type PageOptions = {
  [K in OptionName as Table[K]["scope"] extends "page" ? K : never]: ResolvedOptions[K];
};

type Snake<S extends string> = S extends `${infer Head}${infer Tail}`
  ? `${Head extends Lowercase<Head> ? Head : `_${Lowercase<Head>}`}${Snake<Tail>}`
  : S;

type Given<K extends OptionName> = Table[K] extends OptionDefinition<infer T, unknown, OptionScope> ? T : never;

/** Options as a caller gives them, each in camelCase or snake_case. */
export type ProcessOptions = { [K in OptionName]?: Given<K> | undefined } & {
  [K in OptionName as Snake<K>]?: Given<K> | undefined;
};

/** `pageRanges` → `page_ranges` */
export const snakeCase = (name: string): string => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
