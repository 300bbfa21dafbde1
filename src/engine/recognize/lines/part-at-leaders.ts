import type { Component } from "../../raster/ink/components.js";
import type { MeasuredLine } from "./cut-line.js";
import { lineOf } from "./part-uneven.js";

/** So many dots in a row are a leader; an ellipsis has three or four. */
const LEAST_DOTS = 6;
/** Largest side of a dot and height of its middle over the baseline, x-heights. */
const DOT_SIZE = 0.4;
const DOT_RISE = 0.4;

/** Whether a piece of a line is nothing but the dots of a leader. */
export function isLeader(piece: MeasuredLine): boolean {
  return piece.line.letters.length >= LEAST_DOTS && piece.line.letters.every((letter) => isDot(letter, piece));
}

/** Parts a line into its leaders (rows of dots in contents and forms) and what stands between them; every piece keeps its ink's place. */
export function partAtLeaders(measured: MeasuredLine): MeasuredLine[] {
  const { line, metrics } = measured;
  const letters = [...line.letters].sort((a, b) => a.x0 - b.x0);
  const pieces: { letters: Component[]; isLeader: boolean }[] = [];
  for (const letter of letters) {
    const dot = isDot(letter, measured);
    const last = pieces.at(-1);
    if (last?.isLeader === dot) last.letters.push(letter);
    else pieces.push({ letters: [letter], isLeader: dot });
  }
  const joined: typeof pieces = [];
  for (const piece of pieces) {
    const isLeader = piece.isLeader && piece.letters.length >= LEAST_DOTS;
    const last = joined.at(-1);
    if (last && !last.isLeader && !isLeader) last.letters.push(...piece.letters);
    else joined.push({ ...piece, isLeader });
  }
  if (joined.length === 1) return [measured];
  const middle = (line.x0 + line.x1) / 2;
  return joined.map(({ letters }) => {
    const part = lineOf(letters);
    const fall = metrics.slope * ((part.x0 + part.x1) / 2 - middle);
    return { line: part, metrics: { ...metrics, baseline: metrics.baseline + fall } };
  });
}

function isDot({ x0, y0, x1, y1 }: Component, { line, metrics }: MeasuredLine): boolean {
  const [width, height] = [x1 - x0, y1 - y0];
  const baseline = metrics.baseline + metrics.slope * ((x0 + x1) / 2 - (line.x0 + line.x1) / 2);
  return (
    Math.max(width, height) <= DOT_SIZE * metrics.xHeight &&
    Math.abs(width - height) <= 2 &&
    Math.abs(baseline - (y0 + y1) / 2) <= DOT_RISE * metrics.xHeight
  );
}
