import type { Box, PageEvidence } from "../../page.js";
import { boxArea, boxHeight, boxWidth, unionBoxes } from "../boxes.js";
import type { PageMetrics } from "../types.js";
import { boxContains, clusterBoxes, sharedArea } from "./cluster-boxes.js";
import { findStaves } from "./staves.js";

/** A mark on the page that can be part of a figure. */
export interface Graphic {
  kind: "picture" | "drawing" | "rule" | "fill";
  box: Box;
  /** Straight and curved strokes; 1 for a rule, 4 for a filled box, 0 for a picture. */
  segments: number;
  /** Share of curves, 0–1. */
  curves: number;
  /** Of drawings: number of paths. */
  paths?: number | undefined;
  direction?: "horizontal" | "vertical" | undefined;
  /** A staff of music. */
  staff?: true | undefined;
  /** Of fills: 0xRRGGBB. */
  color?: number | undefined;
}

/** A picture this large in both directions is the page itself (a scan, a slide's background), as a share of the page. */
const PAGE_SHARE = 0.85;
/** A filled box over more of the page than this is its ground. */
const GROUND_SHARE = 0.35;
/** Strips of one image touch to within this many px (1 px at 72 dpi is 3.5 px here). */
const STRIP_GAP = 4;
/** Bands in which the pictures of running heads and feet stand, as a share of the page height; a first page opens with its letterhead. */
const MARGIN_BAND = 0.08;

/** Marks that may belong to figures: page backgrounds, logos in the margins and specks are left out. */
export function collectGraphics(evidence: PageEvidence, metrics: PageMetrics): Graphic[] {
  const page: Box = { x0: 0, y0: 0, x1: evidence.width, y1: evidence.height };
  const pictures = mergeStrips(evidence.pictures.map((picture) => clip(picture.box, page)).filter(hasArea))
    .filter((box) => !coversPage(box, page) && (evidence.page === 1 || !isMarginLogo(box, page)))
    .filter((box) => Math.max(boxWidth(box), boxHeight(box)) > metrics.bodySize)
    .map((box): Graphic => ({ kind: "picture", box, segments: 0, curves: 0 }));
  const drawings = evidence.drawings
    .map(
      (drawing): Graphic => ({
        kind: "drawing",
        box: clip(drawing.box, page),
        segments: drawing.segments,
        curves: drawing.curves,
        paths: drawing.paths,
      }),
    )
    .filter(({ box }) => hasArea(box) && !coversPage(box, page) && !isMarginLogo(box, page));
  const staves = findStaves(evidence.rules, metrics);
  const ofStaves = new Set(staves.flat());
  const music = staves.map(
    (staff): Graphic => ({
      kind: "drawing",
      box: unionBoxes(staff.map(({ box }) => box)),
      segments: staff.length,
      curves: 0,
      paths: staff.length,
      staff: true,
    }),
  );
  const rules = evidence.rules
    .filter((rule) => !ofStaves.has(rule))
    .map((rule): Graphic => ({ kind: "rule", box: rule.box, segments: 1, curves: 0, direction: rule.direction }));
  const fills = evidence.fills
    .filter((fill) => fill.color !== 0xffffff)
    .map((fill): Graphic => ({ kind: "fill", box: clip(fill.box, page), segments: 4, curves: 0, color: fill.color }))
    .filter(({ box }) => hasArea(box) && !coversPage(box, page))
    .filter(({ box }) => !isGround(box, [...pictures, ...drawings], page));
  return [...pictures, ...drawings, ...music, ...rules, ...fills];
}

function clip(box: Box, page: Box): Box {
  return {
    x0: Math.min(Math.max(box.x0, page.x0), page.x1),
    y0: Math.min(Math.max(box.y0, page.y0), page.y1),
    x1: Math.min(Math.max(box.x1, page.x0), page.x1),
    y1: Math.min(Math.max(box.y1, page.y0), page.y1),
  };
}

function hasArea(box: Box): boolean {
  return box.x1 > box.x0 && box.y1 > box.y0;
}

function coversPage(box: Box, page: Box): boolean {
  return boxWidth(box) > PAGE_SHARE * boxWidth(page) && boxHeight(box) > PAGE_SHARE * boxHeight(page);
}

/** A coloured ground: much of the page, or under several pictures and drawings of their own. */
function isGround(box: Box, figures: readonly Graphic[], page: Box): boolean {
  if (boxArea(box) > GROUND_SHARE * boxArea(page)) return true;
  const inside = figures.filter(
    (figure) => boxContains(box, figure.box, 2) && boxArea(figure.box) < 0.5 * boxArea(box),
  );
  return inside.some((figure) =>
    inside.some((other) => sharedArea(figure.box, other.box) === 0 && figure.box.y0 < other.box.y0),
  );
}

function isMarginLogo(box: Box, page: Box): boolean {
  const band = MARGIN_BAND * boxHeight(page);
  return box.y1 < page.y0 + band || box.y0 > page.y1 - band;
}

/** Producers cut large images into strips: those that touch and share two edges are put together again. */
function mergeStrips(boxes: readonly Box[]): Box[] {
  return clusterBoxes(
    boxes.map((box) => ({ box })),
    STRIP_GAP,
    (a, b) => isStripOf(a.box, b.box) || isStripOf(b.box, a.box),
  ).map((cluster) => cluster.box);
}

function isStripOf(a: Box, b: Box): boolean {
  const close = (p: number, q: number) => Math.abs(p - q) <= STRIP_GAP;
  const stacked = close(a.x0, b.x0) && close(a.x1, b.x1) && close(a.y1, b.y0);
  const sideBySide = close(a.y0, b.y0) && close(a.y1, b.y1) && close(a.x1, b.x0);
  return stacked || sideBySide;
}
