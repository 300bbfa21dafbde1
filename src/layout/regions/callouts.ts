import type { Line } from "../types.js";
import { boxContains, type Cluster, clusterBoxes, sharedArea } from "./cluster-boxes.js";
import type { Graphic } from "./graphics.js";

/** Lines and brackets of callouts are few, and plain. */
const MOST_STROKES = 16;
/** Least lines of text beside the pictures that start at one edge, and how far from the callouts they may start, in sizes. */
const LEAST_LINES = 4;
const REACH = 1;
/** Strips of one picture touch, px. */
const TOUCHING = 4;

/**
 * Pictures that thin lines tie to places in the text are figures without those lines: the box around all would take in the text beside
 * them, a listing for one. Other clusters pass as they are.
 */
export function cutCallouts(cluster: Cluster<Graphic>, lines: readonly Line[]): Cluster<Graphic>[] {
  const pictures = cluster.members.filter(({ kind }) => kind === "picture");
  // A picture may have its ground under it.
  const strokes = cluster.members.filter(
    ({ kind, box }) => kind !== "picture" && !pictures.some((picture) => boxContains(picture.box, box, TOUCHING)),
  );
  if (pictures.length === 0 || strokes.length === 0 || strokes.length > MOST_STROKES) return [cluster];
  if (strokes.some(({ kind, segments }) => kind === "fill" || segments > MOST_STROKES)) return [cluster];
  const between = lines.filter(
    ({ box, angle, words, size }) =>
      angle === 0 &&
      words.length > 1 &&
      box.y0 > cluster.box.y0 &&
      box.y1 < cluster.box.y1 &&
      box.x0 > cluster.box.x0 &&
      box.x0 < cluster.box.x1 + REACH * size &&
      pictures.every((picture) => sharedArea(picture.box, box) === 0),
  );
  const flush = between.some(
    ({ box, size }) => between.filter((other) => Math.abs(other.box.x0 - box.x0) < 0.3 * size).length >= LEAST_LINES,
  );
  if (!flush) return [cluster];
  return clusterBoxes(pictures, TOUCHING, (a, b) => sharedArea(a.box, b.box) > 0);
}
