import { unionBoxes } from "../boxes.js";
import { parsePageNumber } from "../furniture/page-number.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import { isHeadingWord } from "../headings/heading-words.js";
import { partOfLine } from "../regions/equation-number.js";
import type { BlockDraft, Line } from "../types.js";
import { joinRow, printedRows } from "./piece.js";

/** An entry of a table of contents: its words (several lines when it wraps) and its page number. */
export interface ContentsRow {
  item: Line[];
  number: Line;
  /** Lines of the page the row was made from. */
  members: Line[];
  /** The entries stand in several columns: they are read in the order given, not row by row over the page. */
  inColumns?: boolean;
}

/** Leader dots between an entry and its page number, as one word or many. */
const LEADERS = /(?:\.\s?){4,}|…{2,}|(?:·\s?){4,}|_{6,}/u;
const LEADER_WORD = /^[.…·_]+$/u;
/** `12`, `xiv`, `A-3`; leaders may be glued in front. */
const NUMBER_WORD = /^[.…·]*(\d{1,4}|[ivxlc]{1,7}|[A-Z]-?\d{1,3})$/u;
/** Rows with leaders that make a page one of contents; then rows without them count as well. Two are enough when their numbers end alike. */
const LEAST_LEADERS = 3;
const FEWEST_LEADERS = 2;
/** Entries without leaders stand this close to those with them, in sizes. */
const NEAR = 6;
const NUMBER_TAIL = /[.…·]\s*(?:\d{1,4}|[ivxlc]{1,7})$/u;
/** A page number of an index, before others. */
const NUMBER_BEFORE = /^[.…·]*\d{1,4},$/u;
/** A number this far behind the words stands at the right edge, in sizes. */
const FAR = 1.2;

/** Entries under a heading that names them, and without one, when none of them has leaders; their share of the rows from the first to the last. */
const LEAST_NAMED = 3;
const FEWEST_NAMED = 2;
const LEAST_UNNAMED = 8;
const DENSE = 0.7;
/** Share of the page numbers that are no lower than the one before. */
const ASCENDING = 0.9;

/**
 * Rows of a table of contents on a page, top to bottom. Geometry may have put entry, leaders and number into different drafts;
 * rows are read across all of them. With three rows with leaders on a page, other rows ending in a number at the same right
 * edge are entries too (chapters are often set without leaders). Without leaders, entries are rows that end in ascending numbers at one edge.
 */
export function findContentsRows(drafts: readonly BlockDraft[]): ContentsRow[] {
  const lines = drafts.flatMap((draft) =>
    draft.kind === "lines" && !draft.apart
      ? draft.lines.map((entry) => entry.line).filter((line) => line.angle === 0)
      : [],
  );
  const dotted = lines.filter((line) => LEADERS.test(line.text));
  const rights = dotted.flatMap((line) => rightEdgeOf(line, lines) ?? []);
  if (dotted.length < LEAST_LEADERS && !areFewAlike(rights, dotted)) {
    const named = lines.some(({ text }) => isHeadingWord(text, "contents"));
    const columns = columnsOfEntries(lines);
    if (columns.length < 2) return plainRows(lines, named);
    const read = columns.map((column) => plainRows(column, named)).filter((column) => column.length > 0);
    return read.flat().map((row) => ({ ...row, inColumns: read.length > 1 }));
  }
  const edges = edgesOf(rights, dotted[0]?.size ?? 0);
  return (edges.length < 2 ? [lines] : partAt(edges, lines)).flatMap(dottedRows);
}

/** Rows of one column with leaders, and those without that stand among them. */
function dottedRows(lines: readonly Line[]): ContentsRow[] {
  const dotted = lines.filter((line) => LEADERS.test(line.text));
  const rights = dotted.flatMap((line) => rightEdgeOf(line, lines) ?? []);
  if (rights.length < LEAST_LEADERS && !areFewAlike(rights, dotted)) return [];
  const right = median(rights);
  const left = Math.min(...dotted.map((line) => line.box.x0));
  // Another column's text on the same rows stays out.
  const inColumn = lines.filter((line) => line.box.x1 < right + line.size && line.box.x0 > left - 8 * line.size);
  const rows = printedRows(inColumn);
  const withLeaders = rows.filter((row) => LEADERS.test(joinRow(row).text));
  const reach = NEAR * (withLeaders[0]?.[0]?.size ?? 0);
  const entries = rows.map((row, at) => {
    const read = readRow(row);
    // A running head (`Contents    iii`) over the entries.
    if (at === 0 && read && !withLeaders.includes(row) && isHeadingWord(read.item.text, "contents")) return undefined;
    if (!read || Math.abs(read.number.box.x1 - right) > 1.5 * read.number.size) return undefined;
    return withLeaders.includes(row) || read.far ? { item: [read.item], number: read.number, members: row } : undefined;
  });
  const at = (index: number) => (rows[index]![0] as Line).baseline;
  // From the rows with leaders on, one entry after the other.
  let first = rows.findIndex((row) => withLeaders.includes(row));
  let last = rows.findLastIndex((row) => withLeaders.includes(row));
  for (let index = first - 1; index >= 0 && at(first) - at(index) < reach; index--) if (entries[index]) first = index;
  for (let index = last + 1; index < rows.length && at(index) - at(last) < reach; index++)
    if (entries[index]) last = index;
  return entries.slice(first, last + 1).filter((entry) => entry !== undefined);
}

