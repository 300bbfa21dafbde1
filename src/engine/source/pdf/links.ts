import type { Box, Link } from "../../../page.js";
import { intersect, isEmpty, type Matrix, mapBox } from "./matrix.js";

interface Annotation {
  subtype?: string;
  rect?: number[];
  url?: string;
  unsafeUrl?: string;
}

/** Web and mail targets of link annotations, in page space. Targets inside the document have no URL and are left out. */
export function linksOf(annotations: readonly unknown[], viewport: Matrix, page: Box): Link[] {
  const links: Link[] = [];
  for (const annotation of annotations as Annotation[]) {
    const url = annotation.url ?? annotation.unsafeUrl;
    if (annotation.subtype !== "Link" || !url || annotation.rect?.length !== 4) continue;
    const [x0, y0, x1, y1] = annotation.rect as [number, number, number, number];
    const box = intersect(mapBox(viewport, x0, y0, x1, y1), page);
    if (!isEmpty(box)) links.push({ box, url });
  }
  return links;
}
