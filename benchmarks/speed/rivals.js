import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/** Tesseract needs seconds per page: it gets the first page of this many files. */
const TESSERACT_PAGES = 6;
const TESSERACT_DPI = 200;

/**
 * Poppler's `pdftotext` over the same files, one process per file, one core.
 * @param {string[]} files
 * @param {number} pages
 * @returns {{ tool: string, pages: number, seconds: number } | undefined} undefined when it is not installed
 */
export function measurePdftotext(files, pages) {
  if (!installed("pdftotext", "-v")) return undefined;
  const start = performance.now();
  for (const file of files) spawnSync("pdftotext", ["-q", file, "/dev/null"]);
  return { tool: "pdftotext, 1 core", pages, seconds: (performance.now() - start) / 1000 };
}

/**
 * Tesseract on page pictures at 200 px/in, one thread; drawing the pictures is not counted.
 * @param {string[]} files
 * @returns {{ tool: string, pages: number, seconds: number } | undefined}
 */
export function measureTesseract(files) {
  if (!installed("tesseract", "--version") || !installed("pdftoppm", "-v")) return undefined;
  const folder = mkdtempSync(join(tmpdir(), "mmd-bench-"));
  try {
    files.slice(0, TESSERACT_PAGES).forEach((file, index) => {
      spawnSync("pdftoppm", [
        "-q",
        "-r",
        String(TESSERACT_DPI),
        "-gray",
        "-png",
        "-f",
        "1",
        "-l",
        "1",
        file,
        join(folder, String(index)),
      ]);
    });
    const pictures = readdirSync(folder);
    const start = performance.now();
    for (const picture of pictures) {
      execFileSync("tesseract", [join(folder, picture), "-", "--psm", "3"], {
        env: { ...process.env, OMP_THREAD_LIMIT: "1" },
        stdio: ["ignore", "ignore", "ignore"],
      });
    }
    return {
      tool: `tesseract at ${TESSERACT_DPI} px/in, 1 core`,
      pages: pictures.length,
      seconds: (performance.now() - start) / 1000,
    };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function installed(command, argument) {
  return spawnSync(command, [argument], { stdio: "ignore" }).error === undefined;
}
