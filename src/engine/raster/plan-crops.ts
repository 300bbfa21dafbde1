import type { Block, Box, Crop, PageLayout } from "../../page.js";
import { regionOf } from "../../region.js";

/** What the caller may ask crops of (`crops` option). */
export type CropKind = "figures" | "equations" | "tables";

export type PlannedCrop = Pick<Crop, "key" | "kind" | "region">;

/**
 * The crops a page needs, in block order. Pictures always, those in cells of tables too, since the MMD refers to them; a formula without
 * LaTeX and a table without grid likewise, because their crop is what gets rendered; the rest as asked.
 */
export function planCrops(layout: PageLayout, wanted: readonly CropKind[]): PlannedCrop[] {
  const crops: PlannedCrop[] = [];
  for (const block of layout.blocks) {
    const kind = cropKind(block, wanted);
    const region = (box: Box) => regionOf(box, layout.width, layout.height);
    if (kind) crops.push({ key: block.key, kind, region: region(block.box) });
    for (const { picture } of block.kind === "table" ? (block.grid?.cells ?? []) : [])
      if (picture) crops.push({ key: picture.key, kind: "figure", region: region(picture.box) });
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
