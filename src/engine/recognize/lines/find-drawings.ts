import { boxesNear, clusterBoxes } from "../../../layout/regions/cluster-boxes.js";
import type { Box } from "../../../page.js";
import type { Component } from "../../raster/ink/components.js";
import type { ReadLine } from "../read-lines.js";
import type { PageInk } from "./page-ink.js";

/** Pieces of one drawing stand this near to each other, in letter heights. */
const PIECE_GAP = 1.2;
/** Longer rules part columns and pages: nothing is joined over them. In letter heights. */
const MAX_RULE = 30;

/** Line art on a page image, px of the image. */
export interface InkDrawing {
  box: Box;
  /** Its pieces of ink, rules left out. */
  pieces: Component[];
}

/**
 * Diagrams: ink too large and too thin for letters, and the pieces near it that no line of text holds (arrow heads, nodes, marks read as
 * letters without certainty).
 *
 * @param text lines that are text
 */
export function findDrawings(ink: PageInk, text: readonly ReadLine[]): InkDrawing[] {
  const lettered = new Set(text.flatMap(({ line }) => line.letters));
  const shapes = new Set(ink.shapes.filter((shape) => !lettered.has(shape)));
  const pieces = ink.letters.filter((letter) => !lettered.has(letter));
  if (shapes.size === 0) return [];
  const rules = ink.rules.filter(({ x0, y0, x1, y1 }) => Math.max(x1 - x0, y1 - y0) <= MAX_RULE * ink.height);
  const marks = [...pieces.map((piece) => ({ box: piece, piece })), ...rules.map((box) => ({ box, piece: undefined }))];
  const gap = PIECE_GAP * ink.height;
  return clusterBoxes<{ box: Box; piece: Component | undefined }>(marks, gap, (a, b) => boxesNear(a.box, b.box, gap))
    .filter(({ members }) => members.some(({ piece }) => piece && shapes.has(piece)))
    .map(({ box, members }) => ({ box, pieces: members.flatMap(({ piece }) => piece ?? []) }));
}
