// npm run bench -- formulas: formulas from glyphs per second on one core, the page's evidence being there, and what they cost a page.
import { existsSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { openPdf } from "../../dist/engine/source/pdf.js";
import { readGlyphs } from "../../dist/layout/math/read-formula.js";
import { isTypesettable } from "../../dist/layout/math/typesettable.js";
import { formulaSet } from "../quality/formulas/formula-sets.js";
import { typeset } from "../quality/formulas/typeset.js";
import { markdownTable } from "../support/table.js";
import { benchMathsPages } from "./maths-pages.js";

const CORPUS = resolve(
  process.env.MMD_CORPUS ?? join(dirname(fileURLToPath(import.meta.url)), "../../../shared/corpus"),
);
const COUNT = 300;
const SECONDS = 2;
const MIX = { inline: 0.8, "one-row": 0.16, "several-rows": 0.04 };

/** @returns {Promise<boolean>} */
export async function benchFormulas() {
  if (!existsSync(CORPUS))
    throw new Error(`Expected the formula corpus in ${CORPUS} (or the folder named by MMD_CORPUS)`);
  const rows = [];
  let mixed = 0;
  for (const [kind, share] of Object.entries(MIX)) {
    const inputs = await evidenceOf(kind);
    const read = () => {
      for (const { glyphs, fonts, rules } of inputs) {
        const formula = readGlyphs(glyphs, fonts, rules);
        if (formula) isTypesettable(formula.latex);
      }
    };
    read();
    let rounds = 0;
    // Time of the processor, so that others on the machine do not count.
    const start = process.cpuUsage();
    let spent = 0;
    while (spent < SECONDS * 1000) {
      read();
      rounds++;
      const { user, system } = process.cpuUsage(start);
      spent = (user + system) / 1000;
    }
    const each = spent / (rounds * inputs.length);
    mixed += share * each;
    rows.push([kind, inputs.length, each.toFixed(3), Math.round(1000 / each)]);
  }
  rows.push([`mixed as on pages (${Object.values(MIX).join(" : ")})`, "", mixed.toFixed(3), Math.round(1000 / mixed)]);
  console.log(markdownTable(["formulas", "n", "ms each", "formulas/s"], rows));
  console.log();
  await benchMathsPages();
  return true;
}

async function evidenceOf(kind) {
  const set = formulaSet(CORPUS, kind, { split: "held-out", limit: COUNT });
  const { pdf, pages } = typeset(set, {
    folder: join(tmpdir(), "mmd-formula-bench"),
    fonts: "cm",
    display: kind !== "inline",
  });
  const source = await openPdf(new Uint8Array(readFileSync(pdf)), { file: pdf });
  const inputs = [];
  for (const page of pages) {
    if (page === undefined) continue;
    const { glyphs, fonts, rules } = await source.evidence(page);
    inputs.push({ glyphs, fonts, rules: rules.map((rule) => rule.box) });
  }
  await source.close();
  return inputs;
}
