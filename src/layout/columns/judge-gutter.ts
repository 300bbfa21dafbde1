import { unionBoxes } from "../boxes.js";
import { parseListMarker } from "../lists/list-marker.js";
import type { PageMetrics } from "../types.js";
import type { Gutter } from "./find-gutters.js";
import { type FlowItem, rowCount, rowPosition } from "./flow-item.js";

/**
 * What a gutter parts. `columns`: two texts, each read to its end · `notes-left`, `notes-right`: text and side notes,
 * the text first · `rows`: not a gutter, its sides belong together row by row (labels and values, dates and entries).
 */
export type GutterRole = "columns" | "notes-left" | "notes-right" | "rows";

interface Side {
  items: readonly FlowItem[];
  /** Distinct rows of text, regions counted by their height. */
  rows: number;
  width: number;
  /** Share of its lines that have a line on the same baseline across the gutter. */
  aligned: number;
  /** Share of its lines that are followed or preceded by another at text distance and are not short. */
  flow: number;
  /** Share of its rows that have another at text distance, whatever their width. */
  tied: number;
  top: number;
  bottom: number;
}

/** Sides narrower than this, in body sizes, hold labels, dates or numbers rather than text. */
const NARROW = 8;
/** Lines on both sides that match in more than this share are rows of one thing, unless both sides are running text. */
const ALIGNED = 0.65;
const WHOLLY_ALIGNED = 0.9;
const FLOWING = 0.5;
/** Distance to the next line of a running text, in leadings. */
const NEXT_ROW = [0.6, 1.35] as const;
/** Side notes take up at most this share of the text's width and rows. */
const NOTE_WIDTH = 0.4;
const NOTE_ROWS = 0.5;
/** The same for a note that begins well below the top of the text. */
const SMALL_NOTE_WIDTH = 0.6;
const SMALL_NOTE_ROWS = 0.35;
/** Wrapped narrow lines beside prose: shares of tied rows and of full lines, and the share of the text's width. */
const TIED = 0.85;
const FULL = 0.55;
const FULL_LINE = 0.85;
const MARGIN_WIDTH = 0.45;
const LONG_NOTE = 4;
/** Rows of prose in a narrow column, and the share of its lines that begin in mid-sentence. */
const WRAPPED_ROWS = 6;
const WRAPPED_SHARE = 0.5;

export function judgeGutter(gutter: Gutter, metrics: PageMetrics): GutterRole {
  const left = describe(gutter.left, gutter.right, metrics);
  const right = describe(gutter.right, gutter.left, metrics);
  const fewest = Math.min(left.rows, right.rows);
  if (fewest < 2) return "rows";
  const note = smallNote(left, right) ?? marginNote(left, right, metrics);
  if (note) return note;
  if (isList(left) && isList(right)) return "columns";
  if (isWrappedProse(left) && isWrappedProse(right)) return "columns";
  const matched = Math.max(left.aligned, right.aligned) > ALIGNED;
  const running = left.flow >= FLOWING && right.flow >= FLOWING;
  const sparse = left.rows <= right.rows ? left : right;
  if (sparse.aligned > WHOLLY_ALIGNED && left.flow < FLOWING && right.flow < FLOWING) return "rows";
  if (matched && !running) return startsMatch(left, right, metrics) ? "rows" : noteRole(left, right, metrics);
  if (matched && fewest < 3) return isProse(left) && isProse(right) && areEqual(left, right) ? "columns" : "rows";
  const narrow = NARROW * metrics.bodySize;
  if (left.width < narrow || right.width < narrow) {
    const small = left.width < right.width ? left : right;
    if (small.aligned > ALIGNED && startsMatch(left, right, metrics)) return "rows";
    return noteRole(left, right, metrics);
  }
  return fewest < 3 && (left.flow < FLOWING || right.flow < FLOWING) && Math.max(left.aligned, right.aligned) > 0.4
    ? "rows"
    : "columns";
}

