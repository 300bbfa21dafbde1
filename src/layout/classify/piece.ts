import type { Box } from "../../page.js";
import { unionBoxes } from "../boxes.js";
import type { DraftLine, Line, LinesDraft } from "../types.js";

/** Lines that get one kind together: a draft of lines, or a part of one. */
export type Piece = LinesDraft;

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
  const ends = [...inner, piece.lines.length];
  return [0, ...inner].map((from, at) => partOfPiece(piece, from, ends[at] as number));
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
