// What maths costs on a page: time of the layout of pages full of formulas against that of pages of as much text without any.
import { readFileSync } from "node:fs";
import { openPdf } from "../../dist/engine/source/pdf.js";
import { layoutPage } from "../../dist/layout/layout-page.js";
import { listDocuments } from "../quality/documents.js";
import { markdownTable } from "../support/table.js";

/** Pages of a document that are looked at. */
const PAGES = 8;
/** Formulas of a page full of them; a plain page has none. */
const HEAVY = 40;
/** Glyphs of both kinds of pages. */
const LEAST_GLYPHS = 1200;
const MOST_GLYPHS = 2600;
const WARM = 4;
const ROUNDS = 5;

/** Prints the medians of both kinds of pages of the documents at hand, and what lies between them. */
export async function benchMathsPages() {
  const pages = [];
  for (const { pdf } of listDocuments()) pages.push(...(await pagesOf(pdf)));
  const rows = [];
  const medians = [];
  for (const [name, fits] of Object.entries({
    "without formulas": (formulas) => formulas === 0,
    [`with ${HEAVY} formulas and more`]: (formulas) => formulas >= HEAVY,
  })) {
    const own = pages.filter(({ formulas }) => fits(formulas));
    if (own.length === 0) return;
    for (let round = 0; round < WARM; round++) for (const { evidence } of own) layoutPage(evidence);
    const times = own.map(({ evidence }) => median(Array.from({ length: ROUNDS }, () => timeOf(evidence))));
    const mean = (of) => own.reduce((sum, page) => sum + of(page), 0) / own.length;
    medians.push(median(times));
    rows.push([
      name,
      own.length,
      Math.round(mean(({ evidence }) => evidence.glyphs.length)),
      Math.round(mean(({ formulas }) => formulas)),
      medians.at(-1).toFixed(1),
    ]);
  }
  rows.push(["difference", "", "", "", (medians[1] - medians[0]).toFixed(1)]);
  console.log(markdownTable(["pages", "n", "glyphs", "formulas", "layout, ms (median)"], rows));
}

/** Pages of about the same length, with their evidence and the number of their formulas. */
async function pagesOf(pdf) {
  let source;
  try {
    source = await openPdf(new Uint8Array(readFileSync(pdf)), { file: pdf });
  } catch {
    return []; // Locked and damaged samples have no pages to time.
  }
  const pages = [];
  for (let page = 1; page <= Math.min(PAGES, source.pageCount); page++) {
    const evidence = await source.evidence(page);
    const count = evidence.glyphs.length;
    if (count >= LEAST_GLYPHS && count <= MOST_GLYPHS)
      pages.push({ evidence, formulas: formulasOf(layoutPage(evidence)) });
  }
  await source.close();
  return pages;
}

function formulasOf({ blocks }) {
  const inline = blocks.flatMap(({ lines = [] }) => lines.flatMap(({ spans = [] }) => spans));
  return blocks.filter(({ kind }) => kind === "math").length + inline.filter(({ kind }) => kind === "math").length;
}

function timeOf(evidence) {
  const start = performance.now();
  layoutPage(evidence);
  return performance.now() - start;
}

function median(values) {
  return [...values].sort((a, b) => a - b)[values.length >> 1];
}
