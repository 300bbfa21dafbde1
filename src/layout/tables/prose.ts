import type { Box } from "../../page.js";
import { overlapX, unionBoxes } from "../boxes.js";
import type { Line } from "../types.js";
import { isUpright } from "./table-text.js";

/** A paragraph: what no table without rules may contain. */
export interface ProseBlock {
  box: Box;
  lines: Line[];
}

/** Least words and width (in sizes) of a line of running text. */
const LEAST_WORDS = 4;
const LEAST_WIDTH = 9;

/** Stacks of at least three long lines set at line distance, most of them ending at the same place or wide. */
export function proseBlocks(lines: readonly Line[]): ProseBlock[] {
  const long = lines
    .filter((line) => isUpright(line) && line.words.length >= LEAST_WORDS && width(line) >= LEAST_WIDTH * line.size)
    .sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
  const stacks: Line[][] = [];
  for (const line of long) {
    const stack = stacks.findLast((other) => follows(other.at(-1)!, line));
    if (stack) stack.push(line);
    else stacks.push([line]);
  }
  return stacks.filter(isProse).map((stack) => ({ box: unionBoxes(stack.map(({ box }) => box)), lines: stack }));
}

function width(line: Line): number {
  return line.box.x1 - line.box.x0;
}

function follows(above: Line, line: Line): boolean {
  const pitch = (line.baseline - above.baseline) / Math.max(line.size, above.size);
  if (pitch < 0.8 || pitch > 1.9) return false;
  if (Math.max(line.size, above.size) > 1.15 * Math.min(line.size, above.size)) return false;
  return (
    overlapX(above.box, line.box) >= 0.7 * Math.min(width(above), width(line)) &&
    Math.abs(above.box.x0 - line.box.x0) <= 3 * line.size
  );
}

/** Long lines of nearly one width: justified, or ragged by less than a long word. */
function isProse(stack: readonly Line[]): boolean {
  if (stack.length < 3) return false;
  const right = Math.max(...stack.map(({ box }) => box.x1));
  const left = Math.min(...stack.map(({ box }) => box.x0));
  const flush = stack.filter(({ box, size }) => right - box.x1 <= 0.5 * size).length;
  const full = stack.filter(({ box }) => right - box.x1 <= 0.22 * (right - left)).length;
  const wide = stack.filter((line) => line.words.length >= 8).length;
  return (
    flush >= 0.6 * (stack.length - 1) ||
    wide >= 0.8 * stack.length ||
    (full >= 0.75 * stack.length && stack.length >= 4)
  );
}
