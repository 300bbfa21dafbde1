import type { Box, FontInfo, PageEvidence, Rule } from "../../page.js";
import { overlapX } from "../boxes.js";
import { type TextEdges, textEdgesAround } from "../regions/text-edges.js";
import type { BlockDraft, Line, PageMetrics } from "../types.js";
import { inkBox, type Piece } from "./piece.js";

/** Lines of prose in a column that tell its edges without the help of what stands outside it. */
const LEAST_PROSE = 3;

/** What the rules of classification may ask about a page. */
export interface PageContext {
  page: number;
  width: number;
  height: number;
  fonts: readonly FontInfo[];
  rules: readonly Rule[];
  metrics: PageMetrics;
  /** Pieces in reading order. */
  pieces: readonly Piece[];
  /** Boxes of figures and tables. */
  floats: readonly Box[];
  /** Boxes of figures. */
  figures: readonly Box[];
  /** Boxes of tables. */
  tables: readonly Box[];
  /** Boxes of displayed formulas. */
  formulas: readonly Box[];
  /** Boxes of everything but the pieces. */
  obstacles: readonly Box[];
  /** Running text of four words or more at text size. */
  prose: readonly Line[];
  /** Column of the page each line of the pieces stands in. */
  columnOf: ReadonlyMap<Line, number>;
  /** Share of the running text set in monospaced fonts; near 1 for typescripts, where the font says nothing about code. */
  monospaceBody: number;
}

export function createPageContext(
  drafts: readonly BlockDraft[],
  pieces: readonly Piece[],
  evidence: PageEvidence,
  metrics: PageMetrics,
): PageContext {
  const lines = pieces.flatMap((piece) => (piece.apart ? [] : piece.lines.map((entry) => entry.line)));
  const others = drafts.filter((draft) => draft.kind !== "lines");
  const characters = lines.reduce((sum, line) => sum + line.text.length, 0);
  return {
    page: evidence.page,
    width: evidence.width,
    height: evidence.height,
    fonts: evidence.fonts,
    rules: evidence.rules,
    metrics,
    pieces,
    floats: others.filter((draft) => draft.kind !== "formula").map((draft) => draft.box),
    figures: others.filter((draft) => draft.kind === "figure").map((draft) => draft.box),
    tables: others.filter((draft) => draft.kind === "table").map((draft) => draft.box),
    formulas: others.filter((draft) => draft.kind === "formula").map((draft) => draft.box),
    obstacles: others.map((draft) => draft.box),
    prose: lines.filter((line) => line.angle === 0 && line.words.length >= 4 && line.size > 0.8 * metrics.bodySize),
    columnOf: new Map(pieces.flatMap(({ column, lines: own }) => own.map(({ line }) => [line, column] as const))),
    monospaceBody:
      characters === 0 ? 0 : lines.reduce((sum, line) => sum + line.monospace * line.text.length, 0) / characters,
  };
}

/** Edges of the running text around a piece; of the piece itself when it stands alone. */
export function edgesOf(piece: Piece, context: PageContext): TextEdges {
  const box = inkBox(piece);
  const own = new Set(piece.lines.map((entry) => entry.line));
  const others = context.prose.filter((line) => !own.has(line));
  const beside = piece.column === 0 ? [] : others.filter((line) => context.columnOf.get(line) === piece.column);
  return (
    textEdgesAround(box, beside.length >= LEAST_PROSE ? beside : others, 0.3 * context.metrics.bodySize) ?? {
      left: box.x0,
      right: box.x1,
    }
  );
}

/** Blank in px between a piece and the nearest thing above it that overlaps it in x; Infinity at the top of the page. */
export function gapAbove(piece: Piece, context: PageContext): number {
  const box = inkBox(piece);
  return Math.min(...othersThan(piece, context).map((other) => blank(other, box)), Number.POSITIVE_INFINITY);
}

/** Likewise below. */
export function gapBelow(piece: Piece, context: PageContext): number {
  const box = inkBox(piece);
  return Math.min(...othersThan(piece, context).map((other) => blank(box, other)), Number.POSITIVE_INFINITY);
}

/** Blank from the bottom of `upper` to the top of `lower`, or Infinity when they do not stand one over the other. */
function blank(upper: Box, lower: Box): number {
  const gap = lower.y0 - upper.y1;
  const stacked = upper.y0 < lower.y0 && upper.y1 < lower.y1 && gap > -0.5 * (lower.y1 - lower.y0);
  return stacked && overlapX(upper, lower) > 0 ? gap : Number.POSITIVE_INFINITY;
}

const boxes = new WeakMap<Piece, Box>();

function othersThan(piece: Piece, context: PageContext): Box[] {
  const result = [...context.obstacles];
  for (const other of context.pieces) {
    if (other === piece || other.apart) continue;
    let box = boxes.get(other);
    if (!box) {
      box = inkBox(other);
      boxes.set(other, box);
    }
    result.push(box);
  }
  return result;
}
