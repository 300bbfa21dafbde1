import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markdownTable } from "../support/table.js";
import { loadEngine, OUT } from "./engine.js";
import { readImages } from "./ocr/images.js";
import { readRenderedPages } from "./ocr/pages.js";
import { hasTesseract } from "./ocr/tesseract.js";
import { readValidationLines } from "./ocr/validation-lines.js";

const RESOLUTIONS = [150, 200, 300];
const LINES = 250;

/**
 * Text read from pixels: the recogniser on its validation lines, pictures with their text, and rendered pages against their own text
 * layer, with Tesseract on the same pictures beside it. Writes `out/ocr.{json,md}`.
 * @param {{ only?: string | undefined, workers?: number | undefined, baseline: boolean }} options
 * @returns {Promise<number>} exit status
 */
export async function evaluateOcr(options) {
  const tesseract = options.baseline && hasTesseract();
  const lines = options.only ? { rows: [], kinds: [] } : await readValidationLines(LINES);
  const engine = await (await loadEngine()).createEngine({ workers: options.workers ?? 2 });
  let images;
  let pages;
  try {
    images = await readImages(engine, { ...options, tesseract });
    pages = await readRenderedPages(engine, { ...options, resolutions: RESOLUTIONS, tesseract });
  } finally {
    await engine.close();
  }
  const report = [lineTable(lines), pageTable(images, pages)].filter((table) => table !== "").join("\n\n");
  console.log(report);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, "ocr.md"), `${report}\n`);
  writeFileSync(join(OUT, "ocr.json"), `${JSON.stringify({ lines, images, pages }, undefined, 1)}\n`);
  return 0;
}

const percent = (/** @type {number} */ share) => `${(100 * share).toFixed(2)} %`;

function lineTable({ rows, kinds }) {
  if (rows.length === 0) return "";
  const figures = (row) => [
    row.lines,
    percent(row.cer),
    percent(row.exact),
    row.spans > 0 ? percent(row.spansExact / row.spans) : "",
  ];
  const head = ["lines", "CER", "exact lines", "exact formulas"];
  const bySet = markdownTable(
    ["set", ...head],
    rows.map((row) => [row.set, ...figures(row)]),
  );
  const byKind = markdownTable(
    ["clean, by kind", ...head],
    kinds.map((row) => [row.kind, ...figures(row)]),
  );
  return `${bySet}\n\n${byKind}`;
}

function pageTable(images, pages) {
  const rows = [...images, ...pages];
  const sums = RESOLUTIONS.map((dpi) =>
    sum(
      `all pages, ${dpi}`,
      pages.filter((page) => page.dpi === dpi),
    ),
  );
  const cells = (row) => [
    row.dpi ? `${row.name}, ${row.dpi}` : row.name,
    row.characters,
    percent(row.errors / Math.max(1, row.characters)),
    row.tesseract === undefined ? "" : percent(row.tesseract / Math.max(1, row.characters)),
  ];
  return markdownTable(
    ["page, px/in", "characters", "CER", "Tesseract"],
    [...rows, ...sums.filter((row) => row.characters > 0)].map(cells),
  );
}

function sum(name, rows) {
  const add = (key) => rows.reduce((total, row) => total + row[key], 0);
  const compared = rows.length > 0 && rows.every((row) => row.tesseract !== undefined);
  return {
    name,
    errors: add("errors"),
    characters: add("characters"),
    tesseract: compared ? add("tesseract") : undefined,
  };
}
