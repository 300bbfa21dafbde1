import { FAILSAFE_SCHEMA, load } from "js-yaml";
import type { Block, Inline } from "../document.js";
import { restore } from "./guard.js";

/** Lines of a YAML header that are looked through for its end. */
const MAX_LINES = 200;
const FIELD = /^([A-Za-z][\w-]*):/;
/** Fields that say how to set a document, not what it says. */
const SETTINGS =
  /^(?:lang|dir|documentclass|classoption|geometry|fontsize|mainfont|papersize|output|format|toc|numbersections|header-includes)$/;

export interface DocumentHeader {
  /** The source with blanks in place of the header: offsets stay. */
  source: string;
  /** What it says to a reader: title, authors, date, abstract and other fields, in the order of the header. */
  front: Block[];
  /** What cannot be shown, with its place. */
  warnings: { message: string; offset: number }[];
}

interface Field {
  key: string;
  /** As written after the colon, lines that belong to it included. */
  raw: string;
  /** UTF-16 units from the start of the source. */
  offset: number;
}

/** A YAML header: `---`, fields, `---` at the very start. Text of its fields is plain text, never read as Markdown. */
export function readHeader(source: string): DocumentHeader {
  const end = headerEnd(source);
  if (end === undefined) return { source, front: [], warnings: [] };
  const header = source.slice(0, end);
  const front: Block[] = [];
  const warnings: DocumentHeader["warnings"] = [];
  for (const field of fieldsOf(header)) {
    if (SETTINGS.test(field.key)) continue;
    const { value, broken } = fieldValue(field);
    if (broken)
      warnings.push({ message: `the field ${field.key} is no YAML and is shown as written`, offset: field.offset });
    const block = blockOf(field, value);
    if (block) front.push(block);
    else if (!isEmpty(value))
      warnings.push({ message: `the field ${field.key} of the header is not shown`, offset: field.offset });
  }
  return { source: header.replace(/[^\n]/g, " ") + source.slice(end), front, warnings };
}

function blockOf({ key, offset }: Field, value: unknown): Block | undefined {
  const text = (content: string): Inline[] => [{ type: "text", text: content, offset }];
  if (/^authors?$/.test(key)) {
    const authors = (Array.isArray(value) ? value : [value]).map(authorLines).filter((lines) => lines.length > 0);
    return authors.length > 0
      ? { type: "authors", authors: authors.map((lines) => lines.map(text)), offset }
      : undefined;
  }
  const content = Array.isArray(value) ? value.flatMap(scalar).join(", ") : (scalar(value)[0] ?? "");
  if (content === "") return undefined;
  if (key === "title") return { type: "title", children: text(content), offset };
  if (key === "abstract") {
    const paragraphs = content.split(/\n\s*\n/).map((part) => text(part.trim()));
    return {
      type: "abstract",
      blocks: paragraphs.map((children) => ({ type: "paragraph", children, offset })),
      offset,
    };
  }
  const shown = /^(?:subtitle|date)$/.test(key) ? content : `${key[0]!.toUpperCase()}${key.slice(1)}: ${content}`;
  return { type: "paragraph", children: text(shown), offset };
}

/** Lines of an author: a name, or what each field of an author says. */
function authorLines(author: unknown): string[] {
  if (typeof author !== "object" || author === null || Array.isArray(author)) return scalar(author);
  return Object.values(author).flatMap((value: unknown) => {
    const parts = Array.isArray(value) ? value.flatMap(scalar) : scalar(value);
    return parts.length > 0 ? [parts.join(", ")] : [];
  });
}

/** The text of a scalar; [] for anything else, so that what refers to itself ends here. */
function scalar(value: unknown): string[] {
  return typeof value === "string" && value.trim() !== "" ? [restore(value.trim())] : [];
}

const isEmpty = (value: unknown): boolean => value === null || value === undefined || value === "";

/** Every scalar is text: `date: 2024-01-02` is shown as it was written. */
function fieldValue({ key, raw }: Field): { value: unknown; broken: boolean } {
  try {
    const read = load(`${key}:${raw}`, { schema: FAILSAFE_SCHEMA });
    // Without a blank behind the colon YAML sees no field.
    if (typeof read !== "object" || read === null) return { value: raw.trim(), broken: false };
    return { value: (read as Record<string, unknown>)[key], broken: false };
  } catch {
    return { value: raw.trim(), broken: true };
  }
}

function fieldsOf(header: string): Field[] {
  const fields: Field[] = [];
  let offset = 0;
  for (const line of header.split("\n")) {
    const key = FIELD.exec(line)?.[1];
    const current = fields.at(-1);
    if (key !== undefined) fields.push({ key, raw: line.slice(key.length + 1), offset });
    else if (current && !isFence(line)) current.raw += `\n${line}`;
    offset += line.length + 1;
  }
  return fields;
}

const isFence = (line: string): boolean => /^(?:---|\.\.\.)[ \t]*$/.test(line);

function headerEnd(source: string): number | undefined {
  if (!/^---[ \t]*\n[A-Za-z][\w-]*:/.test(source)) return undefined;
  let at = source.indexOf("\n") + 1;
  for (let n = 0; n < MAX_LINES && at > 0 && at < source.length; n++) {
    const next = source.indexOf("\n", at);
    const line = source.slice(at, next < 0 ? source.length : next);
    if (isFence(line)) return next < 0 ? source.length : next + 1;
    // fields, their lists and continued lines, no running text
    if (!FIELD.test(line) && !/^(?:[ \t]+\S|- |#|$)/.test(line)) return undefined;
    at = next + 1;
    if (next < 0) return undefined;
  }
  return undefined;
}
