import type { PageEvidence } from "../../page.js";
import { overlapX, overlapY } from "../boxes.js";
import type { FormulaRegion, Line, PageMetrics } from "../types.js";
import { boxContains } from "./cluster-boxes.js";
import { beginsDisplay, isCentredOperation, isDisplayPlaced, isNumberedRow } from "./display-place.js";
import { type Candidate, type FormulaContext, formulaContext, hasFormulaContent } from "./formula-candidates.js";
import { splitAtNumbers } from "./formula-numbers.js";
import { type FormulaRow, fractionBars, growRow, ROW_GAP, stackRows } from "./formula-rows.js";
import { addContent, opensAsContinuation } from "./math-content.js";

/**
 * Displayed formulas with their printed numbers. A line qualifies by content (maths, hardly any prose) *and* by place (set
 * off from the text edges: centred, indented or isolated); body lines full of inline maths fail the second test. Rows and
 * fragments around a qualified line join its region.
 *
 * `number` may be the tail of one of `lines` when no tab gap separates it; `lines` are always members of the argument.
 */
export function findFormulas(evidence: PageEvidence, lines: readonly Line[], metrics: PageMetrics): FormulaRegion[] {
  const context = formulaContext(evidence, lines, metrics);
  const seeds = context.candidates.filter(
    (candidate) =>
      !candidate.label &&
      ((hasFormulaContent(candidate.content) && isDisplayPlaced(candidate, context)) ||
        isNumberedRow(candidate, context) ||
        isCentredOperation(candidate, context)),
  );
  const bars = fractionBars(evidence, metrics);
  const taken = new Set<Candidate>();
  const rows: FormulaRow[] = [];
  for (const seed of seeds.sort(byPlace)) {
    if (!taken.has(seed)) rows.push(growRow(seed, context, bars, taken));
  }
  for (const row of rows) {
    const first = firstOf(row, context, taken);
    if (first) rows.push(growRow(first, context, bars, taken));
  }
  const whole = stackRows(rows, context, taken).filter((row) => !liesInText(row, context));
  return splitAtNumbers(
    whole.map((row) => takeInside(row, context, taken)),
    context,
    taken,
  )
    .filter(isWholeFormula)
    .map(toRegion)
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
}

function byPlace(a: Candidate, b: Candidate): number {
  return a.line.box.y0 - b.line.box.y0 || a.line.box.x0 - b.line.box.x0;
}

/** The line above a row that begins with an operator or relation: it goes on there, however far it reaches to either side. */
function firstOf(row: FormulaRow, context: FormulaContext, taken: ReadonlySet<Candidate>): Candidate | undefined {
  const start = row.members.reduce((left, member) => (member.line.box.x0 < left.line.box.x0 ? member : left));
  if (!opensAsContinuation(start.line.text)) return undefined;
  return context.candidates.find((other) => {
    const { line, content } = other;
    const gap = row.box.y0 - line.box.y1;
    if (taken.has(other) || line.box.x0 >= row.box.x0 || line.box.y0 >= row.box.y0) return false;
    if (gap > ROW_GAP * context.metrics.leading || overlapX(line.box, row.box) === 0) return false;
    // `f(x) + g(x) / + h(x) = 0`: the statement may be made on the second line.
    const stated = content.relations > 0 || start.content.relations > 0;
    return content.proseWords === 0 && stated && hasFormulaContent(content) && beginsDisplay(other, context);
  });
}

/** A flat region crossed by a line of running text is a piece of that line: a limit under an inline arrow. */
function liesInText(row: FormulaRow, { prose, metrics }: FormulaContext): boolean {
  const height = row.box.y1 - row.box.y0;
  if (height > 1.2 * metrics.leading) return false;
  return prose.some(({ line }) => overlapX(line.box, row.box) > 0 && overlapY(line.box, row.box) > 0.2 * height);
}

/** Pieces printed inside the display's box belong to it, wherever the search left them. */
function takeInside(row: FormulaRow, { candidates }: FormulaContext, taken: Set<Candidate>): FormulaRow {
  const inside = candidates.filter(
    (other) => !taken.has(other) && boxContains(row.box, other.line.box, 2) && !other.label,
  );
  for (const other of inside) taken.add(other);
  return inside.length === 0 ? row : { ...row, members: [...row.members, ...inside] };
}

/** Something must be stated or numbered: a lone symbol or letter is none. */
function isWholeFormula(row: FormulaRow): boolean {
  if (row.number) return true;
  const content = row.members.map((member) => member.content).reduce(addContent);
  if (content.strong === 0) return content.relations > 0 && content.characters >= 5 && content.prose === 0;
  if (content.relations > 0) return content.strong + content.operators >= 1;
  return content.strong >= 2 && (content.operators > 0 || content.strong >= 4);
}

function toRegion(row: FormulaRow): FormulaRegion {
  const lines = row.members.map((member) => member.line).sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  return row.number ? { box: row.box, lines, number: row.number } : { box: row.box, lines };
}
