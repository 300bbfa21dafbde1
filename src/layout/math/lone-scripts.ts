import { type Item, largestSize, unionBox } from "./item.js";
import type { Recursion } from "./recursion.js";
import { readScripts } from "./scripts.js";
import type { MathNode } from "./tree.js";

/** Largest size of a script, text sizes. */
const SCRIPT = 0.85;
/** Baselines of a sub- and a superscript that stand over each other are further apart than this, text sizes; TeX's are by 0.6. */
const APART = 0.35;
/** Heights scripts have above and below the line, text sizes (TeX's σ13 and σ16). */
const RISE = 0.4;
const DROP = 0.15;
/** Small print on the line is no script, text sizes. */
const ON_LINE = 0.08;
/** What is raised when nothing tells: numbers, primes, marks of notes. */
const RAISED = /^(?:\d|[+*]|-|\\(?:prime|dagger|ddagger|ast|circ|star|pm|mp))$/;

/**
 * Scripts without their base: a formula in running text all of whose symbols are smaller than the text (`$^{132}$Xe`, `M$_\odot$`).
 * @param em size of the text, px
 * @param baseline that of the text line, px, where known
 * @returns undefined for any other formula
 */
export function readLoneScripts(
  items: readonly Item[],
  em: number,
  baseline: number | undefined,
  recursion: Recursion,
): MathNode | undefined {
  const small = items.every(
    (item) => item.size !== undefined && item.size < SCRIPT * em && item.baseline !== undefined,
  );
  if (!small || items.length === 0) return undefined;
  const y = baseline ?? likelyBaseline(items, em);
  if (items.every((item) => Math.abs(item.baseline! - y) < ON_LINE * em)) return undefined;
  const { outer: _, ...scripts } = readScripts(items, y, em, em, recursion);
  return { type: "scripts", base: undefined, ...scripts, box: unionBox(items) };
}

/** Between two rows of scripts, else where what the first sign is says. */
function likelyBaseline(items: readonly Item[], em: number): number {
  const size = largestSize(items, em);
  const own = items.filter((item) => item.size! > SCRIPT * size);
  const lines = own.map((item) => item.baseline!);
  const [high, low] = [Math.min(...lines), Math.max(...lines)];
  if (low - high > APART * em) return (high + low) / 2;
  const first = own.reduce((left, item) => (item.x0 < left.x0 ? item : left));
  return RAISED.test(first.name) ? high + RISE * em : low - DROP * em;
}
