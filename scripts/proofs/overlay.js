// The words of mmd.overlay.pdf where poppler finds them, against those of the document itself with its own text layer.
//   node scripts/proofs/overlay.js [FILE.pdf …]
// Without files it takes the shipped documents. A word counts as found when the same letters stand over at least half of its box.
import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join } from "node:path";
import { fileURLToPath } from "node:url";
import { createEngine } from "../../dist/index.js";

const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Of words with letters only: signs of formulas come in another notation. */
const LEAST_SHARE = 0.95;
const WORD = /<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">([^<]*)<\/word>/g;

const shipped = [
  join(ROOT, "examples/pendulum.pdf"),
  ...readdirSync(join(ROOT, "benchmarks/quality/documents"), { recursive: true })
    .map(String)
    .filter((file) => file.endsWith(".pdf"))
    .map((file) => join(ROOT, "benchmarks/quality/documents", file)),
];
const given = process.argv.slice(2);
const folder = mkdtempSync(join(tmpdir(), "overlay-"));
const engine = await createEngine({ workers: 1 });
let faults = 0;
try {
  for (const path of given.length > 0 ? given : shipped) {
    const { formats, error } = await engine.process(path, {
      destination: folder,
      conversionFormats: { "mmd.overlay.pdf": true },
    });
    const fault = error ?? formats["mmd.overlay.pdf"]?.error;
    if (fault) {
      report(path, fault.message);
      continue;
    }
    const overlay = formats["mmd.overlay.pdf"].path;
    try {
      execFileSync("qpdf", ["--check", overlay], { stdio: "pipe" });
    } catch (cause) {
      report(path, String(cause.stderr));
    }
    const [wanted, found] = [wordsOf(path), wordsOf(overlay)];
    if (wanted.length !== found.length) report(path, `${found.length} pages instead of ${wanted.length}`);
    let [words, placed, drift] = [0, 0, 0];
    for (const [page, list] of wanted.entries()) {
      const there = new Map();
      for (const word of found[page] ?? []) there.set(word.text, [...(there.get(word.text) ?? []), word]);
      for (const word of list) {
        if (!/^\p{L}{2,}[.,;:]?$/u.test(word.text)) continue;
        words++;
        const match = there.get(word.text)?.find((other) => overlap(word, other) >= 0.5);
        if (!match) continue;
        placed++;
        drift += Math.abs(match.x0 - word.x0) + Math.abs(match.x1 - word.x1);
      }
    }
    const share = words === 0 ? 1 : placed / words;
    console.log(
      `${basename(path)}: ${placed} of ${words} words in place (${(100 * share).toFixed(1)} %), their edges off by ` +
        `${(drift / 2 / Math.max(placed, 1)).toFixed(2)} pt`,
    );
    if (share < LEAST_SHARE) report(path, "too few words in place");
  }
} finally {
  await engine.close();
  rmSync(folder, { recursive: true });
}
process.exitCode = faults > 0 ? 1 : 0;

function report(path, fault) {
  faults++;
  console.error(`${path}: ${fault}`);
}

/** Words of each page with their boxes, pt. */
function wordsOf(path) {
  const html = execFileSync("pdftotext", ["-bbox", path, "-"], { encoding: "utf8", maxBuffer: 1e9 });
  return html
    .split("<page ")
    .slice(1)
    .map((page) =>
      [...page.matchAll(WORD)].map(([, x0, y0, x1, y1, text]) => ({
        x0: Number(x0),
        y0: Number(y0),
        x1: Number(x1),
        y1: Number(y1),
        text: text
          .normalize("NFKC")
          .replaceAll("&amp;", "&")
          .replace(/^\P{L}+|[^\p{L}.,;:]+$/gu, ""),
      })),
    );
}

/** Share of the narrower word that lies under the other; 0 when their lines differ. */
function overlap(a, b) {
  const middle = (b.y0 + b.y1) / 2;
  if (middle < a.y0 || middle > a.y1) return 0;
  return (Math.min(a.x1, b.x1) - Math.max(a.x0, b.x0)) / Math.min(a.x1 - a.x0, b.x1 - b.x0);
}
