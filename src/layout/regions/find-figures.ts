import type { Box, PageEvidence } from "../../page.js";
import { boxArea, boxHeight, boxWidth, overlapX, overlapY, unionBoxes } from "../boxes.js";
import type { FigureRegion, Line, PageMetrics, TableRegion } from "../types.js";
import { cutCallouts } from "./callouts.js";
import { looksLikeChart } from "./chart-evidence.js";
import { boxContains, boxesNear, clusterBoxes, sharedArea } from "./cluster-boxes.js";
import { absorbLabels } from "./figure-labels.js";
import { joinFrames } from "./framed-clusters.js";
import { collectGraphics, type Graphic } from "./graphics.js";
import { mergeSubfigures } from "./merge-subfigures.js";
import { isPanel, isScale } from "./panels.js";
import { withoutTextBoxes } from "./text-boxes.js";

/** Pieces of one figure are closer than this, in body sizes. */
const PIECE_GAP = 0.8;
/** Bars of one chart, which stand on one line or start at one. */
const BAR_GAP = 2.5;
/** The rule under a running head sticks out beside the picture below it by more than this on both sides, in body sizes. */
const STICKS_OUT = 1;
/** Rules of a table lie up to this far outside its box, px. */
const TABLE_SLACK = 6;
/** An arrow beside a drawing that runs along this share of it is its axis, up to this far away, in body sizes; its head touches it, px. */
const AXIS_GAP = 3;
const ALONG = 0.75;
const HEAD_GAP = 2;
/** A figure smaller than this in either direction is an ornament, in body sizes. */
const LEAST_SIDE = 2.2;

/**
 * Pictures, drawings and plots with the words printed inside or hugging them, top to bottom. Text on coloured or framed
 * panels (boxes, slides, listings), scans behind the page, logos in the margins and rules of tables are not figures.
 *
 * @param lines all lines of the page; those of tables are left alone
 */
