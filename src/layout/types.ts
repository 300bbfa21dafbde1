/** Records between the stages of page layout. They hold evidence (glyphs) and never leave the worker. */
import type { Box, Continuation, Glyph, TableGrid } from "../page.js";

export interface Word {
  text: string;
  box: Box;
  /** Without space glyphs, in writing order. */
  glyphs: Glyph[];
}

/**
 * Horizontally contiguous run of words on one baseline. Runs are split at gutters and tab gaps, so a printed line of
 * two columns (or of a table row) gives several.
 */
export interface Line {
  words: Word[];
  /** Words joined with single spaces. */
  text: string;
  box: Box;
  /** y of the baseline of the main text (scripts do not count); for rotated text in the turned frame. */
  baseline: number;
  /** Dominant glyph size, px. */
  size: number;
  /** Index of the dominant font in `PageEvidence.fonts`. */
  font: number;
  angle: number;
  /** Shares of the non-space characters, 0–1. */
  bold: number;
  italic: number;
  monospace: number;
  /** Share set in maths fonts or maths symbols. */
  math: number;
}

/** A table found on the page; `lines` are those it swallows. */
export interface TableRegion {
  box: Box;
  lines: Line[];
  grid?: TableGrid | undefined;
  /** 0–1; below 0.5 the region is delivered as a crop without grid. */
  confidence: number;
}

/** A picture, chart or drawing with the labels printed inside it. */
export interface FigureRegion {
  kind: "diagram" | "chart";
  box: Box;
  lines: Line[];
}

/** A displayed formula, rows together, and its printed number. */
export interface FormulaRegion {
  box: Box;
  lines: Line[];
  number?: Line | undefined;
}

/** Body text figures of a page that thresholds are scaled by. */
export interface PageMetrics {
  /** Most frequent glyph size by character count, px. */
  bodySize: number;
  /** Most frequent baseline distance of consecutive body lines, px. */
  leading: number;
  bodyFont: number;
}

/** A line of a draft and how it follows the line before it in the same draft. */
export interface DraftLine {
  line: Line;
  continuation: Continuation;
}

interface DraftBase {
  box: Box;
  /** As in `BlockBase.column`: 0 for full width or outside columns, else 1-based into `PageLayout.columns`. */
  column: number;
}

/** Lines that belong together by geometry: a paragraph, heading, list item, caption, address … */
export interface LinesDraft extends DraftBase {
  kind: "lines";
  /** Never empty, in reading order. */
  lines: DraftLine[];
  /** Set when the paragraph goes on from the last `lines` draft before it (over a column break or a displayed formula). */
  continues?: Exclude<Continuation, "start"> | undefined;
  /** Kept out of the running order: huge or slanted text behind the page, text turned beside it. Comes last. */
  apart?: "watermark" | "margin" | undefined;
}

/** Block before classification; `classifyBlocks` receives them in reading order. */
export type BlockDraft =
  | LinesDraft
  | (DraftBase & { kind: "table"; region: TableRegion })
  | (DraftBase & { kind: "figure"; region: FigureRegion })
  | (DraftBase & { kind: "formula"; region: FormulaRegion });
