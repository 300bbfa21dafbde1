import type { PageEvidence } from "../../page.js";
import { overlapX, overlapY } from "../boxes.js";
import type { TableDraft } from "./build-table.js";
import { hasLeader, isValue } from "./cell-text.js";
import type { CellDraft } from "./cells.js";
import { CHUNK_GAP, mean } from "./table-text.js";

/**
 * How sure it is that the draft is a table and that its cells are right, 0–1. 0 for what only looks like one: plots,
 * algorithm boxes, tables of contents, aligned formulas, lists.
 */
export function judgeTable(draft: TableDraft, evidence: PageEvidence): number {
  const { frame, cells, rows, columns } = draft;
  const filled = cells.filter(({ words }) => words.length > 0);
  if (filled.length < 3 || LOOKALIKES.some((test) => test(draft, filled, evidence))) return 0;
  const slots = rows.length * (columns.length - 1);
  let confidence = BASE[frame.kind] + (frame.captioned ? 0.05 : 0);
  confidence -= 1.5 * share(filled, (cell) => holdsTwoTexts(cell, draft.em));
  confidence -= 1.2 * share(filled, (cell) => isCut(cell, draft));
  const fill = filled.reduce((sum, { rowSpan, colSpan }) => sum + rowSpan * colSpan, 0) / slots;
  if (fill < 0.5) confidence -= 0.5 - fill;
  const regular = cells.length / slots;
  if (regular < 0.6) confidence -= 0.6 - regular;
  return Math.max(0, Math.min(1, confidence));
}

const BASE = { lattice: 0.95, ruled: 0.9, aligned: 0.75 } as const;

type Test = (draft: TableDraft, filled: readonly CellDraft[], evidence: PageEvidence) => boolean;

const LOOKALIKES: readonly Test[] = [isPlot, isAlgorithm, isContents, isFormula, isList, isTooSparse, isWeaklyAligned];

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

function textOf(cell: CellDraft): string {
  return cell.words.map(({ word }) => word.text).join(" ");
}

/** Words of one line in one cell that stand far apart. */
function holdsTwoTexts(cell: CellDraft, em: number): boolean {
  if (cell.colSpan > 1) return false;
  const words = [...cell.words].sort((a, b) => a.line.baseline - b.line.baseline || a.word.box.x0 - b.word.box.x0);
  return words.some((placed, index) => {
    const before = words[index - 1];
    if (!before || Math.abs(before.line.baseline - placed.line.baseline) > 0.3 * em) return false;
    return placed.word.box.x0 - before.word.box.x1 > 2.5 * CHUNK_GAP * em;
  });
}

/** Text that sticks out of its cell. */
function isCut(cell: CellDraft, { columns, em }: TableDraft): boolean {
  const left = columns[cell.column]!;
  const right = columns[cell.column + cell.colSpan]!;
  return cell.words.some(
    ({ word }) =>
      (left.ruled && word.box.x0 < left.at - 0.4 * em) || (right.ruled && word.box.x1 > right.at + 0.4 * em),
  );
}

/** Grid lines of a plot: hardly any text inside, or curves across it. */
function isPlot({ frame, cells }: TableDraft, filled: readonly CellDraft[], evidence: PageEvidence): boolean {
  const area = (frame.box.x1 - frame.box.x0) * (frame.box.y1 - frame.box.y0);
  const drawn = evidence.drawings
    .filter(({ curves, segments }) => curves > 0.1 || segments > 12)
    .reduce((sum, { box }) => sum + overlapX(box, frame.box) * overlapY(box, frame.box), 0);
  if (drawn > 0.3 * area && filled.length < 0.7 * cells.length) return true;
  if (frame.kind === "aligned" && drawn > 0.05 * area) return true;
  const pictured = evidence.pictures.reduce(
    (sum, { box }) => sum + overlapX(box, frame.box) * overlapY(box, frame.box),
    0,
  );
  return frame.kind !== "lattice" && pictured > 0.3 * area;
}

function isAlgorithm({ cells, rows }: TableDraft, filled: readonly CellDraft[]): boolean {
  const first = filled[0] ? textOf(filled[0]) : "";
  if (/^(?:algorithm|algorithme|algorithmus|algoritmo|listing|procedure|pseudocode)\b/iu.test(first)) return true;
  const numbers = cells.filter(({ column, words }) => column === 0 && words.length > 0);
  return numbers.length >= 4 && rows.length > 3 && share(numbers, (cell) => /^\d{1,3}:/.test(textOf(cell))) > 0.6;
}

/** Titles led by dots to page numbers. */
function isContents({ rows, frame, columns }: TableDraft, filled: readonly CellDraft[]): boolean {
  const led = rows.filter(({ lines }) =>
    lines.some(({ row }) => row.chunks.some(({ text }) => hasLeader(text))),
  ).length;
  if (led >= 0.4 * rows.length && frame.kind !== "lattice") return true;
  if (frame.kind !== "aligned") return false;
  const last = filled.filter(({ column, colSpan }) => column + colSpan === columns.length - 1).map(textOf);
  const pages = last.filter((text) => /^\d{1,4}$/.test(text)).map(Number);
  return columns.length <= 4 && pages.length >= 0.8 * last.length && isAscending(pages);
}

function isAscending(values: readonly number[]): boolean {
  return values.length >= 4 && values.every((value, index) => index === 0 || value >= values[index - 1]!);
}

function isFormula({ lines, frame }: TableDraft): boolean {
  if (frame.kind === "lattice" || frame.captioned) return false;
  return share(lines, ({ math, text }) => math > 0.35 || /[=≤≥∑∫]/u.test(text)) > 0.5;
}

function isList({ frame, columns }: TableDraft, filled: readonly CellDraft[]): boolean {
  if (frame.kind !== "aligned" || columns.length > 3) return false;
  const markers = filled.filter(({ column }) => column === 0).map(textOf);
  return share(markers, (text) => /^(?:[•●▪–—*-]|\[\d+\]|\(?[\da-zA-Z]{1,3}[.)]|\d+)$/u.test(text)) > 0.6;
}

function isTooSparse({ frame, cells, columns }: TableDraft, filled: readonly CellDraft[]): boolean {
  if (frame.captioned) return filled.length < 0.15 * cells.length;
  if (filled.length < (frame.kind === "lattice" ? 0.25 : 0.35) * cells.length) return true;
  const used = new Set(filled.map(({ column }) => column));
  return used.size < 2 || (frame.kind !== "lattice" && used.size < columns.length - 1);
}

/** Without rules only figures, or a caption and short entries, make a table. */
function isWeaklyAligned({ frame, rows, columns, lines }: TableDraft, filled: readonly CellDraft[]): boolean {
  if (frame.kind !== "aligned") return false;
  if (share(lines, ({ monospace }) => monospace > 0.6) > 0.5) return true;
  const full = rows.filter((row) => row.lines.some(({ cells }) => cells.length >= 2)).length;
  const values = filled.filter(({ column }) => column > 0);
  const figures = share(values, (cell) => isValue(textOf(cell)));
  const length = mean(filled.map(({ words }) => words.length));
  const count = columns.length - 1;
  if (frame.captioned) return full < 3 || !(figures >= 0.3 || length <= 4);
  if (full < 4 || full < 0.6 * rows.length) return true;
  if (count >= 3) return figures < 0.55;
  return figures < 0.8 || full < 5 || length > 6;
}
