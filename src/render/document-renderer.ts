import { unionBoxes } from "../layout/boxes.js";
import type { Block, PageLayout, TextBlock } from "../page.js";
import { pageFlow } from "./block-output.js";
import { dominantFontSize } from "./font-size.js";
import { imageId } from "./ids.js";
import type { RenderedImage } from "./images.js";
import { plainText } from "./inline.js";
import type { LineRecord, LinesPage, MmdLinesPage } from "./lines-json.js";
import { toMmdLines } from "./lines-mmd.js";
import { ListState } from "./lists.js";
import { PageLines } from "./page-lines.js";
import type { PageScope } from "./page-scope.js";
import type { RenderOptions } from "./render-options.js";
import { Separators } from "./separators.js";
import { ABSTRACT_HEADING, renderAbstract } from "./text-display/front-matter.js";
import { renderBlock } from "./text-display/handlers.js";
import { renderTableOfContents } from "./text-display/table-of-contents.js";

export interface RenderContext {
  /** Opaque id of the document; image ids and line ids are made from it. */
  documentId: string;
  /** Pages of the source document: sets the digits of the page in image ids. */
  pageCount: number;
  options: RenderOptions;
}

export interface RenderedPage {
  /** Page object of lines.json. */
  lines: LinesPage;
  /** Page object of lines.mmd.json. */
  mmdLines: MmdLinesPage;
  /** The page's part of the MMD; parts are concatenated without anything between them. */
  mmd: string;
  images: RenderedImage[];
  warnings: string[];
}

export interface DocumentRenderer {
  /**
   * Renders the next page. Pages must come in order.
   * @param next the page that will be rendered after this one, if it is known: a list or a hyphenated word that goes on there
   *   is left open here. Without it both end with the page.
   */
  page(layout: PageLayout, next?: PageLayout): RenderedPage;
}

/** Renderer of one document. Remembers only what separators and open lists need from the pages before. */
export function createDocumentRenderer(context: RenderContext): DocumentRenderer {
  const { options } = context;
  const separators = new Separators(options);
  const lists = new ListState();
  let lastShown: Block["kind"] | undefined;
  let first = true;

  return {
    page(layout, next) {
      separators.startPage(first);
      first = false;
      const flow = pageFlow(layout, next, lastShown, options);
      const opening = flow.shown[0];
      const strayClose = lists.isOpen && opening !== undefined && opening.kind !== "list_item" ? lists.closeAll() : "";
      const scope: PageScope = {
        layout,
        options,
        imageId: imageId(context.documentId, layout.page, context.pageCount),
        lines: new PageLines(layout, context.documentId),
        separators,
        flow,
        lists,
        listFrames: options.disableItemize ? new Map() : lists.plan(flow.shown, flow.listGoesOn),
        listRecords: [],
        blocks: new Map(layout.blocks.map((block) => [block.key, block])),
        labelIds: new Map(),
        images: [],
        warnings: [],
        lastShown,
      };
      reserveLabelIds(scope);
      renderBlocks(scope);
      lastShown = scope.lastShown;
      return finish(scope, strayClose);
    },
  };
}

/** Captions are referred to before their line exists. */
function reserveLabelIds(scope: PageScope): void {
  const ids = scope.labelIds as Map<number, string>;
  for (const block of scope.layout.blocks) {
    if (block.kind === "figure_label") ids.set(block.key, scope.lines.reserveId("figure_label", block.box, ""));
  }
}

function renderBlocks(scope: PageScope): void {
  const columns = new Map<number, LineRecord>();
  let column = 0;
  for (const group of groupBlocks(scope.layout.blocks)) {
    const [block] = group;
    if (block === undefined) continue;
    const parent = columnOf(block, scope, columns);
    const before = scope.lines.records.length;
    const inList = block.kind === "list_item" || block.kind === "math" || scope.listFrames.has(block.key);
    if (!inList || block.column !== column) scope.listRecords.length = 0;
    column = block.column;
    if (group.length > 1 || block.kind === "abstract") renderGroup(group as TextBlock[], scope, parent);
    else renderBlock(block, scope, parent);
    if (scope.lines.records.slice(before).some((record) => record.conversion_output))
      scope.lastShown = group[group.length - 1]!.kind;
  }
}

function renderGroup(group: readonly TextBlock[], scope: PageScope, parent: LineRecord | undefined): void {
  if (group[0]?.kind === "toc_row") renderTableOfContents(group, scope, parent);
  else renderAbstract(group, scope, parent);
}

/** Neighbours that share a container: paragraphs of an abstract with their heading, entries of a contents list. */
function groupBlocks(blocks: readonly Block[]): Block[][] {
  const groups: Block[][] = [];
  for (const block of blocks) {
    const group = groups[groups.length - 1];
    const last = group?.[group.length - 1];
    if (group && last && last.column === block.column && belongsTogether(last, block)) group.push(block);
    else groups.push([block]);
  }
  return groups;
}

function belongsTogether(last: Block, block: Block): boolean {
  if (block.kind === "toc_row") return last.kind === "toc_row";
  if (block.kind !== "abstract") return false;
  return last.kind === "abstract" || (last.kind === "section_header" && isAbstractHeading(last));
}

function isAbstractHeading(block: TextBlock): boolean {
  return ABSTRACT_HEADING.test(block.lines.map((line) => plainText(line.spans)).join(" "));
}

/** Container of the block's column, made when its first block comes. */
function columnOf(block: Block, scope: PageScope, columns: Map<number, LineRecord>): LineRecord | undefined {
  if (block.column <= 0) return undefined;
  const known = columns.get(block.column);
  if (known) return known;
  const inside = scope.layout.blocks.filter((other) => other.column === block.column);
  const record = scope.lines.add({
    type: "column",
    box: scope.layout.columns[block.column - 1] ?? unionBoxes(inside.map(({ box }) => box)),
    fontSize: dominantFontSize(inside.flatMap(({ lines }) => lines)),
  });
  columns.set(block.column, record);
  return record;
}

function finish(scope: PageScope, strayClose: string): RenderedPage {
  const { layout, lines } = scope;
  if (strayClose !== "") {
    const opening = lines.records.find((record) => record.conversion_output);
    if (opening) opening.text_display = strayClose + opening.text_display;
  }
  const page: LinesPage = {
    image_id: scope.imageId,
    page: layout.page,
    lines: lines.finish(),
    page_height: lines.height,
    page_width: lines.width,
    languages_detected: [...layout.languages],
  };
  const mmd = page.lines
    .filter((line) => line.conversion_output)
    .map((line) => line.text_display)
    .join("");
  return { lines: page, mmdLines: toMmdLines(page), mmd, images: scope.images, warnings: scope.warnings };
}
