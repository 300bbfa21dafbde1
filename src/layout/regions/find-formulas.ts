import type { Box, PageEvidence } from "../../page.js";
import { boxHeight, boxWidth, overlapX, overlapY, unionBoxes } from "../boxes.js";
import { parseListMarker } from "../lists/list-marker.js";
import type { FormulaRegion, Line, PageMetrics } from "../types.js";
import { isEquationNumber, isLooseEquationNumber, splitNumberOff } from "./equation-number.js";
import { addContent, type MathContent, mathContent } from "./math-content.js";
import { type TextEdges, textEdgesAround } from "./text-edges.js";

/** A line with its content counted and the edges of the text around it. */
interface Candidate {
  line: Line;
  content: MathContent;
  edges: TextEdges | undefined;
}

interface Row {
  members: Candidate[];
  box: Box;
  number?: Line | undefined;
}

/** Share of prose letters up to which a line can be a formula; `\text{for all }` and `if` keep some in. */
const MAX_PROSE_SHARE = 0.4;
/** Indent from the text's left edge from which a short formula line cannot be a paragraph's, in body sizes. */
const DISPLAY_INDENT = 2.2;
/** Insets of a centred line may differ by this share of the column. */
const CENTRE_TOLERANCE = 0.12;
/** Rows of one display are less than this many leadings apart (blank between the boxes); displays are further apart. */
const ROW_GAP = 0.9;
/** Fragments (limits, numerators, delimiters) touch the rows they belong to or nearly so, in leadings. */
const FRAGMENT_GAP = 0.45;

/**
 * Displayed formulas with their printed numbers. A line qualifies by content (maths, hardly any prose) *and* by place (set
 * off from the text edges: centred, indented or isolated); body lines full of inline maths fail the second test. Rows and
 * fragments around a qualified line join its region.
 *
 * `number` may be the tail of one of `lines` when no tab gap separates it; `lines` are always members of the argument.
 */
