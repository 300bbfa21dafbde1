import type { Rule } from "../../../page.js";

/** Rules lie on one line when their centres differ by less, px. */
const SAME_LINE = 0.8;
/** Pieces that touch are one rule: widest gap, px. Adjacent fraction bars are 8 px apart (2 × \nulldelimiterspace). */
const TOUCHING = 1.2;
/** Dashes drawn one by one: at least this many, of one length and one gap, both short (px). */
const MIN_DASHES = 4;
const MAX_DASH = 25;
const MAX_DASH_GAP = 7;
const DASH_TOLERANCE = 0.35;

/** Joins rules that continue each other, drops doubles, and joins rows of dashes. Sorted top to bottom, left to right. */
export function mergeRules(rules: readonly Rule[]): Rule[] {
  const merged = [
    ...mergeDirection(rules.filter((rule) => rule.direction === "horizontal")),
    ...mergeDirection(rules.filter((rule) => rule.direction === "vertical")),
  ];
  return merged.sort(
    (a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0 || a.box.x1 - b.box.x1 || a.box.y1 - b.box.y1,
  );
}

function mergeDirection(rules: Rule[]): Rule[] {
  const byLine = rules.slice().sort((a, b) => centre(a) - centre(b) || start(a) - start(b));
  const result: Rule[] = [];
  for (let from = 0; from < byLine.length; ) {
    let to = from + 1;
    while (to < byLine.length && centre(byLine[to]!) - centre(byLine[from]!) < SAME_LINE) to++;
    const line = byLine.slice(from, to).sort((a, b) => start(a) - start(b) || end(a) - end(b));
    result.push(...mergeDashes(mergeTouching(line)));
    from = to;
  }
  return result;
}

function mergeTouching(line: Rule[]): Rule[] {
  const result: Rule[] = [];
  let last: Rule | undefined;
  for (const rule of line) {
    if (last && start(rule) - end(last) <= TOUCHING && alike(last, rule)) join(last, rule);
    else {
      last = { ...rule, box: { ...rule.box } };
      result.push(last);
    }
  }
  return result;
}

function mergeDashes(line: Rule[]): Rule[] {
  if (line.length < MIN_DASHES) return line;
  const result: Rule[] = [];
  for (let from = 0; from < line.length; ) {
    const to = endOfDashes(line, from);
    const first = line[from]!;
    for (let i = from + 1; i < to; i++) join(first, line[i]!);
    result.push(first);
    from = to;
  }
  return result;
}

function endOfDashes(line: Rule[], from: number): number {
  const first = line[from]!;
  const length = end(first) - start(first);
  const second = line[from + 1];
  if (!second || length > MAX_DASH) return from + 1;
  const gap = start(second) - end(first);
  if (gap > MAX_DASH_GAP) return from + 1;
  let to = from + 1;
  for (; to < line.length; to++) {
    const rule = line[to]!;
    const nextGap = start(rule) - end(line[to - 1]!);
    const nextLength = end(rule) - start(rule);
    if (Math.abs(nextGap - gap) > DASH_TOLERANCE * gap + 0.5 || !alike(first, rule)) break;
    if (Math.abs(nextLength - length) > DASH_TOLERANCE * length + 0.5) {
      // The last dash may be cut short.
      if (nextLength < length) to++;
      break;
    }
  }
  return to - from >= MIN_DASHES ? to : from + 1;
}

function alike(a: Rule, b: Rule): boolean {
  return a.color === b.color && Math.abs(a.thickness - b.thickness) <= 0.5 + 0.25 * Math.max(a.thickness, b.thickness);
}

function join(into: Rule, rule: Rule): void {
  const box = into.box;
  if (into.direction === "horizontal") {
    box.x0 = Math.min(box.x0, rule.box.x0);
    box.x1 = Math.max(box.x1, rule.box.x1);
  } else {
    box.y0 = Math.min(box.y0, rule.box.y0);
    box.y1 = Math.max(box.y1, rule.box.y1);
  }
}

const centre = (r: Rule) => (r.direction === "horizontal" ? (r.box.y0 + r.box.y1) / 2 : (r.box.x0 + r.box.x1) / 2);
const start = (r: Rule) => (r.direction === "horizontal" ? r.box.x0 : r.box.y0);
const end = (r: Rule) => (r.direction === "horizontal" ? r.box.x1 : r.box.y1);
