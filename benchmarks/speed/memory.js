import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { writePages } from "../support/pdf-writer.js";
import { measureEngine } from "./measure-engine.js";
import { plotCurve } from "./plot-curve.js";

const CEILING_BYTES = 700e6;
/** Pages of each end whose medians are compared, from page 200 on. */
const FIRST_PAGE = 200;
const SPAN = 200;
/** Medians of a sawtooth (workers are replaced) scatter; a leak of 50 kB per page would show as 40 MB. */
const GROWTH_BYTES = 40e6;

/**
 * Processes one long document and checks that memory stays low and flat.
 * @param {{ pages: number, workers: number, files: string[], out: string }} options `files`: repeated until the document is long enough, when qpdf is installed.
 * @returns {Promise<boolean>} whether both limits hold
 */
export async function measureMemory({ pages, workers, files, out }) {
  const folder = mkdtempSync(join(tmpdir(), "mmd-bench-"));
  try {
    const document = join(folder, "long.pdf");
    const origin = concatenate(files, pages, document) ?? generate(pages, document);
    const run = await measureEngine([document], workers);
    const early = median(run.curve, FIRST_PAGE, FIRST_PAGE + SPAN);
    const late = median(run.curve, pages - SPAN, pages);
    const growth = late - early;
    console.log(`\n## Memory: ${run.pages} pages (${origin}), ${workers} workers, ${run.seconds.toFixed(0)} s\n`);
    console.log(plotCurve(run.curve, CEILING_BYTES));
    const peakHolds = run.peakBytes <= CEILING_BYTES;
    const growthHolds = growth <= GROWTH_BYTES;
    console.log(
      `\npeak of the process tree ${megabytes(run.peakBytes)}, limit ${megabytes(CEILING_BYTES)}: ${peakHolds ? "holds" : "FAILS"}`,
    );
    console.log(
      `median of pages ${FIRST_PAGE}-${FIRST_PAGE + SPAN}: ${megabytes(early)}, of the last ${SPAN}: ${megabytes(late)}: ${growthHolds ? "no growth" : "GROWS"}`,
    );
    mkdirSync(out, { recursive: true });
    writeFileSync(join(out, "memory.json"), `${JSON.stringify({ origin, ...run, early, late })}\n`);
    const [result] = run.documents;
    const delivered = result?.status === "completed" && result.pages === pages;
    if (!delivered)
      console.log(`the document is ${result?.status}: ${result?.error ?? `${result?.pages} of ${pages} pages`}`);
    return peakHolds && growthHolds && delivered;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Real pages, repeated; qpdf is the only tool here that joins files. */
function concatenate(files, pages, target) {
  if (files.length === 0 || spawnSync("qpdf", ["--version"], { stdio: "ignore" }).error) return undefined;
  const parts = [];
  let count = 0;
  for (let index = 0; count < pages; index += 1) {
    const file = files[index % files.length];
    const length = Number(spawnSync("qpdf", ["--show-npages", file]).stdout.toString());
    if (!(length > 0)) return undefined;
    const used = Math.min(length, pages - count);
    parts.push(file, `1-${used}`);
    count += used;
  }
  const joined = spawnSync("qpdf", ["--warning-exit-0", "--empty", "--pages", ...parts, "--", target]);
  return joined.status === 0 ? `${files.length} documents repeated` : undefined;
}

const WORDS =
  "the line of text on a page that no reader will ever turn holds as many words as any other line would hold".split(
    " ",
  );

/** Pages of text made by code, no two alike. */
function generate(pages, target) {
  const contents = Array.from({ length: pages }, (_, page) => {
    const lines = Array.from({ length: 45 }, (_, line) => {
      const words = Array.from(
        { length: 12 },
        (_, word) => WORDS[(page * 7 + line * 5 + word * (1 + (line % 3))) % WORDS.length],
      );
      return `(${words.join(" ")}) '`;
    });
    return `BT /F1 11 Tf 15 TL 72 780 Td (Page ${page + 1} of a long document) Tj\n${lines.join("\n")}\nET\n72 60 451 0.5 re f`;
  });
  writeFileSync(target, writePages(contents));
  return "made by code";
}

function median(curve, from, to) {
  const values = curve
    .filter((point) => point.page >= from && point.page <= to && point.bytes > 0)
    .map((point) => point.bytes);
  values.sort((a, b) => a - b);
  return values[Math.floor(values.length / 2)] ?? 0;
}

const megabytes = (/** @type {number} */ bytes) => `${Math.round(bytes / 1e6)} MB`;
