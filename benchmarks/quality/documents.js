import { existsSync, readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const HERE = dirname(fileURLToPath(import.meta.url));
export const PROJECT = resolve(HERE, "../..");
/** Real documents, not part of the project: `MMD_SAMPLES`, else `../shared/samples` beside the checkout. */
export const SAMPLES = resolve(process.env.MMD_SAMPLES ?? join(PROJECT, "../shared/samples"));

/**
 * @typedef {object} QualityDocument
 * @property {string} name Path without extension, as used by `--only` and in the facts.
 * @property {string} pdf Absolute path.
 * @property {(import("./truth/latex-truth.js").LatexRules & { file: string }) | undefined} latex Source to derive the truth from.
 * @property {string | undefined} truth Committed truth (JSON); wins over `latex`.
 * @property {string} [truthFile] Where the committed truth of a shipped document belongs.
 * @property {string[]} ignore Headings whose text up to the next known heading has no truth (bibliography, table of contents).
 * @property {boolean} partial The source lacks files that are printed: text beyond the truth is not counted.
 * @property {import("./check-fact.js").Fact[]} facts
 */

/** @returns {QualityDocument[]} documents shipped with the project, then the samples that are present, sorted by name */
export function listDocuments() {
  return [...shippedDocuments(), ...sampleDocuments()];
}

function shippedDocuments() {
  const root = join(HERE, "documents");
  if (!existsSync(root)) return [];
  return readdirSync(root)
    .sort()
    .map((name) => shippedDocument(root, name));
}

/** Documents made from HTML or Markdown (sources beside them) have facts only. `rules.json` may name a document that lies elsewhere in the project (`source`, without extension). */
function shippedDocument(root, name) {
  const rules = rulesOf(join(root, name, "rules.json"));
  const base = join(root, name, rules.source ?? name);
  const truth = join(root, name, "truth.json");
  return {
    name: `documents/${name}`,
    pdf: `${base}.pdf`,
    latex: existsSync(`${base}.tex`) && !rules.factsOnly ? { ...rules, file: `${base}.tex` } : undefined,
    truth: existsSync(truth) ? truth : undefined,
    truthFile: truth,
    ignore: rules.ignore ?? [],
    partial: false,
    facts: factsOf(`documents/${name}`),
  };
}

function rulesOf(path) {
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")) : {};
}

function sampleDocuments() {
  if (!existsSync(SAMPLES)) return [];
  const pairs = new Map(
    JSON.parse(readFileSync(join(HERE, "truth/samples.json"), "utf8")).map((entry) => [entry.pdf, entry]),
  );
  const pdfs = listPdfs(SAMPLES);
  return pdfs.map((path) => {
    const pair = pairs.get(path);
    const name = pair?.name ?? path.replace(/\.pdf$/, "");
    return {
      name,
      pdf: join(SAMPLES, path),
      latex: pair ? { ...pair, file: join(SAMPLES, pair.latex) } : undefined,
      truth: undefined,
      ignore: pair?.ignore ?? [],
      partial: pair?.partial ?? false,
      facts: factsOf(name),
    };
  });
}

function listPdfs(root, folder = root) {
  return readdirSync(folder, { withFileTypes: true })
    .flatMap((entry) => {
      const path = join(folder, entry.name);
      if (entry.isDirectory()) return listPdfs(root, path);
      return entry.name.endsWith(".pdf") ? [relative(root, path)] : [];
    })
    .sort();
}

/** Facts live in `facts/<name with dashes>.json`. */
function factsOf(name) {
  const path = join(HERE, "facts", `${name.replaceAll("/", "--")}.json`);
  return existsSync(path) ? JSON.parse(readFileSync(path, "utf8")).facts : [];
}
