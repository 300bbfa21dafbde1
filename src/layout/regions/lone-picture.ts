import type { Block, PageEvidence } from "../../page.js";
import { unionBoxes } from "../boxes.js";

/**
 * What a page without any text shows: one picture of all its images and drawings, so that a photograph or a scan nobody could read is
 * not lost. A page with blocks, or with nothing on it, is left as it is.
 */
export function withLonePicture(blocks: Block[], evidence: PageEvidence): Block[] {
  const shown = [...evidence.pictures, ...evidence.drawings].map(({ box }) => box);
  if (blocks.length > 0 || shown.length === 0) return blocks;
  const box = unionBoxes(shown);
  const onPage = {
    x0: Math.max(0, box.x0),
    y0: Math.max(0, box.y0),
    x1: Math.min(evidence.width, box.x1),
    y1: Math.min(evidence.height, box.y1),
  };
  if (onPage.x1 <= onPage.x0 || onPage.y1 <= onPage.y0) return blocks;
  return [{ key: 0, kind: "diagram", box: onPage, column: 0, lines: [], captions: [], crop: true }];
}
