import type { TextBlock } from "../../page.js";
import { escapeLineStart } from "../escapes.js";
import type { LineRecord } from "../lines-json.js";
import { lineFontSize } from "../page-lines.js";
import { addContainer, addTextLines, blockFlow, type PageScope, textSpec } from "../page-scope.js";
import { guardLineStarts } from "./paragraph.js";

export function renderFootnote(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const container = addContainer(scope, "footnote", block, parent);
  const flow = blockFlow(scope, block, { context: "braced" });
  guardLineStarts(flow, true);
  addTextLines(
    scope,
    flow,
    { open: "\\footnotetext{\n", close: "\n}" },
    (line, display) => textSpec(line, display, container),
    () => scope.separators.block(),
  );
}

/** Markdown quote; every line that starts anew gets the mark. */
export function renderQuote(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const container = addContainer(scope, "quote", block, parent);
  const flow = blockFlow(scope, block, { context: "running" });
  for (const [i, line] of flow.entries()) {
    if (i === 0 || line.joint === "\n") line.body = escapeLineStart(line.body);
    if (line.joint === "\n") line.joint = "\n> ";
  }
  addTextLines(
    scope,
    flow,
    { open: "> ", close: "" },
    (line, display) => textSpec(line, display, container),
    () => scope.separators.block(),
  );
}

/**
 * Caption. Its words stand in the picture or table that lists it; a caption that nothing lists is shown as a paragraph, so
 * that no text is lost.
 */
export function renderFigureLabel(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const id = scope.labelIds.get(block.key);
  const container = scope.lines.add({
    type: "figure_label",
    box: block.box,
    fontSize: lineFontSize(block.lines[0]),
    parent,
    ...(id === undefined ? {} : { id }),
  });
  const bound = scope.flow.boundLabels.has(block.key);
  const flow = blockFlow(scope, block, { context: "running" });
  guardLineStarts(flow, true);
  addTextLines(
    scope,
    bound ? flow.map((line) => ({ ...line, body: "" })) : flow,
    { open: "", close: "" },
    (line, display) => textSpec(line, display, container),
    () => scope.separators.block(),
  );
}
