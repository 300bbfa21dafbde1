import { boxHeight, overlapY, unionBoxes } from "../boxes.js";
import type { Line, PageMetrics } from "../types.js";
import { numberIn, withoutNumber } from "./display-place.js";
import { isEquationNumber } from "./equation-number.js";
import { AT_EDGE, type Candidate, type FormulaContext } from "./formula-candidates.js";
import type { FormulaRow } from "./formula-rows.js";

/** A number below its display follows it within this blank, in leadings. */
const BELOW = 0.8;
/** Text that shows where a column ends stands this near to a number, in leadings. */
const NEAR_TEXT = 6;

/** Finds the numbers beside each display; a display with several is cut so that every part has one. */
export function splitAtNumbers(
  stacks: readonly FormulaRow[],
  context: FormulaContext,
  taken: Set<Candidate>,
): FormulaRow[] {
  return stacks.flatMap((stack) => {
    const numbers = numbersBeside(stack, context, taken);
    return numbers.length <= 1 ? [{ ...stack, number: numbers[0] }] : cutAtNumbers(stack, numbers, context.metrics);
  });
}

/** Rows go to the first number that does not stand above them; what comes after the last number goes to it. */
function cutAtNumbers(stack: FormulaRow, numbers: readonly Line[], metrics: PageMetrics): FormulaRow[] {
  const parts: FormulaRow[] = numbers.map((number) => ({ members: [], box: number.box, number }));
  for (const member of stack.members) {
    const middle = (member.line.box.y0 + member.line.box.y1) / 2;
    const at = numbers.findIndex((number) => middle < number.box.y1 + 0.5 * metrics.leading);
    parts[at === -1 ? parts.length - 1 : at]?.members.push(member);
  }
  return parts
    .filter((part) => part.members.length > 0)
    .map((part) => ({
      ...part,
      box: unionBoxes(part.members.map((member) => withoutNumber(member.line, metrics).box)),
    }));
}

/** Numbers at the margin beside a display, or at the end of one of its lines; top to bottom. */
function numbersBeside(stack: FormulaRow, context: FormulaContext, taken: Set<Candidate>): Line[] {
  const { candidates, metrics } = context;
  const inside = stack.members.flatMap((member) => {
    const number = numberIn(member.line, metrics)?.number;
    return number ? [number] : [];
  });
  const beside = candidates.filter((other) => !taken.has(other) && isBeside(other, stack, context));
  if (inside.length === 0 && beside.length === 0)
    beside.push(...candidates.filter((other) => isBelow(other, stack, context)).slice(0, 1));
  for (const other of beside) taken.add(other);
  return [...inside, ...beside.map((other) => other.line)].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

/** A number at the right or left edge of the text, at the height of the display and outside it. */
function isBeside(other: Candidate, stack: FormulaRow, { prose, metrics }: FormulaContext): boolean {
  if (!other.label) return false;
  const place = other.line.box;
  if (overlapY(place, stack.box) < 0.4 * boxHeight(place)) return false;
  const gapRight = place.x0 - stack.box.x1;
  const gapLeft = stack.box.x0 - place.x1;
  const edges = stack.members[0]?.edges;
  if (!edges) return gapRight > metrics.bodySize;
  const slack = 2 * metrics.bodySize;
  if (gapRight > 0.5 * metrics.bodySize)
    return Math.abs(place.x1 - edges.right) < slack || endsWithText(other.line, prose, metrics);
  return gapLeft > 0.5 * metrics.bodySize && Math.abs(place.x0 - edges.left) < slack;
}

/** A number that found no room beside its display and stands alone on the next line, at the right edge of the text. */
function isBelow(other: Candidate, stack: FormulaRow, { candidates, metrics }: FormulaContext): boolean {
  const place = other.line.box;
  const edges = stack.members[0]?.edges;
  if (!edges || !isEquationNumber(other.line.text)) return false;
  const gap = place.y0 - stack.box.y1;
  if (gap < -0.5 * boxHeight(place) || gap > BELOW * metrics.leading) return false;
  if (Math.abs(place.x1 - edges.right) > AT_EDGE * metrics.bodySize) return false;
  if (place.x0 - stack.box.x1 > metrics.bodySize) return false;
  return !candidates.some(
    (mate) =>
      mate !== other &&
      !stack.members.includes(mate) &&
      overlapY(mate.line.box, place) > 0 &&
      mate.line.box.x1 > edges.left &&
      mate.line.box.x0 < place.x1,
  );
}

/** A bracketed number that ends where a line of running text near it ends: under an abstract the usual edge is another one. */
function endsWithText({ text, box }: Line, prose: readonly Candidate[], metrics: PageMetrics): boolean {
  if (!isEquationNumber(text)) return false;
  return prose.some(({ line }) => {
    const gap = Math.max(line.box.y0 - box.y1, box.y0 - line.box.y1);
    return gap < NEAR_TEXT * metrics.leading && Math.abs(line.box.x1 - box.x1) < 0.4 * metrics.bodySize;
  });
}
