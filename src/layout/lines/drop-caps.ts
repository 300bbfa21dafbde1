import type { Row } from "./build-rows.js";

/** A drop cap is at least this many times larger than its text … */
export const CAP_SIZE = 1.7;
/** … and its text starts this near, in text sizes. */
const CAP_GAP = 1.2;
/** Single letters that are words, so that the text after them is the next word. */
const LONE_WORDS = new Set(["A", "I", "O", "À", "Y", "E"]);

/** Moves initials that span several lines in front of the line at their top, joined with its first word. */
export function mergeDropCaps(rows: readonly Row[]): Row[] {
  const caps = new Map<Row, Row>();
  const result: Row[] = [];
  for (const row of rows) {
    const cut = capOf(row);
    if (!cut) {
      result.push(row);
      continue;
    }
    if (cut.rest) result.push(cut.rest);
    const target = topLine(cut.cap, rows, row, cut.rest);
    if (target) caps.set(target, cut.cap);
    else if (cut.rest) result[result.length - 1] = row;
    else result.push(row);
  }
  return caps.size === 0 ? result : result.map((row) => withCap(row, caps.get(row)));
}

/** The initial at the start of a row, and the text on its baseline. */
function capOf(row: Row): { cap: Row; rest: Row | undefined } | undefined {
  const first = row.glyphs[0];
  if (!first || !/^\p{Lu}$/u.test(first.glyph.text)) return undefined;
  const second = row.glyphs[1];
  if (!second) return { cap: { ...row, spaces: [] }, rest: undefined };
  if (first.size < CAP_SIZE * second.size) return undefined;
  return {
    cap: { ...row, glyphs: [first], spaces: [], size: first.size },
    rest: { ...row, glyphs: row.glyphs.slice(1), size: second.size },
  };
}

function topLine(cap: Row, rows: readonly Row[], own: Row, rest: Row | undefined): Row | undefined {
  const glyph = cap.glyphs[0]!;
  const top = glyph.glyph.exact ? glyph.v0 : glyph.v - 0.7 * glyph.size;
  let best: Row | undefined;
  let beside = 0;
  for (const candidate of rows) {
    const row = candidate === own ? rest : candidate;
    const first = row?.glyphs[0];
    if (!row || !first || row.size * CAP_SIZE > glyph.size) continue;
    const gap = first.u0 - glyph.u1;
    if (gap < -0.3 * row.size || gap > CAP_GAP * row.size) continue;
    if (row.v < top + 0.2 * row.size || row.v > glyph.v + 0.3 * row.size) continue;
    beside += 1;
    if (!best || row.v < best.v) best = row;
  }
  return beside >= 2 && best && best.v - top < 1.3 * best.size ? best : undefined;
}

function withCap(row: Row, cap: Row | undefined): Row {
  if (!cap) return row;
  const initial = cap.glyphs[0]!;
  const first = row.glyphs[0]!;
  const next = row.glyphs[1];
  // `I` before `n`: words of one lower-case letter do not follow; `A` before `long` may stand alone.
  const single = next !== undefined && next.u - first.u - first.glyph.advance > 0.15 * row.size;
  const wide = first.u0 - initial.u1 > 0.35 * row.size;
  const lone = !single && wide && LONE_WORDS.has(initial.glyph.text) && /^\p{Ll}/u.test(first.glyph.text);
  // The pen ends at the first letter, so that no gap is seen between them.
  const end = lone ? first.u - 0.5 * row.size : first.u;
  const glyph = { ...initial.glyph, advance: end - initial.u };
  return { ...row, glyphs: [{ ...initial, glyph }, ...row.glyphs] };
}
