import type { TextBlock } from "../../page.js";
import { escapeLineStart } from "../escapes.js";
import { plainText } from "../inline.js";
import type { LineRecord } from "../lines-json.js";
import { addContainer, addTextLines, blockFlow, type PageScope, textSpec } from "../page-scope.js";
import { guardLineStarts } from "./paragraph.js";

export function renderTitle(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const container = addContainer(scope, "title", block, parent);
  const flow = blockFlow(scope, block, { context: "braced" });
  guardLineStarts(flow, true);
  addTextLines(
    scope,
    flow,
    { open: "\\title{\n", close: "\n}" },
    (line, display) => textSpec(line, display, container),
    () => scope.separators.block(),
  );
}

/** One `\author` per block; every printed line is a part of its own unless it wraps. */
export function renderAuthors(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const container = addContainer(scope, "authors", block, parent);
  const flow = blockFlow(scope, block, { context: "braced" }).map((line) => ({
    ...line,
    joint: line.joint === "\n" ? " \\\\ " : line.joint,
  }));
  guardLineStarts(flow, true);
  addTextLines(
    scope,
    flow,
    { open: "\\author{\n", close: "\n}" },
    (line, display) => textSpec(line, display, container),
    () => scope.separators.block(),
  );
}

const HEADING_WORDS =
  "abstract|summary|résumé|resume|zusammenfassung|kurzfassung|resumen|resumo|sommario|riassunto|摘要|аннотация";
/** The whole line is the heading word. */
export const ABSTRACT_HEADING = new RegExp(`^\\s*(?:${HEADING_WORDS})\\s*[.:—–-]?\\s*$`, "iu");
/** The heading word runs into the text: `Abstract—We …`. */
const RUN_IN_HEADING = new RegExp(`^\\s*(?:${HEADING_WORDS})\\s*[.:—–-]\\s*`, "iu");

/** Adjacent abstract blocks in one environment: the heading word is consumed, paragraphs start on single new lines. */
export function renderAbstract(blocks: readonly TextBlock[], scope: PageScope, parent: LineRecord | undefined): void {
  const boxes = blocks.map(({ box }) => box);
  const container = addContainer(
    scope,
    "abstract",
    { box: joinBoxes(boxes), lines: blocks.flatMap(({ lines }) => lines) },
    parent,
  );
  const flow = blocks.flatMap((block, i) => {
    const lines = blockFlow(scope, block, { context: "running" });
    guardLineStarts(lines, true);
    const first = lines.find(({ body }) => body !== "");
    if (i > 0 && first) first.joint = "\n";
    return lines;
  });
  const [head, second] = flow.filter(({ body }) => body !== "");
  const swallowed = head !== undefined && second !== undefined && ABSTRACT_HEADING.test(plainText(head.line.spans));
  if (swallowed) second.joint = "";
  else if (head) head.body = escapeLineStart(head.body.replace(RUN_IN_HEADING, "")) || head.body;
  addTextLines(
    scope,
    flow,
    { open: "\\begin{abstract}\n", close: "\n\\end{abstract}" },
    (line, display) =>
      textSpec(
        line,
        swallowed && line === head ? display.slice(0, display.length - line.body.length) : display,
        container,
      ),
    () => scope.separators.block(),
  );
}

function joinBoxes(boxes: readonly TextBlock["box"][]): TextBlock["box"] {
  return {
    x0: Math.min(...boxes.map((box) => box.x0)),
    y0: Math.min(...boxes.map((box) => box.y0)),
    x1: Math.max(...boxes.map((box) => box.x1)),
    y1: Math.max(...boxes.map((box) => box.y1)),
  };
}
