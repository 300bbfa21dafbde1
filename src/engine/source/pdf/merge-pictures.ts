import type { Picture } from "../../../page.js";

/** Edges of strips meet within this, px. */
const SEAM = 2;

/** Joins pictures cut into strips or tiles: same extent on one axis and touching on the other. Keeps painting order. */
export function mergePictures(pictures: readonly Picture[]): Picture[] {
  return mergeAlong(mergeAlong(pictures, "y"), "x");
}

function mergeAlong(pictures: readonly Picture[], axis: "x" | "y"): Picture[] {
  const [s0, s1, t0, t1] = axis === "y" ? (["x0", "x1", "y0", "y1"] as const) : (["y0", "y1", "x0", "x1"] as const);
  const band = ({ picture }: { picture: Picture }) => Math.round(picture.box[s0] / (2 * SEAM));
  const order = pictures
    .map((picture, index) => ({ picture, index }))
    .sort((a, b) => band(a) - band(b) || a.picture.box[t0] - b.picture.box[t0] || a.index - b.index);
  const gone = new Set<number>();
  const kept = pictures.map((picture) => ({ ...picture, box: { ...picture.box } }));
  for (let i = 0; i < order.length; i++) {
    if (gone.has(order[i]!.index)) continue;
    const into = kept[order[i]!.index]!;
    for (let j = i + 1; j < order.length && band(order[j]!) === band(order[i]!); j++) {
      const next = kept[order[j]!.index]!;
      if (next.box[t0] - into.box[t1] > SEAM) break;
      if (gone.has(order[j]!.index)) continue;
      const aligned = Math.abs(next.box[s0] - into.box[s0]) <= SEAM && Math.abs(next.box[s1] - into.box[s1]) <= SEAM;
      const meets = Math.abs(next.box[t0] - into.box[t1]) <= SEAM;
      if (!aligned || !meets || next.stencil !== into.stencil) continue;
      into.box[t1] = next.box[t1];
      if (axis === "y") {
        into.pixelHeight += next.pixelHeight;
        into.pixelWidth = Math.max(into.pixelWidth, next.pixelWidth);
      } else {
        into.pixelWidth += next.pixelWidth;
        into.pixelHeight = Math.max(into.pixelHeight, next.pixelHeight);
      }
      gone.add(order[j]!.index);
    }
  }
  return kept.filter((_, index) => !gone.has(index));
}
