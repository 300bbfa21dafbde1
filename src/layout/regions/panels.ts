import type { Box } from "../../page.js";
import { boxArea, boxHeight, boxWidth } from "../boxes.js";
import type { Line, PageMetrics } from "../types.js";
import { boxContains, boxesNear } from "./cluster-boxes.js";
import type { Graphic } from "./graphics.js";

/** Share of a panel's height that its lines of text fill at least. */
const PANEL_FILL = 0.35;
/** Least value of the colour channels of a pale ground, of 255. */
const PALE = 215;
/** Bands are this flat: in sizes of the text on them, and in widths per height. */
const BAND_HEIGHT = 3.5;
const BAND_ASPECT = 6;
/** More words than a plot's legend has, and less drawn than a diagram's share of its box. */
const FORM_WORDS = 70;
const FORM_DRAWN = 0.15;
/** Share of a form that stronger colours than a field's ground may cover. A timetable of coloured boxes is a chart. */
const FORM_COLOURED = 0.4;
/** Arrows of a diagram of boxes, and the strokes of a head. */
const LEAST_ARROWS = 4;
const HEAD_SEGMENTS = 4;
/** Pictures under this share of the group are boxes to tick and icons. */
const ICON_SHARE = 0.01;
/** Least share of a block that its ground covers, and the greatest height of its edges. */
const GROUND_SHARE = 0.7;
const EDGE_HEIGHT = 0.3;
/** Least lines of a side column, most of its area under pictures, and least share of lines that start at a common edge. */
const SIDEBAR_LINES = 6;
const SIDEBAR_SHOWN = 0.25;
const SIDEBAR_FLUSH = 0.7;
/** A frame is drawn in this many paths at most: its line and its ground, or its halves. */
const FRAME_PATHS = 4;
/** Long rules of a plot: its axes, or the four sides of its frame. */
const FRAME_SIDES = 4;
/** A tick may end so many px before its axis. */
const TICK_GAP = 2;
/** Blank between a panel's edge and the first word of a full line, as a share of the panel's width. */
const PANEL_LINE_WIDTH = 0.45;

/**
 * Whether a group of marks is only the ground, frame or rule lines of text: coloured boxes, theorem frames, listings on grey,
 * table rules, underlines, form boxes. A picture or a drawing of its own is no panel unless running text is printed all over it, and music is none.
 */
export function isPanel(members: readonly Graphic[], box: Box, lines: readonly Line[], metrics: PageMetrics): boolean {
  if (members.some(({ staff }) => staff)) return false;
  const inside = lines.filter((line) => boxContains(box, line.box, 0.3 * metrics.bodySize));
  if (carriesRunningText(box, inside, metrics) || isBand(box, inside)) return true;
  if (isSidebar(members, box, inside)) return true;
  const pictures = members.filter((member) => member.kind === "picture");
  if (pictures.some((picture) => boxArea(picture.box) > ICON_SHARE * boxArea(box))) return false;
  if (isForm(members, box, inside)) return true;
  const strokes = members.filter((member) => member.kind === "drawing");
  if (inside.length > 0 && isRoundedBox(members, strokes, box)) return true;
  if (isScale(members, box)) return false;
  if (strokes.length > 0) return pictures.length === 0 && isSingleFrame(strokes, box) && inside.length > 0;
  return pictures.length === 0 && !hasAxes(members, box) && !hasBars(members) && !isScale(members, box);
}

/** Rules and boxes around many words, with hardly anything drawn: a form. */
function isForm(members: readonly Graphic[], box: Box, inside: readonly Line[]): boolean {
  const words = inside.reduce((sum, line) => sum + line.words.filter((word) => /\p{L}{2}/u.test(word.text)).length, 0);
  const drawn = members
    .filter((member) => member.kind === "drawing")
    .reduce((sum, { box: part }) => sum + boxArea(part), 0);
  const coloured = members
    .filter((member) => member.kind === "fill" && !isPale(member.color ?? 0))
    .reduce((sum, { box: part }) => sum + boxArea(part), 0);
  if (words <= FORM_WORDS || drawn >= FORM_DRAWN * boxArea(box) || coloured >= FORM_COLOURED * boxArea(box))
    return false;
  return arrowHeads(members) < LEAST_ARROWS;
}

/** Open or closed heads of two or three strokes at the ends of rules: arrows between the boxes of a diagram. */
function arrowHeads(members: readonly Graphic[]): number {
  const rules = members.filter(({ kind }) => kind === "rule");
  return members.filter(
    ({ kind, box, segments }) =>
      kind === "drawing" && segments <= HEAD_SEGMENTS && rules.some((rule) => boxesNear(rule.box, box, TICK_GAP)),
  ).length;
}

/** A flat band behind a line of text: a coloured heading, a ribbon. */
function isBand(box: Box, inside: readonly Line[]): boolean {
  const tallest = Math.max(...inside.filter((line) => line.angle === 0).map((line) => line.size), 0);
  return tallest > 0 && boxHeight(box) < BAND_HEIGHT * tallest && boxWidth(box) > BAND_ASPECT * boxHeight(box);
}

/** Lines as long as the panel is wide, at text size, one under the other: the panel is a ground for text. */
function carriesRunningText(box: Box, inside: readonly Line[], metrics: PageMetrics): boolean {
  const textual = inside.filter((line) => line.angle === 0 && line.size > 0.7 * metrics.bodySize);
  const full = textual.filter(
    (line) => line.words.length >= 4 && boxWidth(line.box) > PANEL_LINE_WIDTH * boxWidth(box),
  );
  if (full.length === 0) return false;
  const inked = textual.reduce((sum, line) => sum + boxHeight(line.box), 0);
  return inked > PANEL_FILL * boxHeight(box) || full.length >= 4;
}

