import { isNumeric, isValue, isYear } from "./cell-text.js";
import { centredLines, pitch, type RowLine } from "./centred-rows.js";
import { type Boundary, ruledPositions } from "./columns.js";
import type { TableFrame } from "./frame.js";
import { type RowCell, rowCells } from "./row-cells.js";
import type { TextRow } from "./table-text.js";

/** A row of the table: a band of the page and the text rows printed in it. */
export interface TableRow {
  top: Boundary;
  bottom: Boundary;
  lines: RowLine[];
}

/** Column rules that begin at one height make it the edge of a row from this number on. */
const LEAST_STARTS = 3;

/** Cuts the frame into rows at printed rules, and the bands between them where the text says so. */
export function tableRows(
  frame: TableFrame,
  textRows: readonly TextRow[],
  columns: readonly Boundary[],
  em: number,
): TableRow[] {
  const edges = rowEdges(frame, em);
  const bands = edges.slice(1).map((bottom, index): TableRow => ({ top: edges[index]!, bottom, lines: [] }));
  for (const row of textRows) {
    const middle = (row.box.y0 + row.box.y1) / 2;
    const band = bands.find(({ bottom }) => middle < bottom.at) ?? bands.at(-1);
    band?.lines.push({ row, cells: rowCells(row, columns, frame.vertical) });
  }
  const filled = frame.kind === "lattice" ? bands : withoutEmptyBands(bands);
  const widths = columnWidths(filled.flatMap(({ lines }) => lines));
  const full = filled.filter(({ lines }) => lines.length > 0);
  const step = rowStep(full.flatMap(({ lines }) => lines.slice(1).map((line, index) => pitch(lines[index]!, line))));
  const header = headerBands(filled);
  const closed = isRowRuled(full) && (frame.kind === "lattice" || (frame.kind === "ruled" && areCentred(full)));
  return filled.flatMap((band, index) => {
    if (frame.kind === "aligned") return splitBand(band, (a, b) => bodyContinues(a, b, widths, step), step);
    if (index < header) return splitBand(band, frame.kind === "lattice" ? () => true : headerContinues);
    if (closed) return splitBand(band, (a, b) => !valuesCollide(a, b));
    if (frame.kind === "lattice" && !isStacked(band)) {
      return splitBand(band, (a, b) => !valuesCollide(a, b) && !opensEntry(a, b, band.lines));
    }
    return splitBand(band, (a, b) => bodyContinues(a, b, widths, step), step);
  });
}

/** Bands above the first that holds figures; their lines are headers. */
function headerBands(bands: readonly TableRow[]): number {
  const first = bands.findIndex(({ lines }) =>
    lines.some(({ cells }) => cells.some(({ from, text }) => from > 0 && isNumeric(text) && !isYear(text))),
  );
  if (bands.length < 2) return 0;
  return first < 0 ? 1 : Math.min(first, 3);
}

/** Whether the table prints a rule under each row: then a band of several lines is one row of wrapped text. */
function isRowRuled(bands: readonly TableRow[]): boolean {
  return bands.length >= 3 && bands.filter(({ lines }) => lines.length === 1).length >= 0.4 * bands.length;
}

/** Whether entries of one line stand halfway between the lines of their neighbours: each band of several lines is one row. */
function areCentred(bands: readonly TableRow[]): boolean {
  const several = bands.filter(({ lines }) => lines.length > 1);
  return (
    bands.length >= 4 &&
    several.length > 0 &&
    several.every(({ lines }) => lines.some((line, index) => index > 0 && overlaps(lines[index - 1]!, line)))
  );
}

/** Whether a band holds several rows: in most of the columns it uses there is text on most of its lines. */
function isStacked({ lines }: TableRow): boolean {
  const counts = new Map<number, number>();
  for (const { cells } of lines) {
    for (const column of new Set(cells.map(({ from }) => from))) counts.set(column, (counts.get(column) ?? 0) + 1);
  }
  const dense = [...counts.values()].filter((count) => count >= 0.6 * lines.length).length;
  return dense >= 2 && dense >= 0.6 * counts.size;
}

