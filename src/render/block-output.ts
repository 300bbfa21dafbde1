import type { Block, PageLayout, TextBlock } from "../page.js";
import type { RenderOptions } from "./render-options.js";

/** Which blocks of a page show up in the MMD, and which of them go on where the one before them stopped. */
export interface PageFlow {
  /** Blocks with MMD, in reading order. */
  shown: Block[];
  /** Keys of figure_label blocks that a picture or table lists. */
  boundLabels: ReadonlySet<number>;
  /** Keys of blocks that join the fragment before them (same paragraph over a column or page break). */
  joined: ReadonlySet<number>;
  /** Keys of blocks whose last line loses its hyphen to the block that joins them. */
  dropsHyphen: ReadonlySet<number>;
  /** The first shown block of the next page is a list item, as far as it is known. */
  listGoesOn: boolean;
}

/**
 * @param before last shown block of the pages before, undefined at the start of the document
 * @param next the page after this one, undefined when there is none or it is unknown
 */
export function pageFlow(
  layout: PageLayout,
  next: PageLayout | undefined,
  before: Block["kind"] | undefined,
  options: RenderOptions,
): PageFlow {
  const boundLabels = labelsInUse(layout);
  const shown = layout.blocks.filter((block) => isShown(block, boundLabels, options));
  const joined = new Set<number>();
  const dropsHyphen = new Set<number>();
  for (const [i, block] of shown.entries()) {
    const how = continuationOf(block);
    const previous = shown[i - 1];
    if (
      how === undefined ||
      (previous ? !flowsInto(previous.kind, block.kind) : !pageJoins(before, block.kind, options))
    )
      continue;
    joined.add(block.key);
    if (how === "no_hyphen" && previous && previous.kind === block.kind) dropsHyphen.add(previous.key);
  }
  const last = shown[shown.length - 1];
  const following = next && firstShown(next, options);
  if (last && following && continuationOf(following) === "no_hyphen" && pageJoins(last.kind, following.kind, options)) {
    if (last.kind === following.kind) dropsHyphen.add(last.key);
  }
  return {
    shown,
    boundLabels,
    joined,
    dropsHyphen,
    listGoesOn: following?.kind === "list_item" && !options.includePageBreaks,
  };
}

function firstShown(layout: PageLayout, options: RenderOptions): Block | undefined {
  const boundLabels = labelsInUse(layout);
  return layout.blocks.find((block) => isShown(block, boundLabels, options));
}

function labelsInUse(layout: PageLayout): Set<number> {
  const labels = new Set<number>();
  const present = new Set(layout.blocks.filter((block) => block.kind === "figure_label").map((block) => block.key));
  for (const block of layout.blocks) {
    if (!("captions" in block)) continue;
    for (const key of block.captions) if (present.has(key)) labels.add(key);
  }
  return labels;
}

function isShown(block: Block, boundLabels: ReadonlySet<number>, options: RenderOptions): boolean {
  switch (block.kind) {
    case "page_info":
      return options.includePageInfo && hasText(block);
    case "equation_number":
      return false;
    case "figure_label":
      return !boundLabels.has(block.key) && hasText(block);
    case "diagram":
    case "chart":
    case "math":
    case "table":
      return true;
    case "list_item":
      return hasText(block) || block.marker !== undefined;
    default:
      return hasText(block);
  }
}

function hasText(block: TextBlock): boolean {
  return block.lines.some((line) =>
    line.spans.some((span) => (span.kind === "text" ? span.text : span.latex).trim() !== ""),
  );
}

function continuationOf(block: Block): TextBlock["continues"] {
  return block.kind === "text" || block.kind === "list_item" ? block.continues : undefined;
}

/** Text goes on after text, list items after list items; either after a displayed formula. */
function flowsInto(previous: Block["kind"], kind: Block["kind"]): boolean {
  return previous === kind || previous === "math";
}

function pageJoins(before: Block["kind"] | undefined, kind: Block["kind"], options: RenderOptions): boolean {
  return before !== undefined && !options.includePageBreaks && flowsInto(before, kind);
}
