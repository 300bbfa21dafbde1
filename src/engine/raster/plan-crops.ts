import type { Block, Crop, PageLayout } from "../../page.js";
import { regionOf } from "../../region.js";

/** What the caller may ask crops of (`crops` option). */
export type CropKind = "figures" | "equations" | "tables";

export type PlannedCrop = Pick<Crop, "key" | "kind" | "region">;

/**
 * The crops a page needs, in block order. Pictures always, since the MMD refers to them; a formula without LaTeX and a table without grid
 * likewise, because their crop is what gets rendered; the rest as asked.
 */
export function planCrops(layout: PageLayout, wanted: readonly CropKind[]): PlannedCrop[] {
  const crops: PlannedCrop[] = [];
  for (const block of layout.blocks) {
    const kind = cropKind(block, wanted);
    if (kind) crops.push({ key: block.key, kind, region: regionOf(block.box, layout.width, layout.height) });
  }
  return crops;
}

function cropKind(block: Block, wanted: readonly CropKind[]): Crop["kind"] | undefined {
  switch (block.kind) {
    case "diagram":
    case "chart":
      return "figure";
    case "math":
      return wanted.includes("equations") || block.latex === undefined ? "equation" : undefined;
    case "table":
      return wanted.includes("tables") || block.grid === undefined ? "table" : undefined;
    default:
      return undefined;
  }
}
