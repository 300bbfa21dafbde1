import { boxArea } from "../boxes.js";
import { boxContains, type Cluster } from "./cluster-boxes.js";
import type { Graphic } from "./graphics.js";

/** Share of a frame that what is drawn in it takes at least; a small picture in a big box leaves room for text. */
const LEAST_SHARE = 0.35;
/** A drawing may touch its frame, px. */
const SLACK = 4;

/**
 * Puts a drawing into the frame around it: axes and borders are drawn some blank away from the curves. Frames around a good part of text
 * stay out (`isGround`). From the inside out, so that a plot, its axes and the border of both become one.
 */
export function joinFrames(
  clusters: readonly Cluster<Graphic>[],
  isGround: (cluster: Cluster<Graphic>) => boolean,
): Cluster<Graphic>[] {
  const byArea = [...clusters].sort((a, b) => boxArea(a.box) - boxArea(b.box));
  const taken = new Set<Cluster<Graphic>>();
  for (const [at, frame] of byArea.entries()) {
    if (!frame.members.every(({ kind }) => kind === "rule" || kind === "fill")) continue;
    const inside = byArea
      .slice(0, at)
      .filter((cluster) => !taken.has(cluster) && boxContains(frame.box, cluster.box, SLACK));
    const main = inside.findLast(({ members }) => members.some(({ kind }) => kind === "drawing" || kind === "picture"));
    if (!main || boxArea(main.box) < LEAST_SHARE * boxArea(frame.box)) continue;
    const joined = { box: frame.box, members: [...frame.members, ...inside.flatMap(({ members }) => members)] };
    if (isGround(joined)) continue;
    for (const cluster of inside) taken.add(cluster);
    // The frame's place in the list goes on to the whole.
    byArea[at] = joined;
  }
  return byArea.filter((cluster) => !taken.has(cluster));
}
