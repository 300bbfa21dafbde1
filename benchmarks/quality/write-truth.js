import { writeFileSync } from "node:fs";
import { listDocuments } from "./documents.js";
import { latexTruth } from "./truth/latex-truth.js";

/** Writes the truth of the shipped documents, so that scoring them needs no pandoc. */
export async function writeTruth() {
  for (const { truthFile, latex } of listDocuments()) {
    if (!truthFile || !latex) continue;
    writeFileSync(truthFile, `${JSON.stringify(latexTruth(latex.file, latex), undefined, 2)}\n`);
    console.log(truthFile);
  }
  return 0;
}
