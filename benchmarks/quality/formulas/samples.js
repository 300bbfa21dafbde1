// Real documents with their LaTeX beside them: displayed and inline formulas in the order of the source against what the engine reads.
import { existsSync, readFileSync } from "node:fs";
import { openPdf } from "../../../dist/engine/source/pdf.js";
import { layoutPage } from "../../../dist/layout/layout-page.js";
import { listDocuments } from "../documents.js";
import { hasPandoc, pandocTree } from "../truth/latex-truth.js";
import { alignFormulas } from "./align-formulas.js";
import { hasLibreOffice, officeDocuments } from "./office.js";

/**
 * @typedef {object} DocumentScore
 * @property {string} name
 * @property {import("./align-formulas.js").Alignment} display
 * @property {import("./align-formulas.js").Alignment} inline
 * @property {string} pdf
 */

/** What the classes of the samples define and pandoc does not know, by document: command → what it prints. */
const EXO7 = {
  dd: "\\mathrm{d}",
  ii: "\\mathrm{i}",
  Nn: "\\mathbb{N}",
  Zz: "\\mathbb{Z}",
  Qq: "\\mathbb{Q}",
  Rr: "\\mathbb{R}",
  Cc: "\\mathbb{C}",
  Kk: "\\mathbb{K}",
  le: "\\leqslant",
  ge: "\\geqslant",
  leq: "\\leqslant",
  geq: "\\geqslant",
  Re: "\\mathrm{Re}",
  Im: "\\mathrm{Im}",
};
const HOUSE_COMMANDS = [
  { documents: /exo7-hanani/, commands: EXO7 },
  { documents: /exo7/, commands: { ...EXO7, epsilon: "\\varepsilon" } },
];

/** Documents with fewer displayed formulas say nothing about them. */
const MIN_DISPLAYS = 5;

/** @returns {Promise<DocumentScore[]>} */
export async function scoreSamples() {
  if (!hasPandoc()) return [];
  const scores = [];
  for (const { name, pdf, latex } of listDocuments()) {
    if (!latex || !existsSync(latex.file)) continue;
    const commands = HOUSE_COMMANDS.find(({ documents }) => documents.test(name))?.commands ?? {};
    const truth = formulasOf(pandocTree(latex.file, latex), commands);
    if (truth.display.length < MIN_DISPLAYS) continue;
    scores.push({ name, pdf, ...(await scoreDocument(pdf, truth)) });
  }
  return scores;
}

/** @param {{ corpus: string, cache: string, split: "held-out" | "development", sample?: number }} options */
export async function scoreOffice(options) {
  if (!hasLibreOffice()) return [];
  const scores = [];
  for (const { name, pdf, truth } of await officeDocuments(options))
    scores.push({ name, pdf, ...(await scoreDocument(pdf, { display: truth, inline: [] })) });
  return scores;
}

async function scoreDocument(pdf, truth) {
  const read = await readDocument(pdf);
  return {
    display: alignFormulas(truth.display, read.display),
    inline: alignFormulas(truth.inline, read.inline),
  };
}

/** Formulas of pandoc's tree in order. */
function formulasOf(tree, commands) {
  const found = { display: [], inline: [] };
  const visit = (node) => {
    if (Array.isArray(node)) for (const child of node) visit(child);
    else if (node?.t === "Math") found[node.c[0].t === "DisplayMath" ? "display" : "inline"].push(expand(node.c[1]));
    else if (node && typeof node === "object") for (const child of Object.values(node)) visit(child);
  };
  visit(tree.blocks);
  return found;

  function expand(latex) {
    return latex.replace(/\\([A-Za-z]+)/g, (whole, name) => (name in commands ? `${commands[name]} ` : whole));
  }
}

async function readDocument(pdf) {
  const source = await openPdf(new Uint8Array(readFileSync(pdf)), { file: pdf });
  const found = { display: [], inline: [] };
  try {
    for (let page = 1; page <= source.pageCount; page++) {
      const { blocks } = layoutPage(await source.evidence(page));
      for (const block of blocks) {
        if (block.kind === "math") found.display.push(block.latex ?? "");
        for (const line of block.lines ?? [])
          for (const span of line.spans) if (span.kind === "math") found.inline.push(span.latex);
      }
    }
  } finally {
    await source.close();
  }
  return found;
}
