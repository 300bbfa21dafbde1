import type { Box } from "../../page.js";
import type { TableFrame } from "./frame.js";
import type { Segment, Segments } from "./segments.js";

/** Frames made of crossing rules: each connected group of horizontal and vertical segments with an inside. */
export function latticeFrames({ horizontal, vertical }: Segments, em: number): TableFrame[] {
  const reach = 0.35 * em;
  const parent = new Map<Segment, Segment>();
  const root = (segment: Segment): Segment => {
    let top = segment;
    for (let up = parent.get(top); up && up !== top; up = parent.get(top)) top = up;
    parent.set(segment, top);
    return top;
  };
  for (const segment of [...horizontal, ...vertical]) parent.set(segment, segment);
  for (const across of horizontal) {
    for (let index = firstAtOrAfter(vertical, across.from - reach); index < vertical.length; index++) {
      const down = vertical[index]!;
      if (down.at > across.to + reach) break;
      if (across.at >= down.from - reach && across.at <= down.to + reach) parent.set(root(down), root(across));
    }
  }
  const groups = new Map<Segment, Segments>();
  for (const direction of ["horizontal", "vertical"] as const) {
    for (const segment of { horizontal, vertical }[direction]) {
      const top = root(segment);
      const group = groups.get(top) ?? { horizontal: [], vertical: [] };
      group[direction].push(segment);
      groups.set(top, group);
    }
  }
  return [...groups.values()].flatMap((group) => {
    if (group.horizontal.length < 1 || group.vertical.length < 1) return [];
    if (group.horizontal.length + group.vertical.length < 3) return [];
    const box = boxOf(group);
    // The closing rules of a table whose column rules stop short of them.
    const near = horizontal.filter((segment) => !group.horizontal.includes(segment) && closes(segment, box, em));
    const whole = { horizontal: [...group.horizontal, ...near], vertical: group.vertical };
    return [{ kind: "lattice" as const, box: boxOf(whole), ...whole, captioned: false, figure: false, shaded: false }];
  });
}

function closes({ at, from, to }: Segment, box: Box, em: number): boolean {
  const outside = Math.max(box.y0 - at, at - box.y1);
  return (
    outside > -0.2 * em && outside <= em && Math.abs(from - box.x0) <= 0.5 * em && Math.abs(to - box.x1) <= 0.5 * em
  );
}

function firstAtOrAfter(sorted: readonly Segment[], at: number): number {
  let low = 0;
  let high = sorted.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (sorted[middle]!.at < at) low = middle + 1;
    else high = middle;
  }
  return low;
}

function boxOf({ horizontal, vertical }: Segments): Box {
  return {
    x0: Math.min(...horizontal.map(({ from }) => from), ...vertical.map(({ at }) => at)),
    x1: Math.max(...horizontal.map(({ to }) => to), ...vertical.map(({ at }) => at)),
    y0: Math.min(...horizontal.map(({ at }) => at), ...vertical.map(({ from }) => from)),
    y1: Math.max(...horizontal.map(({ at }) => at), ...vertical.map(({ to }) => to)),
  };
}
