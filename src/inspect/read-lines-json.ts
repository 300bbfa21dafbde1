import { InputError } from "../errors.js";
import type { Region } from "../region.js";

/** What the viewer needs of a line; other engines' files may lack the rest. */
export interface InspectedLine {
  id: string | undefined;
  parentId: string | undefined;
  type: string;
  subtype: string | undefined;
  region: Region;
  contour: [number, number][];
  column: number;
  text: string;
  /** The MMD fragment; "" when the line is not part of the MMD. */
  fragment: string;
  confidence: number | undefined;
  confidenceRate: number | undefined;
  labels: string[];
}

export interface InspectedPage {
  /** 1-based in the source document. */
  page: number;
  /** px, page space of the file: 250 per inch in ours, whatever it was drawn at in others. */
  width: number;
  height: number;
  lines: InspectedLine[];
}

type Json = Record<string, unknown>;

/**
 * Reads a lines.json, ours or the vendor's of any year: fields that came later than the first files may be missing.
 * @throws InputError `not_lines_json` when it is something else
 */
export function readLinesJson(text: string, file: string): InspectedPage[] {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch (cause) {
    throw notLinesJson(file, "a JSON object", String((cause as Error).message), cause);
  }
  const pages = isObject(parsed) ? parsed.pages : undefined;
  if (!Array.isArray(pages)) throw notLinesJson(file, "an object with a list of pages", typeName(pages));
  return pages.map((page: unknown, index) => readPage(page, index, file));
}

function readPage(page: unknown, index: number, file: string): InspectedPage {
  if (!isObject(page)) throw notLinesJson(file, `an object for page ${index + 1}`, typeName(page));
  const { lines } = page;
  const width = positive(page.page_width);
  const height = positive(page.page_height);
  if (width === undefined || height === undefined)
    throw notLinesJson(file, `page_width and page_height above zero for page ${index + 1}`, typeName(page.page_width));
  if (!Array.isArray(lines)) throw notLinesJson(file, `a list of lines for page ${index + 1}`, typeName(lines));
  return {
    page: positive(page.page) ?? index + 1,
    width,
    height,
    lines: lines.filter(isObject).flatMap((line) => readLine(line) ?? []),
  };
}

/** Undefined for a line without a place. */
function readLine(line: Json): InspectedLine | undefined {
  const contour = Array.isArray(line.cnt) ? line.cnt.filter(isPoint) : [];
  const region = readRegion(line.region) ?? around(contour);
  if (region === undefined) return undefined;
  // the first files had neither types nor fragments: every line was part of the MMD
  const shown = line.conversion_output !== false;
  const text = string(line.text) ?? "";
  return {
    id: string(line.id),
    parentId: string(line.parent_id),
    type: string(line.type) ?? "text",
    subtype: string(line.subtype),
    region,
    contour,
    column: number(line.column) ?? 0,
    text,
    fragment: shown ? (string(line.text_display) ?? text) : "",
    confidence: number(line.confidence),
    confidenceRate: number(line.confidence_rate),
    labels: Array.isArray(line.selected_labels) ? line.selected_labels.filter((id) => typeof id === "string") : [],
  };
}

function readRegion(region: unknown): Region | undefined {
  if (!isObject(region)) return undefined;
  const [left, top, width, height] = [region.top_left_x, region.top_left_y, region.width, region.height].map(number);
  if (left === undefined || top === undefined || width === undefined || height === undefined) return undefined;
  return { top_left_x: left, top_left_y: top, width, height };
}

function around(contour: readonly [number, number][]): Region | undefined {
  if (contour.length === 0) return undefined;
  const xs = contour.map(([x]) => x);
  const ys = contour.map(([, y]) => y);
  const [left, top] = [Math.min(...xs), Math.min(...ys)];
  return { top_left_x: left, top_left_y: top, width: Math.max(...xs) - left, height: Math.max(...ys) - top };
}

const isObject = (value: unknown): value is Json =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const isPoint = (value: unknown): value is [number, number] =>
  Array.isArray(value) && value.length === 2 && value.every((part) => typeof part === "number");
const string = (value: unknown): string | undefined => (typeof value === "string" ? value : undefined);
const number = (value: unknown): number | undefined =>
  typeof value === "number" && Number.isFinite(value) ? value : undefined;
const positive = (value: unknown): number | undefined => {
  const read = number(value);
  return read !== undefined && read > 0 ? read : undefined;
};
const typeName = (value: unknown): string => (Array.isArray(value) ? "array" : value === null ? "null" : typeof value);

function notLinesJson(file: string, expected: string, actual: string, cause?: unknown): InputError {
  return new InputError("not_lines_json", `Expected ${expected} in a lines.json but found ${actual}`, {
    file,
    stage: "open",
    cause,
  });
}
