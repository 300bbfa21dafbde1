import { inkRuns, type Span } from "./ink-runs.js";

/** So many marks in a row, alike and at one pitch, are a leader; none is wider than this share of the line's height. */
export const LEADER = /^[.…·_]{3,}$/;
export const LEADER_MARKS = 6;
const LEADER_MARK = 0.25;

/** The columns without dots that lead from an entry to its number. */
export function withoutLeaders(columns: Uint8Array, height: number, least: number): Uint8Array {
  const marks = inkRuns(columns);
  const left = columns.slice();
  for (let first = 0; first < marks.length; ) {
    let last = first;
    const pitch = (marks[first + 1]?.from ?? 0) - marks[first]!.from;
    while (
      marks[last + 1] &&
      isMark(marks[last]!, height) &&
      isMark(marks[last + 1]!, height) &&
      Math.abs(marks[last + 1]!.from - marks[last]!.from - pitch) <= 1 + 0.1 * pitch
    )
      last++;
    if (last - first + 1 >= least) left.fill(0, marks[first]!.from, marks[last]!.to);
    first = Math.max(last, first + 1);
  }
  return left;
}

const isMark = ({ from, to }: Span, height: number) => to - from <= Math.max(2, LEADER_MARK * height);
