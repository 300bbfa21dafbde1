import { overlapY, unionBoxes } from "../boxes.js";
import { parsePageNumber } from "../furniture/page-number.js";
import { partOfLine } from "../regions/equation-number.js";
import type { DraftLine, Line } from "../types.js";
import { edgesOf, type PageContext } from "./page-context.js";
import type { Piece } from "./piece.js";

/** Leader dots between an entry and its page number, as one word or many. */
const LEADERS = /(?:\.\s?){4,}|…{2,}|(?:·\s?){4,}|_{6,}/u;
const LEADER_WORD = /^[.…·_]+$/u;
/** Rows of a table of contents that a page must show before right-aligned numbers alone make a row. */
const LEAST_ROWS = 3;

/** An entry of a table of contents: the words, and its page number where one is printed. */
export interface TocRow {
  item: Line[];
  number: Line | undefined;
}

/** Splits one printed row with leader dots into entry and page number. */
export function splitTocLine(line: Line): TocRow | undefined {
  if (!LEADERS.test(line.text)) return undefined;
  const last = line.words.length - 1;
  let end = line.words.length;
  const tail = line.words[last];
  const glued = tail && /^[.…·\s]*(\d{1,4}|[ivxlc]{1,7})$/u.exec(tail.text);
  const number = glued ? partOfLine(line, last, last + 1) : undefined;
  if (number) end = last;
  let from = end;
  while (from > 0 && LEADER_WORD.test(line.words[from - 1]?.text ?? "")) from -= 1;
  if (from === end && !LEADERS.test(line.text)) return undefined;
  if (from === 0) return undefined;
  const item = partOfLine(line, 0, from);
  const label = glued?.[1] ?? "";
  const trimmed = trimLeaders(item);
  if (trimmed.text === "") return undefined;
  return { item: [trimmed], number: number ? { ...number, text: label } : undefined };
}

/** Drops leader dots glued to the entry's last word. */
function trimLeaders(line: Line): Line {
  const word = line.words.at(-1);
  if (!word || !/[.…·]{3,}$/u.test(word.text)) return line;
  const text = word.text.replace(/[.…·]+$/u, "");
  const glyphs = word.glyphs.slice(0, Math.max(1, text.length));
  const words = [...line.words.slice(0, -1), { text, glyphs, box: unionBoxes(glyphs.map((glyph) => glyph.box)) }];
  return { ...line, words, text: words.map((entry) => entry.text).join(" ") };
}

/**
 * Reads a piece as rows of a table of contents, one per printed entry; undefined when it is none. A piece counts when half its
 * lines have leaders, or, on a page where other rows do, when it ends in a number at the right edge. Lines without a number in
 * front of a numbered one belong to the same entry.
 */
export function tocRowsOf(piece: Piece, context: PageContext, contentsPage: boolean): TocRow[] | undefined {
  if (piece.apart) return undefined;
  const rows: TocRow[] = [];
  let pending: Line[] = [];
  let numbered = 0;
  for (const printed of printedRows(piece.lines)) {
    const row = readRow(printed, piece, context, contentsPage);
    if (row?.number) {
      rows.push({ item: [...pending, ...row.item], number: row.number });
      pending = [];
      numbered += 1;
    } else pending.push(...printed);
  }
  if (numbered === 0 || numbered * 2 < piece.lines.length - pending.length) return undefined;
  if (pending.length > 0) rows.push({ item: pending, number: undefined });
  return rows;
}

/** Lines of a piece by printed row: a number set far right may be a line of its own. */
function printedRows(lines: readonly DraftLine[]): Line[][] {
  const rows: Line[][] = [];
  for (const { line } of lines) {
    const row = rows.at(-1);
    const head = row?.[0];
    const same =
      head && overlapY(head.box, line.box) > 0.5 * Math.min(head.box.y1 - head.box.y0, line.box.y1 - line.box.y0);
    if (same) row.push(line);
    else rows.push([line]);
  }
  return rows;
}

function readRow(row: readonly Line[], piece: Piece, context: PageContext, contentsPage: boolean): TocRow | undefined {
  const last = row.at(-1) as Line;
  if (row.length > 1 && (parsePageNumber(last.text) || /^[.…·\s]*(?:\d{1,4}|[ivxlc]+)$/u.test(last.text))) {
    const text = last.text.replace(/^[.…·\s]+/u, "");
    const item = row
      .slice(0, -1)
      .filter((line) => !LEADER_WORD.test(line.text.replace(/\s/gu, "")))
      .map(withoutLeaders);
    if (item.length > 0 && (contentsPage || LEADERS.test(row.map((line) => line.text).join(" "))))
      return { item, number: { ...last, text } };
  }
  const leaders = row.length === 1 ? splitTocLine(last) : undefined;
  if (leaders?.number) return leaders;
  if (!contentsPage || row.length !== 1) return undefined;
  return endsInFarNumber(last, piece, context);
}

function withoutLeaders(line: Line): Line {
  let end = line.words.length;
  while (end > 1 && LEADER_WORD.test(line.words[end - 1]?.text ?? "")) end -= 1;
  return trimLeaders(partOfLine(line, 0, end));
}

/** `Introduction      7`: the number is the last word, at the text's right edge or far behind the words. */
function endsInFarNumber(line: Line, piece: Piece, context: PageContext): TocRow | undefined {
  const last = line.words.length - 1;
  const word = line.words[last];
  const before = line.words[last - 1];
  if (!word || !before || !/^(?:\d{1,4}|[ivxlc]{1,7})$/u.test(word.text)) return undefined;
  const far = word.box.x0 - before.box.x1 > 1.2 * line.size;
  const atEdge = Math.abs(edgesOf(piece, context).right - word.box.x1) < 0.5 * line.size;
  if (!far && !atEdge) return undefined;
  return { item: [partOfLine(line, 0, last)], number: partOfLine(line, last, last + 1) };
}

/** Whether the page shows a table of contents: some rows with leaders. */
export function isContentsPage(pieces: readonly Piece[]): boolean {
  let rows = 0;
  for (const piece of pieces) {
    for (const { line } of piece.lines) if (LEADERS.test(line.text)) rows += 1;
    if (rows >= LEAST_ROWS) return true;
  }
  return false;
}
