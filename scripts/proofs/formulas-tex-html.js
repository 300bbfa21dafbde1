// Formulas go MMD → tex and MMD → html; one shown as its source is a fallback.
//   node scripts/proofs/formulas-tex-html.js [--count 20000] [--corpus FOLDER] [--show 10] [--compile]
// FOLDER holds *.jsonl.gz files with { latex, env? } per line; without it the formulas in formulas.txt are taken. --compile
// sets them with pdflatex as well. Ends with 1 when under 99 % go without fallback.
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { ownFormulas, sampleFormulas } from "./sample-formulas.js";

const LEAST = 0.99;
const BATCH = 500;
const { values } = parseArgs({
  options: {
    count: { type: "string", default: "20000" },
    corpus: { type: "string" },
    show: { type: "string", default: "0" },
    compile: { type: "boolean", default: false },
  },
});
const formulas = values.corpus ? sampleFormulas(values.corpus, Number(values.count)) : ownFormulas();

const lost = { html: [], latex: [] };
let errors = 0;
for (let at = 0; at < formulas.length; at += BATCH) {
  const mmd = formulas
    .slice(at, at + BATCH)
    .map((latex) => `\\[\n${latex}\n\\]`)
    .join("\n\n");
  for (const format of ["html", "latex"]) {
    const { bytes, warnings } = await convertMmd(mmd, { format });
    lost[format].push(...warnings.filter((warning) => warning.includes("shown as")));
    if (format === "latex" && values.compile) errors += compileErrors(new TextDecoder().decode(bytes));
  }
}
const share = (count) => `${((100 * (formulas.length - count)) / formulas.length).toFixed(2)} %`;
for (const format of ["html", "latex"])
  for (const line of lost[format].slice(0, Number(values.show))) console.log(format, line);
const compiled = values.compile ? `, pdflatex reports ${errors} errors` : "";
console.log(
  `${formulas.length} formulas without fallback: html ${share(lost.html.length)}, tex ${share(lost.latex.length)}${compiled}`,
);
if (Math.max(lost.html.length, lost.latex.length) > (1 - LEAST) * formulas.length || errors > 0) process.exitCode = 1;

function compileErrors(tex) {
  const folder = mkdtempSync(join(tmpdir(), "tex-"));
  try {
    writeFileSync(join(folder, "f.tex"), tex);
    const args = ["-no-shell-escape", "-interaction=nonstopmode", "-draftmode", "f.tex"];
    const run = spawnSync("pdflatex", args, { cwd: folder, encoding: "latin1", timeout: 300_000, maxBuffer: 1 << 28 });
    const found = run.stdout.match(/^!.*(?:\n.*){0,4}/gm) ?? [];
    for (const error of found.slice(0, Number(values.show))) console.log(error);
    return found.length;
  } finally {
    rmSync(folder, { recursive: true });
  }
}
