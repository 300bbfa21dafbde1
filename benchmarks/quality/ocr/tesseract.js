import { execFileSync, spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { OUT } from "../engine.js";

/** Page modes tried: automatic, one column, one block. The best of them stands for Tesseract. */
const PAGE_MODES = ["3", "4", "6"];
const CACHE = join(OUT, "tesseract");

/** @returns {boolean} whether Tesseract is installed */
export function hasTesseract() {
  return spawnSync("tesseract", ["--version"], { stdio: "ignore" }).error === undefined;
}

/**
 * Texts that Tesseract reads in a picture, one per page mode, on one thread; line-end hyphens joined. Kept in `out/tesseract` by the
 * picture's hash, because a page takes it seconds.
 * @param {string} picture Path.
 * @param {number} dpi
 * @returns {string[]}
 */
export function tesseractTexts(picture, dpi) {
  const hash = createHash("sha256").update(readFileSync(picture)).digest("hex").slice(0, 24);
  return PAGE_MODES.map((mode) => {
    const kept = join(CACHE, `${hash}-${mode}.txt`);
    if (!existsSync(kept)) {
      mkdirSync(CACHE, { recursive: true });
      writeFileSync(kept, recognize(picture, dpi, mode));
    }
    return readFileSync(kept, "utf8").replace(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1");
  });
}

function recognize(picture, dpi, mode) {
  return execFileSync("tesseract", [picture, "-", "--psm", mode, "--dpi", String(dpi)], {
    env: { ...process.env, OMP_THREAD_LIMIT: "1" },
    stdio: ["ignore", "pipe", "ignore"],
    maxBuffer: 1 << 26,
  });
}