export function findFigures(
  evidence: PageEvidence,
  lines: readonly Line[],
  tables: readonly TableRegion[],
  metrics: PageMetrics,
): FigureRegion[] {
  const tabled = new Set(tables.flatMap((table) => table.lines));
  const free = lines.filter((line) => !tabled.has(line) && line.words.length > 0);
  const marks = collectGraphics(evidence, metrics).filter(
    (graphic) => !tables.some((table) => isOfTable(graphic.box, table.box)),
  );
  const graphics = withoutTextBoxes(marks, free, metrics);
  const axes = findAxes(graphics, metrics);
  const clusters = clusterBoxes(
    graphics,
    AXIS_GAP * metrics.bodySize,
    (a, b) =>
      boxesNear(a.box, b.box, reachOf(a, b, axes) * metrics.bodySize) &&
      !isPageRule(a, b, metrics) &&
      !isPageRule(b, a, metrics) &&
      !separatedByText(a.box, b.box, free, metrics),
  );
  const whole = joinFrames(clusters, ({ members, box }) => isPanel(members, box, free, metrics));
  const regions = whole
    .flatMap((cluster) => cutCallouts(cluster, free))
    .filter((cluster) => isSubstantial(cluster.members, cluster.box, metrics))
    .filter((cluster) => !isPanel(cluster.members, cluster.box, free, metrics))
    .map((cluster) => ({ graphics: cluster.members, ...absorbLabels(cluster.box, free, metrics) }));
  return mergeSubfigures(mergeOverlapping(regions), free, metrics, unite)
    .map((region) => ({
      kind: looksLikeChart(region.graphics, region.box, region.lines) ? ("chart" as const) : ("diagram" as const),
      box: region.box,
      lines: region.lines,
    }))
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/** How far apart two pieces of one figure may be, in body sizes. */
function reachOf(a: Graphic, b: Graphic, axes: ReadonlySet<Graphic>): number {
  if (runsAlong(a, b, axes) || runsAlong(b, a, axes)) return AXIS_GAP;
  if (a.kind !== "fill" || b.kind !== "fill") return PIECE_GAP;
  return Math.abs(a.box.y1 - b.box.y1) <= 2 || Math.abs(a.box.x0 - b.box.x0) <= 2 ? BAR_GAP : PIECE_GAP;
}

/** Rules with a drawn head at one end: arrows, most of them axes. */
function findAxes(graphics: readonly Graphic[], metrics: PageMetrics): ReadonlySet<Graphic> {
  const heads = graphics.filter(
    ({ kind, box }) => kind === "drawing" && Math.max(boxWidth(box), boxHeight(box)) < metrics.bodySize,
  );
  const touches = (rule: Graphic) => heads.some((head) => boxesNear(rule.box, head.box, HEAD_GAP));
  return new Set(heads.length === 0 ? [] : graphics.filter((graphic) => graphic.kind === "rule" && touches(graphic)));
}

/** An axis beside a drawing, as long as it or longer. */
function runsAlong(axis: Graphic, { kind, box }: Graphic, axes: ReadonlySet<Graphic>): boolean {
  if (kind !== "drawing" || !axes.has(axis)) return false;
  return axis.direction === "vertical"
    ? overlapY(axis.box, box) > ALONG * boxHeight(box) && overlapX(axis.box, box) === 0
    : overlapX(axis.box, box) > ALONG * boxWidth(box) && overlapY(axis.box, box) === 0;
}

/** A rule across the page, or its column, above or below a picture is not part of it. */
function isPageRule(rule: Graphic, picture: Graphic, metrics: PageMetrics): boolean {
  const least = STICKS_OUT * metrics.bodySize;
  return (
    rule.kind === "rule" &&
    rule.direction === "horizontal" &&
    picture.kind === "picture" &&
    rule.box.x0 < picture.box.x0 - least &&
    rule.box.x1 > picture.box.x1 + least
  );
}

/** Rules lie on the edges of a table's box, shading inside it. */
function isOfTable(box: Box, table: Box): boolean {
  return boxContains(table, box, TABLE_SLACK) || sharedArea(box, table) > 0.7 * Math.max(1, boxArea(box));
}

/** Running text between two graphics keeps them apart, however small the blank. */
function separatedByText(a: Box, b: Box, lines: readonly Line[], metrics: PageMetrics): boolean {
  const [upper, lower] = a.y0 <= b.y0 ? [a, b] : [b, a];
  if (lower.y0 <= upper.y1) return false;
  return lines.some(
    (line) =>
      line.words.length >= 4 &&
      line.size > 0.8 * metrics.bodySize &&
      line.box.y0 >= upper.y1 - 2 &&
      line.box.y1 <= lower.y0 + 2 &&
      line.box.x1 > Math.max(a.x0, b.x0) &&
      line.box.x0 < Math.min(a.x1, b.x1),
  );
}

/** Enough ink to be shown: a picture, or a drawing of more than a stroke or two. */
function isSubstantial(members: readonly Graphic[], box: Box, metrics: PageMetrics): boolean {
  const least = LEAST_SIDE * metrics.bodySize;
  if (members.some(({ staff }) => staff)) return true;
  if (isScale(members, box)) return boxWidth(box) > 4 * least;
  if (boxWidth(box) < least || boxHeight(box) < least) return false;
  if (members.some((member) => member.kind === "picture")) return true;
  const segments = members.reduce((sum, member) => sum + member.segments, 0);
  return segments >= 4;
}

interface GrownRegion {
  graphics: readonly Graphic[];
  box: Box;
  lines: Line[];
}

function unite(parts: readonly GrownRegion[], box: Box, lines: Line[]): GrownRegion {
  return { graphics: parts.flatMap((part) => part.graphics), box, lines };
}

/** Figures that came to overlap when their labels joined are one (sub-figures with shared legends). */
function mergeOverlapping(regions: readonly GrownRegion[]): GrownRegion[] {
  return clusterBoxes(regions, 0, (a, b) => {
    const shared = sharedArea(a.box, b.box);
    return shared > 0.02 * Math.min(boxArea(a.box), boxArea(b.box)) || a.lines.some((line) => b.lines.includes(line));
  }).map((cluster) => ({
    graphics: cluster.members.flatMap((member) => member.graphics),
    box: unionBoxes(cluster.members.map((member) => member.box)),
    lines: [...new Set(cluster.members.flatMap((member) => member.lines))],
  }));
}
