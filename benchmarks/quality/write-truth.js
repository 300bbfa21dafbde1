import { writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { listDocuments } from "./documents.js";
import { latexTruth } from "./truth/latex-truth.js";

/** Writes the truth of the shipped documents, so that scoring them needs no pandoc. */
export async function writeTruth() {
  for (const document of listDocuments()) {
    if (!document.name.startsWith("documents/") || !document.latex) continue;
    const path = join(dirname(document.pdf), "truth.json");
    writeFileSync(path, `${JSON.stringify(latexTruth(document.latex.file, document.latex), undefined, 1)}\n`);
    console.log(path);
  }
  return 0;
}
