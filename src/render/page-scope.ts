import type { Block, PageLayout, TextBlock } from "../page.js";
import type { PageFlow } from "./block-output.js";
import { type FlowLine, type FlowRequest, flowLines } from "./flow-lines.js";
import type { RenderedImage } from "./images.js";
import type { LineRecord, LineType } from "./lines-json.js";
import type { ListItemFrame, ListState } from "./lists.js";
import { type LineSpec, lineFontSize, type PageLines } from "./page-lines.js";
import type { RenderOptions } from "./render-options.js";
import type { Separators } from "./separators.js";

/** What the handlers of one page share. */
export interface PageScope {
  readonly layout: PageLayout;
  readonly options: RenderOptions;
  readonly imageId: string;
  readonly lines: PageLines;
  readonly separators: Separators;
  readonly flow: PageFlow;
  readonly lists: ListState;
  readonly listFrames: ReadonlyMap<number, ListItemFrame>;
  /** Last list item record per level, for nesting. */
  readonly listRecords: LineRecord[];
  /** Blocks by key. */
  readonly blocks: ReadonlyMap<number, Block>;
  /** Reserved ids of figure_label containers by block key. */
  readonly labelIds: ReadonlyMap<number, string>;
  readonly images: RenderedImage[];
  readonly warnings: string[];
  /** Kind of the block whose fragment was written last, over page borders. */
  lastShown: Block["kind"] | undefined;
}

/** Adds a record and remembers what its fragment ended with. */
export function addLine(scope: PageScope, spec: LineSpec): LineRecord {
  const record = scope.lines.add(spec);
  if (record.conversion_output) scope.separators.wrote(record.text_display);
  return record;
}

/** Container of a text block: empty itself, the words live in its children. */
export function addContainer(
  scope: PageScope,
  type: LineType,
  block: Pick<TextBlock, "box" | "lines">,
  parent?: LineRecord,
): LineRecord {
  return addLine(scope, { type, box: block.box, fontSize: lineFontSize(block.lines[0]), parent });
}

/** Lines of a text block as fragments; the last hyphen goes when the next block joins. */
export function blockFlow(scope: PageScope, block: TextBlock, request: FlowRequest): FlowLine[] {
  return flowLines(block, { ...request, dropLastHyphen: scope.flow.dropsHyphen.has(block.key) }, scope.options);
}

/** Separator in front of a block's first fragment: joins what it continues, else starts a paragraph. */
export function blockSeparator(scope: PageScope, block: TextBlock, firstBody: string): string {
  if (block.continues === undefined || !scope.flow.joined.has(block.key)) return scope.separators.block();
  // after a displayed formula the paragraph goes on in a line of its own
  if (scope.lastShown === "math") return scope.separators.line();
  return scope.separators.join(block.continues, firstBody);
}

export interface Wrapping {
  /** In front of the first fragment, after the separator. */
  open: string;
  /** Behind the last fragment. */
  close: string;
}

/** One text record per printed line, the first and last wrapped. Lines without content are recorded but not output. */
export function addTextLines(
  scope: PageScope,
  flow: readonly FlowLine[],
  wrapping: Wrapping,
  make: (line: FlowLine, display: string, isFirst: boolean) => LineSpec,
  separator: (firstBody: string) => string,
): void {
  const shown = flow.filter(({ body }) => body !== "");
  const first = shown[0];
  const last = shown[shown.length - 1];
  for (const line of flow) {
    let display = "";
    if (line === first) display = separator(line.body) + wrapping.open;
    else if (line.body !== "") display = line.joint;
    display += line.body;
    if (line === last) display += wrapping.close;
    addLine(scope, make(line, display, line === first));
  }
}

/** Record of a printed line of text. */
export function textSpec(
  { line, text }: FlowLine,
  display: string,
  parent: LineRecord | undefined,
  type: LineType = "text",
): LineSpec {
  return {
    type,
    box: line.box,
    fontSize: lineFontSize(line),
    text,
    display,
    parent,
    confidence: text === "" ? undefined : { confidence: line.confidence, confidenceRate: line.confidenceRate },
  };
}
