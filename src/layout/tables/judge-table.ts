import type { PageEvidence } from "../../page.js";
import type { TableDraft } from "./build-table.js";
import type { CellDraft } from "./cells.js";
import { LOOKALIKES } from "./lookalikes.js";
import { CHUNK_GAP } from "./table-text.js";

/** Trust in a frame before its cells are looked at. */
const BASE = { lattice: 0.95, ruled: 0.9, aligned: 0.75 } as const;
const CAPTION_BONUS = 0.05;

/** Confidence of a table whose letters are unknown: shown as a picture. */
const UNREADABLE = 0.45;

/** Kinds of lookalike whose insides are no tables either. */
const WHOLES: readonly string[] = ["plot", "diagram", "form"];

export interface Judgement {
  /** How sure it is that the draft is a table and that its cells are right, 0–1; 0 for what only looks like one. */
  confidence: number;
  /** The draft is a figure or form: what stands inside is part of it. */
  whole: boolean;
  /** A table for certain, but its letters are unknown. */
  unreadable: boolean;
}

export function judgeTable(draft: TableDraft, evidence: PageEvidence, formPage: boolean): Judgement {
  const { frame, cells, rows, columns, em } = draft;
  const filled = cells.filter(({ words }) => words.length > 0);
  const suspect = { draft, filled, evidence, formPage };
  const verdicts = Object.keys(LOOKALIKES).filter((kind) => LOOKALIKES[kind]!(suspect));
  if (rows.length < 2 || filled.length < 3 || verdicts.length > 0) {
    return {
      confidence: 0,
      whole: frame.kind === "lattice" && verdicts.some((kind) => WHOLES.includes(kind)),
      unreadable: false,
    };
  }
  const slots = rows.length * (columns.length - 1);
  let confidence = BASE[frame.kind] + (frame.captioned ? CAPTION_BONUS : 0);
  confidence -= 1.5 * share(filled, (cell) => holdsTwoTexts(cell, em));
  confidence -= 1.2 * share(filled, (cell) => sticksOut(cell, draft));
  const fill = filled.reduce((sum, { rowSpan, colSpan }) => sum + rowSpan * colSpan, 0) / slots;
  if (fill < 0.5) confidence -= 0.5 - fill;
  const regular = cells.length / slots;
  if (regular < 0.6) confidence -= (frame.captioned ? 1 : 1.5) * (0.6 - regular);
  // Cells nobody can read are worth less than a picture of them.
  const unreadable = share(draft.words, ({ word }) => word.glyphs.every(({ identity }) => identity === "none")) > 0.3;
  if (unreadable) confidence = Math.min(confidence, UNREADABLE);
  return { confidence: Math.max(0, Math.min(1, confidence)), whole: false, unreadable };
}

function share<T>(items: readonly T[], test: (item: T) => boolean): number {
  return items.length === 0 ? 0 : items.filter(test).length / items.length;
}

/** Words of one line in one cell that stand far apart. */
function holdsTwoTexts(cell: CellDraft, em: number): boolean {
  if (cell.colSpan > 1) return false;
  const words = [...cell.words].sort((a, b) => a.line.baseline - b.line.baseline || a.word.box.x0 - b.word.box.x0);
  return words.some((placed, index) => {
    const before = words[index - 1];
    if (!before || Math.abs(before.line.baseline - placed.line.baseline) > 0.3 * em) return false;
    return placed.word.box.x0 - before.word.box.x1 > 2.5 * CHUNK_GAP * em;
  });
}

/** Text beyond the printed sides of its cell. */
function sticksOut(cell: CellDraft, { columns, em }: TableDraft): boolean {
  const left = columns[cell.column]!;
  const right = columns[cell.column + cell.colSpan]!;
  return cell.words.some(
    ({ word }) =>
      (left.ruled && word.box.x0 < left.at - 0.4 * em) || (right.ruled && word.box.x1 > right.at + 0.4 * em),
  );
}
