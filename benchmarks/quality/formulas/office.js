// Word documents with formulas (OMML, written by the engine's own docx writer) printed by LibreOffice.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { convert } from "../../../dist/formats/docx/index.js";
import { formulaSet } from "./formula-sets.js";
import { proseWords } from "./typeset-pages.js";

/** Formulas of each kind. */
const COUNT = 120;
/** Words of a paragraph: some lines, so that the text has edges. */
const WORDS = 40;
const OFFICE_SECONDS = 180;

/** @returns {boolean} whether LibreOffice can be run */
export function hasLibreOffice() {
  return spawnSync("soffice", ["--version"], { stdio: "ignore" }).status === 0;
}

/**
 * Documents of paragraphs with a displayed formula after each.
 * @param {{ corpus: string, cache: string, split: "held-out" | "development", sample?: number }} options
 * @returns {Promise<{ name: string, pdf: string, truth: string[] }[]>}
 */
export async function officeDocuments({ corpus, cache, split, sample = COUNT }) {
  const kinds = /** @type {const} */ (["inline", "one-row", "several-rows"]);
  const words = proseWords(corpus).map((word) => word.replace(/[^A-Za-z,.']/g, ""));
  const paragraph = (index) => words.slice(index * WORDS, (index + 1) * WORDS).join(" ");
  const documents = [];
  for (const kind of kinds) {
    const truth = formulaSet(corpus, kind, { split, limit: sample, seed: "office" }).map(({ latex }) => latex);
    const mmd = truth.map((latex, index) => `${paragraph(index)}\n\n\\[\n${latex}\n\\]\n`).join("\n");
    const folder = join(cache, `office-${kind}-${createHash("sha1").update(mmd).digest("hex").slice(0, 12)}`);
    const pdf = join(folder, "formulas.pdf");
    if (!existsSync(pdf)) await print(mmd, folder);
    if (existsSync(pdf)) documents.push({ name: `docx by LibreOffice, ${kind}`, pdf, truth });
  }
  return documents;
}

async function print(mmd, folder) {
  mkdirSync(folder, { recursive: true });
  const { bytes } = await convert({ mmd, options: {}, images: undefined, documentName: "formulas" });
  writeFileSync(join(folder, "formulas.docx"), bytes);
  const profile = `-env:UserInstallation=file://${join(folder, "profile")}`;
  spawnSync(
    "soffice",
    [profile, "--headless", "--convert-to", "pdf", "--outdir", folder, join(folder, "formulas.docx")],
    {
      stdio: "ignore",
      timeout: OFFICE_SECONDS * 1000,
    },
  );
}