/** A list of its own: several bullets, or numbers that count on by one from line to line. Answers set in rows skip numbers. */
function isList(side: Side): boolean {
  const markers = side.items.flatMap((item) => (item.kind === "line" ? (parseListMarker(item.line.text) ?? []) : []));
  const texts = side.items.filter((item) => item.kind === "line" && item.line.words.length >= 2).length;
  if (markers.length < 2 || texts < markers.length) return false;
  return markers.every(
    (marker, index) => index === 0 || marker.kind === "bullet" || marker.value === markers[index - 1]!.value + 1,
  );
}

/** Rows upon rows that go on in mid-sentence: text of a narrow column, whose lines stand level with those of the next. */
function isWrappedProse(side: Side): boolean {
  const lines = side.items.flatMap((item) => (item.kind === "line" ? [item.line] : []));
  const goingOn = lines.filter(({ text }) => /^\p{Ll}/u.test(text)).length;
  return side.rows >= WRAPPED_ROWS && side.tied >= TIED && goingOn >= WRAPPED_SHARE * lines.length;
}

/** Lines of several words in small letters: the short end of a text that is set in columns. */
function isProse(side: Side): boolean {
  return side.items.every(
    (item) => item.kind === "line" && (item.line.text.match(/(?<![\p{L}\d])\p{Ll}+(?![\p{L}\d])/gu) ?? []).length >= 3,
  );
}

function areEqual(a: Side, b: Side): boolean {
  return Math.min(a.width, b.width) > 0.6 * Math.max(a.width, b.width);
}

function describe(items: readonly FlowItem[], across: readonly FlowItem[], metrics: PageMetrics): Side {
  const box = unionBoxes(items.map((item) => item.box));
  const width = box.x1 - box.x0;
  const lines = items.filter((item) => item.kind === "line");
  const positions = distinctRows(items, metrics);
  // A side may hold several columns itself: lines are measured by the widest line.
  const widest = Math.max(0, ...lines.map((item) => item.box.x1 - item.box.x0));
  const own = sortedPositions(items);
  const partners = sortedPositions(across);
  const near = 0.2 * metrics.bodySize;
  const { leading } = metrics;
  const aligned = lines.filter((item) =>
    hasBetween(partners, rowPosition(item) - near, rowPosition(item) + near),
  ).length;
  const flowing = lines.filter((item) => {
    if (item.box.x1 - item.box.x0 < 0.55 * widest) return false;
    const row = rowPosition(item);
    return (
      hasBetween(own, row + NEXT_ROW[0] * leading, row + NEXT_ROW[1] * leading) ||
      hasBetween(own, row - NEXT_ROW[1] * leading, row - NEXT_ROW[0] * leading)
    );
  }).length;
  const regions = items.filter((item) => item.kind !== "line");
  const tied = positions.filter(
    (row) =>
      hasBetween(own, row + NEXT_ROW[0] * leading, row + NEXT_ROW[1] * leading) ||
      hasBetween(own, row - NEXT_ROW[1] * leading, row - NEXT_ROW[0] * leading),
  ).length;
  return {
    items,
    rows: positions.length + regions.reduce((sum, item) => sum + rowCount(item, metrics.leading), 0),
    width,
    top: box.y0,
    bottom: box.y1,
    aligned: lines.length === 0 ? 0 : aligned / lines.length,
    flow: lines.length === 0 ? 1 : flowing / lines.length,
    tied: positions.length === 0 ? 0 : tied / positions.length,
  };
}

function sortedPositions(items: readonly FlowItem[]): number[] {
  return items
    .filter((item) => item.kind === "line")
    .map(rowPosition)
    .sort((a, b) => a - b);
}

/** Whether the ascending list has a value in the closed interval. */
function hasBetween(sorted: readonly number[], least: number, most: number): boolean {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]! < least) low = middle + 1;
    else high = middle;
  }
  return low < sorted.length && sorted[low]! <= most;
}

function distinctRows(items: readonly FlowItem[], metrics: PageMetrics): number[] {
  return sortedPositions(items).filter(
    (position, index, all) => index === 0 || position - all[index - 1]! > 0.3 * metrics.bodySize,
  );
}

