import type { Block, PictureBlock } from "../../page.js";
import { flowLines, flowText } from "../flow-lines.js";
import { dominantFontSize } from "../font-size.js";
import { cropName, type FigureCaption, figureMmd, imageUrl, type RenderedImage } from "../images.js";
import type { LineRecord } from "../lines-json.js";
import { addLine, type PageScope, textSpec } from "../page-scope.js";

/** Diagrams and charts: their crop, with the caption in a figure environment. */
export function renderPicture(block: PictureBlock, scope: PageScope, parent: LineRecord | undefined): void {
  const region = scope.lines.region(block.box);
  const captions = captionsOf(block, scope);
  const url = imageUrl(scope.imageId, region, scope.options);
  const record = addLine(scope, {
    type: block.kind,
    box: block.box,
    fontSize: dominantFontSize(block.lines),
    display: scope.separators.block() + figureMmd(url, captions.map(({ text }) => text).join(" ")),
    picture: true,
    parent,
    labels: labelsOf(block, scope),
  });
  addImage(scope, block.key, "figure", record, true);
  if (!scope.options.includeDiagramText) return;
  for (const line of flowLines(block, { context: "running" }, scope.options)) {
    if (line.text !== "")
      scope.lines.add(textSpec(line, "", record, block.kind === "chart" ? "chart_info" : "diagram_info"));
  }
}

/** Registers the crop of a record's region. */
export function addImage(
  scope: PageScope,
  key: number,
  kind: RenderedImage["kind"],
  record: LineRecord,
  referenced: boolean,
): void {
  const { region } = record;
  scope.images.push({ key, name: cropName(scope.imageId, region), lineId: record.id, kind, region, referenced });
}

/** Captions a block lists, top to bottom as listed, as one line of MMD each. */
export function captionsOf(block: Extract<Block, { captions: number[] }>, scope: PageScope): FigureCaption[] {
  return block.captions.flatMap((key) => {
    const label = scope.blocks.get(key);
    if (label?.kind !== "figure_label") return [];
    const text = flowText(flowLines(label, { context: "caption" }, scope.options));
    return text === "" ? [] : [{ text, above: label.box.y0 < block.box.y0 }];
  });
}

export function labelsOf(block: Extract<Block, { captions: number[] }>, scope: PageScope): string[] {
  return block.captions.flatMap((key) => scope.labelIds.get(key) ?? []);
}
