// Formulas in the picture of the TeX output against those of the HTML rendering: the same symbols in the same order and size.
//   node scripts/proofs/formula-pictures.js [--least 0.66] [--show 5]
// Each formula of formulas.txt stands on a page of its own; pdflatex sets one document and Chromium prints the other. Every
// formula is held against its neighbour's picture as well: those must differ, or the comparison says nothing.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseArgs } from "node:util";
import { convertMmd } from "../../dist/formats/convert-mmd.js";
import { ownFormulas } from "./sample-formulas.js";
import { likeness, shapesOf, symbolsIn, unitOf } from "./symbols-of.js";

const { values } = parseArgs({
  options: { least: { type: "string", default: "0.66" }, show: { type: "string", default: "0" } },
});
/** Share of symbols alike from which two pictures show the same formula. */
const LEAST = Number(values.least);
/** Share of formulas that must reach it, and of neighbours that must not. */
const FORMULAS_ALIKE = 0.93;
const NEIGHBOURS_APART = 0.9;
/** px/in: hairlines of TeX's letters must not part. */
const RESOLUTION = 400;

// a number makes a formula as wide as its line: where it stands is a matter of the page
const formulas = ownFormulas().filter((latex) => !/\\tag|\\begin\{(?:align|gather|equation|multline)/.test(latex));
const mmd = formulas.map((latex) => `\\[\n${latex}\n\\]`).join("\n\n\\newpage\n\n");
const folder = mkdtempSync(join(tmpdir(), "pictures-"));
try {
  const html = await pages("pdf", { disable_footer: true });
  const tex = await pages("latex.pdf", {});
  if (html.length !== formulas.length || tex.length !== formulas.length)
    throw new Error(`${formulas.length} formulas on ${html.length} pages of HTML and ${tex.length} of TeX`);
  const alike = formulas.map((latex, i) => [likeness(tex[i], html[i]), latex]);
  const apart = formulas.map((_, i) => likeness(tex[i], html[(i + 1) % html.length]));
  const same = alike.filter(([score]) => score >= LEAST).length;
  const different = apart.filter((score) => score < LEAST).length;
  for (const [score, latex] of alike.sort(([a], [b]) => a - b).slice(0, Number(values.show)))
    console.log(score.toFixed(2), latex);
  const mean = alike.reduce((sum, [score]) => sum + score, 0) / alike.length;
  console.log(
    `${same} of ${formulas.length} formulas alike in TeX and HTML (mean ${mean.toFixed(3)}), ${different} of ${apart.length} neighbours apart`,
  );
  if (same < FORMULAS_ALIKE * formulas.length || different < NEIGHBOURS_APART * apart.length) process.exitCode = 1;
} finally {
  rmSync(folder, { recursive: true });
}

async function pages(format, options) {
  const { bytes, warnings } = await convertMmd(mmd, { format, options });
  for (const warning of warnings) console.error(format, warning);
  const pdf = join(folder, `${format}.pdf`);
  writeFileSync(pdf, bytes);
  // formulas stand at the top; the page's number, at its foot, is none of theirs
  const size = ["-x", "0", "-y", "0", "-W", String(RESOLUTION * 8.5), "-H", String(RESOLUTION * 4)];
  execFileSync("pdftoppm", ["-r", String(RESOLUTION), ...size, "-gray", "-png", pdf, join(folder, format)]);
  const names = readdirSync(folder).filter((name) => name.startsWith(`${format}-`));
  names.sort((a, b) => Number(/(\d+)\.png$/.exec(a)[1]) - Number(/(\d+)\.png$/.exec(b)[1]));
  const found = [];
  for (const name of names) found.push(await shapesOf(readFileSync(join(folder, name))));
  const unit = unitOf(found);
  return found.map((shapes) => symbolsIn(shapes, unit));
}
