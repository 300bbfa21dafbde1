import { spawnSync } from "node:child_process";
import { copyFileSync, cpSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { basename, dirname, join, resolve } from "node:path";
import { PROJECT } from "./documents.js";
import { OUT } from "./engine.js";

/** LaTeX papers, not part of the project: `MMD_CORPUS`, else `../shared/corpus` beside the checkout. */
const PAPERS = join(resolve(process.env.MMD_CORPUS ?? join(PROJECT, "../shared/corpus")), "papers");
const LIST = join(PROJECT, "benchmarks/quality/truth/papers.json");
/** Longest run of TeX, seconds; two runs settle references. */
const TEX_SECONDS = 120;

/**
 * Corpus papers of many classes, compiled here and scored against their source. PDFs are kept under `out/papers/`.
 * @returns {import("./documents.js").QualityDocument[]} papers that are present and compile, in the list's order
 */
export function listPapers() {
  return JSON.parse(readFileSync(LIST, "utf8")).flatMap((entry) => {
    const source = join(PAPERS, entry.folder, entry.main);
    if (!existsSync(source)) return [];
    const pdf = join(OUT, "papers", `${entry.folder}.pdf`);
    if (!existsSync(pdf) && !compile(entry, pdf)) {
      console.error(`papers/${entry.folder}: TeX wrote no PDF`);
      return [];
    }
    return [
      {
        name: `papers/${entry.folder}`,
        pdf,
        latex: { ...entry, file: source },
        truth: undefined,
        ignore: entry.ignore ?? ["References", "Bibliography"],
        partial: false,
        facts: [],
      },
    ];
  });
}

/** TeX writes beside its source, so that a copy is compiled. Errors of TeX are passed over: what is printed counts. */
function compile(entry, pdf) {
  const work = join(OUT, "papers", entry.folder);
  cpSync(join(PAPERS, entry.folder), work, { recursive: true, dereference: true });
  const cwd = join(work, dirname(entry.main));
  const main = basename(entry.main);
  for (let run = 0; run < 2; run++)
    spawnSync("pdflatex", ["-interaction=batchmode", "-no-shell-escape", main], {
      cwd,
      stdio: "ignore",
      timeout: TEX_SECONDS * 1000,
    });
  const made = join(cwd, main.replace(/\.tex$/, ".pdf"));
  if (!existsSync(made)) return false;
  mkdirSync(dirname(pdf), { recursive: true });
  copyFileSync(made, pdf);
  rmSync(work, { recursive: true });
  return true;
}
