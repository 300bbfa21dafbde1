import { inkExtent, inkGaps, type Span } from "./ink-runs.js";
import { LEADER, LEADER_MARKS, withoutLeaders } from "./leaders.js";

/** Widths of characters in a common text face, ems; the ink settles the rest. */
const NARROW = 0.3;
const WIDE = 0.85;
const CAPITAL = 0.68;
const IDEOGRAPH = 1;
const OTHER = 0.48;
const BLANK = 0.27;
/** A gap this wide, ems, is as good as any wider one. */
const FULL_GAP = 0.6;
/** What a full gap is worth against a word that is as wide as it should be; what it costs to be e times too wide or narrow. */
const GAP_WORTH = 3;
const WIDTH_COST = 4;
/** A blank wider than this many heights of the line parts what stands in two columns. */
const FAR = 1.2;
/** Words may be this much narrower or wider than estimated. */
const MAX_RATIO = 2.2;

/**
 * Where the words of a printed line stand: at the blanks of its ink that fit best to what each word should measure; where the ink does not
 * part into so many pieces, by their estimated widths alone.
 * @param words in visual order, left to right
 * @param columns for each pixel column of the line 1 where there is ink in it
 * @param height of the line, px
 * @returns where each word stands, px from the line's left edge
 */
export function placeWords(words: readonly string[], columns: Uint8Array, height: number): Span[] {
  const leaders = words.filter((word) => LEADER.test(word));
  const whole = inkExtent(columns);
  if (leaders.length === words.length) return words.map(() => whole);
  const marks = Math.min(LEADER_MARKS, ...leaders.map((word) => word.length));
  const placed = placeAtGaps(
    words.filter((word) => !LEADER.test(word)),
    withoutLeaders(columns, height, marks),
    height,
  );
  if (leaders.length === 0) return placed;
  // a leader reaches from the word before it to the word after it, and touches neither
  const apart = BLANK * height;
  let next = 0;
  return words.map((word) => {
    if (!LEADER.test(word)) return placed[next++]!;
    const before = placed[next - 1];
    const after = placed[next];
    const from = before ? before.to + apart : whole.from;
    return { from, to: Math.max(from + 1, after ? after.from - apart : whole.to) };
  });
}

function placeAtGaps(words: readonly string[], ink: Uint8Array, height: number): Span[] {
  const { from, to } = inkExtent(ink);
  if (words.length < 2) return words.map(() => ({ from, to }));
  const gaps = inkGaps(ink);
  const widths = words.map(wordWidth);
  const total = widths.reduce((sum, width) => sum + width, 0) + BLANK * (words.length - 1);
  const far = gaps
    .map((gap) => gap.to - gap.from)
    .filter((width) => width > FAR * height)
    .reduce((sum, width) => sum + width - BLANK * height, 0);
  /** px */
  const em = (to - from - far) / total;
  const boundaries = chooseGaps(gaps, widths, { from, to, em });
  if (!boundaries) return estimated(widths, from, em);
  const starts = [from, ...boundaries.map((gap) => gap.to)];
  const ends = [...boundaries.map((gap) => gap.from), to];
  return starts.map((start, i) => ({ from: start, to: ends[i]! }));
}

function estimated(widths: readonly number[], left: number, em: number): Span[] {
  let x = left;
  return widths.map((width) => {
    const from = x;
    x += width * em;
    const to = x;
    x += BLANK * em;
    return { from, to };
  });
}

function wordWidth(word: string): number {
  let width = 0;
  for (const char of word) {
    if (/[ijltfrI.,;:'’!|()[\]·]/.test(char)) width += NARROW;
    else if (/[mwMW@—%]/.test(char)) width += WIDE;
    else if (/\p{Lu}/u.test(char)) width += CAPITAL;
    else if (/[\u2e80-\u9fff\uac00-\ud7af\uf900-\ufaff\uff00-\uff60]/.test(char)) width += IDEOGRAPH;
    else if (!/\p{M}/u.test(char)) width += OTHER;
  }
  return Math.max(width, NARROW);
}

/** The cheapest way to part the ink at gaps in their order, or undefined when there is none. */
function chooseGaps(
  gaps: readonly Span[],
  widths: readonly number[],
  { from, to, em }: Span & { em: number },
): Span[] | undefined {
  const count = widths.length - 1;
  if (gaps.length < count) return undefined;
  const cost = (width: number, i: number): number => {
    const ratio = width / (widths[i]! * em);
    return ratio > MAX_RATIO || ratio * MAX_RATIO < 1 ? Infinity : WIDTH_COST * Math.log(ratio) ** 2;
  };
  const worth = gaps.map((gap) => GAP_WORTH * Math.min((gap.to - gap.from) / em, FULL_GAP));
  // best[j]: cheapest parting of the words so far, the last of them ending at gap j
  let best = gaps.map((gap, j) => cost(gap.from - from, 0) - worth[j]!);
  const before: number[][] = [];
  for (let i = 1; i < count; i++) {
    const previous: number[] = [];
    const next = gaps.map((gap, j) => {
      let least = Infinity;
      for (let k = j - 1; k >= 0; k--) {
        const width = gap.from - gaps[k]!.to;
        if (width > MAX_RATIO * widths[i]! * em) break;
        const sum = best[k]! + cost(width, i);
        if (sum < least) [least, previous[j]] = [sum, k];
      }
      return least - worth[j]!;
    });
    before.push(previous);
    best = next;
  }
  let last = -1;
  let least = Infinity;
  for (const [j, gap] of gaps.entries()) {
    const sum = best[j]! + cost(to - gap.to, count);
    if (sum < least) [least, last] = [sum, j];
  }
  if (last < 0) return undefined;
  const chosen = [last];
  for (const previous of before.reverse()) chosen.unshift(previous[chosen[0]!]!);
  return chosen.map((j) => gaps[j]!);
}
