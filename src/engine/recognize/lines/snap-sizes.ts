/** Sizes this close are one size measured twice; neighbouring type sizes (9 and 10 pt) are 10 % apart. */
const SAME = 0.06;
/** The size of few letters is measured less well. */
const SAME_SHORT = 0.1;
const SHORT = 8;

/**
 * x-heights of a page's lines brought to the few sizes a page is set in: each goes to the size that most letters near it have.
 * `weight`: letters of the line. Returns the x-heights in the order given.
 */
export function snapSizes(lines: readonly { xHeight: number; weight: number }[]): number[] {
  const snapped = lines.map(({ xHeight }) => xHeight);
  const open = new Set(lines.keys());
  while (open.size > 0) {
    const size = heaviestSize([...open].map((index) => lines[index]!));
    for (const index of open) {
      const { xHeight, weight } = lines[index]!;
      if (Math.abs(Math.log(xHeight / size)) > (weight < SHORT ? SAME_SHORT : SAME)) continue;
      snapped[index] = size;
      open.delete(index);
    }
  }
  return snapped;
}

/** Weighted mean of the window of sizes that holds most letters; it lies within the window, so at least one line is near it. */
function heaviestSize(lines: readonly { xHeight: number; weight: number }[]): number {
  const sorted = [...lines].sort((a, b) => a.xHeight - b.xHeight);
  let [best, bestWeight] = [sorted[0]!.xHeight, 0];
  let first = 0;
  let [sum, weight] = [0, 0];
  for (const { xHeight, weight: own } of sorted) {
    sum += xHeight * own;
    weight += own;
    while (xHeight > sorted[first]!.xHeight * (1 + SAME)) {
      sum -= sorted[first]!.xHeight * sorted[first]!.weight;
      weight -= sorted[first]!.weight;
      first++;
    }
    if (weight > bestWeight) [best, bestWeight] = [sum / weight, weight];
  }
  return best;
}
