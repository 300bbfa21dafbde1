import type { Box } from "../../page.js";
import { unionBoxes } from "../boxes.js";

/** True when the blank between two boxes is at most `gap` px in both directions. */
export function boxesNear(a: Box, b: Box, gap: number): boolean {
  return a.x0 - b.x1 <= gap && b.x0 - a.x1 <= gap && a.y0 - b.y1 <= gap && b.y0 - a.y1 <= gap;
}

/** True when `inner` lies in `outer` grown by `slack` px. */
export function boxContains(outer: Box, inner: Box, slack = 0): boolean {
  return (
    inner.x0 >= outer.x0 - slack &&
    inner.y0 >= outer.y0 - slack &&
    inner.x1 <= outer.x1 + slack &&
    inner.y1 <= outer.y1 + slack
  );
}

/** Area of the common part in px². */
export function sharedArea(a: Box, b: Box): number {
  const width = Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0);
  const height = Math.min(a.y1, b.y1) - Math.max(a.y0, b.y0);
  return width > 0 && height > 0 ? width * height : 0;
}

export interface Cluster<T> {
  box: Box;
  members: T[];
}

/**
 * Groups items whose boxes are linked: directly (`linked`) or over other members. Union-find over a sweep in y, so that
 * pages with thousands of marks stay cheap. Order of clusters and members follows the input.
 *
 * @param reach largest blank in y, px, over which `linked` can hold
 */
export function clusterBoxes<T extends { box: Box }>(
  items: readonly T[],
  reach: number,
  linked: (a: T, b: T) => boolean,
): Cluster<T>[] {
  const parent = items.map((_, index) => index);
  const find = (index: number): number => {
    let root = index;
    while (parent[root] !== root) root = parent[root] as number;
    parent[index] = root;
    return root;
  };
  const order = items.map((_, index) => index).sort((a, b) => at(items, a).box.y0 - at(items, b).box.y0 || a - b);
  let active: number[] = [];
  for (const index of order) {
    const item = at(items, index);
    active = active.filter((other) => at(items, other).box.y1 + reach >= item.box.y0);
    for (const other of active) {
      const [a, b] = [find(index), find(other)];
      if (a !== b && linked(at(items, other), item)) parent[Math.max(a, b)] = Math.min(a, b);
    }
    active.push(index);
  }
  const groups = new Map<number, T[]>();
  items.forEach((item, index) => {
    const root = find(index);
    const group = groups.get(root);
    if (group) group.push(item);
    else groups.set(root, [item]);
  });
  return [...groups.values()].map((members) => ({ box: unionBoxes(members.map((member) => member.box)), members }));
}

function at<T>(items: readonly T[], index: number): T {
  return items[index] as T;
}
