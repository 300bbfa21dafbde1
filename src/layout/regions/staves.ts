import type { Rule } from "../../page.js";
import { boxHeight, boxWidth, unionBoxes } from "../boxes.js";
import type { PageMetrics } from "../types.js";

/** Lines of a staff of music. */
const LINES = 5;
/** Distances of a staff's lines agree to within this share, their ends to within so many px. */
const EVEN = 0.08;
const ENDS = 4;
/** Distance of the lines, in body sizes, and the least length of a staff, in heights of it. */
const LEAST_STEP = 0.2;
const MOST_STEP = 1;
const LEAST_LENGTH = 1.5;

/** Staves of music: five thin rules of one length, one under the other, equally far apart. Each as its rules. */
export function findStaves(rules: readonly Rule[], { bodySize }: PageMetrics): Rule[][] {
  const level = rules.filter(({ direction }) => direction === "horizontal").sort((a, b) => a.box.y0 - b.box.y0);
  const staves: Rule[][] = [];
  const taken = new Set<Rule>();
  for (const [at, top] of level.entries()) {
    if (taken.has(top)) continue;
    const flush = level
      .slice(at)
      .filter((rule) => Math.abs(rule.box.x0 - top.box.x0) < ENDS && Math.abs(rule.box.x1 - top.box.x1) < ENDS)
      .filter((rule) => !taken.has(rule));
    const run = evenRun(flush);
    for (const rule of run.length < LINES ? [top] : run) taken.add(rule);
    // More lines at the same distance are those of a form or a table.
    if (run.length === LINES && isStaff(run, bodySize)) staves.push(run);
  }
  return staves;
}

/** The first rules, as long as they are equally far apart. */
function evenRun(rules: readonly Rule[]): Rule[] {
  const stepTo = (at: number) => rules[at]!.box.y0 - rules[at - 1]!.box.y0;
  let end = Math.min(2, rules.length);
  while (end < rules.length && Math.abs(stepTo(end) - stepTo(1)) < EVEN * stepTo(1)) end += 1;
  return rules.slice(0, end);
}

function isStaff(rules: readonly Rule[], bodySize: number): boolean {
  const steps = rules.slice(1).map(({ box }, at) => box.y0 - rules[at]!.box.y0);
  const [least, most] = [Math.min(...steps), Math.max(...steps)];
  if (least < LEAST_STEP * bodySize || most > MOST_STEP * bodySize) return false;
  const box = unionBoxes(rules.map((rule) => rule.box));
  return boxWidth(box) > LEAST_LENGTH * boxHeight(box) && rules.every(({ thickness }) => thickness < 0.3 * least);
}
