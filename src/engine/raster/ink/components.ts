import type { Box } from "../../../page.js";
import type { InkMask } from "./binarize.js";

/** Connected piece of ink: its box (px of the mask, x1 and y1 exclusive) and number of pixels. */
export interface Component extends Box {
  area: number;
}

/** Runs of one page; beyond that it is a halftone or noise and no text (a dense page of text has some 150,000). */
const MAX_RUNS = 1_500_000;

/** 8-connected components by joining runs of neighbouring rows, in the order of their first run. */
export function connectedComponents({ width, height, data }: InkMask): Component[] {
  const parent: number[] = [];
  const start: number[] = [];
  const end: number[] = [];
  const row: number[] = [];
  let previous = 0;
  let previousEnd = 0;
  for (let y = 0; y < height && parent.length < MAX_RUNS; y++) {
    const first = parent.length;
    const line = data.subarray(y * width, (y + 1) * width);
    for (let from = line.indexOf(1), x = 0; from >= 0; from = line.indexOf(1, x)) {
      x = from;
      while (line[x] === 1) x++;
      const run = parent.length;
      parent.push(run);
      start.push(from);
      end.push(x);
      row.push(y);
      while (previous < previousEnd && end[previous]! < from) previous++;
      for (let above = previous; above < previousEnd && start[above]! <= x; above++) union(parent, above, run);
    }
    previous = first;
    previousEnd = parent.length;
  }
  const components = new Map<number, Component>();
  for (let run = 0; run < parent.length; run++) {
    const root = find(parent, run);
    const component = components.get(root);
    const [x0, x1, y0] = [start[run]!, end[run]!, row[run]!];
    if (component) {
      component.x0 = Math.min(component.x0, x0);
      component.x1 = Math.max(component.x1, x1);
      component.y1 = Math.max(component.y1, y0 + 1);
      component.area += x1 - x0;
    } else components.set(root, { x0, y0, x1, y1: y0 + 1, area: x1 - x0 });
  }
  return [...components.values()];
}

function find(parent: number[], run: number): number {
  let root = run;
  while (parent[root] !== root) {
    parent[root] = parent[parent[root]!]!;
    root = parent[root]!;
  }
  return root;
}

/** The older run stays the root, so that components come in reading order of their first pixel. */
function union(parent: number[], a: number, b: number): void {
  const rootA = find(parent, a);
  const rootB = find(parent, b);
  if (rootA < rootB) parent[rootB] = rootA;
  else parent[rootA] = rootB;
}
