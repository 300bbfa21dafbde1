import type { MeasuredLine } from "./cut-line.js";

/** Baselines of one row agree to within this share of the x-height. */
const SAME_ROW = 0.35;

/**
 * Leaders with the x-height and the baseline of the words they stand beside, the nearest first: dots show neither, and one size off would
 * make scripts of the words. Other lines pass as they are.
 */
export function levelLeaders<T extends MeasuredLine>(lines: readonly T[]): T[] {
  const lettered = lines.filter(({ line }) => !line.isLeader);
  return lines.map((leader) => {
    if (!leader.line.isLeader) return leader;
    const { x0, x1 } = leader.line;
    const gapTo = ({ line }: T) => Math.max(x0 - line.x1, line.x0 - x1);
    const beside = lettered
      .filter(({ metrics }) => {
        const rise = Math.abs(metrics.baseline - leader.metrics.baseline);
        return rise < SAME_ROW * metrics.xHeight;
      })
      .sort((a, b) => gapTo(a) - gapTo(b))[0];
    if (!beside) return leader;
    const { xHeight, baseline } = beside.metrics;
    return { ...leader, metrics: { ...leader.metrics, xHeight, baseline } };
  });
}
