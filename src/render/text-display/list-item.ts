import type { TextBlock } from "../../page.js";
import { escapeLineStart, escapeText } from "../escapes.js";
import { textSubtype } from "../flow-lines.js";
import type { LineRecord } from "../lines-json.js";
import {
  addContainer,
  addLine,
  addTextLines,
  blockFlow,
  blockSeparator,
  type PageScope,
  textSpec,
} from "../page-scope.js";
import { guardLineStarts } from "./paragraph.js";

export function renderListItem(block: TextBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const frame = scope.listFrames.get(block.key);
  const flow = blockFlow(scope, block, { context: "running" });
  const marker = markerMmd(block, scope);
  const level = frame?.level ?? block.marker?.depth ?? 0;
  const goesOn = scope.flow.joined.has(block.key) && block.marker === undefined;
  guardLineStarts(flow, false);

  if (frame?.starts !== false && !goesOn) scope.listRecords.length = 0;
  const outer = level > 0 ? scope.listRecords[level - 1] : undefined;
  const container = addContainer(scope, "list_item", block, outer ?? parent);
  scope.listRecords.length = Math.min(scope.listRecords.length, level);
  scope.listRecords[level] = container;

  if (flow.every(({ body }) => body === "")) {
    addEmptyItem(scope, block, marker, container);
    return;
  }
  const first = flow.find(({ body }) => body !== "");
  if (first) first.text = marker === "" ? first.text : `${marker} ${first.text}`;

  const flat = scope.options.disableItemize || frame === undefined;
  const head = flat ? flatHead(marker) : frame.item === "" ? "" : `${frame.open}${frame.item} `;
  if (first && !flat && frame.item !== "" && first.body.startsWith("[")) first.body = `&#91;${first.body.slice(1)}`;
  addTextLines(
    scope,
    flow,
    { open: head, close: flat ? "" : frame.close },
    (line, display, isFirst) => ({
      ...textSpec(line, display, container),
      subtype: textSubtype(isFirst ? (block.continues ?? "start") : line.line.continuation, line.line.angle),
    }),
    (body) => {
      if (goesOn) return blockSeparator(scope, block, body);
      const starts = flat ? scope.lastShown !== "list_item" : frame.starts;
      return starts ? scope.separators.block() : scope.separators.line();
    },
  );
}

function markerMmd(block: TextBlock, scope: PageScope): string {
  const marker = block.marker?.text ?? "";
  return escapeText(marker, "running", scope.options.mathInlineDelimiters, { before: "", after: " " });
}

function flatHead(marker: string): string {
  return marker === "" ? "" : `${escapeLineStart(`${marker} `)}`;
}

/** A marker without text is an item all the same; it gets a line of its own so that the fragment has a home. */
function addEmptyItem(scope: PageScope, block: TextBlock, marker: string, container: LineRecord): void {
  const frame = scope.listFrames.get(block.key);
  const flat = scope.options.disableItemize || frame === undefined;
  const fragment = flat ? marker : `${frame.open}${frame.item}${frame.close}`;
  const starts = flat ? scope.lastShown !== "list_item" : frame.starts;
  const separator = starts ? scope.separators.block() : scope.separators.line();
  const display = fragment === "" ? "" : separator + fragment;
  addLine(scope, {
    type: "text",
    box: block.box,
    fontSize: container.font_size,
    text: marker,
    display,
    parent: container,
  });
}
