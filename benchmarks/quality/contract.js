import { existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { Ajv2020 } from "ajv/dist/2020.js";
import { markdownTable } from "../support/table.js";
import { listDocuments } from "./documents.js";
import { importBuilt, loadEngine, OUT, processInto, readKind } from "./engine.js";

/** Faults printed per document; the report holds all. */
const SHOWN = 5;

/**
 * Processes every document and checks what the contract promises: the invariants of lines.json, both JSON Schemas, and that
 * every picture the MMD names was written.
 * @param {{ only?: string, workers?: number }} options
 * @returns {Promise<number>} exit status
 */
export async function checkContract(options) {
  const { checkInvariants } = await importBuilt("render/invariants.js");
  const { linesJsonSchema, linesMmdJsonSchema } = await importBuilt("render/schema/index.js");
  const ajv = new Ajv2020({ allErrors: true, strict: false });
  const validate = { lines: ajv.compile(linesJsonSchema), mmd: ajv.compile(linesMmdJsonSchema) };
  const documents = listDocuments().filter((document) => document.name.includes(options.only ?? ""));
  const engine = await (await loadEngine()).createEngine({ workers: options.workers ?? 2 });
  const reports = [];
  try {
    for (const document of documents) {
      const report = await checkDocument(engine, document, checkInvariants, validate);
      reports.push(report);
      if (report.faults.length > 0) {
        console.log(
          `${document.name}: ${report.faults.length} faults\n  ${report.faults.slice(0, SHOWN).join("\n  ")}`,
        );
      }
    }
  } finally {
    await engine.close();
  }
  summarize(reports);
  return reports.some((report) => report.faults.length > 0) ? 1 : 0;
}

async function checkDocument(engine, document, checkInvariants, validate) {
  const { result, destination, mmd } = await processInto(engine, document);
  const report = {
    name: document.name,
    status: result.status,
    pages: result.pages.length,
    faults: /** @type {string[]} */ ([]),
  };
  for (const page of result.pages) {
    if (page.error) report.faults.push(`page ${page.page}: ${page.error.message}`);
  }
  // A file that cannot be opened has nothing to check; `hostile` judges its error.
  if (result.status === "error" || mmd === undefined) return report;
  const lines = JSON.parse(readKind(result, "lines.json") ?? "null");
  const linesMmd = JSON.parse(readKind(result, "lines.mmd.json") ?? "null");
  report.faults.push(...checkInvariants(lines, mmd, linesMmd));
  if (!validate.lines(lines)) report.faults.push(...schemaFaults("lines.json", validate.lines.errors));
  if (!validate.mmd(linesMmd)) report.faults.push(...schemaFaults("lines.mmd.json", validate.mmd.errors));
  for (const [image] of mmd.matchAll(/images\/[\w.()-]+\.jpg/g)) {
    if (!existsSync(join(destination, image))) report.faults.push(`${image} is named but was not written`);
  }
  for (const file of result.files) {
    if (!existsSync(file.path)) report.faults.push(`${file.path} is listed but was not written`);
    else if (readFileSync(file.path).length !== file.bytes)
      report.faults.push(`${file.path} has another size than listed`);
  }
  return report;
}

function schemaFaults(file, errors) {
  return (errors ?? []).map(
    (error) => `${file}${error.instancePath}: ${error.message} ${JSON.stringify(error.params)}`,
  );
}

function summarize(reports) {
  const count = (/** @type {(report: any) => boolean} */ test) => reports.filter(test).length;
  console.log(
    markdownTable(
      ["", "documents"],
      [
        ["completed", count((report) => report.status === "completed")],
        ["partial", count((report) => report.status === "partial")],
        ["could not be opened", count((report) => report.status === "error")],
        ["with faults", count((report) => report.faults.length > 0)],
      ],
    ),
  );
  mkdirSync(OUT, { recursive: true });
  writeFileSync(join(OUT, "contract.json"), `${JSON.stringify(reports, undefined, 1)}\n`);
}