/** Few rows with leaders, all with numbers, that end at one edge. */
function areFewAlike(rights: readonly number[], dotted: readonly Line[]): boolean {
  if (dotted.length < FEWEST_LEADERS || rights.length < dotted.length) return false;
  return Math.max(...rights) - Math.min(...rights) < 0.1 * dotted[0]!.size;
}

/** Lines of each column of entries: columns end where numbers do, one below the other. */
function columnsOfEntries(lines: readonly Line[]): Line[][] {
  const ends = lines.filter(({ text }) => /^\d+$/.test(text));
  return partAt(
    edgesOf(
      ends.map(({ box }) => box.x1),
      ends[0]?.size ?? 0,
    ),
    lines,
  );
}

/** Edges that several numbers end at, from left to right. */
function edgesOf(ends: readonly number[], size: number): number[] {
  const edges: number[] = [];
  for (const end of ends) {
    if (edges.some((edge) => Math.abs(edge - end) < 2 * size)) continue;
    if (ends.filter((other) => Math.abs(other - end) < 0.5 * size).length >= LEAST_NAMED) edges.push(end);
  }
  return edges.sort((a, b) => a - b);
}

/** The lines that end at or before each edge, and behind the one before it. */
function partAt(edges: readonly number[], lines: readonly Line[]): Line[][] {
  const columns = edges.map((): Line[] => []);
  for (const line of lines) columns[edges.findIndex((edge) => line.box.x1 < edge + 0.5 * line.size)]?.push(line);
  return columns;
}

/** Entries whose numbers only a blank parts from their words, or dots that are drawn; `named`: a heading on the page says that they are. */
function plainRows(lines: readonly Line[], named: boolean): ContentsRow[] {
  const rows = printedRows(lines);
  const read = rows.map((row) => {
    const parts = readRow(row);
    return parts && /^\d+$/.test(parts.number.text) ? parts : undefined;
  });
  const right = median(read.flatMap((parts) => (parts?.far ? parts.number.box.x1 : [])));
  const entries = read.map((parts) => {
    // Words of a full row come near to the number, which then stands at the edge as exactly as the others do.
    const slack = parts?.far ? 0.5 : named ? 0.15 : 0;
    return parts && Math.abs(parts.number.box.x1 - right) < slack * parts.number.size ? parts : undefined;
  });
  const heading = rows.findIndex((row) => row.length === 1 && isHeadingWord(joinRow(row).text, "contents"));
  const first = entries.findIndex((entry, at) => entry !== undefined && at > heading);
  const last = entries.findLastIndex((entry) => entry !== undefined);
  const found = entries.slice(first, last + 1).filter((entry) => entry !== undefined);
  const tails = wrappedTails(rows, entries);
  const numbered = named && found.every(({ item }) => parseHeadingNumber(item.text) !== undefined);
  if (first < 0 || found.length < (numbered ? FEWEST_NAMED : named ? LEAST_NAMED : LEAST_UNNAMED)) return [];
  if (found.length + tails.size < DENSE * (last + 1 - first)) return [];
  if (!named && found.some(({ item }) => hasWideBlank(item))) return [];
  const pages = found.map(({ number }) => Number(number.text));
  const rising = pages.filter((page, at) => at > 0 && page >= pages[at - 1]!).length;
  if (rising < ASCENDING * (pages.length - 1) || (pages.at(-1) === pages[0] && !numbered)) return [];
  return entries.flatMap((entry, at) => {
    if (!entry || at < first) return [];
    const tail = tails.get(at) ?? [];
    return [{ item: [entry.item, ...tail], number: entry.number, members: [...rows[at]!, ...tail] }];
  });
}

/** An entry's second line begins where the first one does, to within this, in sizes, and follows it this near. */
const TAIL_EDGE = 0.3;
const TAIL_PITCH = 1.7;

