import type { Rule } from "../../page.js";

/** Pieces of one row rule lie on one line and are as thick, px, and follow at no more than this blank, px. */
const SAME_LINE = 1.5;
const SAME_THICKNESS = 1.5;
const GAP = 14;
/** Two bars side by side may be two fractions; more are the rule of a table row, drawn cell by cell. */
const LEAST_PIECES = 3;

/** Horizontal rules that are drawn in three pieces or more, cell by cell: rows of a table, never bars of fractions or underlines. */
export function ruleChains(rules: readonly Rule[]): Set<Rule> {
  const sorted = rules
    .filter(({ direction }) => direction === "horizontal")
    .sort((a, b) => a.box.y0 - b.box.y0 || a.box.x0 - b.box.x0);
  const chains = new Set<Rule>();
  let level: Rule[] = [];
  const close = () => {
    for (const chain of chainsOf(level)) if (chain.length >= LEAST_PIECES) for (const rule of chain) chains.add(rule);
    level = [];
  };
  for (const rule of sorted) {
    if (level[0] && rule.box.y0 - level[0].box.y0 > SAME_LINE) close();
    level.push(rule);
  }
  close();
  return chains;
}

function chainsOf(level: readonly Rule[]): Rule[][] {
  const chains: Rule[][] = [];
  for (const rule of [...level].sort((a, b) => a.box.x0 - b.box.x0)) {
    const last = chains.at(-1)?.at(-1);
    const gap = last ? rule.box.x0 - last.box.x1 : Number.POSITIVE_INFINITY;
    if (last && gap >= -1 && gap <= GAP && Math.abs(rule.thickness - last.thickness) <= SAME_THICKNESS)
      chains.at(-1)?.push(rule);
    else chains.push([rule]);
  }
  return chains;
}
