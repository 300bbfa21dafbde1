import type { Box } from "../../../page.js";
import type { GreyImage } from "./grey-image.js";

/** Grey pixels of a blurred edge beside a stroke's ink, px. */
const EDGE = 2;

/** The picture with vertical rules of at least `length` px painted over, row by row, with the lighter paper beside them. Boxes in px. */
export function eraseUprights(image: GreyImage, rules: readonly Box[], length: number): GreyImage {
  const uprights = rules.filter(({ x0, y0, x1, y1 }) => y1 - y0 >= length && y1 - y0 > x1 - x0);
  if (uprights.length === 0) return image;
  const { width } = image;
  const data = image.data.slice();
  for (const rule of uprights) {
    const from = Math.max(0, rule.x0 - EDGE);
    const to = Math.min(width, rule.x1 + EDGE);
    for (let y = rule.y0; y < rule.y1; y++) {
      const row = image.data.subarray(y * width, (y + 1) * width);
      data.fill(Math.max(row[from - 1] ?? 0, row[to] ?? 0), y * width + from, y * width + to);
    }
  }
  return { ...image, data };
}
