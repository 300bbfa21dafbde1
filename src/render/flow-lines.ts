import type { Continuation, TextBlock, TextLine } from "../page.js";
import type { TextContext } from "./escapes.js";
import { inlineMmd, withoutHyphen } from "./inline.js";
import type { RenderOptions } from "./render-options.js";
import { joint } from "./separators.js";

/** A line of a block on its way to a record. */
export interface FlowLine {
  line: TextLine;
  /** As printed, with escapes: the record's `text`. */
  text: string;
  /** The part of the MMD, without separator or wrapping; "" for an empty line. */
  body: string;
  /** What stands in front when it is not the first of the block: "", " " or "\n". */
  joint: string;
}

export interface FlowRequest {
  context: TextContext;
  /** The last line loses its hyphen because the next block goes on with the word. */
  dropLastHyphen?: boolean;
}

/** Lines of a block as MMD fragments, joined as their continuation says. */
export function flowLines(block: Pick<TextBlock, "lines">, request: FlowRequest, options: RenderOptions): FlowLine[] {
  const flow: FlowLine[] = [];
  let previous = "";
  for (const [i, line] of block.lines.entries()) {
    const next = block.lines[i + 1];
    const drops = next ? next.continuation === "no_hyphen" : request.dropLastHyphen === true;
    const text = inlineMmd(line.spans, request.context, options);
    const body = drops ? inlineMmd(withoutHyphen(line.spans), request.context, options) : text;
    flow.push({ line, text, body, joint: previous === "" ? "" : joint(line.continuation, previous, body) });
    if (body !== "") previous = body;
  }
  return flow;
}

const SUBTYPES: Readonly<Record<Exclude<Continuation, "start">, string>> = {
  space: "continues_line_space",
  newline: "continues_line_newline",
  no_hyphen: "continues_line_no_hyphen",
  no_space: "continues_line_no_space",
};

/** `subtype` of a text line: how it goes on from the line before, or `vertical` for turned text. */
export function textSubtype(continuation: Continuation, angle: number): string | undefined {
  if (continuation !== "start") return SUBTYPES[continuation];
  return angle % 180 !== 0 ? "vertical" : undefined;
}

/** All lines as one piece of MMD on one line: captions, headings. */
export function flowText(flow: readonly FlowLine[]): string {
  return flow
    .map(({ body, joint: prefix }) => (body === "" ? "" : (prefix === "\n" ? " " : prefix) + body))
    .join("")
    .trim();
}
