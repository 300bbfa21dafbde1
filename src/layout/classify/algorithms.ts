import type { Rule } from "../../page.js";
import { overlapX, unionBoxes } from "../boxes.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import { clusterBoxes } from "../regions/cluster-boxes.js";
import type { Line, PageMetrics } from "../types.js";
import { MONOSPACE } from "./listing-seeds.js";

/** Words that open or close a step of an algorithm; printed in bold. */
const CONTROL_WORD =
  /^(?:function|procedure|if|else|elseif|for|foreach|while|repeat|until|return|loop|end(?:\s(?:function|procedure|if|for|while|loop))?|require|ensure|input|output|begin|do)\b/iu;
/** Such lines of one algorithm are this close, in leadings. */
const STEP_REACH = 7;
/** `1:` `12:` in front of the steps of an algorithm. */
const STEP = /^(\d{1,2}):/u;
/** The number of a step and its words are this close, in sizes. */
const STEP_GAP = 12;

/** The lines of each algorithm of a page: between rules under its label, with numbered steps, or with bold control words. A line may be in several. */
export function algorithmLines(lines: readonly Line[], rules: readonly Rule[], metrics: PageMetrics): Line[][] {
  return [...ruledAlgorithms(lines, rules, metrics), ...numberedSteps(lines, metrics), ...keywordRuns(lines, metrics)];
}

/** Lines between the rule under an `Algorithm 1` (or `Figure 2`) label and the next rule of the same length. */
function ruledAlgorithms(lines: readonly Line[], rules: readonly Rule[], metrics: PageMetrics): Line[][] {
  const horizontal = rules.filter((rule) => rule.direction === "horizontal");
  return lines.flatMap((label) => {
    const kind = parseCaptionLabel(label.text)?.kind;
    if (!kind) return [];
    const under = horizontal
      .filter((rule) => overlapX(rule.box, label.box) > 0 && rule.box.y0 > label.baseline - 2)
      .sort((a, b) => a.box.y0 - b.box.y0);
    const top = under[0];
    if (!top || top.box.y0 - label.box.y1 > metrics.leading) return [];
    const bottom = under.find(
      (rule) =>
        rule.box.y0 > top.box.y1 + metrics.leading &&
        Math.abs(rule.box.x0 - top.box.x0) < 4 &&
        Math.abs(rule.box.x1 - top.box.x1) < 4,
    );
    if (!bottom) return [];
    const inside = lines.filter((line) => {
      const middle = (line.box.y0 + line.box.y1) / 2;
      return (
        middle > top.box.y1 && middle < bottom.box.y0 && overlapX(line.box, top.box) > 0.5 * (line.box.x1 - line.box.x0)
      );
    });
    // Under `Figure 2` only what is mostly monospaced is a listing.
    const isCode = kind === "code" || inside.filter((line) => line.monospace > 0.5).length > 0.5 * inside.length;
    return inside.length >= 2 && isCode ? [inside] : [];
  });
}

/** Runs of lines that count `1:`, `2:`, `3:` one under the other, with everything between them. */
function numberedSteps(lines: readonly Line[], metrics: PageMetrics): Line[][] {
  const steps = lines
    .filter((line) => STEP.test(line.text))
    .sort((a, b) => a.baseline - b.baseline || a.box.x0 - b.box.x0);
  const runs: Line[][] = [];
  for (const line of steps) {
    const run = runs.find((open) => follows(open.at(-1) as Line, line, metrics));
    if (run) run.push(line);
    else runs.push([line]);
  }
  return runs
    .filter((run) => run.length >= 3)
    .map((run) => {
      const beside = lines.filter((line) => run.some((step) => isBeside(step, line)));
      const box = unionBoxes([...run, ...beside].map((line) => line.box));
      return lines.filter((line) => {
        const middle = (line.box.y0 + line.box.y1) / 2;
        return (
          run.includes(line) ||
          beside.includes(line) ||
          (middle > box.y0 && middle < box.y1 && line.box.x0 >= box.x0 - 2 && line.box.x0 < box.x1)
        );
      });
    });
}

/** On the row of a step whose number stands alone. */
function isBeside(step: Line, line: Line): boolean {
  const gap = line.box.x0 - step.box.x1;
  const alone = step.words.length === 1 && gap > 0 && gap < STEP_GAP * step.size;
  return alone && Math.abs(line.baseline - step.baseline) < 0.5 * step.size;
}

/**
 * Runs of lines that open with bold control words (`function`, `while`, `end if`) in book type, with the short lines between them:
 * algorithms without numbers or rules. One of the words must close what another opened.
 */
function keywordRuns(lines: readonly Line[], metrics: PageMetrics): Line[][] {
  const seeds = lines.filter(
    (line) => line.bold > 0 && line.monospace <= MONOSPACE && CONTROL_WORD.test(line.text) && line.words.length <= 14,
  );
  const clusters = clusterBoxes(
    seeds,
    STEP_REACH * metrics.leading,
    (a, b) => overlapX(a.box, b.box) > 0 && Math.abs(a.baseline - b.baseline) < STEP_REACH * metrics.leading,
  );
  return clusters
    .filter(({ members }) => members.length >= 2 && members.some((line) => /^end\b/iu.test(line.text)))
    .map(({ box, members }) =>
      lines.filter((line) => {
        const middle = (line.box.y0 + line.box.y1) / 2;
        if (members.includes(line)) return true;
        return middle > box.y0 && middle < box.y1 && line.box.x0 > box.x0 - 2 && line.box.x0 < box.x1 + 4 * line.size;
      }),
    );
}

function follows(last: Line, line: Line, metrics: PageMetrics): boolean {
  const step = Number(STEP.exec(line.text)?.[1]) - Number(STEP.exec(last.text)?.[1]);
  return (
    step === 1 &&
    Math.abs(line.box.x0 - last.box.x0) < 1.5 * line.size &&
    line.baseline - last.baseline < 4 * metrics.leading
  );
}
