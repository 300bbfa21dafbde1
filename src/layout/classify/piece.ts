import type { Box } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import type { DraftLine, Line, LinesDraft } from "../types.js";

/** Lines that get one kind together: a draft of lines, a part of one, or lines regrouped over several. */
export interface Piece extends LinesDraft {
  /** Set when the lines were regrouped because of their form. */
  form?: "code" | "pseudocode" | "contents" | "line_numbers" | undefined;
}

/** Text of a piece as it reads: lines joined as their continuations say. */
export function pieceText(piece: Piece): string {
  let text = "";
  for (const { line, continuation } of piece.lines) {
    if (text === "" || continuation === "start") text = text === "" ? line.text : `${text} ${line.text}`;
    else if (continuation === "no_hyphen") text = text.replace(/[-\u00AD\u2010]$/u, "") + line.text;
    else if (continuation === "no_space") text += line.text;
    else text += ` ${line.text}`;
  }
  return text;
}

export function firstLine(piece: Piece): Line {
  return (piece.lines[0] as DraftLine).line;
}

export function lastLine(piece: Piece): Line {
  return (piece.lines.at(-1) as DraftLine).line;
}

/** Part of a piece; a part after the first starts a block of its own. */
export function partOfPiece(piece: Piece, from: number, to: number): Piece {
  const lines = piece.lines
    .slice(from, to)
    .map((entry, at) => (at === 0 ? { ...entry, continuation: "start" as const } : entry));
  return {
    ...piece,
    lines,
    box: unionBoxes(lines.map((entry) => entry.line.box)),
    continues: from === 0 ? piece.continues : undefined,
  };
}

/** Cuts a piece before each of the given line indexes. */
export function cutPiece(piece: Piece, cuts: readonly number[]): Piece[] {
  const inner = [...new Set(cuts)].filter((cut) => cut > 0 && cut < piece.lines.length).sort((a, b) => a - b);
  if (inner.length === 0) return [piece];
  const ends = [...inner, piece.lines.length];
  return [0, ...inner].map((from, at) => partOfPiece(piece, from, ends[at] as number));
}

/** What is left of a piece without some of its lines: one piece for each run of lines that stayed together. */
export function withoutLines(piece: Piece, taken: ReadonlySet<Line>): Piece[] {
  if (!piece.lines.some((entry) => taken.has(entry.line))) return [piece];
  const runs: Piece[] = [];
  let from = 0;
  for (let at = 0; at <= piece.lines.length; at += 1) {
    const entry = piece.lines[at];
    if (entry && !taken.has(entry.line)) continue;
    if (at > from) runs.push(partOfPiece(piece, from, at));
    from = at + 1;
  }
  return runs;
}

/** Several lines of one printed row as one line, words from left to right. */
export function joinRow(row: readonly Line[]): Line {
  const [first] = row;
  if (!first || row.length === 1) return first as Line;
  const lines = [...row].sort((a, b) => a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0);
  const words = lines.flatMap((line) => line.words);
  const longest = lines.reduce((best, line) => (line.text.length > best.text.length ? line : best));
  const length = lines.reduce((sum, line) => sum + line.text.length, 0);
  const share = (measure: (line: Line) => number) =>
    lines.reduce((sum, line) => sum + measure(line) * line.text.length, 0) / Math.max(1, length);
  return {
    ...longest,
    words,
    text: words.map((word) => word.text).join(" "),
    box: unionBoxes(lines.map((line) => line.box)),
    bold: share((line) => line.bold),
    italic: share((line) => line.italic),
    monospace: share((line) => line.monospace),
    math: share((line) => line.math),
  };
}

/** Groups lines into printed rows, top to bottom: baselines nearer than half a size are one row. */
export function printedRows(lines: readonly Line[]): Line[][] {
  const rows: Line[][] = [];
  for (const line of [...lines].sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0)) {
    const row = rows.at(-1);
    const head = row?.[0];
    if (head && Math.abs(line.baseline - head.baseline) < 0.5 * Math.min(line.size, head.size)) row.push(line);
    else rows.push([line]);
  }
  return rows.map((row) => row.sort((a, b) => a.box.x0 - b.box.x0 || a.box.y0 - b.box.y0));
}

/** Mean of a line measure, weighted by characters. */
export function weighted(piece: Piece, measure: (line: Line) => number): number {
  let sum = 0;
  let weight = 0;
  for (const { line } of piece.lines) {
    sum += measure(line) * line.text.length;
    weight += line.text.length;
  }
  return weight === 0 ? 0 : sum / weight;
}

/** Box of the piece's ink; drafts may carry a larger one. */
export function inkBox(piece: Piece): Box {
  return unionBoxes(piece.lines.map((entry) => entry.line.box));
}
