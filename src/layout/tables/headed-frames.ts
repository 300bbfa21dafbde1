import { overlapX, unionBoxes } from "../boxes.js";
import { captionKind } from "./captions.js";
import type { TableFrame } from "./frame.js";
import type { Segment, Segments } from "./segments.js";
import { type PlacedWord, type TextRow, textRows } from "./table-text.js";

/** Shortest rule under a head row, in em, and the head's distance from it, in sizes. */
const LEAST_LENGTH = 8;
const REACH = 1.1;
/** Rows follow one another within this many leadings; at least so many hold entries of two columns. */
const PITCH = 2.2;
const LEAST_ROWS = 2;

/**
 * Frames of tables with a single rule, under their head row: the rows below whose entries keep to the head's columns. `words` are those of
 * no other table, `em` and `leading` those of the body, px.
 */
export function headedFrames(
  { horizontal, vertical }: Segments,
  words: readonly PlacedWord[],
  em: number,
  leading: number,
): TableFrame[] {
  const rows = textRows(words);
  return horizontal.flatMap((rule): TableFrame[] => {
    if (rule.to - rule.from < LEAST_LENGTH * em) return [];
    const inside = rows.flatMap((row) => cutTo(row, rule, em)).filter(({ chunks }) => chunks.length > 0);
    const head = inside.findLast(({ baseline }) => baseline < rule.at);
    if (!head || head.chunks.length < 2 || rule.at - head.baseline > REACH * head.size) return [];
    const body = rowsUnder(head, rule, inside, leading);
    if (body.filter(({ chunks }) => chunks.length >= 2).length < LEAST_ROWS) return [];
    const box = unionBoxes([head.box, ...body.map((row) => row.box)]);
    return [
      {
        kind: "ruled",
        box: { ...box, x0: Math.min(box.x0, rule.from), x1: Math.max(box.x1, rule.to) },
        horizontal: [rule],
        vertical: vertical.filter(
          ({ at, from, to }) => at > box.x0 && at < box.x1 && from > box.y0 - em && to < box.y1 + em,
        ),
        captioned: false,
        figure: false,
        shaded: false,
      },
    ];
  });
}

/** The part of the row over or under the rule; nothing when an entry runs across its ends. */
function cutTo(row: TextRow, rule: Segment, em: number): TextRow[] {
  const span = { x0: rule.from - 0.6 * em, x1: rule.to + 0.6 * em, y0: 0, y1: 0 };
  const over = row.chunks.filter(({ box }) => overlapX(box, span) > 0);
  if (over.length === 0 || over.some(({ box }) => box.x0 < span.x0 || box.x1 > span.x1)) return [];
  return [{ ...row, chunks: over, box: unionBoxes(over.map(({ box }) => box)) }];
}

/** Rows below the rule until one is no row of the table; rows of the first column alone at the end are what follows it. */
function rowsUnder(head: TextRow, rule: Segment, rows: readonly TextRow[], leading: number): TextRow[] {
  const body: TextRow[] = [];
  let last = Math.max(head.baseline, rule.at);
  for (const row of rows) {
    if (row.baseline < rule.at) continue;
    const fits = row.baseline - last <= PITCH * leading && Math.abs(row.size - head.size) < 0.15 * head.size;
    if (!fits || !keepsColumns(row, head) || isCaption(row)) break;
    body.push(row);
    last = row.baseline;
  }
  const end = body.findLastIndex(
    ({ chunks }) => chunks.length >= 2 || overlapX(chunks[0]!.box, head.chunks[0]!.box) <= 0,
  );
  return body.slice(0, end + 1);
}

/** No entry reaches under two heads. */
function keepsColumns({ chunks }: TextRow, head: TextRow): boolean {
  return chunks.every((chunk) => head.chunks.filter(({ box }) => overlapX(box, chunk.box) > 0).length <= 1);
}

function isCaption({ chunks }: TextRow): boolean {
  const { line, word } = chunks[0]!.words[0]!;
  return line.words[0] === word && captionKind(line) !== undefined;
}
