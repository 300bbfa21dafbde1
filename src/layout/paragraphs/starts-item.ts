import type { Line } from "../types.js";

const BULLET = /^(?:[•‣▪▫◦●○■□◆◇►▶➢✓✔✗∗⋄*·\u{F0B7}\u{F0A7}\u{F0D8}]|[-–—])$/u;
const ORDERED = /^(?:\(?(?:\d{1,3}|[a-zA-Z]|[ivx]{1,5}|[IVX]{1,5})[.)]|\[[^\]\s]{1,12}\]|\d{1,2}(?:\.\d{1,2})+\.?)$/u;
/** Words that end in a point like a marker but continue sentences. */
const SECTION = /^(?:\d{1,2}|[A-Z])(?:\.\d{1,2})+\.?$/;
const INITIAL = /^[A-Z]\.$/;

/**
 * Whether the line opens a list item, reference or numbered heading. `previous` and `first` (of the block so far) tell a
 * marker from a number that begins a wrapped line by chance.
 */
export function startsItem(line: Line, previous: Line | undefined, first: Line): boolean {
  const head = line.words[0]?.text ?? "";
  if (line.words.length < 2) return false;
  if (previous && isNextNote(line, previous, first)) return true;
  if (BULLET.test(head)) return true;
  if (previous && SECTION.test(head) && /^(?:\d{1,2}|[A-Z])(?:\.\d{1,2})*\.?$/.test(first.words[0]?.text ?? ""))
    return true;
  if (!ORDERED.test(head)) return false;
  if (!previous) return true;
  const sibling = ORDERED.test(first.words[0]?.text ?? "") && Math.abs(first.box.x0 - line.box.x0) < 0.6 * line.size;
  if (sibling) return true;
  if (INITIAL.test(head)) return false;
  // Without a sibling the line must be set apart: the line before ends a sentence, or this one is moved in.
  return /[.:;!?]$/.test(previous.text) || line.box.x0 - previous.box.x0 > 0.7 * line.size;
}

/** A note's number before its first word: `2 See`, `2See`. */
const NOTE = /^(\d{1,3})(?:\s+(?=\S)|(?=\p{Lu}\p{Ll}))/u;

/** The next note: the block began with the number before, at the same place, and the line before ends a sentence. */
function isNextNote(line: Line, previous: Line, first: Line): boolean {
  const [before, own] = [NOTE.exec(first.text)?.[1], NOTE.exec(line.text)?.[1]];
  if (before === undefined || Number(own) !== Number(before) + 1) return false;
  return /[.!?]["”’)]?$/u.test(previous.text) && Math.abs(line.box.x0 - first.box.x0) < 0.6 * line.size;
}
