// Typesets test/layout/math/formulas.txt and stores what the engine's PDF source sees of each formula, so that the parser's regression
// test needs no TeX: `node benchmarks/quality/formulas/make-fixtures.js` (after a build). Review the diff.
import { readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { openPdf } from "../../../dist/engine/source/pdf.js";
import { nameGlyph } from "../../../dist/layout/math/naming/name-glyph.js";
import { parseFormula } from "../../../dist/layout/math/parse-formula.js";
import { writeLatex } from "../../../dist/layout/math/write-latex.js";
import { canonicalTokens } from "./canonical.js";
import { typeset } from "./typeset.js";

const folder = new URL("../../../test/layout/math/", import.meta.url);
const formulas = readFileSync(new URL("formulas.txt", folder), "utf8")
  .trim()
  .split("\n")
  .map((latex) => ({ latex }));
const { pdf, pages } = typeset(formulas, {
  folder: join(tmpdir(), "mmd-formula-fixtures"),
  fonts: "cm",
  display: true,
});
const source = await openPdf(new Uint8Array(readFileSync(pdf)), { file: "formulas.pdf" });

const round = (value) => Math.round(value * 100) / 100;
const corners = ({ x0, y0, x1, y1 }) => [x0, y0, x1, y1].map(round);
const fixtures = [];
for (const [index, { latex }] of formulas.entries()) {
  const { glyphs, fonts, rules } = await source.evidence(pages[index]);
  const symbols = glyphs.flatMap((glyph) => nameGlyph(glyph, fonts[glyph.font]));
  const tree = parseFormula({ symbols, rules: rules.map((rule) => rule.box) });
  const output = tree ? writeLatex(tree, { idiomaticArrays: true }) : "";
  if (canonicalTokens(output).join(" ") !== canonicalTokens(latex).join(" "))
    console.log(`differs: ${latex}\n     got: ${output}`);
  fixtures.push({
    latex,
    output,
    symbols: symbols.map(({ name, alphabet, box, baseline, size, pen }) => [
      name,
      alphabet ?? "",
      ...corners(box),
      round(baseline),
      round(size),
      ...pen.map(round),
    ]),
    rules: rules.map((rule) => corners(rule.box)),
  });
}
writeFileSync(
  new URL("fixtures.json", folder),
  `[\n${fixtures.map((fixture) => JSON.stringify(fixture)).join(",\n")}\n]\n`,
);
console.log(`${fixtures.length} formulas`);
await source.close();
