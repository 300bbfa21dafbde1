import { unionBoxes } from "../boxes.js";
import type { Line } from "../types.js";
import type { TableDraft } from "./build-table.js";
import { captionKind } from "./captions.js";
import { isNumeric, isYear } from "./cell-text.js";
import { isCentred, type RowLine, wrapsAround } from "./centred-rows.js";
import type { TableFrame } from "./frame.js";
import { type RowCell, rowCells } from "./row-cells.js";
import { heavyShare, isUpright, placedWords, type TextRow, textRows } from "./table-text.js";

/** Largest gap between a rule and a row outside it, in em. */
const NEAR = 1.05;
/** Largest gap before a row whose last entry is a figure of the last column (totals). */
const NEAR_TOTAL = 2.1;
/** Share of the columns that heads in heavy type stand over. */
const HEADED_SHARE = 0.6;
/** Words above which an entry is running text. */
const MOST_WORDS = 8;

/**
 * The frame with the header rows printed above its first rule and the rows (totals) printed below its last one, or the tail of its last
 * row where it has no rules; undefined when there are none. `free` are lines of no table, without running text.
 */
export function extendFrame(
  draft: TableDraft,
  free: readonly Line[],
  segments: TableFrame["horizontal"],
): TableFrame | undefined {
  const { frame, em } = draft;
  const { x0, x1 } = frame.box;
  const beside = free.filter(
    (line) =>
      isUpright(line) && line.box.x1 > x0 && line.box.x0 < x1 && line.size >= 0.65 * em && line.size <= 1.5 * em,
  );
  const rows = textRows(placedWords(beside)).filter(
    (row) => row.box.x0 >= x0 - 0.6 * em && row.box.x1 <= x1 + 0.6 * em,
  );
  if (frame.kind === "aligned") return withWrappedTail(draft, rows);
  const above = wantsHeader(draft, rows, segments) ? rowsAbove(draft, rows, segments) : [];
  // A lattice closes itself.
  const below = frame.kind === "ruled" ? rowsBelow(draft, rows) : [];
  if (above.length + below.length === 0) return undefined;
  const box = unionBoxes([frame.box, ...[...above, ...below].map((row) => row.box)]);
  const edges = frame.shaded ? frame.horizontal : segments;
  const horizontal = edges.filter(
    ({ at, from, to }) => at >= box.y0 - 0.5 * em && at <= box.y1 + 1 && from >= x0 - 0.6 * em && to <= x1 + 0.6 * em,
  );
  const top = Math.min(box.y0, ...horizontal.map(({ at }) => at));
  return { ...frame, box: { ...box, x0, x1, y0: top }, horizontal };
}

/** The frame with the second line of entries that wrap around those of its last row. */
function withWrappedTail({ frame, rows, columns }: TableDraft, outside: readonly TextRow[]): TableFrame | undefined {
  const [above, middle] = rows.flatMap(({ lines }) => lines).slice(-2);
  const row = outside.find(({ baseline }) => middle !== undefined && baseline > middle.row.baseline);
  if (!above || !middle || !row || isCaptionRow(row)) return undefined;
  if (!isCentred(above, middle, { row, cells: rowCells(row, columns, frame.vertical) })) return undefined;
  return { ...frame, box: { ...frame.box, y1: row.box.y1 } };
}

/** Whether the first row is no header itself, or a thick rule or a rule over some columns shows that one stands above. */
function wantsHeader(draft: TableDraft, outside: readonly TextRow[], segments: TableFrame["horizontal"]): boolean {
  const { frame, rows, em } = draft;
  // Stripes on every second row leave the first one, or the head, out.
  if (frame.shaded) return true;
  const first = rows[0]!.lines.flatMap(({ cells }) => cells);
  const values = first.filter(({ from, text }) => from > 0 && isNumeric(text) && !isYear(text));
  if (values.length > 0 && values.length >= 0.4 * first.length) return true;
  const thickness = (at: number) =>
    Math.max(
      0,
      ...frame.horizontal.filter((segment) => Math.abs(segment.at - at) < 2).map((segment) => segment.thickness),
    );
  const others = rows
    .slice(1)
    .map(({ top }) => thickness(top.at))
    .filter((value) => value > 0);
  if (others.length >= 2 && thickness(rows[0]!.top.at) >= 1.5 * Math.max(...others)) return true;
  const nearest = outside.filter(({ box }) => box.y1 <= frame.box.y0 + 0.2 * em).at(-1);
  if (nearest === undefined) return false;
  return (
    partialRuleOver(nearest, frame, segments, em) ||
    standsAlone(nearest, outside, draft) ||
    headsColumns(nearest, draft)
  );
}

/** An entry over every column, or over most in heavier type than the first row's: heads that only a rule below parts from the rows. */
function headsColumns(row: TextRow, { frame, rows, columns, em }: TableDraft): boolean {
  if (frame.box.y0 - row.box.y1 > NEAR * em) return false;
  const cells = rowCells(row, columns, frame.vertical);
  if (cells.some((cell) => cell.from !== cell.to || !isEntry(cell))) return false;
  const count = columns.length - 1;
  const used = new Set(cells.map(({ from }) => from)).size;
  if (used === count && count >= 3) return true;
  const first = rows[0]!.lines.flatMap(({ row: { chunks } }) => chunks);
  return used >= Math.max(2, HEADED_SHARE * count) && heavyShare(row.chunks) > 0.5 && heavyShare(first) < 0.5;
}