function rowEdges(frame: TableFrame, em: number): Boundary[] {
  const width = frame.box.x1 - frame.box.x0;
  const lines = ruledPositions(frame.horizontal, em);
  const edges: Boundary[] = lines.map((at) => ({ at, ruled: true }));
  const { y0, y1 } = frame.box;
  if (lines.length === 0 || lines[0]! - y0 > 0.5 * em) edges.unshift({ at: y0, ruled: false });
  if (lines.length === 0 || y1 - lines.at(-1)! > 0.5 * em) edges.push({ at: y1, ruled: false });
  for (const at of verticalStarts(frame, em))
    if (edges.every((edge) => Math.abs(edge.at - at) > 0.8 * em)) edges.push({ at, ruled: false });
  edges.sort((a, b) => a.at - b.at);
  return width > 0 ? edges : [];
}

/** Heights at which several column rules begin: heads of column groups stand over them, with or without a rule between. */
function verticalStarts({ kind, vertical, box }: TableFrame, em: number): number[] {
  if (kind !== "lattice") return [];
  const starts = vertical.map(({ from }) => from).filter((at) => at > box.y0 + 0.8 * em && at < box.y1 - 0.8 * em);
  return starts
    .filter((at, index) => starts.findIndex((other) => Math.abs(other - at) <= 2) === index)
    .filter((at) => starts.filter((other) => Math.abs(other - at) <= 2).length >= LEAST_STARTS);
}

function withoutEmptyBands(bands: TableRow[]): TableRow[] {
  const kept: TableRow[] = [];
  for (const band of bands) {
    const before = kept.at(-1);
    if (band.lines.length > 0) kept.push(band);
    else if (before) before.bottom = band.bottom;
  }
  return kept;
}

/** Cuts a band wherever the next line does not continue the one before, and between heads of several columns and heads of single ones. */
function splitBand(
  band: TableRow,
  continues: (line: RowLine, next: RowLine) => boolean,
  step?: number | undefined,
): TableRow[] {
  const groups: RowLine[][] = [];
  const centred = centredLines(band.lines, step);
  for (const line of band.lines) {
    const group = groups.at(-1);
    const before = group?.at(-1);
    const joins = before && (overlaps(before, line) || centred.has(line) || continues(before, line));
    if (group && joins && !group.some((upper) => headsColumns(upper, line))) group.push(line);
    else groups.push([line]);
  }
  if (groups.length <= 1) return [band];
  return groups.map((lines, index) => {
    const next = groups[index + 1];
    const before = groups[index - 1];
    return {
      top: before ? { at: between(before, lines), ruled: false } : band.top,
      bottom: next ? { at: between(lines, next), ruled: false } : band.bottom,
      lines,
    };
  });
}

function between(upper: RowLine[], lower: RowLine[]): number {
  const bottom = Math.max(...upper.map(({ row }) => row.box.y1));
  const top = Math.min(...lower.map(({ row }) => row.box.y0));
  return (bottom + top) / 2;
}

/** The head of several columns that have heads of their own below, whatever stands halfway between the two lines. */
function headsColumns(line: RowLine, next: RowLine): boolean {
  return (
    !overlaps(line, next) &&
    line.cells.some((head) => {
      const below = next.cells.filter(({ from, to }) => from >= head.from && to <= head.to);
      return head.to > head.from && below.length === head.to - head.from + 1;
    })
  );
}

/** Staggered text: an entry set halfway between the two lines of its neighbour. */
function overlaps(line: RowLine, next: RowLine): boolean {
  return next.row.baseline - line.row.baseline < 0.75 * Math.min(line.row.size, next.row.size);
}

/**
 * Pitch that parts lines of one row from lines of two rows, where a table sets its rows wider than its lines;
 * undefined where all lines are equally far apart.
 */
function rowStep(pitches: readonly number[]): number | undefined {
  const sorted = pitches.filter((value) => value > 0.75 && value < 4).sort((a, b) => a - b);
  let best: { ratio: number; at: number } | undefined;
  for (let index = 1; index < sorted.length; index++) {
    const low = sorted[index - 1]!;
    const high = sorted[index]!;
    if (low > 1.45) break;
    if (high / low >= 1.18 && (!best || high / low > best.ratio)) best = { ratio: high / low, at: (low + high) / 2 };
  }
  return best?.at;
}

/** Widest text seen in each column (cells of one column only). */
function columnWidths(lines: readonly RowLine[]): number[] {
  const widths: number[] = [];
  for (const { cells } of lines) {
    for (const { from, to, box } of cells) {
      if (from === to) widths[from] = Math.max(widths[from] ?? 0, box.x1 - box.x0);
    }
  }
  return widths;
}