export function findFormulas(evidence: PageEvidence, lines: readonly Line[], metrics: PageMetrics): FormulaRegion[] {
  const upright = lines.filter((line) => line.angle === 0 && line.words.length > 0);
  const contents = new Map(upright.map((line) => [line, mathContent(line, evidence.fonts)] as const));
  const prose = upright.filter((line) => isProseLine(contents.get(line)));
  const candidates: Candidate[] = upright.map((line) => ({
    line,
    content: contents.get(line) as MathContent,
    edges: textEdgesAround(line.box, prose, 0.3 * metrics.bodySize),
  }));
  const seeds = candidates.filter(
    (candidate) => hasFormulaContent(candidate.content) && isDisplayPlaced(candidate, candidates, metrics),
  );
  const taken = new Set<Candidate>();
  const rows: Row[] = [];
  for (const seed of [...seeds].sort(byPlace)) {
    if (taken.has(seed)) continue;
    rows.push(growRow(seed, candidates, taken, metrics));
  }
  return splitAtNumbers(stackRows(rows, candidates, taken, metrics), candidates, taken, metrics)
    .filter((row) => isWholeFormula(row))
    .map(toRegion)
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

function byPlace(a: Candidate, b: Candidate): number {
  return a.line.box.y0 - b.line.box.y0 || a.line.box.x0 - b.line.box.x0;
}

/** Four words or more of running text, or mostly prose: such lines show where the column's edges are. */
function isProseLine(content: MathContent | undefined): boolean {
  if (!content) return false;
  return content.proseWords >= 4 || (content.proseWords >= 2 && content.prose > 0.6 * content.characters);
}

function proseShare(content: MathContent): number {
  return content.characters === 0 ? 0 : content.prose / content.characters;
}

/** Maths, and hardly any prose. A relation or operator is asked for where the signs of maths are few. */
function hasFormulaContent(content: MathContent): boolean {
  if (content.strong === 0 && content.relations === 0) return false;
  if (proseShare(content) > MAX_PROSE_SHARE) return false;
  if (content.proseWords > 2 && content.strong < content.prose) return false;
  return content.strong >= 1 || (content.relations >= 1 && content.characters >= 3);
}

/** Region test after growing: something must be stated, not just a symbol in the margin or a lone letter. */
function isWholeFormula(row: Row): boolean {
  const content = row.members.map((member) => member.content).reduce(addContent);
  if (content.strong === 0) return content.relations > 0 && content.characters >= 5 && content.prose === 0;
  if (content.relations > 0) return content.strong + content.operators >= 1;
  return content.strong >= 2 && (content.operators > 0 || content.strong >= 4 || row.number !== undefined);
}

/** Set off from the running text: centred, indented, or with blank above and below; and nothing else on its row. */
function isDisplayPlaced(candidate: Candidate, all: readonly Candidate[], metrics: PageMetrics): boolean {
  const { line, edges } = candidate;
  if (!edges) return false;
  const row = rowMates(candidate, all, metrics);
  if (row.some((mate) => startsRowAsText(mate, edges, metrics))) return false;
  if (parseListMarker(line.text) && !isEquationNumber(line.words[0]?.text ?? "")) return false;
  const formula = [candidate, ...row].filter((mate) => !isNumberLine(mate));
  const box = unionBoxes(formula.map((mate) => bodyOf(mate.line, metrics).box));
  const insetLeft = box.x0 - edges.left;
  const insetRight = edges.right - box.x1;
  const isolated = isIsolated(box, candidate, all, metrics);
  const centred =
    insetLeft > metrics.bodySize && Math.abs(insetLeft - insetRight) < CENTRE_TOLERANCE * (edges.right - edges.left);
  if (centred) return true;
  if (insetLeft >= DISPLAY_INDENT * metrics.bodySize) return isolated || insetRight > metrics.bodySize;
  const clean = proseShare(candidate.content) === 0 && candidate.content.relations > 0;
  return isolated && clean && insetRight > 2 * metrics.bodySize && insetLeft > -metrics.bodySize;
}

/** The line without an equation number that stands in it. */
function bodyOf(line: Line, metrics: PageMetrics): Line {
  return splitNumberOff(line, metrics.bodySize)?.rest ?? line;
}

function isNumberLine(candidate: Candidate): boolean {
  return isLooseEquationNumber(candidate.line.text);
}

/** Other lines on the same visual row, inside the same column. */
function rowMates(candidate: Candidate, all: readonly Candidate[], metrics: PageMetrics): Candidate[] {
  const { box } = candidate.line;
  const left = (candidate.edges?.left ?? box.x0) - metrics.bodySize;
  const right = (candidate.edges?.right ?? box.x1) + metrics.bodySize;
  return all.filter(
    (other) =>
      other !== candidate &&
      overlapY(other.line.box, box) > 0.5 * Math.min(boxHeight(other.line.box), boxHeight(box)) &&
      other.line.box.x1 > left &&
      other.line.box.x0 < right,
  );
}

/** A row whose leftmost part is running text or a list marker is a paragraph's or an item's, whatever follows on it. */
function startsRowAsText(mate: Candidate, edges: TextEdges, metrics: PageMetrics): boolean {
  const atLeft = mate.line.box.x0 < edges.left + DISPLAY_INDENT * metrics.bodySize;
  if (isProseLine(mate.content)) return atLeft || mate.content.proseWords >= 4;
  if (!atLeft || isLooseEquationNumber(mate.line.text)) return false;
  return parseListMarker(mate.line.text) !== undefined || proseShare(mate.content) > MAX_PROSE_SHARE;
}

/** More than a normal line's distance to the text above and below. */
function isIsolated(box: Box, candidate: Candidate, all: readonly Candidate[], metrics: PageMetrics): boolean {
  const blank = 0.75 * metrics.leading;
  return !all.some((other) => {
    if (other === candidate || !isProseLine(other.content)) return false;
    if (overlapX(other.line.box, box) === 0) return false;
    const gap = Math.max(other.line.box.y0 - box.y1, box.y0 - other.line.box.y1);
    return gap < blank;
  });
}

/** Joins what stands on the seed's row and the fragments that touch it, until nothing more does. */
function growRow(seed: Candidate, all: readonly Candidate[], taken: Set<Candidate>, metrics: PageMetrics): Row {
  const members = [seed];
  taken.add(seed);
  let box = bodyOf(seed.line, metrics).box;
  for (let grown = true; grown; ) {
    grown = false;
    for (const other of all) {
      if (taken.has(other) || isNumberLine(other) || !belongsToRow(other, box, seed, metrics)) continue;
      members.push(other);
      taken.add(other);
      box = unionBoxes([box, bodyOf(other.line, metrics).box]);
      grown = true;
    }
  }
  return { members, box };
}

function belongsToRow(other: Candidate, box: Box, seed: Candidate, metrics: PageMetrics): boolean {
  const edges = seed.edges;
  const place = other.line.box;
  if (edges && (place.x1 < edges.left - metrics.bodySize || place.x0 > edges.right + metrics.bodySize)) return false;
  const beside = overlapY(place, box) > 0.5 * Math.min(boxHeight(place), boxHeight(box));
  if (beside) {
    if (edges && startsRowAsText(other, edges, metrics)) return false;
    const gap = Math.max(place.x0 - box.x1, box.x0 - place.x1);
    return gap < 6 * metrics.bodySize && !(isProseLine(other.content) && other.content.proseWords > 6);
  }
  const gap = Math.max(place.y0 - box.y1, box.y0 - place.y1);
  if (gap > FRAGMENT_GAP * metrics.leading || overlapX(place, box) <= 0) return false;
  if (other.content.proseWords > 1 || proseShare(other.content) > MAX_PROSE_SHARE) return false;
  return isFragment(other, box, metrics);
}

/** Short piece over, under or inside a row: limits, numerators, pieces of delimiters. */
function isFragment(other: Candidate, box: Box, metrics: PageMetrics): boolean {
  const place = other.line.box;
  if (other.edges && place.x0 < other.edges.left + 0.5 * metrics.bodySize && place.x0 < box.x0) return false;
  return boxWidth(place) < boxWidth(box) + 2 * metrics.bodySize;
}

/** Rows close above each other are one display (`align`, `cases`, matrices). */
function stackRows(
  rows: readonly Row[],
  all: readonly Candidate[],
  taken: Set<Candidate>,
  metrics: PageMetrics,
): Row[] {
  const stacks: Row[][] = [];
  for (const row of [...rows].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0)) {
    const stack = stacks.find((open) => open.some((above) => isNextRow(above, row, all, taken, metrics)));
    if (stack) stack.push(row);
    else stacks.push([row]);
  }
  return stacks.map((stack) => ({
    members: stack.flatMap((row) => row.members),
    box: unionBoxes(stack.map((row) => row.box)),
  }));
}

