import type { Block } from "../document.js";

/** Lines of a YAML header that are looked through for its end. */
const MAX_LINES = 200;
const FIELD = /^([A-Za-z][\w-]*):[ \t]*(.*)$/;

export interface DocumentHeader {
  /** The source with blanks in place of the header: offsets stay. */
  source: string;
  /** Title and authors that it names. */
  front: Block[];
}

/** A YAML header: `---`, fields, `---` at the very start. Its title and author are shown; other fields say nothing to a reader. */
export function readHeader(source: string): DocumentHeader {
  const none = { source, front: [] };
  const end = headerEnd(source);
  if (end === undefined) return none;
  const header = source.slice(0, end);
  const front: Block[] = [];
  for (const line of header.split("\n")) {
    const [, key = "", raw = ""] = FIELD.exec(line) ?? [];
    const text = raw.trim().replace(/^(["'])(.*)\1$/, "$2");
    const offset = source.indexOf(line);
    const children = [{ type: "text" as const, text, offset }];
    if (text === "") continue;
    if (key === "title") front.push({ type: "title", children, offset });
    if (/^authors?$/.test(key)) front.push({ type: "authors", authors: [[children]], offset });
  }
  return { source: header.replace(/[^\n]/g, " ") + source.slice(end), front };
}

function headerEnd(source: string): number | undefined {
  if (!/^---[ \t]*\n[A-Za-z][\w-]*:/.test(source)) return undefined;
  let at = source.indexOf("\n") + 1;
  for (let n = 0; n < MAX_LINES && at > 0 && at < source.length; n++) {
    const next = source.indexOf("\n", at);
    const line = source.slice(at, next < 0 ? source.length : next);
    if (/^(?:---|\.\.\.)[ \t]*$/.test(line)) return next < 0 ? source.length : next + 1;
    // fields, their lists and continued lines, no running text
    if (!FIELD.test(line) && !/^(?:[ \t]+\S|- |#|$)/.test(line)) return undefined;
    at = next + 1;
    if (next < 0) return undefined;
  }
  return undefined;
}