/** Two values one above the other are two rows, whatever else. */
function valuesCollide(line: RowLine, next: RowLine): boolean {
  return next.cells.some((cell) => {
    const above = line.cells.find(({ from, to }) => from === cell.from && to === cell.to);
    return above !== undefined && isNumeric(above.text) && isNumeric(cell.text);
  });
}

/**
 * Whether the next line begins a row of a band without rules: an entry of the first column after a gap wider than the
 * distance of lines, or after lines without one, filling its columns as the band's first line does.
 */
function opensEntry(line: RowLine, next: RowLine, band: readonly RowLine[]): boolean {
  if (next.cells[0]?.from !== 0) return false;
  const distance = pitch(line, next);
  const least = Math.min(...band.slice(1).map((other, index) => pitch(band[index]!, other)));
  if (distance > 1.4 && distance > 1.35 * least) return true;
  if (distance < 0.95) return false;
  const first = band[0]!;
  if (line.cells[0]?.from === 0 || first.cells[0]?.from !== 0) return false;
  return next.cells.length >= 2 && next.cells.length >= 0.75 * first.cells.length;
}

/** Header lines go together unless the upper one heads several columns. */
function headerContinues(line: RowLine, next: RowLine): boolean {
  if (valuesCollide(line, next)) return false;
  if (line.cells.some(({ from, to }) => to > from) || next.cells.some(({ from, to }) => to > from)) return false;
  const heads = line.cells.every((cell) => {
    const below = next.cells.filter(({ box }) => box.x0 < cell.box.x1 && box.x1 > cell.box.x0);
    return below.length <= 1;
  });
  return heads && pitch(line, next) < 1.4;
}

function bodyContinues(line: RowLine, next: RowLine, widths: readonly number[], step: number | undefined): boolean {
  if (next.cells.some(({ from, to }) => to > from)) return false;
  const distance = pitch(line, next);
  if (distance > 1.7 || (step !== undefined && distance > step)) return false;
  const shared = next.cells.flatMap((cell) => {
    const above = line.cells.find(({ from, to }) => from === cell.from && to === cell.to);
    return above ? [{ above, cell }] : [];
  });
  if (shared.length === 0) return false;
  // A year may end a wrapped text, but nothing wraps out of a figure.
  if (shared.some(({ above }) => isValue(above.text))) return false;
  const wrapped = shared.filter(({ above, cell }) => wraps(above, cell, widths[cell.from] ?? 0, line.row.size));
  const openings = shared.filter(({ above, cell }) => /^\p{Ll}/u.test(cell.text) || /[,;&–-]$/u.test(above.text));
  // The values of a wrapped label may stand on its last line.
  const labelOnly = line.cells.length === 1 && line.cells[0]!.from === 0;
  const within = shared.length === next.cells.length;
  if (!within && !labelOnly) return false;
  if (labelOnly && !within && headsGroup(line.cells[0]!, next.cells[0]!, line.row.size)) return false;
  const fewer = next.cells.length < line.cells.length;
  const close = step !== undefined;
  if (labelOnly && distance <= 1.4 && shared.every(({ cell }) => /^\p{Ll}/u.test(cell.text))) return true;
  if (close && within && (fewer || wrapped.length + openings.length > 0)) return true;
  if (fewer && within && next.cells[0]!.from > 0 && openings.length === shared.length) return true;
  if (wrapped.length < shared.length) return wrapped.length > 0 && openings.length === shared.length;
  if (close) return true;
  if (fewer && next.cells[0]!.from > 0) return true;
  return fewer ? openings.length > 0 : openings.length === shared.length;
}

/** Whether the label heads the rows below it: bold over plain text, or over an entry that is moved in and begins anew. */
function headsGroup(label: RowCell, entry: RowCell, size: number): boolean {
  const isBold = ({ words }: RowCell) => words.every(({ line }) => line.bold > 0.6);
  if (isBold(label) && !isBold(entry)) return true;
  return entry.box.x0 - label.box.x0 > 0.4 * size && /^\p{Lu}/u.test(entry.text);
}

/** Whether the lower text stands there because it did not fit on the line above. */
function wraps(above: RowCell, below: RowCell, width: number, size: number): boolean {
  // One short word says nothing about room.
  if (above.words.length < 2 && above.box.x1 - above.box.x0 < 5 * size) return false;
  const first = below.words[0]!.word.box;
  return above.box.x1 - above.box.x0 + 0.3 * size + (first.x1 - first.x0) > width - 0.2 * size;
}
