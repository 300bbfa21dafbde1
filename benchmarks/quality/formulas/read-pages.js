// Pages of one formula each → the engine's LaTeX, through the PDF source and the formula reader.
import { readFileSync } from "node:fs";
import { openPdf } from "../../../dist/engine/source/pdf.js";
import { readGlyphs } from "../../../dist/layout/math/read-formula.js";

/** Size of the text inline formulas stand in, px: 10 pt. */
const TEXT_SIZE = (10 / 72.27) * 250;

/**
 * @param {string} pdf
 * @param {readonly (number | undefined)[]} pages
 * @param {{ inline?: boolean }} [options] `inline`: read as in running text, whose size the engine knows
 * @returns {Promise<{ latex: string, rate: number, seconds: number, width: number }[]>} `width` of the page, px; "" for a formula that could not be read; `seconds` without the PDF's part
 */
export async function readPages(pdf, pages, { inline = false } = {}) {
  const source = await openPdf(new Uint8Array(readFileSync(pdf)), { file: pdf });
  const read = [];
  try {
    for (const page of pages) {
      if (page === undefined) {
        read.push({ latex: "", rate: 0, seconds: 0, width: 0 });
        continue;
      }
      const { glyphs, fonts, rules, width } = await source.evidence(page);
      const start = performance.now();
      const formula = readGlyphs(
        glyphs,
        fonts,
        rules.map((rule) => rule.box),
        inline ? TEXT_SIZE : undefined,
      );
      const seconds = (performance.now() - start) / 1000;
      read.push({ latex: formula?.latex ?? "", rate: formula?.confidenceRate ?? 0, seconds, width });
    }
  } finally {
    await source.close();
  }
  return read;
}
