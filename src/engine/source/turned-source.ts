import type { PageEvidence } from "../../page.js";
import { type QuarterTurns, turnBox, turnPixels } from "../raster/turn.js";
import type { DocumentSource } from "./document-source.js";

/**
 * One page of a source that was scanned lying on its side or upside down, seen upright: regions are given, and pictures come, in the
 * space of the page turned clockwise by `turns`.
 */
export function turnedSource(
  source: DocumentSource,
  { width, height }: PageEvidence,
  turns: QuarterTurns,
): DocumentSource {
  const back = ((4 - turns) % 4) as QuarterTurns;
  const [turnedWidth, turnedHeight] = turns === 2 ? [width, height] : [height, width];
  return {
    kind: source.kind,
    pageCount: source.pageCount,
    evidence: (page) => source.evidence(page),
    raster: async (page, dpi, region) => {
      const asked = region && turnBox(region, back, turnedWidth, turnedHeight);
      const image = await source.raster(page, dpi, asked);
      return turnPixels(image, image.channels, turns);
    },
    nativeDpi: (page, region) => source.nativeDpi(page, turnBox(region, back, turnedWidth, turnedHeight)),
    release: (page) => source.release(page),
    close: () => source.close(),
  };
}
