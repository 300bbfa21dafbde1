import { openPdf } from "../../../src/engine/source/pdf.js";
import type { PageEvidence } from "../../../src/page.js";

/** Evidence of one page of a PDF in memory. */
export async function evidenceOf(data: Uint8Array, page = 1): Promise<PageEvidence> {
  const source = await openPdf(data, { file: "test.pdf" });
  try {
    return await source.evidence(page);
  } finally {
    await source.close();
  }
}

/** Texts of the glyphs, joined. */
export function textOf(evidence: PageEvidence): string {
  return evidence.glyphs.map((glyph) => glyph.text).join("");
}