/** Many lines set flush on one ground, with little drawn or placed among them: the side column of a résumé, a box of notes. */
function isSidebar(members: readonly Graphic[], box: Box, inside: readonly Line[]): boolean {
  const grounds = members.filter(
    ({ kind, box: part }) => kind === "fill" && boxArea(part) > GROUND_SHARE * boxArea(box),
  );
  if (grounds.length === 0 || inside.length < SIDEBAR_LINES) return false;
  const shown = members
    .filter(({ kind }) => kind === "picture" || kind === "drawing")
    .reduce((sum, { box: part }) => sum + boxArea(part), 0);
  if (shown > SIDEBAR_SHOWN * boxArea(box)) return false;
  const flush = inside.filter(
    ({ box: line, size }) => inside.filter((other) => Math.abs(other.box.x0 - line.x0) < 0.3 * size).length >= 4,
  );
  return flush.length >= SIDEBAR_FLUSH * inside.length;
}

/** One box of colour under everything, with nothing drawn but its rounded edges, and its shadow: blocks of slides. */
function isRoundedBox(members: readonly Graphic[], strokes: readonly Graphic[], box: Box): boolean {
  const ground = members.find((member) => member.kind === "fill" && boxArea(member.box) > GROUND_SHARE * boxArea(box));
  if (!ground || members.some((member) => member.kind === "picture")) return false;
  const isEdge = ({ box: part }: Graphic) =>
    boxWidth(part) > 0.9 * boxWidth(ground.box) && boxHeight(part) < EDGE_HEIGHT * boxHeight(box);
  const isShadow = ({ box: part }: Graphic) => boxArea(part) > GROUND_SHARE * boxArea(box);
  return (
    strokes.every(isEdge) &&
    members.every((member) => member.kind !== "fill" || isEdge(member) || isShadow(member)) &&
    members.every((member) => member.kind !== "rule" || boxWidth(member.box) > 0.9 * boxWidth(ground.box))
  );
}

/** One rounded frame or bracket around text, rather than a drawing. */
function isSingleFrame(strokes: readonly Graphic[], box: Box): boolean {
  const only = strokes[0];
  // Fewer than three strokes frame nothing: the crossed box that stands for a missing picture.
  if (!only || strokes.length > 1 || only.segments > 16 || only.segments < 3) return false;
  if ((only.paths ?? 1) > FRAME_PATHS) return false;
  return boxWidth(only.box) > 0.9 * boxWidth(box) && boxHeight(only.box) > 0.9 * boxHeight(box);
}

/**
 * A vertical and a horizontal rule that span most of the group, and ticks that stand on them. Sides of a box to tick stand on none; and more
 * long rules than a frame has, with nothing drawn among them, are the lines of a form.
 */
function hasAxes(members: readonly Graphic[], box: Box): boolean {
  const rules = members.filter(({ kind }) => kind === "rule");
  const vertical = rules.filter((m) => m.direction === "vertical" && boxHeight(m.box) > 0.6 * boxHeight(box));
  const horizontal = rules.filter((m) => m.direction === "horizontal" && boxWidth(m.box) > 0.6 * boxWidth(box));
  if (vertical.length === 0 || horizontal.length === 0) return false;
  if (rules.length === members.length && vertical.length + horizontal.length > FRAME_SIDES) return false;
  const longest = 0.05 * Math.max(boxWidth(box), boxHeight(box));
  const ticks = rules.filter((m) => {
    const axes = m.direction === "vertical" ? horizontal : vertical;
    const isShort = Math.max(boxWidth(m.box), boxHeight(m.box)) < longest;
    return isShort && axes.some((axis) => boxesNear(axis.box, m.box, TICK_GAP));
  });
  return ticks.length >= 4;
}

/** A number line: one long rule crossed by four short ones or more. */
export function isScale(members: readonly Graphic[], box: Box): boolean {
  const axis = members.find((m) => m.direction === "horizontal" && boxWidth(m.box) > 0.9 * boxWidth(box));
  if (!axis) return false;
  const crossing = members.filter(
    (m) =>
      m.direction === "vertical" &&
      boxHeight(m.box) < 0.1 * boxWidth(box) &&
      m.box.y0 < axis.box.y0 - 1 &&
      m.box.y1 > axis.box.y1 + 1,
  );
  return crossing.length >= 4;
}

/** Filled boxes standing on one line (or starting at one) with different lengths. */
export function hasBars(members: readonly Graphic[]): boolean {
  const fills = members.filter((member) => member.kind === "fill" && !isPale(member.color ?? 0));
  if (fills.length < 3) return false;
  return sameEdgeOtherLengths(fills, "y1", boxHeight) || sameEdgeOtherLengths(fills, "x0", boxWidth);
}

/** Nearly white: the ground of a form's field, not a bar. */
function isPale(color: number): boolean {
  const [red, green, blue] = [color >> 16, (color >> 8) & 255, color & 255] as const;
  return Math.min(red, green, blue) > PALE;
}

function sameEdgeOtherLengths(fills: readonly Graphic[], edge: "y1" | "x0", length: (box: Box) => number): boolean {
  return fills.some((fill) => {
    const aligned = fills.filter((other) => Math.abs(other.box[edge] - fill.box[edge]) <= 2);
    const lengths = new Set(aligned.map((other) => Math.round(length(other.box) / 3)));
    return aligned.length >= 3 && lengths.size >= 3;
  });
}
