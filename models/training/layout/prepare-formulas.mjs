// Typesets displayed and inline formulas of the corpus for the HTML pages: node prepare-formulas.mjs CORPUS OUT.jsonl [count]
// Run `npm run build` in the project first: MathJax is the engine's own copy.
import { createReadStream, createWriteStream } from "node:fs";
import { createInterface } from "node:readline";
import { createGunzip } from "node:zlib";
import { loadMathJax } from "../../../dist/formats/mmd/vendor.js";

const [corpus, out, count = "1500"] = process.argv.slice(2);
const SETS = [
  ["formulas-display.jsonl.gz", true, 220],
  ["formulas-display-arxiv.jsonl.gz", true, 220],
  ["formulas-inline.jsonl.gz", false, 60],
  ["formulas-inline-arxiv.jsonl.gz", false, 60],
];
const mathJax = loadMathJax();
const output = createWriteStream(out);
for (const [file, display, longest] of SETS) {
  const lines = createInterface({ input: createReadStream(`${corpus}/${file}`).pipe(createGunzip()) });
  let seen = 0;
  let kept = 0;
  for await (const line of lines) {
    // spread over the file: neighbours come from one source
    if (seen++ % 23 !== 0) continue;
    const { latex, env, source } = JSON.parse(line);
    if (latex.length > longest) continue;
    const wrapped =
      env === undefined ? latex : env.startsWith("align") ? `\\begin{aligned}[c]${latex}\\end{aligned}` : undefined;
    if (wrapped === undefined) continue;
    try {
      const { svg = "" } = mathJax.TexConvert(wrapped, { display, outMath: { include_svg: true } }, true);
      const picture = /<svg[\s\S]*<\/svg>/.exec(svg)?.[0];
      if (picture === undefined || picture.length > 60_000 || /merror/.test(picture)) continue;
      output.write(`${JSON.stringify({ display, source, svg: picture })}\n`);
      if (++kept >= Number(count) / SETS.length) break;
    } catch {
      // the corpus has formulas that MathJax does not know
    }
  }
  lines.close();
}
output.end();
