import type { Box } from "../../page.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import type { TableDraft } from "./build-table.js";
import type { CellDraft } from "./cells.js";

const NOTE_OPENING =
  /^(?:notes?|source|sources|quelle|anmerkung|fuente|nota|fonte|legend|key)\b|^[*†‡§]|^\(?[a-z\d]\)/iu;
/** Words from which a row over the whole width is a remark and not a title or total. */
const LONG_REMARK = 15;

/**
 * Part of the frame without the caption and the notes that some tables print inside it, in rows over the whole width;
 * undefined when there are none.
 */
export function boxWithoutNotes({ rows, columns, cells, frame }: TableDraft): Box | undefined {
  const width = columns.length - 1;
  const whole = (row: number): CellDraft | undefined => {
    const own = cells.filter((cell) => cell.row <= row && row < cell.row + cell.rowSpan && cell.words.length > 0);
    return own.length === 1 && own[0]!.colSpan === width && own[0]!.rowSpan === 1 ? own[0] : undefined;
  };
  let first = 0;
  let last = rows.length - 1;
  while (first < last && isCaption(whole(first))) first++;
  while (last > first && isNote(whole(last))) last--;
  if ((first === 0 && last === rows.length - 1) || last - first < 1) return undefined;
  return { ...frame.box, y0: rows[first]!.top.at, y1: rows[last]!.bottom.at };
}

function textOf(cell: CellDraft): string {
  const words = [...cell.words].sort((a, b) => a.line.baseline - b.line.baseline || a.word.box.x0 - b.word.box.x0);
  return words.map(({ word }) => word.text).join(" ");
}

function isCaption(cell: CellDraft | undefined): boolean {
  return cell !== undefined && parseCaptionLabel(textOf(cell)) !== undefined;
}

function isNote(cell: CellDraft | undefined): boolean {
  if (cell === undefined) return false;
  const text = textOf(cell);
  return NOTE_OPENING.test(text) || cell.words.length >= LONG_REMARK;
}
