import type { Box, PageEvidence, PageLayout } from "../page.js";
import { unionBoxes } from "./boxes.js";
import { classifyBlocks } from "./classify/classify-blocks.js";
import { listedLines } from "./classify/code-regions.js";
import { joinDeclarations, writeDeclarations } from "./classify/declarations.js";
import type { FlowItem } from "./columns/flow-item.js";
import { cleanGlyphs } from "./glyphs/clean-glyphs.js";
import { withDrawnBullets } from "./glyphs/drawn-bullets.js";
import { withDrawnSigns } from "./glyphs/drawn-signs.js";
import { buildLines } from "./lines/build-lines.js";
import { frameBox } from "./lines/frame.js";
import { textUnderlines } from "./lines/underlines.js";
import { mathSpanWriter } from "./math/write-spans.js";
import { measureGlyphs, measureLeading } from "./metrics.js";
import { collectVocabulary } from "./paragraphs/decide-hyphen.js";
import { draftApart, draftBlocks } from "./paragraphs/draft-blocks.js";
import { findInsets, placeInsets } from "./reading-order/insets.js";
import { orderRegions } from "./reading-order/order-regions.js";
import { setAside } from "./reading-order/set-aside.js";
import { findFigures } from "./regions/find-figures.js";
import { findFormulas } from "./regions/find-formulas.js";
import { withLonePicture } from "./regions/lone-picture.js";
import { findTables } from "./tables/find-tables.js";
import type { FigureRegion, FormulaRegion, Line, TableRegion } from "./types.js";

export interface LayoutOptions {
  /** Where the evidence's text came from; by default judged from its text layer. */
  witness?: PageLayout["textSource"] | undefined;
  /** What the caller asked for; layout takes the evidence as given. */
  textSource?: "auto" | "embedded" | "ocr" | undefined;
}

/** Lines with this share of typewriter type hold no formulas. */
const TYPEWRITER = 0.9;

/** Structure of one page: blocks in reading order, from glyphs, rules and pictures. Pure. */
export function layoutPage(drawn: PageEvidence, options: LayoutOptions = {}): PageLayout {
  const { bodySize } = measureGlyphs(drawn.glyphs);
  const evidence = withDrawnSigns(drawn, bodySize);
  const { glyphs: set, watermark } = cleanGlyphs(evidence, bodySize);
  const glyphs = withDrawnBullets(evidence, set);
  const rough = measureGlyphs(glyphs);
  const lines = joinDeclarations(buildLines(glyphs, evidence, rough));
  const metrics = measureLeading(lines, rough);
  const tables = findTables(evidence, lines, metrics);
  const figures = findFigures(evidence, lines, tables, metrics);
  const free = without(lines, [...tables, ...figures]);
  const listed = listedLines(free, evidence.rules, metrics);
  const formulas = findFormulas(
    evidence,
    free.filter((line) => !listed.has(line) && line.monospace < TYPEWRITER),
    metrics,
  );
  const { running, margin, angle } = setAside(without(free, formulas.map(withNumber)), lines, evidence, metrics);
  const items = flowItems(running, tables, figures, formulas, angle);
  const page = frameBox(pageBox(evidence), angle);
  const insets = angle === 0 ? findInsets(items, evidence.fills, evidence.rules, page, metrics) : [];
  const inset = new Set(insets.flatMap((box) => box.items));
  const inOrder = (some: readonly FlowItem[]) => orderRegions(some, page, metrics, rulesAlong(evidence, angle));
  const order = inOrder(items.filter((item) => !inset.has(item)));
  const flows = placeInsets(order.flows, insets, metrics, (some) => inOrder(some).flows);
  const vocabulary = collectVocabulary(lines.map((line) => line.words.map((word) => word.text)));
  const drafts = [
    ...draftBlocks(flows, metrics, vocabulary),
    ...draftApart(margin, "margin", metrics, vocabulary),
    ...draftApart(buildLines(watermark, evidence, metrics), "watermark", metrics, vocabulary),
  ];
  const underlines = textUnderlines(lines, evidence.rules, evidence.fonts);
  const rules = evidence.rules.filter((rule) => !underlines.has(rule));
  return {
    page: evidence.page,
    width: evidence.width,
    height: evidence.height,
    columns: order.columns.map((box) => frameBox(box, (360 - angle) % 360)),
    blocks: withLonePicture(
      classifyBlocks(drafts, evidence, metrics, writeDeclarations(mathSpanWriter({ rules }))),
      evidence,
    ),
    textLayer: evidence.textLayer,
    textSource: options.witness ?? judgeSource(evidence),
    languages: [],
  };
}

function withNumber(formula: FormulaRegion): { lines: Line[] } {
  return { lines: formula.number ? [...formula.lines, formula.number] : formula.lines };
}

function without(lines: readonly Line[], regions: readonly { lines: Line[] }[]): Line[] {
  const taken = new Set(regions.flatMap((region) => region.lines));
  return lines.filter((line) => !taken.has(line));
}

function flowItems(
  lines: readonly Line[],
  tables: readonly TableRegion[],
  figures: readonly FigureRegion[],
  formulas: readonly FormulaRegion[],
  angle: number,
): FlowItem[] {
  const frame = (box: Box) => frameBox(box, angle);
  return [
    ...lines.map((line): FlowItem => ({ kind: "line", box: frame(line.box), line })),
    ...tables.map((region): FlowItem => ({ kind: "table", box: frame(region.box), region })),
    ...figures.map((region): FlowItem => ({ kind: "figure", box: frame(region.box), region })),
    ...formulas.map((region): FlowItem => ({ kind: "formula", box: frame(formulaBox(region)), region })),
  ];
}

function rulesAlong(evidence: PageEvidence, angle: number): Box[] {
  const along = angle % 180 === 0 ? "horizontal" : "vertical";
  return evidence.rules.filter((rule) => rule.direction === along).map((rule) => frameBox(rule.box, angle));
}

function pageBox(evidence: PageEvidence): Box {
  return { x0: 0, y0: 0, x1: evidence.width, y1: evidence.height };
}

function formulaBox(region: FormulaRegion): FlowItem["box"] {
  return region.number ? unionBoxes([region.box, region.number.box]) : region.box;
}

function judgeSource(evidence: PageEvidence): PageLayout["textSource"] {
  const { verdict, reasons } = evidence.textLayer;
  if (verdict === "none" || evidence.glyphs.length === 0)
    return { source: "none", reason: reasons[0] ?? "The page has no text layer" };
  return { source: "embedded", reason: reasons[0] ?? `The text layer is ${verdict}` };
}
