import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { listDocuments } from "../quality/documents.js";
import { markdownTable } from "../support/table.js";
import { measureEngine } from "./measure-engine.js";

const DPI = 200;
const PAGES = 3;
/** Documents whose first pages are dense print. */
const DENSE = /two-columns|newsletter|tracemonkey|federal-register|multicolumn|demo1|crm-thesis|lwa-techniques/;

/**
 * Pages a second read from pictures, everything written, beside Tesseract on the same pictures with one thread.
 * @param {{ workers: number[], rivals: boolean }} options
 * @returns {Promise<boolean>}
 */
export async function measureOcr({ workers, rivals }) {
  const folder = mkdtempSync(join(tmpdir(), "mmd-bench-ocr-"));
  try {
    const pictures = renderPages(folder);
    const rows = [];
    for (const count of workers) {
      const run = await measureEngine(pictures, count);
      rows.push([`engine, ${count} worker${count === 1 ? "" : "s"}`, run.pages, run.seconds, run.timings.recognize]);
    }
    if (rivals) rows.push(["tesseract, 1 core", pictures.length, tesseractSeconds(pictures), undefined]);
    const slowest = rivals ? rows.at(-1)?.[2] : undefined;
    const fixed = (/** @type {number | undefined} */ value, digits = 2) => value?.toFixed(digits) ?? "";
    console.log(
      markdownTable(
        ["", "pages", "seconds", "pages/s", "recognition s/page", "times Tesseract"],
        rows.map(([name, pages, seconds, recognize]) => [
          name,
          pages,
          fixed(seconds, 1),
          fixed(pages / seconds),
          fixed(recognize && recognize / pages, 3),
          fixed(slowest && slowest / seconds, 1),
        ]),
      ),
    );
    return true;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function renderPages(folder) {
  const files = listDocuments().filter(({ name }) => DENSE.test(name));
  files.forEach(({ pdf }, index) => {
    const page = ["-q", "-r", String(DPI), "-gray", "-png", "-f", "1", "-l", String(PAGES)];
    spawnSync("pdftoppm", [...page, pdf, join(folder, String(index))]);
  });
  return readdirSync(folder)
    .sort()
    .map((file) => join(folder, file));
}

function tesseractSeconds(pictures) {
  const start = performance.now();
  for (const picture of pictures) {
    execFileSync("tesseract", [picture, "-", "--psm", "3", "--dpi", String(DPI)], {
      env: { ...process.env, OMP_THREAD_LIMIT: "1" },
      stdio: ["ignore", "ignore", "ignore"],
    });
  }
  return (performance.now() - start) / 1000;
}
