import type { PageEvidence } from "../../page.js";
import type { Line, PageMetrics } from "../types.js";

/** Lines of the running page, and those that stand beside it. */
export interface Aside {
  running: Line[];
  /** Turned text at the page edge, line numbers, rows of dots that stand for a rule. */
  margin: Line[];
  /** Turn of the running lines: 0, or the writing direction of a page that is read turned (or top to bottom). */
  angle: number;
}

/** Share of the page's text that must be turned for the page itself to be read turned. */
const TURNED_PAGE = 0.5;
/** Line numbers: at least this many, in one narrow column. */
const LINE_NUMBERS = 8;
const DOTTED_RULE = /^[.·•_…]{20,}$/u;

/**
 * Takes out what must not take part in column finding: text turned against the page (arXiv stamps, journal notes, axis
 * labels left over from figures) and the line numbers of manuscripts and pleadings. `all`: the lines of the page, those in pictures and
 * tables too, which tell how it is read.
 */
export function setAside(
  lines: readonly Line[],
  all: readonly Line[],
  page: Pick<PageEvidence, "width" | "height">,
  metrics: PageMetrics,
): Aside {
  const angle = mainAngle(all);
  const running: Line[] = [];
  const margin: Line[] = [];
  for (const line of lines) (line.angle === angle && !DOTTED_RULE.test(line.text) ? running : margin).push(line);
  const numbers = lineNumbers(running, page, metrics);
  return { running: running.filter((line) => !numbers.has(line)), margin: [...margin, ...numbers], angle };
}

/** Turn of most of the text: 0 unless more than half the characters are turned alike. */
function mainAngle(lines: readonly Line[]): number {
  const counts = new Map<number, number>();
  let total = 0;
  for (const line of lines) {
    counts.set(line.angle, (counts.get(line.angle) ?? 0) + line.text.length);
    total += line.text.length;
  }
  for (const [angle, count] of counts) if (angle % 90 === 0 && count > TURNED_PAGE * total) return angle;
  return 0;
}

/** Rising numbers at even distances left of all text. */
function lineNumbers(lines: readonly Line[], page: { width: number }, metrics: PageMetrics): Set<Line> {
  const edge = lines
    .filter((line) => /^\d{1,4}$/.test(line.text) && line.box.x1 < 0.2 * page.width)
    .sort((a, b) => a.baseline - b.baseline);
  if (edge.length < LINE_NUMBERS) return new Set();
  const right = Math.max(...edge.map((line) => line.box.x1));
  const left = Math.min(...edge.map((line) => line.box.x0));
  const beside = lines.filter((line) => line.box.x0 < right && !edge.includes(line));
  if (right - left > 3 * metrics.bodySize || beside.length > 2) return new Set();
  const rising = edge.every((line, index) => index === 0 || Number(line.text) > Number(edge[index - 1]!.text));
  return rising ? new Set(edge) : new Set();
}
