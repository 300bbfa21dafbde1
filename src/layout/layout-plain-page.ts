import type { Block, PageEvidence, PageLayout, PictureBlock, TextBlock } from "../page.js";
import { unionBoxes } from "./boxes.js";
import type { FlowItem } from "./columns/flow-item.js";
import { cleanGlyphs } from "./glyphs/clean-glyphs.js";
import { buildLines } from "./lines/build-lines.js";
import { toTextLine } from "./lines/to-text-line.js";
import { measureGlyphs, measureLeading } from "./metrics.js";
import { collectVocabulary } from "./paragraphs/decide-hyphen.js";
import { draftBlocks } from "./paragraphs/draft-blocks.js";
import { orderRegions } from "./reading-order/order-regions.js";
import { withLonePicture } from "./regions/lone-picture.js";

/** Side of the smallest picture worth a crop, px: 0.3 in. Smaller ones are bullets and ornaments. */
const LEAST_PICTURE = 75;

/**
 * The text of a page in reading order as plain paragraphs, by the fewest stages that give it: for a page on which a stage of `layoutPage`
 * fails. Nothing is told apart, but no word is lost; its pictures follow the text.
 *
 * @throws what the stages it shares with `layoutPage` throw
 */
export function layoutPlainPage(evidence: PageEvidence, textSource: PageLayout["textSource"]): PageLayout {
  const rough = measureGlyphs(evidence.glyphs);
  const lines = buildLines(cleanGlyphs(evidence, rough.bodySize).glyphs, evidence, rough);
  const metrics = measureLeading(lines, rough);
  const items = lines.map((line): FlowItem => ({ kind: "line", box: line.box, line }));
  const { flows } = orderRegions(items, { x0: 0, y0: 0, x1: evidence.width, y1: evidence.height }, metrics, []);
  const vocabulary = collectVocabulary(lines.map((line) => line.words.map((word) => word.text)));
  const paragraphs = draftBlocks(flows, metrics, vocabulary).flatMap((draft) =>
    draft.kind === "lines" ? [draft] : [],
  );
  const text = paragraphs.map(
    ({ lines: entries }, key): TextBlock => ({
      key,
      kind: "text",
      box: unionBoxes(entries.map(({ line }) => line.box)),
      column: 0,
      lines: entries.map(({ line, continuation }) => toTextLine(line, evidence.fonts, continuation)),
    }),
  );
  const blocks: Block[] = [...text, ...picturesOf(evidence, text.length)];
  const { page, width, height, textLayer } = evidence;
  return {
    page,
    width,
    height,
    columns: [],
    blocks: withLonePicture(blocks, evidence),
    textLayer,
    textSource,
    languages: [],
  };
}

function picturesOf({ pictures, width, height }: PageEvidence, firstKey: number): PictureBlock[] {
  return pictures
    .map(({ box }) => ({
      x0: Math.max(0, box.x0),
      y0: Math.max(0, box.y0),
      x1: Math.min(width, box.x1),
      y1: Math.min(height, box.y1),
    }))
    .filter((box) => box.x1 - box.x0 > LEAST_PICTURE && box.y1 - box.y0 > LEAST_PICTURE)
    .map((box, at) => ({ key: firstKey + at, kind: "diagram", box, column: 0, lines: [], captions: [], crop: true }));
}
