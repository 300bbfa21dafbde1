import type { Rule } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import { parseHeadingNumber } from "../headings/heading-number.js";
import { joinItemTails } from "../lists/item-tails.js";
import { parseListMarker } from "../lists/list-marker.js";
import { readDingbats } from "../lists/read-dingbats.js";
import { type Mark, partRunInHead, runInCuts } from "../lists/run-in-items.js";
import type { BlockDraft, Line, LinesDraft, PageMetrics } from "../types.js";
import { attachLabels } from "./attach-labels.js";
import { findCodeRegions } from "./code-regions.js";
import { findContentsRows } from "./contents-rows.js";
import { cutPiece, inkBox, type Piece, withoutLines } from "./piece.js";

/** Neighbouring items of a list are at most this far apart, in sizes. */
const SIBLING_REACH = 20;
/** `[12]` or `[Abc99]` in front of an entry of a list of references. */
const REFERENCE = /^\[(?:\d{1,4}|[\p{L}+]{1,8}\d{0,4}[a-z]?)\]\s/u;

/**
 * Puts together what geometry cut and the print shows as one (listings, rows of contents), and cuts what geometry left together:
 * items of a tight list, entries of references, a heading stuck to its paragraph. Other drafts pass as they are. Each piece
 * stands at the draft that holds its first line.
 */
export function refinePieces(
  drafts: readonly BlockDraft[],
  rules: readonly Rule[],
  metrics: PageMetrics,
): Map<BlockDraft, Piece[]> {
  const listings = columnsOfText(drafts).flatMap((lines) => findCodeRegions(lines, rules, metrics));
  const regrouped = [
    ...listings.map((region) => ({
      form: region.kind,
      rows: region.rows,
      numbers: region.numbers,
      members: region.members,
      inOrder: false,
    })),
    ...findContentsRows(drafts).map((row) => ({
      form: "contents" as const,
      rows: [...row.item, row.number],
      numbers: [],
      members: new Set(row.members),
      inOrder: row.inColumns === true,
    })),
  ];
  const taken = new Set<Line>();
  const groups = regrouped.filter(({ members }) => {
    const free = [...members].every((line) => !taken.has(line));
    if (free) for (const line of members) taken.add(line);
    return free;
  });
  const homes = homesOf(groups, drafts);
  const pieces = new Map<BlockDraft, Piece[]>();
  for (const draft of drafts) {
    if (draft.kind !== "lines") continue;
    const rest = draft.apart ? [draft] : withoutLines(draft, taken);
    const here = homes.get(draft) ?? [];
    const own = here.flatMap((group) => [
      toPiece(group.form, group.rows, draft),
      ...(group.numbers.length > 0 ? [toPiece("line_numbers", group.numbers, draft)] : []),
    ]);
    const inOrder = here.some((group) => group.inOrder);
    pieces.set(draft, own.length === 0 ? rest : place(rest, own, inOrder));
  }
  const labelled = attachLabels(withDingbats(pieces, metrics.bodyFont));
  const marks = markedLines([...labelled.values()].flat());
  for (const [draft, own] of labelled)
    labelled.set(
      draft,
      own.flatMap((piece) => (piece.apart || piece.form ? [piece] : cutAtForms(piece, marks, metrics.bodyFont))),
    );
  return joinItemTails(drafts, labelled);
}

/** Lines of the page, parted by column where each column has text besides listings: comments beside code are no column. */
function columnsOfText(drafts: readonly BlockDraft[]): Line[][] {
  const columns = new Map<number, Line[]>();
  for (const draft of drafts) {
    if (draft.kind !== "lines" || draft.apart) continue;
    const own = columns.get(draft.column) ?? [];
    columns.set(draft.column, [...own, ...draft.lines.map(({ line }) => line)]);
  }
  const isText = ({ monospace, words }: Line) => monospace < 0.5 && words.length > 1;
  const parted = [...columns].every(([column, lines]) => column === 0 || lines.some(isText));
  return parted ? [...columns.values()] : [[...columns.values()].flat()];
}

/** Pieces from top to bottom; those that have an order of their own one after the other, where the first of them stands. */
function place(rest: readonly Piece[], own: readonly Piece[], inOrder: boolean): Piece[] {
  const byTop = (a: Piece, b: Piece) => inkBox(a).y0 - inkBox(b).y0;
  if (!inOrder) return [...rest, ...own].sort(byTop);
  const top = inkBox(own[0]!).y0;
  const isBefore = (piece: Piece) => inkBox(piece).y0 < top;
  return [...rest.filter(isBefore), ...own, ...rest.filter((piece) => !isBefore(piece))];
}

interface Group {
  form: NonNullable<Piece["form"]>;
  rows: Line[];
  /** Line numbers taken out of the rows of a listing. */
  numbers: Line[];
  members: Set<Line>;
  /** Groups like this stand together, in the order given. */
  inOrder: boolean;
}

function withDingbats(pieces: ReadonlyMap<BlockDraft, Piece[]>, bodyFont: number): Map<BlockDraft, Piece[]> {
  const read = readDingbats([...pieces.values()].flat(), bodyFont);
  let at = 0;
  return new Map(
    [...pieces].map(([draft, own]) => {
      at += own.length;
      return [draft, read.slice(at - own.length, at)];
    }),
  );
}

