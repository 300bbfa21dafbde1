import type { Box } from "../../page.js";
import { overlapX } from "../boxes.js";
import { parseCaptionLabel } from "../captions/caption-label.js";
import type { Line } from "../types.js";
import { isUpright } from "./table-text.js";

/** Lines that open a caption: `Table 3:`, `Tab. 2`, `Figure IV`. */
export function captionsOf(lines: readonly Line[], kind: "table" | "figure"): Line[] {
  return lines.filter((line) => isUpright(line) && captionKind(line) === kind);
}

/** Whether one of the captions stands within three lines below the box. */
export function isNamedBelow(box: Box, captions: readonly Line[], leading: number): boolean {
  return captions.some((line) => {
    const below = line.box.y0 - box.y1;
    return overlapX(line.box, box) > 0 && below > -leading && below <= 4 * leading;
  });
}

export function captionKind(line: Line): "table" | "figure" | "code" | undefined {
  const label = parseCaptionLabel(line.text);
  if (!label) return undefined;
  // `Table 2 shows that …` in running text also has a label; a caption goes on with a capital, or not at all.
  if (!label.punctuated && /^\p{Ll}/u.test(label.rest)) return undefined;
  return label.kind;
}

/** Whether a caption stands within five lines above or three below the box. */
export function isCaptioned(box: Box, captions: readonly Line[], leading: number): boolean {
  return captions.some((line) => {
    if (overlapX(line.box, box) <= 0 && !(line.box.x0 >= box.x0 && line.box.x1 <= box.x1)) return false;
    const above = box.y0 - line.box.y1;
    const below = line.box.y0 - box.y1;
    return (above > -leading && above <= 5 * leading) || (below > -leading && below <= 3 * leading);
  });
}
