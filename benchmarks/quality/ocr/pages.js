import { execFileSync } from "node:child_process";
import { mkdirSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { listDocuments } from "../documents.js";
import { OUT, processInto } from "../engine.js";
import { blockErrors, mmdParagraphs, textBlocks, textParagraphs } from "./block-errors.js";
import { tesseractTexts } from "./tesseract.js";

/** Born-digital documents, one page each; the shipped ones, then samples of different kinds, sizes and languages. */
const PAGES = {
  "documents/handbook": 2,
  "documents/newsletter": 1,
  "documents/two-columns": 1,
  "pdf/tracemonkey": 2,
  "pdf/federal-register-2020-17221": 1,
  "pdf/multicolumn": 1,
  "pdf/demo1": 2,
  "pdf/160F-2019": 1,
  "pdf/ti89_guidebook_programming": 4,
  "pairs/crm-thesis": 12,
  "pairs/lwa-techniques": 1,
};

/**
 * Reads pages of born-digital documents as pictures and holds the text against their own text layer.
 * @param {import("../../../src/index.js").Engine} engine
 * @param {{ only?: string | undefined, resolutions: number[], tesseract: boolean }} options
 */
export async function readRenderedPages(engine, { only, resolutions, tesseract }) {
  const rows = [];
  const documents = listDocuments().filter(({ name }) => name in PAGES && (!only || name.includes(only)));
  for (const document of documents) {
    const page = PAGES[document.name];
    const { mmd } = await processInto(
      engine,
      { ...document, name: `ocr/${document.name}/gold` },
      { pageRanges: String(page), textSource: "embedded" },
    );
    const gold = textBlocks(mmd ?? "");
    for (const dpi of resolutions) {
      const picture = renderPage(document, page, dpi);
      const read = await processInto(engine, { name: `ocr/${document.name}/${dpi}`, pdf: picture });
      const own = blockErrors(gold, mmdParagraphs(read.mmd ?? ""));
      const other = tesseract ? bestOf(gold, tesseractTexts(picture, dpi)) : undefined;
      rows.push({ name: document.name, dpi, ...own, tesseract: other?.errors });
    }
  }
  return rows;
}

/** The reading with the fewest errors. */
export function bestOf(gold, texts) {
  const scores = texts.map((text) => blockErrors(gold, textParagraphs(text)));
  return scores.reduce((best, score) => (score.errors < best.errors ? score : best));
}

function renderPage({ name, pdf }, page, dpi) {
  const folder = join(OUT, "ocr-pages", name);
  mkdirSync(folder, { recursive: true });
  const prefix = `${dpi}-`;
  const pages = ["-f", String(page), "-l", String(page)];
  execFileSync("pdftoppm", ["-q", "-r", String(dpi), "-png", ...pages, pdf, join(folder, String(dpi))]);
  return join(folder, readdirSync(folder).find((file) => file.startsWith(prefix)) ?? `${prefix}${page}.png`);
}