/** The draft each group stands at: the first in reading order that holds a line of its first row. */
function homesOf(groups: readonly Group[], drafts: readonly BlockDraft[]): Map<BlockDraft, Group[]> {
  const homes = new Map<BlockDraft, Group[]>();
  let common: BlockDraft | undefined;
  for (const group of groups) {
    const top = Math.min(...[...group.members].map((line) => line.baseline));
    const isHead = (line: Line) => group.members.has(line) && line.baseline < top + 0.5 * line.size;
    const own = drafts.find((draft) => draft.kind === "lines" && draft.lines.some((entry) => isHead(entry.line)));
    if (group.inOrder) common ??= own;
    const home = group.inOrder ? common : own;
    if (home) homes.set(home, [...(homes.get(home) ?? []), group]);
  }
  return homes;
}

function toPiece(form: NonNullable<Piece["form"]>, rows: readonly Line[], home: LinesDraft): Piece {
  const continuation = form === "contents" ? ("space" as const) : ("newline" as const);
  return {
    kind: "lines",
    form,
    column: home.column,
    box: unionBoxes(rows.map((line) => line.box)),
    lines: rows.map((line, at) => ({ line, continuation: at === 0 ? ("start" as const) : continuation })),
  };
}

function cutAtForms(piece: Piece, marks: readonly Mark[], bodyFont: number): Piece[] {
  const forms = [...itemCuts(piece, marks), ...referenceCuts(piece), ...headingCut(piece, bodyFont)];
  return cutPiece(piece, [...forms, ...runInCuts(piece, marks)]).flatMap((part) => partRunInHead(part, marks));
}

function markedLines(pieces: readonly Piece[]): Mark[] {
  return pieces
    .flatMap((piece) => (piece.apart || piece.form ? [] : piece.lines))
    .flatMap(({ line }) => {
      const marker = parseListMarker(line.text);
      return marker ? [{ line, marker }] : [];
    });
}

/** Before every line that starts with a bullet, or with an ordered marker that a neighbour at the same x counts on from. */
function itemCuts(piece: Piece, marks: readonly Mark[]): number[] {
  return piece.lines.flatMap(({ line }, at) => {
    const marker = marks.find((mark) => mark.line === line)?.marker;
    if (!marker) return [];
    if (marker.kind === "bullet" && !/^[-–—*−]$/u.test(marker.text)) return [at];
    const sibling = marks.some(
      (other) =>
        other.line !== line &&
        other.marker.style === marker.style &&
        Math.abs(other.line.box.x0 - line.box.x0) < line.size &&
        Math.abs(other.line.baseline - line.baseline) < SIBLING_REACH * line.size &&
        (marker.kind === "bullet" || Math.abs(other.marker.value - marker.value) === 1),
    );
    return sibling && isOutdented(piece, at) ? [at] : [];
  });
}

/** The line starts left of, or level with, the line before it: wrapped text of an item starts further right. */
function isOutdented(piece: Piece, at: number): boolean {
  const before = piece.lines[at - 1]?.line;
  const here = piece.lines[at]?.line;
  if (!before || !here) return true;
  return here.box.x0 <= before.box.x0 + 0.5 * here.size || endsShort(before, piece) || /[.:;?!]$/u.test(before.text);
}

/** The line ends early, or as sentences and entries do. */
function isEnded(piece: Piece, at: number): boolean {
  const line = piece.lines[at]?.line;
  return line !== undefined && (endsShort(line, piece) || /[.:;?!]["”’)]?$/u.test(line.text));
}

function endsShort(line: Line, piece: Piece): boolean {
  return piece.box.x1 - line.box.x1 > 2 * line.size;
}

/** Before entries of references; a call that happens to begin a line of prose, as "see / [12] for" does, is none. */
function referenceCuts(piece: Piece): number[] {
  const starts = piece.lines.flatMap(({ line }, at) => (REFERENCE.test(line.text) ? [at] : []));
  if (starts[0] !== 0 && !starts.some((at) => isEnded(piece, at - 1))) return [];
  const first = piece.lines[starts[0] ?? 0]?.line;
  if (starts.length === 0 || !first) return [];
  return starts.filter((at) => Math.abs((piece.lines[at]?.line.box.x0 ?? 0) - first.box.x0) < 1.2 * first.size);
}

/** A first line in bold or larger type with a heading's number (or capitals) over lines in plain type. */
function headingCut(piece: Piece, bodyFont: number): number[] {
  if (piece.lines.length < 2) return [];
  let end = 0;
  while (end < piece.lines.length && end < 3 && isHeadingLike(piece, end, bodyFont)) end += 1;
  if (end === 0 || end === piece.lines.length) return [];
  const next = piece.lines[end]?.line;
  const first = piece.lines[0]?.line;
  if (!next || !first || next.bold > 0.5 || next.text.length < 2) return [];
  // A word broken over the lines: the last one is small only because typewriter type fills it.
  if (/\p{L}[-\u00ad\u2010]$/u.test(piece.lines[end - 1]!.line.text) && /^\p{Ll}/u.test(next.text)) return [];
  if (parseCaptionLabel(first.text)) return [];
  const numbered = parseHeadingNumber(first.text) !== undefined;
  const larger = first.size > 1.08 * next.size;
  const startsShort = piece.box.x1 - (piece.lines[end - 1]?.line.box.x1 ?? 0) > 2 * first.size;
  return larger || numbered || startsShort ? [end] : [];
}

function isHeadingLike(piece: Piece, at: number, bodyFont: number): boolean {
  const line = piece.lines[at]?.line;
  const last = piece.lines.at(-1)?.line;
  if (!line || !last) return false;
  if (line.bold > 0.85 || line.size > 1.12 * last.size) return true;
  // Bold faces whose file does not say so: another font than the lines below, and no end of a sentence.
  return (
    line.font !== bodyFont &&
    last.font === bodyFont &&
    line.italic < 0.5 &&
    line.math < 0.2 &&
    line.text.length < 80 &&
    !/[.,;:]$/u.test(line.text)
  );
}
