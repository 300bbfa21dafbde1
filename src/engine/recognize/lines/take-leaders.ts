import type { Component } from "../../raster/ink/components.js";
import type { InkLine } from "./find-lines.js";
import { lineOf } from "./part-uneven.js";

/** So many dots in a row are a leader; an ellipsis has three or four. */
const LEAST_DOTS = 6;
/** Largest side of a dot, letter heights. */
const DOT_SIZE = 0.45;
/** Sides of one dot, and sides of neighbours, agree within this, px: a dot of 3.4 px covers three or four. */
const SAME_SIZE = 2;
/** Neighbours stand on one level within this share of the letter height; a skewed row falls from dot to dot, never far. */
const LEVEL = 0.12;
/** Widest distance between the middles of neighbours, letter heights. */
const WIDEST_PITCH = 3;
/** Dots of a leader stand equally far apart within this share of the distance, and at least so many px. */
const SAME_PITCH = 0.15;
const SAME_PITCH_PX = 1.5;
/** Rows nearer than this to each other, letter heights, are the grain of a picture. */
const NEAREST_ROW = 1.3;
/** More dots than leaders have on the fullest page are the grain of a picture. */
const MOST_DOTS = 10_000;

/**
 * Takes the leaders (rows of dots in contents, indexes and forms) out of a page's ink: each becomes a line of its own, so that its dots
 * neither part nor lengthen the lines beside it. `height`: letter height, px.
 */
export function takeLeaders(
  components: readonly Component[],
  height: number,
): { leaders: InkLine[]; others: readonly Component[] } {
  const dots = components.filter((part) => isDot(part, height)).sort((a, b) => a.x0 - b.x0);
  if (dots.length > MOST_DOTS) return { leaders: [], others: components };
  const rows = dotRows(dots, height).filter((row) => !components.some((part) => standsBetween(part, row)));
  const leaders = rows.filter((row) => !rows.some((other) => other !== row && isNextRow(row, other, height)));
  if (leaders.length === 0) return { leaders, others: components };
  const taken = new Set(leaders.flatMap(({ letters }) => letters));
  return { leaders, others: components.filter((part) => !taken.has(part)) };
}

function isDot({ x0, y0, x1, y1 }: Component, height: number): boolean {
  const [width, tall] = [x1 - x0, y1 - y0];
  return Math.max(width, tall) <= DOT_SIZE * height && Math.abs(width - tall) <= SAME_SIZE;
}

/** Rows of equal dots at equal distances. `dots`: from left to right. */
function dotRows(dots: readonly Component[], height: number): InkLine[] {
  const taken = new Set<Component>();
  const rows: InkLine[] = [];
  for (const [index, first] of dots.entries()) {
    if (taken.has(first)) continue;
    const row = growRow(dots, index, taken, height);
    if (row.length < LEAST_DOTS) continue;
    for (const dot of row) taken.add(dot);
    rows.push({ ...lineOf(row), isLeader: true });
  }
  return rows;
}

/** The row that starts at a dot, as far as the distances stay those of its first two dots; the full stop before a leader starts none. */
function growRow(
  dots: readonly Component[],
  start: number,
  taken: ReadonlySet<Component>,
  height: number,
): Component[] {
  const row = [dots[start]!];
  let pitch: number | undefined;
  for (let at = start + 1; at < dots.length; at++) {
    const [last, next] = [row.at(-1)!, dots[at]!];
    const step = middleX(next) - middleX(last);
    if (step > (pitch === undefined ? WIDEST_PITCH * height : pitch + pitchSlack(pitch))) break;
    if (taken.has(next) || !isAlike(last, next, height)) continue;
    if (pitch !== undefined && step < pitch - pitchSlack(pitch)) continue;
    pitch ??= step;
    row.push(next);
  }
  return row;
}

function pitchSlack(pitch: number): number {
  return Math.max(SAME_PITCH_PX, SAME_PITCH * pitch);
}

function isAlike(a: Component, b: Component, height: number): boolean {
  return (
    Math.abs((a.y0 + a.y1) / 2 - (b.y0 + b.y1) / 2) <= Math.max(1, LEVEL * height) &&
    Math.abs(a.x1 - a.x0 - (b.x1 - b.x0)) <= SAME_SIZE &&
    Math.abs(a.y1 - a.y0 - (b.y1 - b.y0)) <= SAME_SIZE
  );
}

/** Whether a letter stands among the dots: they are the full stops of initials or an address. */
function standsBetween({ x0, y0, x1, y1 }: Component, row: InkLine): boolean {
  const middle = (row.y0 + row.y1) / 2;
  return y1 - y0 > row.y1 - row.y0 && y0 < middle && y1 > middle && x0 > row.x0 && x1 < row.x1;
}

function isNextRow(row: InkLine, other: InkLine, height: number): boolean {
  return (
    Math.min(row.x1, other.x1) > Math.max(row.x0, other.x0) &&
    Math.abs((row.y0 + row.y1) / 2 - (other.y0 + other.y1) / 2) < NEAREST_ROW * height
  );
}

function middleX({ x0, x1 }: Component): number {
  return (x0 + x1) / 2;
}
