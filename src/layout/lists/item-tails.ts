import { unionBoxes } from "../boxes.js";
import { firstLine, inkBox, lastLine, type Piece } from "../classify/piece.js";
import { joinLines } from "../paragraphs/join-lines.js";
import type { BlockDraft } from "../types.js";
import { CAPITAL_STYLE, parseListMarker } from "./list-marker.js";

/** A hanging line starts this near to the item's text, in sizes. */
const ALIGNED = 0.6;
/** Blank above a line of the same item, in sizes; items are further apart or start with a marker. */
const GAP = 0.95;
/** Paragraphs are further apart than the lines of one by this factor. */
const PARTED = 1.12;
const NO_WORDS = { solid: new Set<string>(), hyphenated: new Set<string>() };

/**
 * Puts the hanging lines of an item back under it, where geometry cut behind the first line (a bold opening, a line that fills the
 * width). Only pieces that follow each other without a figure, table or formula between are joined.
 */
export function joinItemTails(
  drafts: readonly BlockDraft[],
  pieces: ReadonlyMap<BlockDraft, Piece[]>,
): Map<BlockDraft, Piece[]> {
  const joined = new Map<BlockDraft, Piece[]>();
  let open: Piece[] | undefined;
  for (const draft of drafts) {
    const own: Piece[] = [];
    for (const piece of pieces.get(draft) ?? []) {
      const item = open?.at(-1);
      if (open && item && isTailOf(item, piece)) {
        open[open.length - 1] = withTail(item, piece);
        continue;
      }
      own.push(piece);
      open = own;
    }
    if (draft.kind === "lines") joined.set(draft, own);
    else open = undefined;
  }
  return joined;
}

function isTailOf(item: Piece, next: Piece): boolean {
  if (item.apart || item.form || next.apart || next.form || item.column !== next.column) return false;
  const head = firstLine(item);
  const marker = parseListMarker(head.text);
  const text = head.words[1];
  if (!marker || marker.style === CAPITAL_STYLE || !text || parseListMarker(firstLine(next).text)) return false;
  const below = firstLine(next);
  if (below.angle !== 0 || below.bold > 0.6 || Math.abs(below.size - head.size) > 0.05 * head.size) return false;
  if (Math.abs(below.box.x0 - text.box.x0) > ALIGNED * head.size) return false;
  // The first line of a paragraph that goes on at the margin is only moved in like the item.
  const second = next.lines[1]?.line;
  if (second && second.box.x0 < below.box.x0 - ALIGNED * head.size) return false;
  const gap = inkBox(next).y0 - inkBox(item).y1;
  if (gap < -0.3 * head.size || gap > GAP * head.size) return false;
  if (/^\p{Ll}/u.test(below.text)) return true;
  const last = lastLine(item);
  const isParted = second && below.baseline - last.baseline > PARTED * (second.baseline - below.baseline);
  if (isParted && item.lines.length > 1 && /[.!?:]["”’)]?$/u.test(last.text)) return false;
  return /\p{Ll}|[,;]/u.test(last.text.slice(-2));
}

function withTail(item: Piece, tail: Piece): Piece {
  const [first, ...rest] = tail.lines;
  if (!first) return item;
  const continuation = joinLines(lastLine(item), first.line, NO_WORDS);
  const lines = [...item.lines, { ...first, continuation }, ...rest];
  return { ...item, lines, box: unionBoxes(lines.map((entry) => entry.line.box)) };
}
