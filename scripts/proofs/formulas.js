// Formulas go MMD → docx → pandoc → LaTeX and have to come back the same in canonical form.
//   node scripts/proofs/formulas.js [--count 20000] [--corpus FOLDER] [--show 20]
// FOLDER holds *.jsonl.gz files with { latex, env? } per line; without it the formulas in formulas.txt are taken.
// Ends with 1 when under 99 % convert without fallback or under 95 % come back equal.
import { parseArgs } from "node:util";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { LatexParser } from "../../dist/formats/math/latex-parser.js";
import { canonicalFormula } from "./canonical-formula.js";
import { pandoc, walk } from "./read-back.js";
import { ownFormulas, sampleFormulas } from "./sample-formulas.js";

const LEAST_CONVERTED = 0.99;
const LEAST_EQUAL = 0.95;
/** Formulas per document. */
const BATCH = 500;

const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20000" },
    corpus: { type: "string" },
    show: { type: "string", default: "0" },
  },
});

const formulas = values.corpus ? sampleFormulas(values.corpus, Number(values.count)) : ownFormulas();
let [converted, equal] = [0, 0];
const different = [];
const parser = new LatexParser();
for (let at = 0; at < formulas.length; at += BATCH) {
  const batch = formulas.slice(at, at + BATCH);
  const mmd = batch.map((latex, i) => `F${i}\n\n\\[\n${latex}\n\\]`).join("\n\n");
  const { bytes } = await convertMmd(mmd, { format: "docx" });
  const found = readFormulas(JSON.parse(pandoc(bytes, "-t", "json")).blocks);
  batch.forEach((latex, i) => {
    const back = found.get(`F${i}`) ?? [];
    if (back.length > 0) converted++;
    const [before, after] = [canonical(latex), canonical(back.join(" "))];
    if (back.length > 0 && before === after) equal++;
    else different.push([latex, back.join(" "), before, after]);
  });
}

for (const lines of different.slice(0, Number(values.show))) console.log(`${lines.join("\n")}\n`);
const share = (part) => `${((100 * part) / formulas.length).toFixed(2)} %`;
console.log(`${formulas.length} formulas: ${share(converted)} without fallback, ${share(equal)} read back equal`);
if (converted < LEAST_CONVERTED * formulas.length || equal < LEAST_EQUAL * formulas.length) process.exitCode = 1;

/** Formulas behind each marker; a formula whose source is shown gives none. */
function readFormulas(blocks) {
  const found = new Map();
  let marker = "";
  walk(blocks, ({ t, c }) => {
    if (t === "Str" && /^F\d+$/.test(c)) marker = c;
    if (t === "Math") found.set(marker, [...(found.get(marker) ?? []), c[1]]);
  });
  return found;
}

function canonical(latex) {
  try {
    return canonicalFormula(parser.parse(latex, true));
  } catch (error) {
    return `! ${error.message}`;
  }
}