/** Several short entries close above the first rule with more white above them than below: heads of column groups. */
function standsAlone(row: TextRow, outside: readonly TextRow[], { frame, columns, em }: TableDraft): boolean {
  const gap = frame.box.y0 - row.box.y1;
  if (row.chunks.length < 2 || gap > 0.7 * em || row.box.x0 < columns[1]!.at - 0.5 * em) return false;
  const before = outside.filter(({ box }) => box.y1 <= row.box.y0).at(-1);
  return before === undefined || row.box.y0 - before.box.y1 > Math.max(2 * gap, em);
}

/** A rule over some of the table's columns right above the row. */
function partialRuleOver(row: TextRow, frame: TableFrame, segments: TableFrame["horizontal"], em: number): boolean {
  const { x0, x1 } = frame.box;
  return segments.some(
    ({ at, from, to }) =>
      at < row.box.y0 &&
      row.box.y0 - at <= 2.5 * em &&
      from >= x0 - 0.5 * em &&
      to <= x1 + 0.5 * em &&
      to - from < 0.9 * (x1 - x0),
  );
}

/** Header rows from the first rule upwards, band by band: entries that each keep to one column, or stand over a rule. */
function rowsAbove(draft: TableDraft, rows: readonly TextRow[], segments: TableFrame["horizontal"]): TextRow[] {
  const { frame, em } = draft;
  const accepted: TextRow[] = [];
  let edge = frame.box.y0;
  let band: TextRow[] = [];
  const close = (): boolean => {
    const cells = band.flatMap((row) => rowCells(row, draft.columns, frame.vertical));
    const used = new Set(cells.map(({ from }) => from));
    const spans = cells.filter(({ from, to }) => to > from);
    const ruled = band.length > 0 && partialRuleUnder(band[0]!, segments, em, frame);
    const fits = cells.every(isEntry) && (ruled || (used.size >= 2 && spans.length === 0));
    if (fits) accepted.push(...band);
    band = [];
    return fits;
  };
  for (const row of [...rows].sort((a, b) => b.baseline - a.baseline)) {
    if (row.box.y1 > edge + 0.3 * em) continue;
    if (isCaptionRow(row)) break;
    const parted = segments.some(
      ({ at, to, from }) => at > row.box.y1 - 2 && at < edge - 2 && to > row.box.x0 && from < row.box.x1,
    );
    // Rules under group heads make room of their own.
    const grouped = parted && band.length + accepted.length > 0 && partialRuleUnder(row, segments, em, frame);
    if (edge - row.box.y1 > (grouped ? 2 : 1) * NEAR * em) break;
    if (parted && band.length > 0 && !close()) return accepted;
    band.push(row);
    edge = Math.min(edge, row.box.y0);
  }
  close();
  return accepted;
}

/** A rule close below the row that covers it, but not the whole table. */
function partialRuleUnder(row: TextRow, segments: TableFrame["horizontal"], em: number, { box }: TableFrame): boolean {
  return segments.some(
    ({ at, from, to }) =>
      at >= row.box.y1 - 2 &&
      at - row.box.y1 <= 0.9 * em &&
      from <= row.box.x0 + em &&
      to >= row.box.x1 - em &&
      to - from < 0.9 * (box.x1 - box.x0),
  );
}

function rowsBelow(draft: TableDraft, rows: readonly TextRow[]): TextRow[] {
  const { frame, em, columns } = draft;
  const last = columns.length - 2;
  const accepted: TextRow[] = [];
  let edge = frame.box.y1;
  const lines = [...rows]
    .sort((a, b) => a.baseline - b.baseline)
    .map((row): RowLine => ({ row, cells: rowCells(row, columns, frame.vertical) }));
  for (const [index, line] of lines.entries()) {
    const { row, cells } = line;
    const follows = index > 0 && accepted.at(-1) === lines[index - 1]!.row;
    if (row.box.y0 < edge - 0.2 * em && !follows) continue;
    const total = cells.at(-1)?.to === last && isNumeric(cells.at(-1)!.text) && cells.length >= 2;
    if (row.box.y0 - edge > (total ? NEAR_TOTAL : NEAR) * em || isCaptionRow(row)) break;
    const isFull = (other: RowLine) => other.cells.length >= Math.max(2, 0.6 * (last + 1));
    const next = lines[index + 1];
    const [above, middle] = [lines[index - 2], lines[index - 1]];
    const opens = next !== undefined && isFull(next) && wrapsAround(line, next);
    const closes =
      above !== undefined && middle !== undefined && accepted.includes(above.row) && isCentred(above, middle, line);
    if (!(isFull(line) || total || opens || closes)) break;
    if (!cells.every((cell) => isEntry(cell) && cell.from === cell.to)) break;
    accepted.push(row);
    edge = row.box.y1;
  }
  return accepted;
}

function isEntry({ words }: RowCell): boolean {
  return words.length <= MOST_WORDS;
}

function isCaptionRow(row: TextRow): boolean {
  return row.chunks.some((chunk) =>
    chunk.words.some(({ line, word }) => line.words[0] === word && captionKind(line) !== undefined),
  );
}
