import type { Box } from "../../page.js";
import { overlapX, overlapY, unionBoxes } from "../boxes.js";
import { parseListMarker } from "../lists/list-marker.js";
import type { Line } from "../types.js";
import { captionKind } from "./captions.js";
import type { TableFrame } from "./frame.js";
import { findGutters } from "./gutters.js";
import type { ProseBlock } from "./prose.js";
import type { Segments } from "./segments.js";
import { type Chunk, placedWords, type TextRow, textRows } from "./table-text.js";

/**
 * Frames without rules: runs of rows of at least two pieces whose pieces line up. What runs beside a paragraph is cut
 * off from what stands on the other side of it. `lines` are those no other table has taken.
 */
export function alignedFrames(
  lines: readonly Line[],
  prose: readonly ProseBlock[],
  { vertical }: Segments,
  em: number,
): TableFrame[] {
  const running = new Set(prose.flatMap((block) => block.lines));
  const captions = new Set(lines.filter((line) => captionKind(line) !== undefined));
  const words = placedWords(lines.filter((line) => !running.has(line) && !captions.has(line)));
  const printed = textRows(words).flatMap((row) => fragments(row, prose));
  const items = printed.filter(isListRow);
  const rows = printed.filter((row) => !items.includes(row));
  const barriers = [...prose, ...captions, ...items].map(({ box }) => box);
  return verticalRuns(rows, barriers).flatMap((run) => {
    const table = trim(run);
    if (table.length < 3) return [];
    const gutters = findGutters(table, 0.62 * em);
    if (gutters.length === 0) return [];
    const box = unionBoxes(table.map((row) => row.box));
    const inner = vertical.filter(
      ({ at, from, to }) => at > box.x0 && at < box.x1 && from > box.y0 - 2 * em && to < box.y1 + 2 * em,
    );
    return [
      {
        kind: "aligned" as const,
        box,
        horizontal: [],
        vertical: inner,
        captioned: false,
        figure: false,
        shaded: false,
      },
    ];
  });
}

/** Sizes of the rows of one table differ by no more than this; a line alone in larger type is a heading between them. */
const SIZE_STEP = 1.25;
const HEADING_STEP = 1.09;
/** Words of a list item's text; entries of a table that counts its rows are shorter or have more columns. */
const ITEM_WORDS = 3;

/** A marker and words behind it: a row of a list. */
function isListRow({ chunks }: TextRow): boolean {
  const [first, second] = chunks;
  if (!first || chunks.length > 2) return false;
  const marker = parseListMarker(chunks.map(({ text }) => text).join(" "));
  if (!marker) return false;
  if (marker.kind === "bullet") return true;
  const words = chunks.flatMap((chunk) => chunk.words).length - 1;
  return words >= ITEM_WORDS && (second === undefined || first.text.length === marker.length);
}

/** Parts of a row that no paragraph stands between. */
function fragments(row: TextRow, prose: readonly ProseBlock[]): TextRow[] {
  const between = prose.map(({ box }) => box).filter((box) => overlapY(box, row.box) > 0);
  if (between.length === 0) return [row];
  const parts: Chunk[][] = [];
  for (const chunk of row.chunks) {
    const before = parts.at(-1)?.at(-1);
    const cut = before && between.some((box) => box.x0 >= before.box.x1 - 1 && box.x1 <= chunk.box.x0 + 1);
    if (before && !cut) parts.at(-1)!.push(chunk);
    else parts.push([chunk]);
  }
  return parts.map((chunks) => ({ ...row, chunks, box: unionBoxes(chunks.map(({ box }) => box)) }));
}

/** Rows that follow one another closely, of one size, with nothing between. */
function verticalRuns(rows: readonly TextRow[], barriers: readonly Box[]): TextRow[][] {
  const runs: TextRow[][] = [];
  const sorted = [...rows].sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
  for (const row of sorted) {
    const run = runs.findLast((other) => {
      const last = other.at(-1)!;
      const pitch = (row.baseline - last.baseline) / Math.max(row.size, last.size);
      if (pitch < 0.5 || pitch > 2.8) return false;
      const step = row.chunks.length === 1 || last.chunks.length === 1 ? HEADING_STEP : SIZE_STEP;
      if (Math.max(row.size, last.size) > step * Math.min(row.size, last.size)) return false;
      const area = unionBoxes(other.map(({ box }) => box));
      if (overlapX(area, row.box) <= 0) return false;
      const seam = {
        x0: Math.min(area.x0, row.box.x0),
        x1: Math.max(area.x1, row.box.x1),
        y0: last.box.y1,
        y1: row.box.y0,
      };
      return !barriers.some((box) => overlapX(box, seam) > 0 && box.y0 < seam.y1 && box.y1 > seam.y0);
    });
    if (run) run.push(row);
    else runs.push([row]);
  }
  return runs;
}

/** Cuts rows of one piece off both ends. */
function trim(run: readonly TextRow[]): TextRow[] {
  const first = run.findIndex(({ chunks }) => chunks.length >= 2);
  const last = run.findLastIndex(({ chunks }) => chunks.length >= 2);
  return first < 0 ? [] : run.slice(first, last + 1);
}