/** Lines without a number that go on with the entry above, whose number stands on its first line, by the index of its row. */
function wrappedTails(
  rows: readonly (readonly Line[])[],
  entries: readonly ({ item: Line; number: Line } | undefined)[],
): Map<number, Line[]> {
  const tails = new Map<number, Line[]>();
  for (const [index, row] of rows.entries()) {
    const [line] = row;
    const entry = entries[index - 1];
    if (entries[index] || !entry || !line || row.length > 1) continue;
    const { item, number } = entry;
    const word = line.words[0];
    const fits =
      word !== undefined && item.box.x1 + 0.3 * item.size + (word.box.x1 - word.box.x0) < number.box.x0 - item.size;
    const alike = Math.abs(line.size - item.size) < 0.05 * item.size && Math.abs(line.bold - item.bold) < 0.5;
    const below = line.baseline - item.baseline < TAIL_PITCH * item.size;
    if (!fits && alike && below && Math.abs(line.box.x0 - item.box.x0) < TAIL_EDGE * item.size)
      tails.set(index - 1, [line]);
  }
  return tails;
}

/** Columns beside the first: the row is one of a table. */
function hasWideBlank({ words, size }: Line): boolean {
  return words.some((word, at) => at > 1 && word.box.x0 - words[at - 1]!.box.x1 > FAR * size);
}

/** Right edge of the number behind leaders: at the end of their line, or the next piece on its row. */
function rightEdgeOf(line: Line, lines: readonly Line[]): number | undefined {
  if (readRow([line]) || NUMBER_TAIL.test(line.text)) return line.box.x1;
  const beside = lines
    .filter((other) => other.box.x0 >= line.box.x1 - 1 && Math.abs(other.baseline - line.baseline) < 0.5 * line.size)
    .sort((a, b) => a.box.x0 - b.box.x0)[0];
  return beside && NUMBER_WORD.test(beside.text) ? beside.box.x1 : undefined;
}

/** Splits a printed row into words and number; `far`: the blank between them is wider than any between words. */
function readRow(row: readonly Line[]): { item: Line; number: Line; far: boolean } | undefined {
  const line = joinRow(row);
  return splitGlued(line) ?? splitSpaced(line);
}

/** `Commands......297`: entry, leaders and number run together in the last word. */
function splitGlued(line: Line): ReturnType<typeof readRow> {
  const word = line.words.at(-1);
  const match = word && /^(.*[^.…·])[.…·]{3,}(\d{1,4}|[ivxlc]{1,7})$/u.exec(word.text);
  if (!word || !match?.[2]) return undefined;
  const number = withText(partOfLine(line, line.words.length - 1, line.words.length), match[2]);
  return { item: trimLeaders(line, match[2].length), number, far: true };
}

/** Numbers in words of their own: one, or several of an index (`29, 36`). */
function splitSpaced(line: Line): ReturnType<typeof readRow> {
  const last = line.words.length - 1;
  const label = NUMBER_WORD.exec(line.words[last]?.text ?? "")?.[1];
  if (!label) return undefined;
  let first = last;
  while (first > 1 && NUMBER_BEFORE.test(line.words[first - 1]!.text)) first -= 1;
  let end = first;
  while (end > 0 && LEADER_WORD.test(line.words[end - 1]!.text)) end -= 1;
  const [before, tail] = [line.words[first - 1], line.words[first]!];
  if (end === 0 || !before) return undefined;
  const item = trimLeaders(partOfLine(line, 0, end));
  if (!/\p{L}/u.test(item.text) || parsePageNumber(item.text)) return undefined;
  const far = tail.box.x0 - before.box.x1 > FAR * line.size;
  if (first === last) return { item, number: withText(partOfLine(line, last, last + 1), label), far };
  const numbers = partOfLine(line, first, last + 1);
  const text = numbers.text.replace(/^[.…·]+/u, "");
  return { item, number: { ...numbers, text }, far };
}

/** The number's word without leaders glued to it. */
function withText(line: Line, text: string): Line {
  const word = line.words[0];
  if (!word || word.text === text) return line;
  const glyphs = word.glyphs.slice(-text.length);
  const box = unionBoxes(glyphs.map((glyph) => glyph.box));
  return { ...line, text, words: [{ text, glyphs, box }], box };
}

/** Drops leader dots glued to the entry's last word, and the last `extra` characters behind them. */
function trimLeaders(line: Line, extra = 0): Line {
  const word = line.words.at(-1);
  const printed = word?.text.slice(0, word.text.length - extra);
  if (!word || !printed || !/[.…·_]{3,}$/u.test(printed)) return line;
  const text = printed.replace(/[.…·_]+$/u, "");
  if (text === "") return trimLeaders(partOfLine(line, 0, line.words.length - 1));
  let left = text.length;
  const glyphs = word.glyphs.filter((glyph) => {
    const keep = left > 0;
    left -= glyph.text.length;
    return keep;
  });
  const words = [...line.words.slice(0, -1), { text, glyphs, box: unionBoxes(glyphs.map((glyph) => glyph.box)) }];
  return {
    ...line,
    words,
    text: words.map((entry) => entry.text).join(" "),
    box: unionBoxes(words.map((entry) => entry.box)),
  };
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
