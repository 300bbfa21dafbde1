import type { Box, TextBlock } from "../../page.js";
import { boxWidth, intervalOverlap } from "../boxes.js";
import type { CaptionLabel } from "./caption-label.js";

/** A float that can take captions. */
export interface Captionable {
  box: Box;
  kind: "figure" | "table";
  captions: number[];
}

export interface BoundCaption {
  block: TextBlock;
  label: CaptionLabel;
}

/** Captions further from their float than this (in leadings) belong to something not found on the page. */
const REACH = 5;
/** Added to the distance of a caption on the unusual side (over a figure, under a table), in leadings. */
const UNUSUAL_SIDE = 1.2;
/** Added when the label names the other kind of float (a table set as a picture). */
const OTHER_KIND = 2;

/**
 * Gives every caption to the nearest float it overlaps in x (or stands beside), pairs with the least distance first; each
 * caption goes to one float, and a float with one caption only takes another with the same number (bilingual captions), or one of its
 * own beside that of the whole it is part of.
 * Fills `captions` of the floats; returns the captions that found none.
 */
export function bindCaptions(
  captions: readonly BoundCaption[],
  floats: readonly Captionable[],
  leading: number,
): BoundCaption[] {
  const pairs = captions
    .filter((caption) => caption.label.kind !== "code")
    .flatMap((caption) =>
      floats.flatMap((float) => {
        const cost = distance(caption, float, leading);
        return cost <= REACH * leading ? [{ caption, float, cost }] : [];
      }),
    )
    .sort((a, b) => a.cost - b.cost || a.caption.block.key - b.caption.block.key || a.float.box.y0 - b.float.box.y0);
  const bound = new Set<BoundCaption>();
  const numbers = new Map<Captionable, string>();
  const parts = new Set<Captionable>();
  for (const { caption, float } of pairs) {
    const isPart = caption.label.part === true;
    if (bound.has(caption) || (isPart ? parts.has(float) : numbers.has(float))) continue;
    float.captions.push(caption.block.key);
    if (isPart) parts.add(float);
    else numbers.set(float, caption.label.number);
    bound.add(caption);
  }
  for (const { caption, float } of pairs) {
    if (bound.has(caption) || numbers.get(float) !== caption.label.number) continue;
    float.captions.push(caption.block.key);
    bound.add(caption);
  }
  return captions.filter((caption) => !bound.has(caption));
}

/** Blank between caption and float plus what speaks against the pair, px; Infinity when they are not neighbours. */
function distance(caption: BoundCaption, float: Captionable, leading: number): number {
  const { box } = caption.block;
  const across = intervalOverlap(box.x0, box.x1, float.box.x0, float.box.x1);
  const least = Math.min(boxWidth(box), boxWidth(float.box));
  const other = caption.label.kind === float.kind ? 0 : OTHER_KIND * leading;
  if (across > 0.3 * least) {
    const below = box.y0 - float.box.y1;
    const above = float.box.y0 - box.y1;
    // Printed inside the border of its figure.
    if (box.y0 > float.box.y0 && box.y1 < float.box.y1 && across > 0.9 * boxWidth(box)) return other;
    if (below < -leading && above < -leading) return Number.POSITIVE_INFINITY;
    const isBelow = below >= above;
    if (caption.label.part) return isBelow ? Math.max(0, below) : Number.POSITIVE_INFINITY;
    const unusual = isBelow === (caption.label.kind === "figure") ? 0 : UNUSUAL_SIDE * leading;
    return Math.max(0, isBelow ? below : above) + unusual + other;
  }
  const beside = intervalOverlap(box.y0, box.y1, float.box.y0, float.box.y1);
  if (beside < 0.5 * (box.y1 - box.y0)) return Number.POSITIVE_INFINITY;
  return Math.max(0, float.box.x0 - box.x1, box.x0 - float.box.x1) + leading + other;
}
