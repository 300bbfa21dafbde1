import type { TextBlock } from "../../page.js";
import { escapeLineStart } from "../escapes.js";
import { type FlowLine, textSubtype } from "../flow-lines.js";
import type { LineRecord } from "../lines-json.js";
import type { LineSpec } from "../page-lines.js";
import { addTextLines, blockFlow, blockSeparator, type PageScope, textSpec } from "../page-scope.js";

const BARE = { open: "", close: "" };

/** Running text: one leaf per printed line. What closes behind a list item's last paragraph is the list. */
export function renderParagraph(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const flow = blockFlow(scope, block, { context: "running" });
  guardLineStarts(flow, block.continues === undefined || !scope.flow.joined.has(block.key));
  addTextLines(
    scope,
    flow,
    { open: "", close: scope.listFrames.get(block.key)?.close ?? "" },
    (line, display, isFirst) => paragraphSpec(block, line, display, isFirst, parent),
    (body) => blockSeparator(scope, block, body),
  );
}

/** Escapes bodies that stand at the start of a line of the MMD. */
export function guardLineStarts(flow: FlowLine[], firstStartsLine: boolean): void {
  const first = flow.find(({ body }) => body !== "");
  for (const line of flow) {
    if (line === first ? firstStartsLine : line.joint === "\n") line.body = escapeLineStart(line.body);
  }
}

function paragraphSpec(
  block: TextBlock,
  flowLine: FlowLine,
  display: string,
  isFirst: boolean,
  parent: LineRecord | undefined,
): LineSpec {
  const { line } = flowLine;
  const continuation = isFirst ? (block.continues ?? "start") : line.continuation;
  return { ...textSpec(flowLine, display, parent), subtype: textSubtype(continuation, line.angle) };
}

/** Form fields: as text, with runs of underscores as the vendor's blanks and marks for boxes left as printed. */
export function renderFormField(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const [open, close] = scope.options.mathInlineDelimiters;
  const flow = blockFlow(scope, block, { context: "running" }).map((line) => ({
    ...line,
    body: line.body.replace(/(?:\\?_){3,}/g, `${open}\\_\\_\\_\\_${close}`),
  }));
  guardLineStarts(flow, true);
  addTextLines(
    scope,
    flow,
    BARE,
    (line, display) => textSpec(line, display, parent, "form_field"),
    () => scope.separators.block(),
  );
}

/** Running heads, feet, page numbers, margin notes: searchable, part of the MMD only on request. */
export function renderPageInfo(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const flow = blockFlow(scope, block, { context: "running" });
  guardLineStarts(flow, true);
  const subtype = block.role === "margin_note" ? "margin_note" : undefined;
  const shown = scope.options.includePageInfo;
  addTextLines(
    scope,
    shown ? flow : flow.map((line) => ({ ...line, body: "" })),
    BARE,
    (line, display) => ({ ...textSpec(line, display, parent, "page_info"), subtype }),
    () => scope.separators.block(),
  );
}

/** Printed numbers of equations: searchable only. */
export function renderEquationNumber(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  for (const line of blockFlow(scope, block, { context: "running" }))
    scope.lines.add(textSpec(line, "", parent, "equation_number"));
}
