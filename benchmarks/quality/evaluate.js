import { execFileSync } from "node:child_process";
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { markdownTable } from "../support/table.js";
import { checkFact } from "./check-fact.js";
import { listDocuments, SAMPLES } from "./documents.js";
import { loadEngine, OUT, processInto } from "./engine.js";
import { evaluateText, truthOf } from "./evaluate-text.js";
import { listPapers } from "./papers.js";
import { mmdBlocks } from "./prediction/mmd-blocks.js";
import { evaluateTables, sumTables, tableRow } from "./tables/evaluate-tables.js";
import { hasPandoc } from "./truth/latex-truth.js";
import { worstDifferences } from "./worst.js";

/**
 * @typedef {object} EvaluateOptions
 * @property {string} [only] Documents whose name contains this.
 * @property {number} [worst] Differences shown per document.
 * @property {boolean} [baseline] Measures `pdftotext` instead of the engine.
 * @property {number} [workers]
 * @property {boolean} [papers] Corpus papers instead of the documents.
 */

/**
 * Processes and scores every document with a truth or with facts; prints a table and writes `out/report.{json,md}`.
 * @param {EvaluateOptions} options
 * @returns {Promise<number>} exit status: 1 when a document could not be scored
 */
export async function evaluate(options) {
  const documents = (options.papers ? listPapers() : listDocuments()).filter(
    (document) =>
      (document.latex || document.truth || document.facts.length > 0) &&
      (!options.only || document.name.includes(options.only)),
  );
  if (!hasPandoc()) console.error("pandoc is missing: documents whose truth comes from LaTeX are scored by facts only");
  const engine = options.baseline
    ? undefined
    : await (await loadEngine()).createEngine({ workers: options.workers ?? 2 });
  const reports = [];
  try {
    for (const document of documents) reports.push(await scoreDocument(document, engine, options));
  } finally {
    await engine?.close();
  }
  const tables =
    options.baseline || options.only || options.papers ? [] : await evaluateTables(join(SAMPLES, "tables"));
  const table = reportTable(reports) + (tables.length > 0 ? `\n\n${tablesLine(tables)}` : "");
  console.log(table);
  mkdirSync(OUT, { recursive: true });
  const name = `${options.papers ? "papers-" : ""}${options.baseline ? "report-pdftotext" : "report"}`;
  writeFileSync(join(OUT, `${name}.json`), `${JSON.stringify(reports, undefined, 1)}\n`);
  writeFileSync(join(OUT, `${name}.md`), `${table}\n`);
  return reports.some((report) => report.error) ? 1 : 0;
}

/** Cells of tables against their truth in one line; `node benchmarks/quality/tables.js` shows each document. */
function tablesLine(scores) {
  const [, tables, found, recall, precision, f1, similarity] = tableRow(sumTables(scores));
  return `tables: ${found} found of ${tables}, neighbouring cells F1 ${f1} (recall ${recall}, precision ${precision}), TEDS ${similarity}`;
}

async function scoreDocument(document, engine, options) {
  /** @type {Record<string, unknown>} */
  const report = { name: document.name };
  try {
    const mmd = engine ? await predict(engine, document, report) : pdftotext(document.pdf);
    const truth = document.truth || hasPandoc() ? truthOf(document) : undefined;
    if (truth) {
      const evaluation = evaluateText(document, truth, mmd);
      Object.assign(report, { strict: evaluation.strict, prose: evaluation.prose, headings: evaluation.headings });
      if (options.worst) console.log(`\n## ${document.name}\n${worstDifferences(evaluation, options.worst)}`);
    }
    const blocks = mmdBlocks(mmd, { formulas: "keep" });
    const failed = document.facts.filter((fact) => !checkFact(fact, blocks));
    report.facts = { passed: document.facts.length - failed.length, total: document.facts.length, failed };
    if (options.worst) for (const fact of failed) console.log(`  fact: ${JSON.stringify(fact)}`);
  } catch (error) {
    report.error = String(error instanceof Error ? (error.stack ?? error.message) : error);
    console.error(`${document.name}: ${report.error}`);
  }
  return report;
}

async function predict(engine, document, report) {
  const { result, mmd } = await processInto(engine, document);
  Object.assign(report, { status: result.status, pages: result.pages.length, warnings: result.warnings });
  if (mmd === undefined) throw new Error(`no MMD: ${result.error?.message ?? result.status}`);
  return mmd;
}

/** Poppler's text in its own reading order, line-end hyphens joined: what a plain extractor reaches under the same measure. */
function pdftotext(pdf) {
  const text = execFileSync("pdftotext", ["-nopgbrk", pdf, "-"], { maxBuffer: 1 << 28 }).toString("utf8");
  return text.replace(/(\p{Ll})-\n(?=\p{Ll})/gu, "$1").replace(/[$\\#%&{}_]/g, "\\$&");
}

const percent = (/** @type {number} */ value) => value.toFixed(3);

function reportTable(reports) {
  const rows = reports.map((report) => {
    const { strict, prose, headings, facts, error } = report;
    return [
      report.name.replace(/^(.{44}).+$/, "$1…"),
      ...(strict
        ? [
            percent(strict.text),
            percent(prose.text),
            percent(strict.order),
            percent(headings.f1),
            `${headings.rightLevel}/${headings.matched}`,
          ]
        : ["", "", "", "", ""]),
      error ? "failed" : facts.total ? `${facts.passed}/${facts.total}` : "",
    ];
  });
  rows.push(...totals(reports.filter((report) => !report.error)));
  return markdownTable(["document", "text", "prose", "order", "heading F1", "levels", "facts"], rows);
}

/** Documents count equally in `mean`, characters and blocks in `pooled`. */
function totals(reports) {
  const scored = reports.filter((report) => report.strict);
  const factReports = reports.filter((report) => report.facts.total > 0);
  const passed = sum(factReports, (report) => report.facts.passed);
  const total = sum(factReports, (report) => report.facts.total);
  const facts = total ? `${passed}/${total} = ${((100 * passed) / total).toFixed(1)} %` : "";
  if (scored.length === 0) return [["in all", "", "", "", "", "", facts]];
  const mean = (/** @type {(report: any) => number} */ pick) => percent(sum(scored, pick) / scored.length);
  const pooled = (/** @type {"strict" | "prose"} */ kind) =>
    percent(sum(scored, (report) => report[kind].edits) / sum(scored, (report) => report[kind].length));
  const matched = sum(scored, (report) => report.headings.matched);
  const counted = sum(scored, (report) => report.headings.truth + report.headings.predicted);
  return [
    [
      "mean of documents",
      mean((r) => r.strict.text),
      mean((r) => r.prose.text),
      mean((r) => r.strict.order),
      mean((r) => r.headings.f1),
      "",
      facts,
    ],
    [
      "pooled",
      pooled("strict"),
      pooled("prose"),
      percent(
        sum(scored, (report) => report.strict.order * report.strict.blocks) /
          sum(scored, (report) => report.strict.blocks),
      ),
      percent((2 * matched) / counted),
      `${sum(scored, (report) => report.headings.rightLevel)}/${matched}`,
      "",
    ],
  ];
}

function sum(items, pick) {
  return items.reduce((total, item) => total + pick(item), 0);
}