/** Whether the sparser side's pieces begin where blocks of the other side begin: entries with a label each. */
function startsMatch(left: Side, right: Side, metrics: PageMetrics): boolean {
  const [sparse, dense] = left.rows <= right.rows ? [left, right] : [right, left];
  const tolerance = 0.35 * metrics.bodySize;
  const sparseStarts = blockStarts(sparse.items, metrics);
  const denseRows = distinctRows(dense.items, metrics);
  const denseStarts = blockStarts(dense.items, metrics);
  if (sparseStarts.length === 0) return false;
  // Equally dense sides match row by row.
  if (sparse.rows >= 0.8 * dense.rows) return denseRows.length >= 1;
  const matched = sparseStarts.filter((y) => denseStarts.some((start) => Math.abs(start - y) <= tolerance)).length;
  return matched >= 0.7 * sparseStarts.length;
}

function blockStarts(items: readonly FlowItem[], metrics: PageMetrics): number[] {
  const rows = distinctRows(items, metrics);
  return rows.filter((row, index) => index === 0 || row - rows[index - 1]! > 1.2 * metrics.leading);
}

/** A few narrow lines low beside a long text: an address, a licence. */
function smallNote(left: Side, right: Side): GutterRole | undefined {
  const isSmall = (side: Side, text: Side) =>
    side.rows <= SMALL_NOTE_ROWS * text.rows &&
    side.width <= SMALL_NOTE_WIDTH * text.width &&
    text.flow >= FLOWING &&
    side.top > text.top + 0.3 * (text.bottom - text.top);
  if (isSmall(left, right)) return "notes-left";
  return isSmall(right, left) ? "notes-right" : undefined;
}

/**
 * Notes in the margin: narrow lines that wrap at text distance beside full lines of prose. Labels, dates and terms stand alone
 * before what they name; a second column of text is wider.
 */
function marginNote(left: Side, right: Side, metrics: PageMetrics): GutterRole | undefined {
  const isNote = (side: Side, text: Side) =>
    side.width <= MARGIN_WIDTH * text.width &&
    side.tied >= TIED &&
    side.rows < text.rows &&
    text.rows >= 5 &&
    fullBeside(side, text, metrics) >= FULL &&
    (isLongNote(side, metrics) || !startsMatch(side, text, metrics));
  if (isNote(left, right)) return "notes-left";
  return isNote(right, left) ? "notes-right" : undefined;
}

/** One block of more rows than a label wraps to: a note that happens to begin level with a paragraph. */
function isLongNote(side: Side, metrics: PageMetrics): boolean {
  return side.rows >= LONG_NOTE && blockStarts(side.items, metrics).length === 1;
}

/** Share of the lines on the height of the note that are nearly as wide as the text, with words enough for prose. */
function fullBeside(note: Side, text: Side, { leading }: PageMetrics): number {
  const widest = Math.max(0, ...text.items.map((item) => item.box.x1 - item.box.x0));
  const beside = text.items.filter(
    (item) => item.kind === "line" && item.box.y1 > note.top - leading && item.box.y0 < note.bottom + leading,
  );
  const full = beside.filter(
    (item) => item.kind === "line" && item.line.words.length >= 5 && item.box.x1 - item.box.x0 > FULL_LINE * widest,
  );
  return beside.length === 0 ? 0 : full.length / beside.length;
}

function noteRole(left: Side, right: Side, metrics: PageMetrics): GutterRole {
  const isNote = (side: Side, text: Side) =>
    side.width < NOTE_WIDTH * text.width && side.rows < NOTE_ROWS * text.rows && text.rows >= 5;
  // What begins level with the text heads it; a note begins further down.
  if (isNote(left, right) && left.top > right.top + 1.5 * metrics.leading) return "notes-left";
  if (isNote(right, left)) return "notes-right";
  return Math.min(left.width, right.width) < 3 * metrics.bodySize ? "rows" : "columns";
}
