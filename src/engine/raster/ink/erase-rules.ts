import type { Box } from "../../../page.js";
import type { GreyImage } from "./grey-image.js";

/** Grey pixels of a blurred edge beside a stroke's ink, px. */
const EDGE = 2;

/** The picture with straight rules painted over, row by row or column by column, with the lighter paper beside them. Boxes in px. */
export function eraseRules(image: GreyImage, rules: readonly Box[]): GreyImage {
  if (rules.length === 0) return image;
  const { width, height } = image;
  const data = image.data.slice();
  for (const rule of rules) {
    const isUpright = rule.y1 - rule.y0 > rule.x1 - rule.x0;
    // Along the rule u runs, across it v.
    const [u0, u1, v0, v1] = isUpright ? [rule.y0, rule.y1, rule.x0, rule.x1] : [rule.x0, rule.x1, rule.y0, rule.y1];
    const [along, across] = isUpright ? [width, 1] : [1, width];
    const from = Math.max(0, v0 - EDGE);
    const to = Math.min(isUpright ? width : height, v1 + EDGE);
    const before = from > 0 ? (from - 1) * across : undefined;
    const after = to < (isUpright ? width : height) ? to * across : undefined;
    for (let u = u0; u < u1; u++) {
      const paperAt = (offset: number | undefined) => (offset === undefined ? 0 : image.data[u * along + offset]!);
      const paper = Math.max(paperAt(before), paperAt(after));
      for (let v = from; v < to; v++) data[u * along + v * across] = paper;
    }
  }
  return { ...image, data };
}
