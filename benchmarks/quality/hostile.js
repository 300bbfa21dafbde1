import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import { markdownTable } from "../support/table.js";
import { listDocuments, SAMPLES } from "./documents.js";
import { OUT } from "./engine.js";
import { handmadeFiles } from "./hostile/handmade.js";
import { mutatePdf } from "./hostile/mutate-pdf.js";
import { runFiles } from "./hostile/run-files.js";

/** Damaged, encrypted and odd files of the samples. */
const ODD_SAMPLES = [
  "pdf/poppler-90-0-fuzzed.pdf",
  "pdf/issue9418.pdf",
  "pdf/GHOSTSCRIPT-698804-1-fuzzed.pdf",
  "pdf/poppler-395-0-fuzzed.pdf",
  "pdf/bug1020226.pdf",
  "pdf/malformed-from-issue-932.pdf",
  "pdf/issue9972-1.pdf",
  "pdf/bug1815476.pdf",
  "pdf/pr6531_2.pdf",
  "tables/health_protected.pdf",
  "pdf/mixedfonts.pdf",
  "pdf/vertical.pdf",
  "pdf/rotation.pdf",
];
/** Mutants are made from small files, so that damage hits what is read. */
const MUTANT_BYTES = 200_000;
const DEADLINE_SECONDS = 40;
const PAGE_DEADLINE_SECONDS = 10;

/**
 * Damaged, odd and mutated files: nothing may crash or hang, every error names file and page, sound pages are delivered.
 * @param {{ only?: string, mutants?: number, seed?: number, workers?: number }} options
 * @returns {Promise<number>} exit status
 */
export async function attack(options) {
  const files = [...handmadeFiles(), ...oddSamples(), ...mutants(options.mutants ?? 200, options.seed ?? 1)].filter(
    (file) => !options.only || file.name.includes(options.only),
  );
  const verdicts = await runFiles(files, {
    workers: options.workers ?? 2,
    deadline: DEADLINE_SECONDS,
    pageDeadline: PAGE_DEADLINE_SECONDS,
    onVerdict: ({ name, outcome, seconds, faults, message }) => {
      if (faults.length > 0)
        console.log(
          `${name}: ${outcome} after ${seconds.toFixed(1)} s\n  ${faults.join("\n  ")}${message ? `\n  (${message})` : ""}`,
        );
    },
  });
  report(verdicts);
  return verdicts.some((verdict) => verdict.faults.length > 0) ? 1 : 0;
}

function oddSamples() {
  return ODD_SAMPLES.filter((path) => existsSync(join(SAMPLES, path))).map((path) => ({
    name: basename(path),
    bytes: readFileSync(join(SAMPLES, path)),
    expect: /** @type {const} */ ("settles"),
  }));
}

function mutants(count, seed) {
  const sources = listDocuments()
    .map((document) => ({ name: basename(document.pdf, ".pdf"), bytes: readFileSync(document.pdf) }))
    .filter(({ bytes }) => bytes.length <= MUTANT_BYTES);
  return Array.from({ length: count }, (_, index) => {
    const source = sources[index % sources.length];
    const { bytes, mutations } = mutatePdf(source.bytes, seed * 100_003 + index);
    return {
      name: `mutant-${index}-${source.name}-${mutations.join("+")}.pdf`,
      bytes,
      expect: /** @type {const} */ ("settles"),
    };
  });
}

function report(verdicts) {
  const outcomes = new Map();
  for (const { outcome } of verdicts) outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
  const slowest = [...verdicts].sort((a, b) => b.seconds - a.seconds).slice(0, 5);
  const faulty = verdicts.filter((verdict) => verdict.faults.length > 0);
  const rows = [...outcomes].sort().map(([outcome, count]) => [outcome, count]);
  console.log(
    `\n${markdownTable(["outcome", "files"], [...rows, ["in all", verdicts.length], ["with faults", faulty.length]])}`,
  );
  console.log(`slowest: ${slowest.map((verdict) => `${verdict.name} ${verdict.seconds.toFixed(1)} s`).join(", ")}`);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, "hostile.json"), `${JSON.stringify(verdicts, undefined, 1)}\n`);
}
