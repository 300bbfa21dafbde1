// npm run bench [-- [ocr | formulas | formats] [--workers 1,2] [--only NAME] [--limit PAGES] [--memory [--pages 1000]] [--no-rivals]]
import { mkdirSync, writeFileSync } from "node:fs";
import { cpus } from "node:os";
import { basename, dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { listDocuments } from "../quality/documents.js";
import { parseArguments } from "../support/arguments.js";
import { markdownTable } from "../support/table.js";
import { measureFormats } from "./formats.js";
import { measureEngine } from "./measure-engine.js";
import { measureMemory } from "./memory.js";
import { measureOcr } from "./ocr.js";
import { measurePdftotext, measureTesseract } from "./rivals.js";

const HERE = dirname(fileURLToPath(import.meta.url));
const OUT = join(HERE, "out");
const FIRST_PAGE_RUNS = 5;

/** Samples without a sound text layer (scans, damaged, encrypted): what is measured here is the born-digital path. */
const NOT_BORN_DIGITAL =
  /^pdf\/(?:GHOSTSCRIPT|bug1020226|ccitt|dolma|habibi|issue5549|issue7229|issue9418|lichtenstein|malformed|palette|poppler|rotated_skew|ThuluthFeatures|TAMReview|mixedfonts|vertical)|health_protected/;

const USAGE = `Usage: npm run bench -- [ocr | formulas | formats] [options]

Speed of the engine on born-digital documents (the samples when present, else the shipped ones), per number of workers,
beside pdftotext and tesseract; time to the first page; with --memory the memory of a long document instead.
ocr: pages read from pictures, beside tesseract.
formulas: formulas read from glyphs per second of one core (needs TeX and the corpus).
formats: conversions of a book of 100, 300 and 1,000 pages, each in a process of its own.

Options
  --workers LIST   default 1,2
  --only NAME      documents whose name contains NAME
  --memory         one document of --pages pages (default 1000), the curve of its memory and its two limits
  --pages N
  --no-rivals      leaves pdftotext and tesseract out`;

const { words, options } = parseArguments(process.argv.slice(2), ["memory", "no-rivals", "help"]);
if (words.join(" ") === "formulas") {
  process.exitCode = (await (await import("./formulas.js")).benchFormulas()) ? 0 : 1;
} else if (options.help || words.length > 1 || (words.length === 1 && !["ocr", "formats"].includes(words[0]))) {
  console.log(USAGE);
  process.exitCode = options.help ? 0 : 2;
} else if (words[0] === "formats") {
  measureFormats();
} else if (words[0] === "ocr") {
  const workers = String(options.workers ?? "1,2")
    .split(",")
    .map(Number);
  process.exitCode = (await measureOcr({ workers, rivals: !options["no-rivals"] })) ? 0 : 1;
} else {
  process.exitCode = (await bench()) ? 0 : 1;
}

async function bench() {
  const all = listDocuments().filter(
    (document) => !NOT_BORN_DIGITAL.test(document.name) && document.name.includes(String(options.only ?? "")),
  );
  const samples = all.filter((document) => !document.name.startsWith("documents/"));
  const files = (samples.length > 0 ? samples : all).map((document) => document.pdf);
  console.log(
    `${cpus().length} cores, ${cpus()[0]?.model ?? "unknown processor"}, Node ${process.version}, ${files.length} documents`,
  );
  const workers = String(options.workers ?? "1,2")
    .split(",")
    .map(Number);
  if (options.memory) {
    return measureMemory({ pages: Number(options.pages ?? 1000), workers: Math.max(...workers), files, out: OUT });
  }
  const runs = [];
  for (const count of workers) runs.push(await measureEngine(files, count));
  const pages = runs[0].pages;
  const apart = workers.includes(1) && workers.includes(2) ? await secondsApart(files) : undefined;
  const rivals = options["no-rivals"]
    ? []
    : [measurePdftotext(files, pages), measureTesseract(files)].filter((rival) => rival !== undefined);
  const firstPage = await firstPageSeconds();
  report(runs, rivals, firstPage, apart);
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, "speed.json"), `${JSON.stringify({ runs, rivals, firstPage, apart }, undefined, 1)}\n`);
  return true;
}

/**
 * Two engines of one worker each, in processes of their own that share nothing, over half of the documents each: what two processors of this
 * machine can do at once, whatever the engine does.
 */
async function secondsApart(/** @type {string[]} */ files) {
  const halves = [0, 1].map((half) => files.filter((_, index) => index % 2 === half));
  const runs = await Promise.all(halves.map((half) => measureEngine(half, 1)));
  return runs.reduce((sum, { seconds }) => sum + seconds, 0) / runs.length;
}

/** Median over fresh processes on the example document: module loading, engine start, the first page. */
async function firstPageSeconds() {
  const example = listDocuments().find((document) => document.name === "documents/pendulum");
  if (!example) return undefined;
  const seconds = [];
  for (let i = 0; i < FIRST_PAGE_RUNS; i += 1) seconds.push((await measureEngine([example.pdf], 2)).firstPage);
  return seconds.sort((a, b) => a - b)[Math.floor(FIRST_PAGE_RUNS / 2)];
}

function report(runs, rivals, firstPage, apart) {
  const number = (/** @type {number} */ value, digits = 2) => value.toFixed(digits);
  console.log("\n## Speed\n");
  console.log(
    markdownTable(
      ["", "pages", "seconds", "pages/s", "s/page", "CPU s/page", "peak memory"],
      [
        ...runs.map((run) => [
          `engine, ${run.workers} worker${run.workers === 1 ? "" : "s"}`,
          run.pages,
          number(run.seconds, 1),
          number(run.pages / run.seconds),
          number(run.seconds / run.pages, 3),
          number(run.cpuSeconds / run.pages, 3),
          `${Math.round(run.peakBytes / 1e6)} MB`,
        ]),
        ...rivals.map((rival) => [
          rival.tool,
          rival.pages,
          number(rival.seconds, 1),
          number(rival.pages / rival.seconds),
          number(rival.seconds / rival.pages, 3),
          "",
          "",
        ]),
      ],
    ),
  );
  const [one, two] = [1, 2].map((count) => runs.find((run) => run.workers === count));
  if (one && two) console.log(`\n2 workers are ${number(one.seconds / two.seconds)} times as fast as 1`);
  if (one && apart)
    console.log(
      `2 processes of 1 worker each, which share nothing: ${number(one.seconds / apart)} times, what the machine has to give`,
    );
  if (firstPage !== undefined)
    console.log(
      `start of the process to the first finished page: ${number(firstPage)} s (median of ${FIRST_PAGE_RUNS})`,
    );
  const stages = [...new Set(runs.flatMap((run) => Object.keys(run.timings)))];
  console.log("\n## Work per stage, seconds per page (summed over workers)\n");
  console.log(
    markdownTable(
      ["stage", ...runs.map((run) => `${run.workers} worker${run.workers === 1 ? "" : "s"}`)],
      stages.map((stage) => [stage, ...runs.map((run) => number((run.timings[stage] ?? 0) / run.pages, 4))]),
    ),
  );
  const slowest = [...(two ?? runs[0]).documents].sort((a, b) => b.seconds / b.pages - a.seconds / a.pages).slice(0, 8);
  console.log("\n## Slowest documents\n");
  console.log(
    markdownTable(
      ["document", "pages", "s/page", "status"],
      slowest.map((entry) => [
        basename(entry.file),
        entry.pages,
        number(entry.seconds / Math.max(1, entry.pages), 3),
        entry.status,
      ]),
    ),
  );
}
