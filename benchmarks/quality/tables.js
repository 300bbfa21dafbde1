// Tables found in born-digital pages against truth: `node benchmarks/quality/tables.js [folder]`. The folder holds
// `<name>.pdf` beside `<name>-str.xml` (ICDAR 2013 table competition); by default ../shared/samples/tables when present.
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { markdownTable } from "../support/table.js";
import { SAMPLES } from "./documents.js";
import { evaluateTables, sumTables, tableRow } from "./tables/evaluate-tables.js";

const { values, positionals } = parseArgs({ allowPositionals: true, options: { verbose: { type: "boolean" } } });
const folder = resolve(positionals[0] ?? join(SAMPLES, "tables"));
const scores = await evaluateTables(folder, values.verbose ? console.log : undefined);
if (scores.length === 0) console.log(`No table samples in ${folder}; nothing to evaluate.`);
else {
  const columns = ["document", "tables", "found", "recall", "precision", "F1", "TEDS"];
  console.log(markdownTable(columns, [...scores, sumTables(scores)].map(tableRow)));
}