function isNextRow(
  above: Row,
  row: Row,
  all: readonly Candidate[],
  taken: Set<Candidate>,
  metrics: PageMetrics,
): boolean {
  const gap = row.box.y0 - above.box.y1;
  if (gap > ROW_GAP * metrics.leading) return false;
  const sideways = Math.max(row.box.x0 - above.box.x1, above.box.x0 - row.box.x1);
  if (sideways > 4 * metrics.bodySize) return false;
  const between = { x0: Math.min(row.box.x0, above.box.x0), x1: Math.max(row.box.x1, above.box.x1) };
  return !all.some(
    (other) =>
      !taken.has(other) &&
      isProseLine(other.content) &&
      other.line.box.x1 > between.x0 &&
      other.line.box.x0 < between.x1 &&
      other.line.box.y0 >= above.box.y0 &&
      other.line.box.y1 <= row.box.y1,
  );
}

/** Finds the numbers beside each display; a display with several is cut so that every part has one. */
function splitAtNumbers(
  stacks: readonly Row[],
  all: readonly Candidate[],
  taken: Set<Candidate>,
  metrics: PageMetrics,
): Row[] {
  return stacks.flatMap((stack) => {
    const numbers = numbersBeside(stack, all, taken, metrics);
    if (numbers.length <= 1) return [{ ...stack, number: numbers[0] }];
    const parts: Row[] = numbers.map((number) => ({ members: [], box: number.box, number }));
    for (const member of stack.members) {
      const middle = (member.line.box.y0 + member.line.box.y1) / 2;
      const at = numbers.findIndex((number) => middle < number.box.y1 + 0.5 * metrics.leading);
      parts[at === -1 ? parts.length - 1 : at]?.members.push(member);
    }
    return parts
      .filter((part) => part.members.length > 0)
      .map((part) => ({ ...part, box: unionBoxes(part.members.map((member) => bodyOf(member.line, metrics).box)) }));
  });
}

/** Numbers at the margin beside a display, or at the end of one of its lines; top to bottom. */
function numbersBeside(stack: Row, all: readonly Candidate[], taken: Set<Candidate>, metrics: PageMetrics): Line[] {
  const inside = stack.members.flatMap((member) => {
    const number = splitNumberOff(member.line, metrics.bodySize)?.number;
    return number ? [number] : [];
  });
  const edges = stack.members[0]?.edges;
  const beside = all.filter((other) => {
    if (taken.has(other) || !isLooseEquationNumber(other.line.text)) return false;
    const place = other.line.box;
    if (overlapY(place, stack.box) < 0.4 * boxHeight(place)) return false;
    const gapRight = place.x0 - stack.box.x1;
    const gapLeft = stack.box.x0 - place.x1;
    if (gapRight < 0 && gapLeft < 0) return false;
    if (!edges) return gapRight > metrics.bodySize;
    const slack = 2 * metrics.bodySize;
    if (gapRight > 0.5 * metrics.bodySize) return Math.abs(place.x1 - edges.right) < slack;
    return gapLeft > 0.5 * metrics.bodySize && Math.abs(place.x0 - edges.left) < slack;
  });
  for (const other of beside) taken.add(other);
  return [...inside, ...beside.map((other) => other.line)].sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

function toRegion(row: Row): FormulaRegion {
  const lines = row.members.map((member) => member.line).sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  return row.number ? { box: row.box, lines, number: row.number } : { box: row.box, lines };
}
