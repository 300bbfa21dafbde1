// Runs a PDF's pages through evidence, lines and table finding, as the engine does, and stops there. Needs `npm run build`.
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import { openPdf } from "../../../dist/engine/source/pdf.js";
import { cleanGlyphs } from "../../../dist/layout/glyphs/clean-glyphs.js";
import { buildLines } from "../../../dist/layout/lines/build-lines.js";
import { measureGlyphs, measureLeading } from "../../../dist/layout/metrics.js";
import { findTables } from "../../../dist/layout/tables/find-tables.js";

/** @returns tables of the pages asked for (all by default), each with its page and the page's evidence */
export async function findPageTables(file, pages) {
  const source = await openPdf(new Uint8Array(await readFile(file)), { file: basename(file) });
  const tables = [];
  try {
    for (let page = 1; page <= source.pageCount; page++) {
      if (pages && !pages.includes(page)) continue;
      const evidence = await source.evidence(page);
      const rough = measureGlyphs(evidence.glyphs);
      const lines = buildLines(cleanGlyphs(evidence, rough.bodySize).glyphs, evidence, rough);
      for (const region of findTables(evidence, lines, measureLeading(lines, rough)))
        tables.push({ page, region, evidence });
      await source.release(page);
    }
  } finally {
    await source.close();
  }
  return tables;
}
